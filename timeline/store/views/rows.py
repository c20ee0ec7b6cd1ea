"""The public schema, column by column: one frozen row type per view of the database.

The field names are the column names of the views that the migrations create, in their order, and so also the
headers of the CSV. Local readings (`begin`, `end_time`, `published`) are ISO 8601 text exactly as the JSON prints
them; the `…_utc` columns are the same instants in UTC, or None where the article's offset is not known. `reviewed` is
"accepted" or "corrected" where a person looked (what was rejected is not there), `copy_of` the document that the
article repeats, and `carried_by` the outlets that repeat the article.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import TableClause, column, table

from timeline.store.models.columns import UtcInstant


@dataclass(frozen=True, slots=True)
class EventRow:
    """One row of `timeline_events`: an event, its time, its place and the sentence that says so."""

    id: int
    type: str
    status: str
    begin: str | None
    end_time: str | None
    begin_utc: datetime | None
    end_utc: datetime | None
    place: str | None
    text: str
    time: str | None
    value: str | None
    signal: str | None
    sentence: str
    start: int
    end: int
    document_id: int
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    location: str | None = None
    place_kind: str | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geo_precision: str | None = None
    gazetteer_id: str | None = None
    alternatives: str | None = None
    acled_event_type: str | None = None
    acled_sub_event_type: str | None = None
    plover_type: str | None = None
    plover_mode: str | None = None
    reviewed: str | None = None
    copy_of: int | None = None
    carried_by: str | None = None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row of `reported_figures`: what one document says that somebody (`source`) counted.

    `categories` are separated by a space, `part_of` is the id of the whole that this figure breaks down, `since` the
    day from which a running total counts.
    """

    id: int
    kind: str
    low: int
    high: int | None
    qualifier: str
    scope: str
    categories: str | None
    text: str
    source: str | None
    source_role: str | None
    begin: str | None
    end_time: str | None
    begin_utc: datetime | None
    end_utc: datetime | None
    time: str | None
    value: str | None
    signal: str | None
    part_of: int | None
    event_id: int | None
    event: str | None
    place: str | None
    since: str | None
    sentence: str
    start: int
    end: int
    document_id: int
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    reviewed: str | None = None
    copy_of: int | None = None
    carried_by: str | None = None


@dataclass(frozen=True, slots=True)
class TollRow:
    """One row of `tolls`: a claim about a toll, with what the same claimant said of it before.

    `delta` is None where either number is no single one; `population` are categories, separated by a space.
    """

    id: int
    toll: int
    kind: str
    place: str
    population: str
    basis: str
    bound: str
    claimant: str
    source_role: str | None
    source: str | None
    low: int
    high: int | None
    qualifier: str
    supersedes: int | None
    delta: int | None
    falls: int
    published: str
    published_utc: datetime
    text: str
    sentence: str
    document_id: int
    outlet: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class DailyRow:
    """One row of `daily_figures`: how many from the day `begin` to the day `end_day`, both included.

    `claims` are the ids of the claims that the number was made of, separated by a space.
    """

    kind: str
    place: str
    population: str
    claimant: str
    begin: str
    end_day: str
    count: int
    basis: str
    toll: int
    claims: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One row of `documents`: where an article is from and how much was read in it (the text is not here)."""

    id: int
    given_id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    published_utc: datetime | None
    published_from: str | None
    characters: int
    times: int
    figures: int
    events: int
    extractor: str
    read_at: datetime
    copy_of: int | None = None
    carried_by: str | None = None


@dataclass(frozen=True, slots=True)
class UnresolvedTimeRow:
    """One row of `unresolved_times`: a phrase that names a time, but none that could be placed on a calendar."""

    id: int
    text: str
    type: str
    value: str
    mod: str | None
    signal: str | None
    reading: str
    start: int
    end: int
    document_id: int
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    reviewed: str | None = None
    copy_of: int | None = None


def _view(name: str, row: type) -> TableClause:
    instants = {"begin_utc", "end_utc", "published_utc", "read_at"}
    names = [each.name for each in fields(row)]
    return table(name, *(column(each, UtcInstant) if each in instants else column(each) for each in names))


TIMELINE_EVENTS = _view("timeline_events", EventRow)
REPORTED_FIGURES = _view("reported_figures", FigureRow)
TOLLS = _view("tolls", TollRow)
DAILY_FIGURES = _view("daily_figures", DailyRow)
DOCUMENTS = _view("documents", DocumentRow)
UNRESOLVED_TIMES = _view("unresolved_times", UnresolvedTimeRow)
PUBLIC = (TIMELINE_EVENTS, REPORTED_FIGURES, TOLLS, DAILY_FIGURES, DOCUMENTS, UNRESOLVED_TIMES)
