"""`python -m benchmarks.storing`: storing against reading, against the ORM, and in databases of any size, in one run.

Times are of the processor, so that other programs on the machine do not count. `LARGEST=6` goes up to a million
documents (it takes some minutes).
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text
from sqlmodel import Session

from timeline.pipeline import read_article
from timeline.store.database import open_database, writing
from timeline.store.mentions import names_to_ids, replace_mentions
from timeline.store.models import SOURCE, StoredDocument, StoredEvent, StoredFigure, StoredTime
from timeline.store.recognise import recognise
from timeline.store.rows import Reading, as_rows
from timeline.store.save import _insert_documents, save
from timeline.values import Extraction

from .texts import articles

READ_AT = datetime(2024, 1, 1, tzinfo=UTC)
ARTICLES = int(os.environ.get("ARTICLES", "5000"))
BATCH = 500
FEW = 500  # what the ORM is given: it is slow
LARGEST = int(os.environ.get("LARGEST", "5"))  # 10 to the power of this many documents


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def new_database(folder: str, name: str) -> Engine:
    return open_database(Path(folder) / name)


def save_all(engine: Engine, extractions: list[Extraction]) -> None:
    for first in range(0, len(extractions), BATCH):
        save(engine, extractions[first : first + BATCH], READ_AT, "1")


def write(engine: Engine, readings: list[Reading]) -> None:
    """The rows alone, as `save` writes them."""
    with writing(engine) as connection:
        documents = recognise(connection, readings)
        outlets = names_to_ids(connection, SOURCE, (each.columns["outlet"] for each in documents))
        _insert_documents(connection, documents, outlets)
        replace_mentions(connection, {each.id or 0: reading for each, reading in zip(documents, readings, strict=True)})


def add_all(engine: Engine, readings: list[Reading]) -> None:
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
        session.commit()


def _fields(model: Any, columns: dict[str, Any]) -> dict[str, Any]:
    left_out = {"part_of", "folded"}
    return {name: value for name, value in columns.items() if name in model.model_fields and name not in left_out}


def fill(engine: Engine, documents: int) -> None:
    """Brings the database to so many documents, each with a fingerprint and a few words, without reading them."""
    with writing(engine) as connection:
        numbers = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {documents})"
        missing = "FROM n WHERE i > (SELECT coalesce(max(id), 0) FROM document)"
        columns = "id, given_id, url, text, text_sha256, reading_sha256, extractor, read_at, folded"
        hashed = "lower(hex(randomblob(32)))"
        values = f"i, i, 'u' || i, 'خبر ' || i, {hashed}, 'x', '1', '2024-01-01T00:00:00Z', 'خبر ' || i"
        hashes = f"{numbers} SELECT random(), i FROM n, (SELECT 1 UNION ALL SELECT 2)"
        connection.execute(text(f"INSERT INTO document ({columns}) {numbers} SELECT {values} {missing}"))
        connection.execute(text(f"INSERT INTO fingerprint (hash, document_id) {hashes}"))


def main() -> None:
    documents = articles(max(ARTICLES, 100 * (LARGEST + 1)))
    for document in documents[:100]:
        read_article(document)  # the vocabulary is learnt once, not timed
    extractions: list[Extraction] = []
    reading = seconds(lambda: extractions.extend(map(read_article, documents)))
    with tempfile.TemporaryDirectory() as folder:
        storing = seconds(lambda: save_all(new_database(folder, "all.db"), extractions))
        readings = [as_rows(each, READ_AT, "1") for each in extractions[:FEW]]
        core_database, orm_database = new_database(folder, "core.db"), new_database(folder, "orm.db")
        core = seconds(lambda: write(core_database, readings))
        orm = seconds(lambda: add_all(orm_database, readings))
        print(f"reading {ARTICLES / reading:8.0f} articles/s    storing {ARTICLES / storing:8.0f} articles/s")
        print(f"end to end {reading / (reading + storing):.2f} x the rate of reading alone")
        print(f"writing rows {orm / core:.1f} x as fast as the ORM's add_all of the same rows")
        print_sizes(new_database(folder, "large.db"), extractions)


def print_sizes(engine: Engine, extractions: list[Extraction]) -> None:
    """What one batch more costs in a database of each size."""
    first = None
    for power in range(3, LARGEST + 1):
        fill(engine, 10**power)
        batch = extractions[100 * power : 100 * power + 100]
        cost = seconds(lambda batch=batch: save_all(engine, batch)) / len(batch)  # type: ignore[misc]  # bound at once
        first = first or cost
        print(f"one article more among 10^{power} documents: {cost * 1000:6.2f} ms, {cost / first:.2f} x")


if __name__ == "__main__":
    main()
