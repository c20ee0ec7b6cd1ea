"""`timeline sql`: the answer of a read-only query as a table, CSV or JSON."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Literal

from timeline.commands.terminal import console, say, table, tell
from timeline.sql import QueryProblem, Result, run_query
from timeline.store.opening.database import database_url, open_existing

Form = Literal["table", "csv", "json"]


def query_text(query: str | None, file: Path | None) -> str:
    """The query as given, or that of the file or of standard input (`-`). Raises `QueryProblem`."""
    if query != "-" and file is None:
        return query or ""
    raw = file.read_bytes() if file else sys.stdin.buffer.read()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryProblem(f"{file or 'standard input'}: the query is not UTF-8 (byte {error.start})") from error


def ask(query: str, form: Form, limit: int, timeout: float, database: str | None) -> int:
    """Print at most `limit` rows of one SELECT."""
    engine = open_existing(database_url(database))
    try:
        result = run_query(engine, query, limit, timeout)
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
