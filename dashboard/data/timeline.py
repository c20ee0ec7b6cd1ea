"""The events and figures of the timeline page."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from sqlalchemy import func, select

from dashboard.address import Filters
from dashboard.data.opened import database, version
from dashboard.data.pages import Page, page_of_view
from timeline.store import queries
from timeline.store.between import earliest_first, is_dated, told_once
from timeline.store.filtered import snapshot
from timeline.store.filters import Condition, conditions
from timeline.store.queries import Article
from timeline.store.views import REPORTED_FIGURES, TIMELINE_EVENTS, EventRow, FigureRow


def dated_events(filters: Filters, number: int = 1) -> Page[EventRow]:
    """One page of the events of the timeline."""
    return page_of_view(TIMELINE_EVENTS, EventRow, dated(filters), earliest_first(TIMELINE_EVENTS), number)


def undated_events(filters: Filters, number: int = 1) -> Page[EventRow]:
    """One page of the events that the timeline cannot show, whatever the dates asked for."""
    view = TIMELINE_EVENTS
    return page_of_view(view, EventRow, _undated(filters), [view.c.document_id, view.c.start], number)


def undated_total(filters: Filters) -> int:
    """How many they are."""
    return _undated_total(version(), filters)


def reported_figures(filters: Filters, number: int = 1) -> Page[FigureRow]:
    """One page of the figures of the period; a type of event leaves only the figures of such events."""
    view = REPORTED_FIGURES
    where = [told_once(view), *conditions("figures", filters)]
    return page_of_view(view, FigureRow, where, earliest_first(view), number)


def article(document_id: int) -> Article | None:
    """One article with all that was read in it."""
    return queries.article(database(), document_id)


def dated(filters: Filters) -> list[Condition]:
    """What is true of an event that the timeline shows."""
    return [told_once(TIMELINE_EVENTS), is_dated(TIMELINE_EVENTS), *conditions("events", filters)]


def _undated(filters: Filters) -> list[Condition]:
    others = replace(filters, first_day=None, last_day=None)
    return [told_once(TIMELINE_EVENTS), ~is_dated(TIMELINE_EVENTS), *conditions("events", others)]


@lru_cache(maxsize=16)
def _undated_total(at: str, filters: Filters) -> int:
    """Remembered for as long as the database is as it was `at` that version."""
    query = select(func.count()).select_from(TIMELINE_EVENTS).where(*_undated(filters))
    with snapshot(database()) as connection:
        return connection.scalar(query) or 0
