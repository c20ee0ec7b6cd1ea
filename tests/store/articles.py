"""Articles of our own, as the extractor would hand them over."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlalchemy import text as sql

from timeline.store.models import Row
from timeline.store.opening.database import open_database
from timeline.store.writing.save import Saved, save
from timeline.values import Document, Event, Extraction, Figure, Interval, TimeExpression

EAST = timezone(timedelta(hours=3))
PUBLISHED = datetime(2023, 5, 10, 20, 15, tzinfo=EAST)
READ_AT = datetime(2024, 1, 1, tzinfo=UTC)
TEXT = "قالت وزارة الصحة إن غارة على القطاع أسفرت عن استشهاد 21 فلسطينياً بينهم 4 أطفال منذ فجر الثلاثاء. وقع انفجار في وقت سابق."


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    """Where `words` stand in `text`."""
    start = text.index(words)
    return start, start + len(words)


def article(text: str = TEXT, **document: Any) -> Extraction:
    """The wire above, read; `document` changes the fields of its document."""
    known: dict[str, Any] = {"id": "a1", "published": PUBLISHED, "published_from": "given", "outlet": "وكالة المثال"}
    since = Interval(datetime(2023, 5, 9, 3), datetime(2023, 5, 10, 20, 15))
    sentence = (0, text.index(".") + 1)
    second = (sentence[1] + 1, len(text))
    return Extraction(
        Document(text=text, **(known | document)),
        times=(
            TimeExpression("t1", *span("فجر الثلاثاء", text), "TIME", "2023-05-09TDA", None, "since", since, "r", "p"),
            TimeExpression("t2", *span("وقت سابق", text), "DATE", "PAST_REF"),
        ),
        figures=(
            Figure(
                "f2", *span("4 أطفال", text), "killed", 4, 4, "exact", "period", "t1", "f1", ("children", "ps"),
                "وزارة الصحة", "e1", sentence,
            ),
            Figure(
                "f1", *span("21 فلسطينياً", text), "killed", 21, 21, "exact", "period", "t1", None, ("ps",),
                "وزارة الصحة", "e1", sentence,
            ),
        ),
        events=(
            Event("e1", *span("غارة", text), "air_strike", "t1", "القطاع", "asserted", sentence),
            Event("e2", *span("انفجار", text), "explosion", "t2", None, "asserted", second),
        ),
    )  # fmt: skip


def running_total(count: int, day: int) -> Extraction:
    """«ارتفع عدد القتلى في القطاع إلى 90 منذ فجر الثلاثاء», of a day in May 2023: a toll that is known."""
    text = f"ارتفع عدد القتلى في القطاع إلى {count} منذ فجر الثلاثاء"
    known = Figure("f1", *span(str(count), text), "killed", count, count, scope="cumulative", sentence=(0, len(text)))
    figure = replace(known, source_role="outlet", place="القطاع", since=date(2023, 5, 9))
    return Extraction(Document("total", text, PUBLISHED.replace(day=day)), figures=(figure,))


FEW = article("غارة. 21 فلسطينياً 4 أطفال فجر الثلاثاء انفجار وقت سابق القطاع وزارة الصحة", id="a2")
AT = "https://example.org/1"


def undated() -> Extraction:
    """The same wire read without its publication time: «فجر الثلاثاء» stays unresolved."""
    dated = article(published=None, published_from=None)
    first, second = dated.times
    return replace(dated, times=(replace(first, value="XXXX-WXX-2TDA", interval=Interval(None, None)), second))


def database(folder: Path, *extractions: Extraction) -> Engine:
    """A new database with `extractions` in it."""
    (folder / "timeline.db").write_bytes(_empty())
    engine = open_database(folder / "timeline.db")
    if extractions:
        stored(engine, *extractions)
    return engine


@cache
def _empty() -> bytes:
    """A migrated database: the tests of the migrations make their own, the others need not wait for it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "timeline.db"
        open_database(path).dispose()
        return path.read_bytes()


def stored(engine: Engine, *extractions: Extraction, at: datetime = READ_AT, extractor: str = "1") -> Saved:
    """`save` with a fixed clock."""
    return save(engine, extractions, at, extractor)


def dump(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table as it is stored, in whatever revision the database is."""
    with engine.connect() as connection:
        return {
            name: sorted((tuple(row) for row in connection.execute(sql(f"SELECT * FROM {name}"))), key=repr)
            for name in Row.metadata.tables
        }
