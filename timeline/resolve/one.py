"""One meaning -> its TIMEX3 value and bounds, the signal applied."""

from __future__ import annotations

from collections.abc import Callable

from ..meanings import (
    CalendarDate,
    Century,
    ClockTime,
    DayOfSeries,
    Decade,
    Length,
    Meaning,
    MentionedDay,
    Midnight,
    Modified,
    NeighbourUnit,
    PartOfDay,
    Recurring,
    Reference,
    RelativeDay,
    Season,
    Shifted,
    Sometime,
    StartOf,
    Tonight,
    Weekday,
    Weekend,
    Window,
    YearFraction,
)
from .anchor import Anchor, Resolved
from .clock import clock_time, midnight, part_of_day, sometime, tonight
from .days import resolve_day
from .lengths import length, shifted, window
from .periods import calendar_period, period


def resolve(meaning: Meaning, anchor: Anchor) -> Resolved | None:
    """The value and bounds of a phrase, its signal applied; None for a date that no calendar has."""
    try:
        resolved = _resolve(meaning, anchor)
    except (ValueError, OverflowError):  # years beyond the calendar: no expression rather than a wrong one
        return None
    return resolved and bounded(resolved, meaning, anchor)


def _resolve(meaning: Meaning, anchor: Anchor) -> Resolved | None:
    if isinstance(meaning, Modified):
        resolved = _resolve(meaning.meaning, anchor)
        return resolved and resolved._replace(mod=meaning.mod)
    return _BY_MEANING[type(meaning)](meaning, anchor)


def _calendar_date(meaning: CalendarDate, anchor: Anchor) -> Resolved | None:
    return resolve_day(meaning, anchor) if meaning.day else calendar_period(meaning, anchor)


def _known_to_named(meaning: StartOf, anchor: Anchor) -> None:
    """A beginning has a name; `named` alone knows its day."""


def _recurring(meaning: Recurring, anchor: Anchor) -> Resolved:
    return Resolved("SET", meaning.value)


def _reference(meaning: Reference, anchor: Anchor) -> Resolved:
    return Resolved("DATE", meaning.value)


_BY_MEANING: dict[type, Callable[..., Resolved | None]] = {
    **dict.fromkeys((Weekday, RelativeDay, MentionedDay, DayOfSeries), resolve_day),
    **dict.fromkeys((NeighbourUnit, Weekend, Season, YearFraction, Decade, Century), period),
    CalendarDate: _calendar_date,
    StartOf: _known_to_named,
    PartOfDay: part_of_day,
    Tonight: tonight,
    ClockTime: clock_time,
    Midnight: midnight,
    Sometime: sometime,
    Length: length,
    Window: window,
    Shifted: shifted,
    Recurring: _recurring,
    Reference: _reference,
}


def bounded(resolved: Resolved, meaning: Meaning, anchor: Anchor) -> Resolved:
    """«منذ» runs to the publication, «حتى» has no beginning, «قبل» ends where the period begins."""
    begin, end = resolved.begin, resolved.end
    if begin is None and end is None:
        return resolved
    match anchor.signal:
        case "since":
            ahead = anchor.now is not None and begin is not None and begin > anchor.now
            return resolved._replace(end=None if ahead else anchor.now, alternatives=())
        case "until":
            return resolved._replace(begin=None)
        case "before":
            return resolved._replace(begin=None, end=end if resolved.mod == "END" else begin)
        case "after":
            return resolved._replace(begin=begin if is_instant(meaning) else end, end=None)
    return resolved


def is_instant(meaning: Meaning) -> bool:
    inner = meaning.meaning if isinstance(meaning, Modified) else meaning
    return isinstance(inner, (ClockTime, Midnight))
