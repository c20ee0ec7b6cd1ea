"""The one door to the database. Everything a page shows comes from here; nothing here writes.

All functions raise `DatabaseProblem`, whose message is one line for the reader.
"""

from __future__ import annotations

import streamlit as st
from sqlalchemy import Engine

from dashboard.address import Filters
from timeline.store import queries
from timeline.store.database import database_url, open_database
from timeline.store.queries import Article
from timeline.store.views import EventRow, FigureRow

MOST_MARKS = 10_000  # events drawn at once
MOST_ROWS = 5_000  # rows sent to a table at once; more than that costs the reader tens of megabytes


def is_empty() -> bool:
    """Nothing has been read into the database yet."""
    return queries.counts(_database()).documents == 0


def dated_events(filters: Filters) -> list[EventRow]:
    """The events of the timeline, earliest first; one more than `MOST_MARKS` when there are too many to draw."""
    return queries.timeline_rows(_database(), filters.first_day, filters.end, filters.types, limit=MOST_MARKS + 1)


def undated_events(filters: Filters) -> list[EventRow]:
    """The events that the timeline cannot show, whatever the dates asked for."""
    return queries.undated_events(_database(), filters.types, limit=MOST_ROWS)


def reported_figures(filters: Filters) -> list[FigureRow]:
    """The figures of the period; a type of event leaves only the figures of such events."""
    first, end = filters.first_day, filters.end
    return queries.figure_rows(_database(), first, end, filters.kinds, types=filters.types, limit=MOST_ROWS)


def article(document_id: int) -> Article | None:
    """One article with all that was read in it."""
    return queries.article(_database(), document_id)


def _database() -> Engine:
    return _opened(database_url())


@st.cache_resource(show_spinner=False)
def _opened(url: str) -> Engine:
    return open_database(url)
