"""Parts of the day, and what clock times and days of a night share."""

from __future__ import annotations

from typing import Any

from ..meanings import CalendarDate, DayPart, Meaning, Modified, RelativeDay, Weekday

CLOCK_FRAGMENTS = {
    "minutes": "and hour_fraction | and length | less hour_fraction | less length",
    "zone": "b zone_word&!the zone | b local_zone | open zone close | zone&!the",
    "part": "part_adverb | of? part&!the date | of? part&the",
    "tail": "of? date",
    "night_sign": "slash | dash | to | on | and | quote",
}
FAJR = DayPart("DA", 3, 6)
MORNING = DayPart("MO", 6, 12)
AFTERNOON = DayPart("AF", 13, 18)
EVENING = DayPart("EV", 18, 24)
NIGHT = DayPart("NI", 21, 27)


def with_mod(meaning: Meaning, mod: Any) -> Meaning:
    return Modified(meaning, mod) if mod else meaning


def are_consecutive(first: Any, second: Any) -> bool:
    """«الثلاثاء الأربعاء» are a night's two days, «السبت الثلاثاء» are not."""
    match first, second:
        case CalendarDate(day=int() as day), CalendarDate(day=int() as next_day):
            return next_day in (day + 1, 1)
        case RelativeDay(offset, None), RelativeDay(next_offset):
            return next_offset == offset + 1
        case Weekday() | RelativeDay(), Weekday() | RelativeDay():
            return _weekday(first) % 7 + 1 == _weekday(second)
    return False


def _weekday(day: Weekday | RelativeDay) -> int:
    return day.day if isinstance(day, Weekday) else day.weekday or 0
