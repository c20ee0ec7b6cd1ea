"""The one door to the database. Everything a page shows comes from here; nothing here writes.

All functions raise `DatabaseProblem`, whose message is one line for the reader.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import streamlit as st
from sqlalchemy import ColumnElement, Engine, TableClause, func, make_url, select

from dashboard.address import Filters
from timeline.store import queries
from timeline.store.between import is_dated, overlapping, told_once
from timeline.store.database import database_url, open_database, reading
from timeline.store.queries import Article
from timeline.store.views import REPORTED_FIGURES, TIMELINE_EVENTS, EventRow, FigureRow

MOST_MARKS = 10_000  # events drawn at once
PAGE_ROWS = 100  # rows of a table sent at once

Row = TypeVar("Row", EventRow, FigureRow)
Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """The rows from `first` (counted from 0) on, out of `total`; pages are counted from 1."""

    rows: list[Row]
    total: int
    first: int = 0

    @property
    def number(self) -> int:
        return self.first // PAGE_ROWS + 1

    @property
    def last(self) -> int:
        return _last_page(self.total)


def is_empty() -> bool:
    """Nothing has been read into the database yet."""
    return queries.counts(_database()).documents == 0


def database_name() -> str:
    """The name of the file, without its folders; on a server, the name of the database."""
    return Path(_database().url.database or "").name


def database_option() -> str:
    """What `--database` takes to mean this database; a password is not repeated."""
    given = database_url()
    return make_url(given).render_as_string() if "://" in given else given


def drawn_events(filters: Filters) -> Page[EventRow]:
    """The events of the timeline, earliest first: the first `MOST_MARKS` of them, and how many there are."""
    engine, first, end, types = _database(), filters.first_day, filters.end, filters.types
    return Page(queries.timeline_rows(engine, first, end, types, limit=MOST_MARKS), _dated(filters))


def dated_events(filters: Filters, number: int = 1) -> Page[EventRow]:
    """One page of the events of the timeline."""
    engine, first, end, types = _database(), filters.first_day, filters.end, filters.types
    return _page(_dated(filters), number, lambda limit: queries.timeline_rows(engine, first, end, types, limit=limit))


def undated_events(filters: Filters, number: int = 1) -> Page[EventRow]:
    """One page of the events that the timeline cannot show, whatever the dates asked for."""
    view, engine, types = TIMELINE_EVENTS, _database(), filters.types
    total = _how_many(view, ~is_dated(view), *_among(view, type=types))
    return _page(total, number, lambda limit: queries.undated_events(engine, types, limit=limit))


def reported_figures(filters: Filters, number: int = 1) -> Page[FigureRow]:
    """One page of the figures of the period; a type of event leaves only the figures of such events."""
    view, engine, first, end = REPORTED_FIGURES, _database(), filters.first_day, filters.end
    kinds, types = filters.kinds, filters.types
    total = _how_many(view, *overlapping(view, first, end), *_among(view, kind=kinds, event=types))
    return _page(total, number, lambda limit: queries.figure_rows(engine, first, end, kinds, types=types, limit=limit))


def article(document_id: int) -> Article | None:
    """One article with all that was read in it."""
    return queries.article(_database(), document_id)


def page_of(rows: Collection[Row], number: int = 1) -> Page[Row]:
    """One page of rows that are here already."""
    return _page(len(rows), number, lambda limit: list(rows)[:limit])


def _page(total: int, number: int, up_to: Callable[[int], list[Row]]) -> Page[Row]:
    """The page of that number, or the last one there is; `up_to` gives the first rows of all."""
    first = (min(max(1, number), _last_page(total)) - 1) * PAGE_ROWS
    return Page(up_to(first + PAGE_ROWS)[first:], total, first)


def _last_page(total: int) -> int:
    """The number of the page with the last row; 1 where there are no rows."""
    return max(1, -(-total // PAGE_ROWS))


def _dated(filters: Filters) -> int:
    view = TIMELINE_EVENTS
    between = overlapping(view, filters.first_day, filters.end)
    return _how_many(view, is_dated(view), *between, *_among(view, type=filters.types))


def _how_many(view: TableClause, *conditions: Condition) -> int:
    with reading(_database()) as connection:
        return connection.scalar(select(func.count()).select_from(view).where(told_once(view), *conditions)) or 0


def _among(view: TableClause, **wanted: Collection[str]) -> list[Condition]:
    """An empty collection leaves nothing out, as in `timeline.store.queries`."""
    return [view.c[name].in_(values) for name, values in wanted.items() if values]


def _database() -> Engine:
    return _opened(database_url())


@st.cache_resource(show_spinner=False)
def _opened(url: str) -> Engine:
    return open_database(url)
