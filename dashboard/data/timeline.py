"""The events and figures of the timeline page."""

from __future__ import annotations

from dataclasses import replace

from dashboard.address import Filters
from dashboard.data.opened import database
from dashboard.data.pages import Page, page_of_view
from timeline.store import queries
from timeline.store.between import earliest_first, is_dated, told_once
from timeline.store.filters import Condition, conditions
from timeline.store.queries import Article
from timeline.store.views import REPORTED_FIGURES, TIMELINE_EVENTS, EventRow, FigureRow

MOST_MARKS = 10_000  # events drawn at once


def drawn_events(filters: Filters) -> Page[EventRow]:
    """The events of the timeline, earliest first: the first `MOST_MARKS` of them, and how many there are."""
    order = earliest_first(TIMELINE_EVENTS)
    return page_of_view(TIMELINE_EVENTS, EventRow, _dated(filters), order, rows=MOST_MARKS)


def dated_events(filters: Filters, number: int = 1) -> Page[EventRow]:
    """One page of the events of the timeline."""
    return page_of_view(TIMELINE_EVENTS, EventRow, _dated(filters), earliest_first(TIMELINE_EVENTS), number)


def undated_events(filters: Filters, number: int = 1) -> Page[EventRow]:
    """One page of the events that the timeline cannot show, whatever the dates asked for."""
    view = TIMELINE_EVENTS
    others = replace(filters, first_day=None, last_day=None)
    where = [told_once(view), ~is_dated(view), *conditions("events", others)]
    return page_of_view(view, EventRow, where, [view.c.document_id, view.c.start], number)


def reported_figures(filters: Filters, number: int = 1) -> Page[FigureRow]:
    """One page of the figures of the period; a type of event leaves only the figures of such events."""
    view = REPORTED_FIGURES
    where = [told_once(view), *conditions("figures", filters)]
    return page_of_view(view, FigureRow, where, earliest_first(view), number)


def article(document_id: int) -> Article | None:
    """One article with all that was read in it."""
    return queries.article(database(), document_id)


def _dated(filters: Filters) -> list[Condition]:
    return [told_once(TIMELINE_EVENTS), is_dated(TIMELINE_EVENTS), *conditions("events", filters)]
