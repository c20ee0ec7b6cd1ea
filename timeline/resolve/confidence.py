"""«الثلاثاء» in a clause that does not say which: 0.5. How sure a value is, in a few levels that can be told in words.

The levels are an order, not a probability: they say what a value rests on.
"""

from __future__ import annotations

from ..meanings import (
    CalendarDate,
    Century,
    ClockTime,
    DayPart,
    Decade,
    Length,
    Meaning,
    Midnight,
    Modified,
    PartOfDay,
    Recurring,
    Reference,
    RelativeDay,
    Season,
    Sometime,
    StartOf,
    YearFraction,
)
from ..values import TimeExpression
from .anchor import Anchor, Resolved

SAID, COUNTED, BORROWED, DECIDED, SUPPOSED, DOUBTFUL, UNRESOLVED = 1.0, 0.9, 0.8, 0.7, 0.5, 0.3, 0.0

_BECAUSE = {
    SAID: "the words alone say it",
    COUNTED: "only this one fits, counted from a date that is known",
    BORROWED: "it names no day of its own; its sentence or the publication gives the day",
    DECIDED: "several fit; what the text says around it decides",
    SUPPOSED: "several fit and nothing says which; news looks back",
    DOUBTFUL: "the words beside each other do not agree",
}


def because(time: TimeExpression) -> str:
    """Why `time` has its confidence, in a sentence."""
    if time.confidence != UNRESOLVED:
        return _BECAUSE.get(time.confidence, "")
    if time.alternatives:
        return f"the text does not say which beginning is meant; it may be {' or '.join(time.alternatives)}"
    return "it waits for a date that is not known, of the publication or of a beginning"


def confidence_of(meaning: Meaning, resolved: Resolved, anchor: Anchor) -> float:
    """One of the levels above for a phrase resolved against `anchor`."""
    inner = meaning.meaning if isinstance(meaning, Modified) else meaning
    if isinstance(inner, (Length, Recurring, Reference)):
        return SAID
    if "X" in resolved.value and not resolved.value.startswith("P"):
        return UNRESOLVED
    if _contradicts_itself(inner, resolved):
        return DOUBTFUL
    if isinstance(inner, StartOf):
        return COUNTED if inner.names else DECIDED
    if resolved.alternatives:
        return SUPPOSED if anchor.future is None and anchor.signal is None else DECIDED
    return _unrivalled(inner)


def _unrivalled(meaning: Meaning) -> float:
    """The level of a value beside which there is no other."""
    if is_said_in_full(meaning):
        return SAID
    return BORROWED if _has_no_day(meaning) else COUNTED


def is_said_in_full(meaning: Meaning) -> bool:
    """«فجر 3 أيار 2020», «صيف 2014», «التسعينيات»: what needs no other date to be known."""
    match meaning:
        case CalendarDate(year=year) | Season(year=year) | YearFraction(year=year):
            return year is not None
        case PartOfDay(day=day) | ClockTime(day=day) | Midnight(day=day) | Sometime(day=day):
            return day is not None and is_said_in_full(day)
        case Decade(first=first):
            return first is not None
        case Century(number=number):
            return number is not None
    return False


def _has_no_day(meaning: Meaning) -> bool:
    return isinstance(meaning, (PartOfDay, ClockTime, Midnight)) and meaning.day is None


def _contradicts_itself(meaning: Meaning, resolved: Resolved) -> bool:
    """«الأحد 10 مايو 2023», a Wednesday; «أمس الثلاثاء», written on a Thursday; «الساعة 23:15 صباحاً»."""
    match meaning:
        case ClockTime(hour=hour, part=DayPart(code="DA" | "MO")) if hour > 12:
            return True
        case PartOfDay(day=day) | ClockTime(day=day) | Midnight(day=day) | Sometime(day=day) if day is not None:
            return _contradicts_itself(day, resolved)
        case CalendarDate(weekday=int() as weekday):
            return resolved.day is not None and resolved.day.isoweekday() != weekday
        case RelativeDay(weekday=int() as weekday):
            # Off by one day: «أمس الثلاثاء» of a report written before midnight is dated by the weekday.
            return bool(resolved.alternatives) or (resolved.day is not None and resolved.day.isoweekday() != weekday)
    return False
