"""One meaning -> its TIMEX3 value and bounds, the signal applied."""

from __future__ import annotations

from dataclasses import replace

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
    match meaning:
        case Modified(inner, mod):
            resolved = _resolve(inner, anchor)
            return resolved and replace(resolved, mod=mod)
        case Weekday() | RelativeDay() | MentionedDay() | DayOfSeries():
            return resolve_day(meaning, anchor)
        case StartOf():
            return None  # known to `named` alone
        case CalendarDate():
            return resolve_day(meaning, anchor) if meaning.day else calendar_period(meaning, anchor)
        case PartOfDay():
            return part_of_day(meaning, anchor)
        case Tonight():
            return tonight(meaning, anchor)
        case ClockTime():
            return clock_time(meaning, anchor)
        case Midnight():
            return midnight(meaning, anchor)
        case Sometime():
            return sometime(meaning, anchor)
        case NeighbourUnit() | Weekend() | Season() | YearFraction() | Decade() | Century():
            return period(meaning, anchor)
        case Length():
            return length(meaning, anchor)
        case Window():
            return window(meaning, anchor)
        case Shifted():
            return shifted(meaning, anchor)
        case Recurring(value):
            return Resolved("SET", value)
        case Reference(value):
            return Resolved("DATE", value)


def bounded(resolved: Resolved, meaning: Meaning, anchor: Anchor) -> Resolved:
    """«منذ» runs to the publication, «حتى» has no beginning, «قبل» ends where the period begins."""
    begin, end = resolved.begin, resolved.end
    if begin is None and end is None:
        return resolved
    match anchor.signal:
        case "since":
            ahead = anchor.now is not None and begin is not None and begin > anchor.now
            return replace(resolved, end=None if ahead else anchor.now, alternatives=())
        case "until":
            return replace(resolved, begin=None)
        case "before":
            return replace(resolved, begin=None, end=end if resolved.mod == "END" else begin)
        case "after":
            return replace(resolved, begin=begin if is_instant(meaning) else end, end=None)
    return resolved


def is_instant(meaning: Meaning) -> bool:
    inner = meaning.meaning if isinstance(meaning, Modified) else meaning
    return isinstance(inner, (ClockTime, Midnight))
