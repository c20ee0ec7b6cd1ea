"""An extraction as the article that it will be in the database, before it is there: the ids are places in a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any, TypeVar

from timeline.store.storable import Columns
from timeline.store.views.article import Article, TimeRow
from timeline.store.views.rows import DocumentRow, EventRow, FigureRow
from timeline.store.writing.rows import Reading, as_rows
from timeline.values import Extraction

Row = TypeVar("Row")
_OF_TIME = ("begin", "end_time", "begin_utc", "end_utc", "value", "signal")
# What a view has of the article, which is not there yet.
_OF_ARTICLE = dict.fromkeys(("title", "outlet", "url", "published"))


@dataclass(frozen=True, slots=True)
class _Labelled:
    """The columns of one kind, and which of them bears which label."""

    rows: tuple[Columns, ...]

    @property
    def places(self) -> dict[str, int]:
        return {columns["label"]: place for place, columns in enumerate(self.rows)}


def article_of(extraction: Extraction) -> Article:
    """What `data.article` would give, had it been stored."""
    reading = as_rows(extraction, datetime.now(UTC), "")
    times = {columns["label"]: columns for columns in reading.times}
    figures, events = _Labelled(reading.figures), _Labelled(reading.events)
    return Article(
        _document(reading),
        reading.document["text"],
        tuple(_rows(TimeRow, reading.times)),
        tuple(_rows(FigureRow, (one | _dated(one, times) | _tied(one, figures, events) for one in figures.rows))),
        tuple(_rows(EventRow, (one | _dated(one, times) | _placed(one) for one in events.rows))),
    )


def _document(reading: Reading) -> DocumentRow:
    size = {"characters": len(reading.document["text"]), "times": len(reading.times)}
    counts = size | {"figures": len(reading.figures), "events": len(reading.events)}
    return next(_rows(DocumentRow, [reading.document | counts]))


def _rows(row: Callable[..., Row], every: Iterable[Columns]) -> Iterator[Row]:
    """Rows that have of the columns those that they know."""
    names = [each.name for each in fields(row)]  # type: ignore[arg-type]  # each is a dataclass
    for place, columns in enumerate(every):
        known = _OF_ARTICLE | columns | {"id": place, "document_id": 0}
        yield row(**{name: known.get(name) for name in names})


def _tied(figure: Columns, figures: _Labelled, events: _Labelled) -> Columns:
    """The whole, the event and the place of a figure, which is that of its event where it has none."""
    event: Any = events.places.get(figure["event"])
    happened: Columns = {} if event is None else events.rows[event]
    place = figure["place"] or happened.get("place") or {}
    return {
        "categories": " ".join(figure["categories"]) or None,
        "part_of": figures.places.get(figure["part_of"]),
        "event_id": event,
        "event": happened.get("type"),
        "place": place.get("name"),
    }


def _dated(columns: Columns, times: Mapping[str, Columns]) -> Columns:
    """The columns of its time, and the words of it."""
    time = times.get(columns["time"])
    return {"time": time and time["text"]} | {name: time and time[name] for name in _OF_TIME}


def _placed(event: Columns) -> Columns:
    place: Columns = event["place"] or {}
    return place | {"place": place.get("name"), "gazetteer_id": place.get("gazetteer_id") or None}
