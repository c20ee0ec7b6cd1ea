"""The way back: a record batch of `timeline.bulk.batches` -> the extractions that it was made of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

from timeline.bulk.batches import Outcome
from timeline.bulk.columns import CODING, LOCATION
from timeline.sources import Unreadable
from timeline.values import Coding, Document, Event, Extraction, Figure, Interval, Location, TimeExpression

Row = dict[str, Any]
_AS_THEY_ARE = {
    TimeExpression: "id start end type value mod signal rule reading confidence".split(),
    Figure: "id start end kind low high qualifier scope time part_of source event source_role place since rule".split(),
    Event: "id start end type time place status rule".split(),
}


def extractions_in(batch: Any) -> Iterator[Outcome]:
    """What was read in the article of each row, or why nothing was."""
    for row in batch.to_pylist():
        if row["problem"] is not None:
            yield Unreadable(row["id"], row["problem"])
        else:
            times, figures = tuple(map(_time, row["times"])), tuple(map(_figure, row["figures"]))
            yield Extraction(_document(row), times, figures, tuple(map(_event, row["events"])))


def _document(row: Row) -> Document:
    published = row["published"] and datetime.fromisoformat(row["published"])
    names = "id text published_from url title outlet".split()
    return Document(published=published, **{name: row[name] for name in names})


def _time(row: Row) -> TimeExpression:
    interval = Interval(_moment(row["begin"], row["begin_utc"]), _moment(row["end_time"], row["end_utc"]))
    return TimeExpression(**_plain(TimeExpression, row), interval=interval, alternatives=tuple(row["alternatives"]))


def _figure(row: Row) -> Figure:
    return Figure(**_plain(Figure, row), categories=tuple(row["categories"]), sentence=_sentence(row))


def _event(row: Row) -> Event:
    coding = Coding(**{name: row[name] for name in CODING})
    return Event(**_plain(Event, row), location=_location(row), coding=coding, sentence=_sentence(row))


def _plain(type_: type, row: Row) -> Row:
    return {name: row[name] for name in _AS_THEY_ARE[type_]}


def _sentence(row: Row) -> tuple[int, int]:
    return row["sentence_start"], row["sentence_end"]


def _location(row: Row) -> Location | None:
    if row["gazetteer_id"] is None:
        return None
    return Location(**{name: row[name] for name in LOCATION} | {"alternatives": tuple(row["alternatives"])})


def _moment(local: datetime | None, utc: datetime | None) -> datetime | None:
    """The local reading in the offset that lies between the two; without one, in none."""
    if local is None or utc is None:
        return local
    return local.replace(tzinfo=timezone(local - utc.replace(tzinfo=None)))
