"""The rows that filters leave, streamed: one query, one snapshot of the database, never more than a page in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Engine, Select, func, or_, select

from timeline.store.asking.between import earliest_first
from timeline.store.asking.filters import Condition, Filters, conditions
from timeline.store.asking.folding import teach
from timeline.store.models import EVENT, FIGURE, PLACE
from timeline.store.opening.database import reading
from timeline.store.views.rows import DOCUMENTS, REPORTED_FIGURES, TIMELINE_EVENTS, EventRow, FigureRow
from timeline.store.views.schema import TABLES, Row, Table, What

_AT_ONCE = 1_000
_CHUNK = 500  # events whose figures are fetched at once; SQLite takes a thousand values in a query


@dataclass(frozen=True, slots=True)
class Told:
    """An event with all the figures of what it did, as its article tells them."""

    event: EventRow
    figures: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class LocatedFigure(FigureRow):
    """A figure with what the gazetteer knows of its place, be that its own or the one of its event."""

    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection on which several queries see the same database. Raises `DatabaseProblem`."""
    with reading(engine) as connection:
        teach(connection)
        yield connection


def count(connection: Connection, what: What, filters: Filters) -> int:
    """How many rows the filters leave."""
    view = TABLES[what].view
    return connection.scalar(select(func.count()).select_from(view).where(*conditions(what, filters))) or 0


def rows(connection: Connection, what: What, filters: Filters) -> Iterator[Row]:
    """The rows that the filters leave, earliest first where they have a time."""
    return _rows(connection, TABLES[what], conditions(what, filters))


def events_with_figures(connection: Connection, filters: Filters) -> Iterator[Told]:
    """The events that the filters leave, each with all of its figures."""
    query = _ordered(TABLES["events"], conditions("events", filters))
    for part in connection.execute(query, execution_options={"yield_per": _CHUNK}).partitions():
        events = [EventRow(*row) for row in part]
        figures = _figures_of(connection, [event.id for event in events])
        yield from (Told(event, figures.get(event.id, ())) for event in events)


def located_figures(connection: Connection, filters: Filters) -> Iterator[LocatedFigure]:
    """The figures that the filters leave, as `rows` gives them, each with where it is on the map."""
    query = _located(_ordered(TABLES["figures"], conditions("figures", filters)))
    return (LocatedFigure(*row) for row in connection.execute(query, execution_options={"yield_per": _AT_ONCE}))


def whole(connection: Connection, filters: Filters) -> dict[What, Iterator[Row]]:
    """The documents, events and figures that the filters leave, and every row that these refer to."""
    closed = _closed(filters)
    return {what: _rows(connection, TABLES[what], [where]) for what, where in closed.items()}


def _closed(filters: Filters) -> dict[What, Condition]:
    """The figures asked for and their wholes, the events asked for and those of the figures, the articles of both."""
    asked = select(REPORTED_FIGURES.c.id).where(*conditions("figures", filters)).cte("asked", recursive=True)
    wholes = select(FIGURE.c.part_of).join(asked, FIGURE.c.id == asked.c.id).where(FIGURE.c.part_of.is_not(None))
    figures = select(asked.union(wholes).c.id)
    events = or_(
        EVENT.c.id.in_(select(TIMELINE_EVENTS.c.id).where(*conditions("events", filters))),
        EVENT.c.id.in_(select(FIGURE.c.event_id).where(FIGURE.c.id.in_(figures))),
    )
    documents = or_(
        DOCUMENTS.c.id.in_(select(FIGURE.c.document_id).where(FIGURE.c.id.in_(figures))),
        DOCUMENTS.c.id.in_(select(EVENT.c.document_id).where(events)),
    )
    return {
        "documents": documents,
        "events": TIMELINE_EVENTS.c.id.in_(select(EVENT.c.id).where(events)),
        "figures": REPORTED_FIGURES.c.id.in_(figures),
    }


def _located(query: Select[Any]) -> Select[Any]:
    """The place of a figure as the view finds it: a rejected event is none of its events."""
    view = REPORTED_FIGURES
    return (
        query.add_columns(PLACE.c.country, PLACE.c.admin1, PLACE.c.latitude, PLACE.c.longitude)
        .join_from(view, FIGURE, FIGURE.c.id == view.c.id)
        .outerjoin(EVENT, EVENT.c.id == view.c.event_id)
        .outerjoin(PLACE, PLACE.c.id == func.coalesce(FIGURE.c.place_id, EVENT.c.place_id))
    )


def _figures_of(connection: Connection, events: Sequence[int]) -> dict[int, tuple[FigureRow, ...]]:
    found = (FigureRow(*row) for row in connection.execute(figures_of(events)))
    return {event or 0: tuple(figures) for event, figures in groupby(found, lambda figure: figure.event_id)}


def figures_of(events: Sequence[int]) -> Select[Any]:
    """The query for the figures of some events: by the index of their table, where the view would be read whole."""
    view = REPORTED_FIGURES
    theirs = select(FIGURE.c.id).where(FIGURE.c.event_id.in_(events))
    return select(view).where(view.c.id.in_(theirs)).order_by(view.c.event_id, view.c.start, view.c.id)


def _rows(connection: Connection, table: Table, where: list[Condition]) -> Iterator[Row]:
    result = connection.execute(_ordered(table, where), execution_options={"yield_per": _AT_ONCE})
    return (table.row(*row) for row in result)


def _ordered(table: Table, where: list[Condition]) -> Select[Any]:
    view = table.view
    query = select(view).where(*where)
    if "begin" in view.c:
        return query.order_by(*earliest_first(view))
    return query.order_by(*([view.c.document_id, view.c.start] if "document_id" in view.c else [view.c.id]))
