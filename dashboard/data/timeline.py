"""The events and figures of the timeline page."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, TableClause, func, select

from dashboard.address import Filters
from dashboard.data.opened import database
from dashboard.data.pages import Page, page
from timeline.store import queries
from timeline.store.between import is_dated, overlapping, told_once
from timeline.store.database import reading
from timeline.store.queries import Article
from timeline.store.views import REPORTED_FIGURES, TIMELINE_EVENTS, EventRow, FigureRow

MOST_MARKS = 10_000  # events drawn at once

Condition = ColumnElement[bool]


def drawn_events(filters: Filters) -> Page[EventRow]:
    """The events of the timeline, earliest first: the first `MOST_MARKS` of them, and how many there are."""
    engine, first, end, types = database(), filters.first_day, filters.end, filters.types
    return Page(queries.timeline_rows(engine, first, end, types, limit=MOST_MARKS), _dated(filters))


def dated_events(filters: Filters, number: int = 1) -> Page[EventRow]:
    """One page of the events of the timeline."""
    engine, first, end, types = database(), filters.first_day, filters.end, filters.types
    return page(_dated(filters), number, lambda limit: queries.timeline_rows(engine, first, end, types, limit=limit))


def undated_events(filters: Filters, number: int = 1) -> Page[EventRow]:
    """One page of the events that the timeline cannot show, whatever the dates asked for."""
    view, engine, types = TIMELINE_EVENTS, database(), filters.types
    total = _how_many(view, ~is_dated(view), *_among(view, type=types))
    return page(total, number, lambda limit: queries.undated_events(engine, types, limit=limit))


def reported_figures(filters: Filters, number: int = 1) -> Page[FigureRow]:
    """One page of the figures of the period; a type of event leaves only the figures of such events."""
    view, engine, first, end = REPORTED_FIGURES, database(), filters.first_day, filters.end
    kinds, types = filters.kinds, filters.types
    total = _how_many(view, *overlapping(view, first, end), *_among(view, kind=kinds, event=types))
    return page(total, number, lambda limit: queries.figure_rows(engine, first, end, kinds, types=types, limit=limit))


def article(document_id: int) -> Article | None:
    """One article with all that was read in it."""
    return queries.article(database(), document_id)


def _dated(filters: Filters) -> int:
    view = TIMELINE_EVENTS
    between = overlapping(view, filters.first_day, filters.end)
    return _how_many(view, is_dated(view), *between, *_among(view, type=filters.types))


def _how_many(view: TableClause, *conditions: Condition) -> int:
    with reading(database()) as connection:
        return connection.scalar(select(func.count()).select_from(view).where(told_once(view), *conditions)) or 0


def _among(view: TableClause, **wanted: Collection[str]) -> list[Condition]:
    """An empty collection leaves nothing out, as in `timeline.store.queries`."""
    return [view.c[name].in_(values) for name, values in wanted.items() if values]
