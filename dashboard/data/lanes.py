"""The events of the timeline in their lanes: counted by day, counted by lane, or one by one.

What was asked once is remembered for as long as the database is as it was.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, func, literal, or_, select

from dashboard.data.opened import database, version
from dashboard.lanes.density import Count
from dashboard.lanes.drawn import Drawn
from dashboard.lanes.spans import Window
from timeline.store.asking.between import earliest_first, is_dated, told_once
from timeline.store.asking.filtered import snapshot
from timeline.store.asking.filters import Condition, Filters, conditions
from timeline.store.asking.pages import chosen
from timeline.store.models import EVENT, FIGURE
from timeline.store.storable import local
from timeline.store.views.rows import TIMELINE_EVENTS

MOST_MARKS = 10_000  # events drawn one by one

_VIEW = TIMELINE_EVENTS
_DAY = func.substr(func.coalesce(_VIEW.c.begin, _VIEW.c.end_time), 1, 10)
_COUNTED_BY = (
    select(FIGURE.c.source)
    .where(FIGURE.c.event_id == _VIEW.c.id, FIGURE.c.source.is_not(None))
    .order_by(FIGURE.c.start)
    .limit(1)
    .correlate(_VIEW)
    .scalar_subquery()
)
_LANES: dict[str, ColumnElement[Any]] = {
    "type": _VIEW.c.type,
    "place": func.coalesce(_VIEW.c.location, _VIEW.c.place, literal("", String)),
    "outlet": func.coalesce(_VIEW.c.outlet, literal("", String)),
    "claimant": func.coalesce(_COUNTED_BY, literal("", String)),
}


def days(filters: Filters) -> dict[date, int]:
    """How many events begin on each day (or end on it, where the beginning is not known)."""
    return _days(version(), filters)


def lane_counts(filters: Filters, window: Window, by: str) -> dict[str, int]:
    """How many events of those days there are in each lane."""
    return _lane_counts(version(), filters, window, by)


def daily_counts(filters: Filters, window: Window, by: str) -> tuple[Count, ...]:
    """How many events of those days there are in each lane on each day."""
    return _daily_counts(version(), filters, window, by)


def drawn_events(filters: Filters, window: Window, by: str) -> tuple[Drawn, ...]:
    """The events of those days, earliest first, `MOST_MARKS` at most."""
    return _drawn_events(version(), filters, window, by)


@lru_cache(maxsize=16)
def _days(at: str, filters: Filters) -> dict[date, int]:
    day = func.substr(EVENT.c.moment, 1, 10)
    query = chosen("events", filters, True, day, func.count()).group_by(day)
    return {date.fromisoformat(day): count for day, count in _rows(query)}


@lru_cache(maxsize=16)
def _lane_counts(at: str, filters: Filters, window: Window, by: str) -> dict[str, int]:
    lane = _LANES[by].label("lane")
    return dict(_rows(_in(window, select(lane, func.count()), filters).group_by(lane)))


@lru_cache(maxsize=4)
def _daily_counts(at: str, filters: Filters, window: Window, by: str) -> tuple[Count, ...]:
    lane, day = _LANES[by].label("lane"), _DAY.label("day")
    counted = _rows(_in(window, select(lane, day, func.count()), filters).group_by(lane, day))
    return tuple((name, date.fromisoformat(on), count) for name, on, count in counted)


@lru_cache(maxsize=4)
def _drawn_events(at: str, filters: Filters, window: Window, by: str) -> tuple[Drawn, ...]:
    columns = [_VIEW.c[name] for name in list(Drawn.__dataclass_fields__)[1:]]
    query = _in(window, select(_LANES[by], *columns), filters)
    return tuple(Drawn(*row) for row in _rows(query.order_by(*earliest_first(_VIEW)).limit(MOST_MARKS)))


def _in(window: Window, query: Select[Any], filters: Filters) -> Select[Any]:
    """What lies in these days where it is drawn: an event without an end is there where it began, not ever after."""
    first, end = literal(local(window.span.begin)), literal(local(window.span.end))
    begins = or_(_VIEW.c.begin < end, and_(_VIEW.c.begin.is_(None), _VIEW.c.end_time <= end))
    return query.where(*_dated(filters), or_(_VIEW.c.end_time > first, _VIEW.c.begin >= first), begins)


def _dated(filters: Filters) -> list[Condition]:
    return [told_once(_VIEW), is_dated(_VIEW), *conditions("events", filters)]


def _rows(query: Select[Any]) -> list[Any]:
    with snapshot(database()) as connection:
        return [tuple(row) for row in connection.execute(query)]
