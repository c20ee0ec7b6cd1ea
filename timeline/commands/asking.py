"""`timeline sql`: the answer of a read-only query as a table, CSV or JSON."""

from __future__ import annotations

import csv
import json
import sys
from typing import Literal

from timeline.commands.terminal import console, say, table, tell
from timeline.sql import Result, run_query
from timeline.store.database import database_url, open_existing

Form = Literal["table", "csv", "json"]


def ask(query: str, form: Form, limit: int, database: str | None) -> int:
    """Print at most `limit` rows of one SELECT."""
    engine = open_existing(database_url(database))
    try:
        result = run_query(engine, query, limit)
    finally:
        engine.dispose()
    _print(result, form)
    if result.cut:
        tell(f"only the first {len(result.rows)} rows are shown; see --limit")
    return 0


def _print(result: Result, form: Form) -> None:
    if form == "json":
        rows = [dict(zip(result.columns, row, strict=True)) for row in result.rows]
        say(json.dumps(rows, ensure_ascii=False, indent=1))
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerows([result.columns, *result.rows])
    else:
        console().print(table("", result.columns, [[_shown(cell) for cell in row] for row in result.rows]))


def _shown(cell: object) -> str:
    return "–" if cell is None else str(cell)
