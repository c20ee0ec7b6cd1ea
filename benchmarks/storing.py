"""`python -m benchmarks.storing`: storing against reading, against the bare driver and the ORM, in one run.

Times are of the processor, so that other programs on the machine do not count; ratios are medians of repeated runs.
`ARTICLES=1000` is quicker. `python -m benchmarks.size` looks at databases of any size.
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session

from timeline.pipeline import read_article
from timeline.store.models import Fingerprint, Row, StoredDocument, StoredEvent, StoredFigure, StoredTime
from timeline.store.opening.database import open_database
from timeline.store.writing.rows import Reading
from timeline.store.writing.save import Prepared, prepare, save, save_prepared
from timeline.values import Document, Extraction

from .texts import articles, ordinary

READ_AT = datetime(2024, 1, 1, tzinfo=UTC)
ARTICLES = int(os.environ.get("ARTICLES", "5000"))
BATCH = 500
FEW = 500  # what the ORM is given: it is slow
REPEATS = 5
COMPARED = (
    ("upsert of prepared rows, rate against raw executemany", "raw", "write"),
    ("the same with preparing the rows", "raw", "save"),
    ("upsert of prepared rows, rate against the ORM's add_all", "orm", "write"),
    ("the same with preparing the rows", "orm", "save"),
)


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def new_database(folder: str, name: str) -> Engine:
    return open_database(Path(folder) / name)


def save_all(engine: Engine, extractions: list[Extraction]) -> None:
    for first in range(0, len(extractions), BATCH):
        save(engine, extractions[first : first + BATCH], READ_AT, "1")


def add_all(engine: Engine, readings: tuple[Reading, ...]) -> None:
    """What the ORM would do with the same rows: an object each, related by their ids."""
    with Session(engine) as session:
        for reading in readings:
            document = StoredDocument(**_fields(StoredDocument, reading.document), folded=reading.document["words"])
            session.add(document)
            session.flush()
            for model, rows in (
                (StoredTime, reading.times),
                (StoredEvent, reading.events),
                (StoredFigure, reading.figures),
            ):
                session.add_all(model(**_fields(model, row), document_id=document.id or 0) for row in rows)
            session.add_all(Fingerprint(hash=each, document_id=document.id or 0) for each in reading.fingerprints)
        session.commit()


def _fields(model: Any, columns: dict[str, Any]) -> dict[str, Any]:
    left_out = {"part_of", "folded"}
    return {name: value for name, value in columns.items() if name in model.model_fields and name not in left_out}


def rows_in(path: Path) -> dict[str, tuple[list[str], list[tuple[Any, ...]]]]:
    """Every row of a database that was written by this program: the names and the values of its columns."""
    with closing(sqlite3.connect(path)) as connection:
        found = {}
        for table in Row.metadata.sorted_tables:
            names = [f'"{column.name}"' for column in table.c if column.computed is None]
            order = ", ".join(f'"{column.name}"' for column in table.primary_key)
            rows = connection.execute(f"SELECT {', '.join(names)} FROM {table.name} ORDER BY {order}").fetchall()
            found[table.name] = (names, rows)
        return found


def insert_raw(path: Path, tables: dict[str, tuple[list[str], list[tuple[Any, ...]]]]) -> None:
    """The same rows into the same schema by `sqlite3.executemany` alone: nothing is looked up, nothing compared."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("BEGIN IMMEDIATE")
        for table, (names, rows) in tables.items():
            marks = ", ".join("?" * len(names))
            connection.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)
        connection.execute("COMMIT")


def prepared(extractions: list[Extraction]) -> Prepared:
    return prepare(extractions, READ_AT, "1")


def compare(folder: str, number: int, extractions: list[Extraction]) -> dict[str, float]:
    """One batch, stored in each way into a database of its own: processor seconds."""
    saved, written, raw, orm = (new_database(folder, f"{name}{number}.db") for name in ("save", "write", "raw", "orm"))
    ready = prepared(extractions)
    times = {
        "save": seconds(lambda: save(saved, extractions, READ_AT, "1")),
        "write": seconds(lambda: save_prepared(written, ready)),
    }
    raw.dispose()
    tables = rows_in(Path(folder) / f"write{number}.db")
    times["raw"] = seconds(lambda: insert_raw(Path(folder) / f"raw{number}.db", tables))
    again = prepared(extractions)  # the rows were used up
    return times | {"orm": seconds(lambda: add_all(orm, again.readings))}


def main() -> None:
    for name, documents in (("ordinary news", ordinary(ARTICLES)), ("reports of violence", articles(ARTICLES))):
        print_rates(name, documents)


def print_rates(name: str, documents: list[Document]) -> None:
    for document in documents[:100]:
        read_article(document)  # the vocabulary is learnt once, not timed
    extractions: list[Extraction] = []
    reading = seconds(lambda: extractions.extend(map(read_article, documents)))
    with tempfile.TemporaryDirectory() as folder:
        engine = new_database(folder, "all.db")
        storing = seconds(lambda: save_all(engine, extractions))
        runs = [compare(folder, number, extractions[:FEW]) for number in range(REPEATS)]
    mentions = sum(len(each.times) + len(each.events) + len(each.figures) for each in extractions) / len(extractions)
    print(f"{name}: {ARTICLES} articles of {mentions:.0f} times, events and figures each, one core")
    print(f"reading {ARTICLES / reading:8.0f} articles/s    storing {ARTICLES / storing:8.0f} articles/s")
    written, raw = (FEW / statistics.median(run[name] for run in runs) for name in ("write", "raw"))
    print(f"writing prepared rows {written:8.0f} articles/s    raw executemany {raw:8.0f} articles/s")
    print(f"end to end {reading / (reading + storing):.2f} x the rate of reading alone")
    for what, one, other in COMPARED:
        print(f"{what:<58}{statistics.median(run[one] / run[other] for run in runs):6.2f} x")


if __name__ == "__main__":
    main()
