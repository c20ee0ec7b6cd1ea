"""The stretches of time that a chart shows, and the columns that they are counted in. Pure arithmetic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from timeline.store.views import EventRow

Unit = Literal["day", "week", "month", "year"]
SOME_DAY = datetime(2000, 1, 1)  # an empty chart needs an axis, and no module reads the clock
FEW = 5  # events; with fewer than that, none is an exception


@dataclass(frozen=True, slots=True)
class Span:
    """Local time, half-open."""

    begin: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        return self.end - self.begin


def edges(event: EventRow) -> tuple[datetime | None, datetime | None]:
    """The local begin and end of an event, each None where it is open."""
    return _moment(event.begin), _moment(event.end_time)


def span_of(events: Iterable[EventRow]) -> Span:
    """From the first known edge to the last one, at least a day; some day where there is no event."""
    known = [edge for event in events for edge in edges(event) if edge] or [SOME_DAY]
    begin, end = min(known), max(known)
    return Span(begin, max(end, shifted(begin, timedelta(days=1))))


def first_view(events: Sequence[EventRow], first_day: date | None = None, end: date | None = None) -> Span:
    """The days that were asked for; for a bound that was not, the edge of what there is to see."""
    seen = _padded(_without_far_dates(events))
    begin = datetime.combine(first_day, time()) if first_day else seen.begin
    until = datetime.combine(end, time()) if end else seen.end
    return Span(begin, max(until, shifted(begin, timedelta(days=1))))


def unit_for(span: Span) -> Unit:
    """The unit that cuts the span into some 200 columns at most."""
    days = span.length.days
    return "day" if days < 200 else "week" if days < 1400 else "month" if days < 6000 else "year"


def count_by(unit: Unit, events: Iterable[EventRow]) -> dict[datetime, int]:
    """How many events begin in each unit, by the unit's first moment; an event of unknown begin counts at its end."""
    starts = (start for event in events if (start := _start(event)))
    return dict(sorted(Counter(_floor(unit, start) for start in starts).items()))


def following(unit: Unit, start: datetime) -> datetime:
    """The first moment of the next unit."""
    days = {"day": 1, "week": 7, "month": 31, "year": 366}[unit]
    return _floor(unit, shifted(start, timedelta(days=days)))


def shifted(moment: datetime, by: timedelta) -> datetime:
    """At the ends of the calendar nothing moves: a year 1 or 9999 in an article must not break the page."""
    try:
        return moment + by
    except OverflowError:
        return moment


def _without_far_dates(events: Sequence[EventRow]) -> Span:
    """The few far dates (a war that began decades ago) would squeeze all others together.

    A twentieth of the events at either end, or one, is left out if it takes more than a third of the span.
    """
    whole = span_of(events)
    dated = sorted(((start, event) for event in events if (start := _start(event))), key=lambda one: one[0])
    tail = max(1, len(dated) // 20)
    if len(dated) < FEW:
        return whole
    first = tail if (dated[tail][0] - dated[0][0]) * 3 > whole.length else 0
    last = tail if (dated[-1][0] - dated[-1 - tail][0]) * 3 > whole.length else 0
    return span_of(event for _, event in dated[first : len(dated) - last])


def _start(event: EventRow) -> datetime | None:
    begin, end = edges(event)
    return begin or end


def _floor(unit: Unit, moment: datetime) -> datetime:
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    match unit:
        case "day":
            return day
        case "week":
            return shifted(day, -timedelta(days=day.weekday()))
        case "month":
            return day.replace(day=1)
        case "year":
            return day.replace(month=1, day=1)


def _padded(span: Span) -> Span:
    """A little air before the first event, and after the last one room for its name."""
    return Span(shifted(span.begin, -span.length / 40), shifted(span.end, span.length / 7))


def _moment(iso: str | None) -> datetime | None:
    return datetime.fromisoformat(iso).replace(tzinfo=None) if iso else None
