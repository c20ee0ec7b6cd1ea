"""What a phrase is resolved against, and what comes out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from typing import NamedTuple

from .. import calendars
from ..meanings import DayPart
from ..values import Mod, Signal, TimexType


class Resolved(NamedTuple):
    """TIMEX3 type and value, half-open local bounds, and the day that later phrases may refer to.

    `named` is the named beginning that gave the value.
    """

    type: TimexType
    value: str
    begin: datetime | None = None
    end: datetime | None = None
    mod: Mod | None = None
    day: date | None = None
    alternatives: tuple[str, ...] = ()
    named: str = ""


class Anchor(NamedTuple):
    """What a phrase is resolved against.

    `now`: local publication time without zone, or None; `zone`: its zone; `future`: what the clause says
    (None: it does not say); `signal`: the word before the phrase; `last`: the last date that the text named;
    `clock`: the last clock time that it named, resolved;
    `day`: the day on which a clock time of this sentence hangs; `part`: the part of the day before it;
    `starts`: dates from which a series may be counted; `recurs`: the sentence says that it happens daily.
    """

    now: datetime | None
    zone: tzinfo | None = None
    future: bool | None = None
    signal: Signal | None = None
    last: Resolved | None = None
    day: Resolved | None = None
    part: DayPart | None = None
    starts: tuple[date, ...] = ()
    recurs: bool = False
    clock: datetime | None = None

    @property
    def today(self) -> date | None:
        return self.now.date() if self.now else None


def on(day: date, alternatives: Iterable[date] = ()) -> Resolved:
    begin, end = calendars.day_span(day)
    others = tuple(other.isoformat() for other in alternatives if other != day)
    return Resolved("DATE", day.isoformat(), begin, end, day=day, alternatives=others)


def unknown(value: str = "XXXX-XX-XX") -> Resolved:
    return Resolved("DATE", value)


def month_of(year: int, month: int) -> Resolved:
    return Resolved("DATE", f"{year:04d}-{month:02d}", *calendars.month_span(year, month))


def year_of(year: int) -> Resolved:
    return Resolved("DATE", f"{year:04d}", *calendars.years_span(year))


def week_of(day: date) -> Resolved:
    return Resolved("DATE", calendars.iso_week(day), *calendars.week_span(day))
