"""PostgreSQL: rows by COPY against an upsert of SQLAlchemy Core, the rest of storing being the same."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects.postgresql import insert

from tests.postgres import Postgres, postgres_server
from timeline.pipeline import read_article
from timeline.store.opening.database import open_database
from timeline.store.writing import mentions
from timeline.store.writing import save as saving
from timeline.store.writing.bulk import insert_many
from timeline.store.writing.save import prepare, save_prepared
from timeline.values import Extraction

from .texts import articles

REPEATS = int(os.environ.get("REPEATS", "3"))
ARTICLES = min(int(os.environ.get("ARTICLES", "500")), 500)
Insert = Callable[[Connection, Table, list[dict[str, Any]]], None]


def upsert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    keys, statement = [column.name for column in table.primary_key], insert(table)
    known = [{name: value for name, value in row.items() if name in table.c} for row in rows]
    others = {name: statement.excluded[name] for name in known[0] if name not in keys}
    if others:
        connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=others), known)
    else:
        connection.execute(statement.on_conflict_do_nothing(), known)


def storing(server: Postgres, extractions: list[Extraction], how: Insert) -> tuple[float, float]:
    """Seconds for the rows, and for all of storing, in a new database."""
    rows = 0.0

    def timed(*arguments: Any) -> None:
        nonlocal rows
        begin = time.perf_counter()
        how(*arguments)
        rows += time.perf_counter() - begin

    vars(saving)["insert_many"] = vars(mentions)["insert_many"] = timed
    with server.database() as url:
        engine, prepared = open_database(url), prepare(extractions, datetime(2024, 1, 1, tzinfo=UTC), "1")
        begin = time.perf_counter()
        save_prepared(engine, prepared)
        whole = time.perf_counter() - begin
        engine.dispose()
    return rows, whole


def copying() -> None:
    """COPY against an upsert."""
    extractions = [read_article(document) for document in articles(ARTICLES)]
    with postgres_server() as server:
        runs = [
            (storing(server, extractions, insert_many), storing(server, extractions, upsert)) for _ in range(REPEATS)
        ]
    rows, whole = (statistics.median(other[part] / copy[part] for copy, other in runs) for part in (0, 1))
    print(f"PostgreSQL, COPY against an upsert: {rows:.2f} x for the rows, {whole:.2f} x for all of storing")


if __name__ == "__main__":
    copying()
