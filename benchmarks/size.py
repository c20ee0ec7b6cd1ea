"""`python -m benchmarks.size`: what a database's size costs: a timeline out of a million events, one article more.

`EVENTS=100000` and `LARGEST=4` (10 to the power of this many documents) are quicker. The databases are made in the
folder of temporary files (`TMPDIR`): two gigabytes each for a million.
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
import statistics
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from sqlalchemy import Engine, text

from timeline.pipeline import read_article
from timeline.store.asking import pages, queries
from timeline.store.asking.filters import Filters
from timeline.store.asking.histograms import histogram
from timeline.store.opening.database import open_database, writing
from timeline.store.writing.save import save

from .filling import EACH, filled
from .storing import BATCH, READ_AT, seconds
from .texts import articles

EVENTS = int(os.environ.get("EVENTS", "1000000"))
LARGEST = int(os.environ.get("LARGEST", "6"))
ROWS = 10_000
WINDOW = Filters(date(2018, 3, 1), date(2018, 4, 10))
REPEATS = 3


def median(work: Callable[[], object]) -> float:
    return statistics.median(seconds(work) for _ in range(REPEATS))


def by_primary_key(path: Path, ids: list[int]) -> float:
    """Processor seconds to fetch the events with those ids, all in one statement of the driver."""
    query = "SELECT * FROM event WHERE id IN (SELECT value FROM json_each(?))"
    with closing(sqlite3.connect(path)) as connection:
        return median(lambda: connection.execute(query, [json.dumps(ids)]).fetchall())


def print_timeline(path: Path) -> None:
    """A filtered timeline, pages, counts and a histogram, against a look-up by primary key of as many rows."""
    engine = open_database(path)
    found = pages.page(engine, "events", WINDOW, rows=ROWS, dated=True)
    known = by_primary_key(path, random.Random(1).sample(range(1, EVENTS + 1), len(found)))
    print(f"{EVENTS} events; {len(found)} of them by primary key: {known * 1000:.0f} ms")
    first, last = WINDOW.first_day, WINDOW.end
    killed = Filters(kinds=("killed",))
    work: dict[str, Callable[[], object]] = {
        f"timeline of 40 days, {len(found)} rows": lambda: pages.page(engine, "events", WINDOW, rows=ROWS, dated=True),
        "the same by events_between": lambda: queries.timeline_rows(engine, first, last, limit=ROWS),
        "first page of 100": lambda: pages.page(engine, "events", dated=True),
        "page in the middle, by number": lambda: pages.page(engine, "events", first=EVENTS // 2, dated=True),
        "page in the middle, by key": lambda: pages.page_after(engine, "events", after=("2018-03-01T00:00", 0)),
        "page of one type": lambda: pages.page(engine, "events", Filters(types=("raid",)), dated=True),
        "page of figures": lambda: pages.page(engine, "figures"),
        "page of articles": lambda: pages.page(engine, "documents"),
        "count of all": lambda: pages.how_many(engine, "events", dated=True),
        "count of 40 days": lambda: pages.how_many(engine, "events", WINDOW, dated=True),
        "count of events with killed": lambda: pages.how_many(engine, "events", killed),
        "histogram of all by month and type": lambda: histogram(engine, "events", "month"),
        "histogram of 40 days by day and type": lambda: histogram(engine, "events", "day", WINDOW),
    }
    for name, each in work.items():
        took = median(each)
        print(f"{name:<40}{took * 1000:>9.1f} ms{took / known:>8.1f} x")
    engine.dispose()


def fill(engine: Engine, documents: int) -> None:
    """Brings the database to so many documents, each with its fingerprints and a few words, without reading them."""
    with writing(engine) as connection:
        numbers = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {documents})"
        missing = "FROM n WHERE i > (SELECT coalesce(max(id), 0) FROM document)"
        columns = "id, given_id, url, text, text_sha256, reading_sha256, extractor, read_at, folded"
        hashed = "lower(hex(randomblob(32)))"
        values = f"i, i, 'u' || i, 'خبر ' || i, {hashed}, 'x', '1', '2024-01-01T00:00:00Z', 'خبر ' || i"
        known = connection.scalar(text("SELECT coalesce(max(document_id), 0) FROM fingerprint"))
        twelve = " UNION ALL ".join(["SELECT 1"] * 12)
        hashes = f"{numbers} SELECT random(), i FROM n, ({twelve}) WHERE i > {known} ORDER BY 1"
        connection.execute(text(f"INSERT INTO document ({columns}) {numbers} SELECT {values} {missing}"))
        connection.execute(text(f"INSERT INTO fingerprint (hash, document_id) {hashes}"))


def print_growth(engine: Engine) -> None:
    """What a batch more costs in a database of each size."""
    extractions = [read_article(document) for document in articles(BATCH * (LARGEST - 1))]
    save(engine, extractions[:BATCH], READ_AT, "1")
    first = None
    for power in range(3, LARGEST + 1):
        fill(engine, 10**power)
        batch = extractions[BATCH * (power - 2) :][:BATCH]
        cost = seconds(lambda batch=batch: save(engine, batch, READ_AT, "1")) / len(batch)  # type: ignore[misc]  # bound at once
        first = first or cost
        print(f"one article more among 10^{power} documents: {cost * 1000:6.2f} ms, {cost / first:.2f} x", flush=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        print_growth(open_database(Path(folder) / "documents.db"))
    with tempfile.TemporaryDirectory() as folder:
        print_timeline(filled(Path(folder) / "events.db", EVENTS // EACH))


if __name__ == "__main__":
    main()
