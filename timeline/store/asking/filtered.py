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
from timeline.store.models import EVENT, FIGURE
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


def _figures_of(connection: Connection, events: Sequence[int]) -> dict[int, tuple[FigureRow, ...]]:
    view = REPORTED_FIGURES
    query = select(view).where(view.c.event_id.in_(events)).order_by(view.c.event_id, view.c.start, view.c.id)
    found = (FigureRow(*row) for row in connection.execute(query))
    return {event or 0: tuple(figures) for event, figures in groupby(found, lambda figure: figure.event_id)}


def _rows(connection: Connection, table: Table, where: list[Condition]) -> Iterator[Row]:
    result = connection.execute(_ordered(table, where), execution_options={"yield_per": _AT_ONCE})
    return (table.row(*row) for row in result)


def _ordered(table: Table, where: list[Condition]) -> Select[Any]:
    view = table.view
    query = select(view).where(*where)
    if "begin" in view.c:
        return query.order_by(*earliest_first(view))
    return query.order_by(*([view.c.document_id, view.c.start] if "document_id" in view.c else [view.c.id]))
