"""An article with all that was read in it, and how much a database holds: answers that no view gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from timeline.store.views.rows import DocumentRow, EventRow, FigureRow


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A time expression of an article, with the reasoning behind it. `alternatives` are separated by a space."""

    id: int
    label: str
    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str | None
    signal: str | None
    begin: str | None
    end_time: str | None
    begin_utc: datetime | None
    end_utc: datetime | None
    rule: str
    reading: str
    alternatives: str | None
    confidence: float | None
    reviewed: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A document with all that was read in it, in text order. `text[row.start:row.end] == row.text` for every row."""

    document: DocumentRow
    text: str
    times: tuple[TimeRow, ...]
    figures: tuple[FigureRow, ...]
    events: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows the database holds; `undated_events` are the events without begin and end_time."""

    documents: int
    outlets: int
    times: int
    unresolved_times: int
    figures: int
    events: int
    undated_events: int
