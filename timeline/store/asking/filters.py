"""What a reader may ask for, and the conditions that this makes on each view.

The command line, the address of a page and the metadata of an export use the same names for it, `PARAMETERS`.
A filter that a view has no column for asks its neighbours: events "of kind killed" are those that a count of killed
belongs to, documents "of type raid" those that tell of one.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Table, TableClause, exists, func, literal, or_, select

from timeline.store.asking.between import overlapping
from timeline.store.asking.spelling import claimed, named, saying, told
from timeline.store.models import CATEGORY, EVENT, FIGURE, PLACE, SOURCE
from timeline.store.views.rows import DOCUMENTS, REPORTED_FIGURES, TIMELINE_EVENTS, UNRESOLVED_TIMES
from timeline.store.views.schema import What

Condition = ColumnElement[bool]

PARAMETERS = {
    "first_day": "from",
    "last_day": "to",
    "types": "type",
    "kinds": "kind",
    "categories": "category",
    "places": "place",
    "claimants": "source",
    "outlets": "outlet",
    "statuses": "status",
    "reviews": "reviewed",
    "words": "words",
}
UNREVIEWED = "unreviewed"
REVIEWS = ("accepted", "corrected", UNREVIEWED)  # what was rejected is in no view


@dataclass(frozen=True, slots=True)
class Filters:
    """Which rows are wanted. Both days are included, in the article's own time; what is empty leaves nothing out.

    Places and outlets are compared whole, claimants and words as parts of a text, all of them in any spelling of
    hamza, ya and ta marbuta. Of several values of one filter, one must fit; of several words, each.
    """

    first_day: date | None = None
    last_day: date | None = None
    types: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    words: str = ""

    @property
    def end(self) -> date | None:
        """The day after the last one: intervals are half-open."""
        return self.last_day + timedelta(days=1) if self.last_day else None

    @property
    def is_backwards(self) -> bool:
        """Ends before it begins."""
        return bool(self.first_day and self.last_day and self.first_day > self.last_day)

    def as_said(self) -> dict[str, str | list[str]]:
        """{"from": "2023-05-01", "type": ["raid"]}: only what filters something, under the names that a user knows."""
        asked = {said: getattr(self, name) for name, said in PARAMETERS.items()}
        return {said: _plain(value) for said, value in asked.items() if value}


ALL = Filters()


def conditions(what: What, filters: Filters) -> list[Condition]:
    """What must be true of a row of that view; nothing where nothing is filtered."""
    return {
        "events": _of_events,
        "figures": _of_figures,
        "documents": _of_documents,
        "unresolved_times": _of_unresolved_times,
    }[what](filters)


def _of_events(filters: Filters) -> list[Condition]:
    view = TIMELINE_EVENTS
    return [
        *overlapping(view, filters.first_day, filters.end),
        *_among(view.c.type, filters.types),
        *_among(view.c.status, filters.statuses),
        *_called(view.c.place, PLACE, filters.places),
        *_called(view.c.outlet, SOURCE, filters.outlets),
        *_reviewed(view.c.reviewed, filters.reviews),
        *saying(filters.words, view, "sentence", "title"),
        *_having(_counted(filters), FIGURE.c.event_id, view.c.id),
    ]


def _of_figures(filters: Filters) -> list[Condition]:
    view = REPORTED_FIGURES
    return [
        *overlapping(view, filters.first_day, filters.end),
        *_among(view.c.kind, filters.kinds),
        *_among(view.c.event, filters.types),
        *_called(view.c.place, PLACE, filters.places),
        *_called(view.c.outlet, SOURCE, filters.outlets),
        *claimed(view.c.source, filters.claimants),
        *_grouped(view.c.id, filters.categories),
        *_reviewed(view.c.reviewed, filters.reviews),
        *saying(filters.words, view, "sentence", "title"),
        *_having(_among(EVENT.c.status, filters.statuses), EVENT.c.id, view.c.event_id),
    ]


def _of_documents(filters: Filters) -> list[Condition]:
    view = DOCUMENTS
    seen = _looked_at(view.c.id, filters.reviews)
    own = [*_published(view, filters), *told(filters.words, view.c.id), *seen]
    return [*own, *_telling(view, view.c.id, filters)]


def _of_unresolved_times(filters: Filters) -> list[Condition]:
    view = UNRESOLVED_TIMES
    own = [*_reviewed(view.c.reviewed, filters.reviews), *saying(filters.words, view, "text", "title")]
    return [*_published(view, filters), *own, *_telling(view, view.c.document_id, filters)]


def _telling(view: TableClause, document: ColumnElement[int], filters: Filters) -> list[Condition]:
    """The article tells of such events and reports such figures."""
    of_events = [*_among(EVENT.c.type, filters.types), *_among(EVENT.c.status, filters.statuses)]
    if filters.places:
        meant = select(PLACE.c.id).where(*named(PLACE.c.name, filters.places))
        of_events.append(EVENT.c.place_id.in_(meant))
    return [
        *_called(view.c.outlet, SOURCE, filters.outlets),
        *_having(of_events, EVENT.c.document_id, document),
        *_having(_counted(filters), FIGURE.c.document_id, document),
    ]


def _published(view: TableClause, filters: Filters) -> list[Condition]:
    """By the day on the article's own clock, with which its ISO 8601 text begins."""
    first, end = filters.first_day, filters.end
    found = [view.c.published >= literal(first.isoformat())] if first else []
    return found + ([view.c.published < literal(end.isoformat())] if end else [])


def _counted(filters: Filters) -> list[Condition]:
    return [
        *_among(FIGURE.c.kind, filters.kinds),
        *claimed(FIGURE.c.source, filters.claimants),
        *_grouped(FIGURE.c.id, filters.categories),
    ]


def _grouped(figure: ColumnElement[int], categories: Collection[str]) -> list[Condition]:
    wanted = _among(CATEGORY.c.category, categories)
    return _having(wanted, CATEGORY.c.figure_id, figure)


def _reviewed(column: ColumnElement[str | None], reviews: Collection[str]) -> list[Condition]:
    return [func.coalesce(column, UNREVIEWED).in_(reviews)] if reviews else []


def _looked_at(document: ColumnElement[int], reviews: Collection[str]) -> list[Condition]:
    """The article holds an event or a figure of such a review."""
    if not reviews:
        return []
    rows = ((EVENT, EVENT.c.reviewed), (FIGURE, FIGURE.c.reviewed))
    return [or_(*(exists().where(t.c.document_id == document, *_reviewed(r, reviews)) for t, r in rows))]


def _having(wanted: list[Condition], key: ColumnElement[Any], of: ColumnElement[Any]) -> list[Condition]:
    """One of those rows has it as its `key`. They are gathered once: SQLite would look for them again for each row."""
    return [of.in_(select(key).where(*wanted))] if wanted else []


def _among(column: ColumnElement[str], values: Collection[str]) -> list[Condition]:
    return [column.in_(values)] if values else []


def _called(column: ColumnElement[str], table: Table, names: Collection[str]) -> list[Condition]:
    """A column of a view that holds names of that table: they are spelt out there once each, not in every row."""
    return [column.in_(select(table.c.name).where(*named(table.c.name, names)))] if names else []


def _plain(value: date | str | tuple[str, ...]) -> str | list[str]:
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, str) else value.isoformat()
