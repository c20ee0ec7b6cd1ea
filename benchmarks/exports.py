"""`python -m benchmarks.exports [ROWS]`: every format of `timeline export` against csv.writer, and its memory.

Each format runs in a process of its own, so that one does not hide the memory of another. A row is an event or a
figure of an article of the examples.
"""

from __future__ import annotations

import csv
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from timeline.export.about import Request
from timeline.export.formats import FORMATS
from timeline.export.writing import write
from timeline.store.asking.filtered import Told
from timeline.store.views.rows import EventRow, FigureRow

ROWS = 100_000
SENTENCE = "وقالت وزارة الصحة إن غارة على القطاع أسفرت عن استشهاد 21 فلسطينياً بينهم 4 أطفال منذ فجر الثلاثاء"
KNOWN: dict[str, Any] = {
    "id": 0,
    "document_id": 3,
    "event_id": 0,
    "type": "air_strike",
    "event": "air_strike",
    "status": "asserted",
    "kind": "killed",
    "low": 21,
    "high": 21,
    "qualifier": "exact",
    "scope": "period",
    "categories": "ps",
    "text": "21 فلسطينياً",
    "source": "وزارة الصحة",
    "place": "القطاع",
    "begin": "2023-05-09T03:00",
    "end_time": "2023-05-10T20:15",
    "begin_utc": datetime(2023, 5, 9, tzinfo=UTC),
    "end_utc": datetime(2023, 5, 10, 17, 15, tzinfo=UTC),
    "time": "فجر الثلاثاء",
    "value": "2023-05-09TDA",
    "signal": "since",
    "start": 33,
    "end": 45,
    "title": "عنوان الخبر كما نشرته الوكالة",
    "outlet": "وكالة المثال",
    "url": "https://example.org/1",
    "published": "2023-05-10T20:15:00+03:00",
}
Row = TypeVar("Row", EventRow, FigureRow)


def known(type_: type[Row]) -> Row:
    """A row with what is known of it."""
    values: dict[str, Any] = {each.name: KNOWN.get(each.name) for each in fields(type_)}
    return type_(**values | {"sentence": SENTENCE})


EVENT, FIGURE = known(EventRow), known(FigureRow)


def figures(count: int) -> Iterator[FigureRow]:
    return (replace(FIGURE, id=number, sentence=f"{SENTENCE} {number}") for number in range(count))


def events(count: int) -> Iterator[EventRow]:
    return (replace(EVENT, id=number, sentence=f"{SENTENCE} {number}") for number in range(count))


def rows_for(name: str, count: int) -> Any:
    """`count` rows as the format takes them."""
    form = FORMATS[name]
    if form.takes == "tables":
        return {"figures": figures(count)}
    if form.takes == "events with figures":
        return (Told(event, (FIGURE,)) for event in events(count))
    return figures(count) if form.holds[0] == "figures" else events(count)


def bare(path: Path, count: int) -> None:
    """csv.writer and nothing else: the floor."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(map(values_of, figures(count)))


def values_of(row: FigureRow) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in FigureRow.__slots__)


def making(path: Path, count: int) -> None:
    """The rows alone, written nowhere."""
    for _ in figures(count):
        pass


def export(name: str) -> Callable[[Path, int], None]:
    def run(path: Path, count: int) -> None:
        request = Request(FORMATS[name].holds[0], datetime(2024, 1, 1, tzinfo=UTC))
        write(FORMATS[name], rows_for(name, count), path, request)

    return run


def measured(name: str, count: int) -> None:
    """Prints one line; runs in its own process."""
    work = {"rows alone": making, "csv.writer": bare}.get(name) or export(name)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out"
        begin = time.perf_counter()
        work(path, count)
        took = time.perf_counter() - begin
        size = path.stat().st_size if path.exists() else 0
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:<14}{took:>9.2f}{count / took:>12,.0f}{size / 1e6:>10.1f}{memory:>10.0f}", flush=True)


def main(count: int) -> None:
    print(f"{count:,} rows, {os.cpu_count()} cores, one used")
    print(f"{'format':<14}{'seconds':>9}{'rows/s':>12}{'MB':>10}{'MB memory':>10}")
    context = multiprocessing.get_context("spawn")
    for name in ("rows alone", "csv.writer", *FORMATS):
        process = context.Process(target=measured, args=(name, count))
        process.start()
        process.join()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
