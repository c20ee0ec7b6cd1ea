"""The events and figures of the timeline page, as tables."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from dashboard.address import Filters
from dashboard.data.opened import database, version
from dashboard.data.pages import Page, page_of_table
from timeline.store.asking import queries
from timeline.store.asking.pages import how_many
from timeline.store.views.article import Article
from timeline.store.views.rows import EventRow, FigureRow


def dated_events(filters: Filters, number: int = 1) -> Page[EventRow]:
    """One page of the events of the timeline."""
    return page_of_table("events", EventRow, filters, number, dated=True)


def undated_events(filters: Filters, number: int = 1) -> Page[EventRow]:
    """One page of the events that the timeline cannot show, whatever the dates asked for."""
    return page_of_table("events", EventRow, _of_any_day(filters), number, dated=False)


def undated_total(filters: Filters) -> int:
    """How many they are."""
    return _undated_total(version(), _of_any_day(filters))


def reported_figures(filters: Filters, number: int = 1) -> Page[FigureRow]:
    """One page of the figures of the period; a type of event leaves only the figures of such events."""
    return page_of_table("figures", FigureRow, filters, number)


def article(document_id: int) -> Article | None:
    """One article with all that was read in it."""
    return queries.article(database(), document_id)


def _of_any_day(filters: Filters) -> Filters:
    return replace(filters, first_day=None, last_day=None)


@lru_cache(maxsize=16)
def _undated_total(at: str, filters: Filters) -> int:
    """Remembered for as long as the database is as it was `at` that version."""
    return how_many(database(), "events", filters, dated=False)
