"""The stretches of time that the timeline shows, and the columns that they are counted in. Pure arithmetic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

Unit = Literal["day", "week", "month", "year"]
Days = Mapping[date, int]  # how many events begin on a day
SOME_DAY = date(2000, 1, 1)  # an empty chart needs an axis, and no module reads the clock
BEFORE, AFTER = 1 / 50, 1 / 10  # of the days: a little air before the first event, room for a name after the last one
FEW = 5  # events; with fewer than that, none is an exception


@dataclass(frozen=True, slots=True)
class Span:
    """Local time, half-open."""

    begin: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        return self.end - self.begin


@dataclass(frozen=True, slots=True)
class Window:
    """The days that the lanes show, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def end(self) -> date:
        """The day after the last one."""
        return self.last + timedelta(days=1) if self.last < date.max else self.last

    @property
    def span(self) -> Span:
        return Span(datetime.combine(self.first, time()), datetime.combine(self.end, time()))

    @property
    def view(self) -> Span:
        """The same with some air."""
        span = self.span
        return Span(later(span.begin, -span.length * BEFORE), later(span.end, span.length * AFTER))


def days_of(view: Span) -> Window:
    """The days that are seen in that view: a day that is touched is in."""
    inside = view.length / (1 + BEFORE + AFTER)
    first = later(view.begin, inside * BEFORE)
    last = later(first, inside - timedelta(milliseconds=1))
    return Window(first.date(), max(first.date(), last.date()))


def whole(days: Days) -> Window:
    """From the first day with an event to the last one."""
    return Window(min(days, default=SOME_DAY), max(days, default=SOME_DAY))


def usual(days: Days) -> Window:
    """The same without the few far dates (a war that began decades ago), which would squeeze all others together.

    A twentieth of the events at either end, or one, is left out if it takes more than a third of the span.
    """
    every = whole(days)
    total = sum(days.values())
    if total < FEW:
        return every
    tail = max(1, total // 20)
    first, last = _day_of(sorted(days), days, tail), _day_of(sorted(days, reverse=True), days, tail)
    return Window(
        first if (first - every.first).days * 3 > every.days else every.first,
        last if (every.last - last).days * 3 > every.days else every.last,
    )


def together(one: Window, other: Window) -> Window:
    """The days of both and those between them."""
    return Window(min(one.first, other.first), max(one.last, other.last))


def moved(window: Window, by: int) -> Window:
    """So many days later; at the ends of the calendar nothing moves."""
    return Window(shifted(window.first, by), shifted(window.last, by))


def scaled(window: Window, by: float) -> Window:
    """`by` times as many days around the same middle, at least one."""
    spare = round((window.days * by - window.days) / 2)
    first, last = shifted(window.first, -spare), shifted(window.last, spare)
    middle = shifted(window.first, window.days // 2)
    return Window(first, last) if first <= last else Window(middle, middle)


def unit_for(days: int) -> Unit:
    """The unit that cuts so many days into some 200 columns at most."""
    return "day" if days < 200 else "week" if days < 1400 else "month" if days < 6000 else "year"


def count_by(unit: Unit, days: Iterable[tuple[date, int]]) -> dict[date, int]:
    """How many events there are in each unit, by its first day."""
    counted: Counter[date] = Counter()
    for day, count in days:
        counted[floor(unit, day)] += count
    return dict(sorted(counted.items()))


def floor(unit: Unit, day: date) -> date:
    """The first day of the unit that the day lies in."""
    match unit:
        case "day":
            return day
        case "week":
            return shifted(day, -day.weekday())
        case "month":
            return day.replace(day=1)
        case "year":
            return day.replace(month=1, day=1)


def last_day(unit: Unit, first: date) -> date:
    """The last day of the unit that begins on `first`."""
    following = floor(unit, shifted(first, {"day": 1, "week": 7, "month": 31, "year": 366}[unit]))
    return shifted(following, -1) if following > first else date.max


def shifted(day: date, days: int) -> date:
    """At the ends of the calendar nothing moves: a year 1 or 9999 in an article must not break the page."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def later(moment: datetime, by: timedelta) -> datetime:
    """`shifted` for a moment."""
    try:
        return moment + by
    except OverflowError:
        return moment


def _day_of(ordered: Iterable[date], days: Days, number: int) -> date:
    """The day of the event of that number, counted from 0."""
    for day in ordered:
        number -= days[day]
        if number < 0:
            return day
    return SOME_DAY
