"""The events and figures of the timeline page."""

from __future__ import annotations

from dataclasses import replace

from dashboard.address import Filters
from dashboard.data.opened import database
from dashboard.data.pages import Page, page_of_table
from timeline.store import queries
from timeline.store.queries import Article
from timeline.store.views import EventRow, FigureRow

MOST_MARKS = 10_000  # events drawn at once


def drawn_events(filters: Filters) -> Page[EventRow]:
    """The events of the timeline, earliest first: the first `MOST_MARKS` of them, and how many there are."""
    return page_of_table("events", EventRow, filters, rows=MOST_MARKS, dated=True)


def dated_events(filters: Filters, number: int = 1) -> Page[EventRow]:
    """One page of the events of the timeline."""
    return page_of_table("events", EventRow, filters, number, dated=True)


def undated_events(filters: Filters, number: int = 1) -> Page[EventRow]:
    """One page of the events that the timeline cannot show, whatever the dates asked for."""
    others = replace(filters, first_day=None, last_day=None)
    return page_of_table("events", EventRow, others, number, dated=False)


def reported_figures(filters: Filters, number: int = 1) -> Page[FigureRow]:
    """One page of the figures of the period; a type of event leaves only the figures of such events."""
    return page_of_table("figures", FigureRow, filters, number)


def article(document_id: int) -> Article | None:
    """One article with all that was read in it."""
    return queries.article(database(), document_id)
