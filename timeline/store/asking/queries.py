"""What the dashboard, the exports and the tables in the terminal ask of the database.

Every answer is made of frozen rows (see `timeline.store.views.rows`); nothing here writes.

A bound without an offset (a `date`, a naive `datetime`) is compared with the local reading of the article: "9 May" is
9 May where the article was written. A bound with an offset is compared with the UTC instant. Intervals are half-open
and match when they overlap `[begin, end)`. As soon as a bound is given, rows without any time are left out.

Articles that repeat another one (`copy_of`) are passed over: what they say is there once already. Exports have them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Engine, Select, TableClause, func, select

from timeline.store.asking.between import earliest_first, is_dated, overlapping, told_once
from timeline.store.models import DOCUMENT, SOURCE, TIME
from timeline.store.opening.database import reading
from timeline.store.views.article import Article, Counts, TimeRow
from timeline.store.views.rows import (
    DOCUMENTS,
    REPORTED_FIGURES,
    TIMELINE_EVENTS,
    UNRESOLVED_TIMES,
    DocumentRow,
    EventRow,
    FigureRow,
    UnresolvedTimeRow,
)

__all__ = [
    "Article",
    "Counts",
    "TimeRow",
    "all_events",
    "all_figures",
    "article",
    "counts",
    "documents",
    "events_between",
    "figure_rows",
    "figures_between",
    "timeline_rows",
    "undated_events",
    "unresolved_times",
]

_AT_ONCE = 1_000
T = TypeVar("T")


def events_between(
    engine: Engine,
    begin: date | None = None,
    end: date | None = None,
    types: Collection[str] = (),
    *,
    places: Collection[str] = (),
    outlets: Collection[str] = (),
    limit: int | None = None,
) -> list[EventRow]:
    """Events whose interval overlaps `[begin, end)`, earliest first, undated ones (if no bound is given) last.

    An empty collection does not filter.
    """
    view = TIMELINE_EVENTS
    chosen = _chosen(view, type=types, place=places, outlet=outlets)
    query = select(view).where(told_once(view), *overlapping(view, begin, end), *chosen).order_by(*earliest_first(view))
    return _rows(engine, EventRow, query.limit(limit))


def timeline_rows(
    engine: Engine,
    begin: date | None = None,
    end: date | None = None,
    types: Collection[str] = (),
    *,
    places: Collection[str] = (),
    outlets: Collection[str] = (),
    limit: int | None = None,
) -> list[EventRow]:
    """The events that can be drawn: `events_between` without those that have neither begin nor end_time."""
    view = TIMELINE_EVENTS
    chosen = _chosen(view, type=types, place=places, outlet=outlets)
    conditions = (told_once(view), is_dated(view), *overlapping(view, begin, end), *chosen)
    query = select(view).where(*conditions).order_by(*earliest_first(view))
    return _rows(engine, EventRow, query.limit(limit))


def undated_events(engine: Engine, types: Collection[str] = (), *, limit: int | None = None) -> list[EventRow]:
    """The events that no timeline can show, in the order of their documents."""
    view = TIMELINE_EVENTS
    chosen = (told_once(view), ~is_dated(view), *_chosen(view, type=types))
    query = select(view).where(*chosen).order_by(view.c.document_id, view.c.start)
    return _rows(engine, EventRow, query.limit(limit))


def figures_between(
    engine: Engine,
    begin: date | None = None,
    end: date | None = None,
    kinds: Collection[str] = (),
    *,
    types: Collection[str] = (),
    places: Collection[str] = (),
    outlets: Collection[str] = (),
    claimants: Collection[str] = (),
    limit: int | None = None,
) -> list[FigureRow]:
    """Figures whose period overlaps `[begin, end)`, earliest first, undated ones (if no bound is given) last.

    `types` leaves the figures of such events.
    """
    view = REPORTED_FIGURES
    chosen = _chosen(view, kind=kinds, event=types, place=places, outlet=outlets, source=claimants)
    query = select(view).where(told_once(view), *overlapping(view, begin, end), *chosen).order_by(*earliest_first(view))
    return _rows(engine, FigureRow, query.limit(limit))


figure_rows = figures_between


def documents(engine: Engine, *, limit: int | None = None) -> list[DocumentRow]:
    """All documents, latest publication first, undated ones last."""
    view = DOCUMENTS
    query = select(view).order_by(view.c.published_utc.is_(None), view.c.published_utc.desc(), view.c.id)
    return _rows(engine, DocumentRow, query.limit(limit))


def unresolved_times(engine: Engine, *, limit: int | None = None) -> list[UnresolvedTimeRow]:
    """The time expressions that have no bounds, in the order of their documents."""
    view = UNRESOLVED_TIMES
    query = select(view).where(told_once(view)).order_by(view.c.document_id, view.c.start)
    return _rows(engine, UnresolvedTimeRow, query.limit(limit))


def article(engine: Engine, document_id: int) -> Article | None:
    """One document with its times, figures and events, or None if there is no such id."""
    with reading(engine) as connection:
        document = connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.id == document_id)).first()
        text = connection.scalar(select(DOCUMENT.c.text).where(DOCUMENT.c.id == document_id))
        times, figures, events = (
            connection.execute(query.order_by("start", "id"))
            for query in (_times_of(document_id), _of(REPORTED_FIGURES, document_id), _of(TIMELINE_EVENTS, document_id))
        )
        if document is None:
            return None
        return Article(
            DocumentRow(*document),
            text or "",
            tuple(TimeRow(*row) for row in times),
            tuple(FigureRow(*row) for row in figures),
            tuple(EventRow(*row) for row in events),
        )


def counts(engine: Engine) -> Counts:
    """The size of the database; what is told twice is counted once."""
    how_many = [select(func.count()).select_from(each) for each in (DOCUMENT, SOURCE, TIME)]
    how_many += [_told(view) for view in (UNRESOLVED_TIMES, REPORTED_FIGURES, TIMELINE_EVENTS)]
    how_many.append(_told(TIMELINE_EVENTS).where(~is_dated(TIMELINE_EVENTS)))
    with reading(engine) as connection:
        return Counts(*(connection.scalar(query) or 0 for query in how_many))


def _told(view: TableClause) -> Select[Any]:
    return select(func.count()).select_from(view).where(told_once(view))


def all_events(engine: Engine) -> Iterator[EventRow]:
    """Every event, streamed: for exports that may not fit in memory."""
    return (EventRow(*row) for row in _streamed(engine, TIMELINE_EVENTS))


def all_figures(engine: Engine) -> Iterator[FigureRow]:
    """Every figure, streamed."""
    return (FigureRow(*row) for row in _streamed(engine, REPORTED_FIGURES))


def _rows(engine: Engine, row: Callable[..., T], query: Select[Any]) -> list[T]:
    with reading(engine) as connection:
        return [row(*each) for each in connection.execute(query)]


def _streamed(engine: Engine, view: TableClause) -> Iterator[Sequence[Any]]:
    query = select(view).order_by(*earliest_first(view))
    with reading(engine) as connection, connection.execution_options(yield_per=_AT_ONCE).execute(query) as rows:
        yield from rows


def _of(view: TableClause, document_id: int) -> Select[Any]:
    return select(view).where(view.c.document_id == document_id)


def _times_of(document_id: int) -> Select[Any]:
    columns = [TIME.c[each.name] for each in fields(TimeRow)]
    return select(*columns).where(TIME.c.document_id == document_id, func.coalesce(TIME.c.reviewed, "") != "rejected")


def _chosen(view: TableClause, **wanted: Collection[str]) -> list[ColumnElement[bool]]:
    return [view.c[name].in_(values) for name, values in wanted.items() if values]
