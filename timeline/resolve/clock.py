"""Parts of the day and clock times: the day on which they hang, their zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from .. import calendars
from ..meanings import ClockTime, Day, DayPart, Midnight, NeighbourUnit, PartOfDay, RelativeDay, Sometime, Tonight
from .anchor import Anchor, Resolved, on, unknown
from .days import resolve_day
from .periods import period


def hanging_day(day: Day | None, anchor: Anchor) -> Resolved:
    """The day of a clock time: its own, else that of its sentence, else today."""
    if day is not None:
        return resolve_day(day, anchor) or unknown()
    if anchor.day is not None:
        return anchor.day
    return on(anchor.today) if anchor.today else unknown()


def _day_value(resolved: Resolved) -> str:
    return resolved.value.split("T")[0]


def part_of_day(meaning: PartOfDay, anchor: Anchor) -> Resolved:
    day = hanging_day(meaning.day, anchor)
    part = meaning.part
    value = f"{_day_value(day)}T{part.code}"
    if day.day is None:
        return Resolved("TIME", value)
    start = calendars.midnight(day.day)
    others = tuple(f"{other}T{part.code}" for other in day.alternatives)
    begin, end = start + timedelta(hours=part.begin), start + timedelta(hours=part.end)
    return Resolved("TIME", value, begin, end, day=day.day, alternatives=others)


def tonight(meaning: Tonight, anchor: Anchor) -> Resolved:
    """«اندلع حريق الليلة», written before dawn, is the night in progress."""
    night = DayPart("NI", 21, 27)
    offset = meaning.offset
    if offset == 0 and anchor.now and anchor.now.hour < 6 and not anchor.future:
        offset = -1
    return part_of_day(PartOfDay(RelativeDay(offset), night), anchor)


def midnight(meaning: Midnight, anchor: Anchor) -> Resolved:
    """T24:00 of its day; with no day named, the midnight just past in a past clause and the coming one otherwise."""
    day = hanging_day(meaning.day, anchor)
    if meaning.day is None and anchor.day is None and anchor.now and not anchor.recurs:
        past = anchor.future is False or (anchor.future is None and anchor.now.hour < 12)
        ahead = anchor.signal in ("until", "from") or (anchor.signal == "before" and anchor.future is not False)
        if past and not ahead:
            day = on(anchor.now.date() - timedelta(days=1))
    return _at(day, 24, 0, meaning.zone, anchor)


def clock_time(meaning: ClockTime, anchor: Anchor) -> Resolved:
    day = unknown() if anchor.recurs and meaning.day is None else hanging_day(meaning.day, anchor)
    part = meaning.part or (anchor.part if meaning.hour <= 12 else None)
    hour = _hour_of_day(meaning.hour, part)
    if meaning.day is None and day.value.endswith("TNI") and hour < 12:
        day = _next_day(day)
    return _at(day, hour, meaning.minute, meaning.zone, anchor)


def _next_day(resolved: Resolved) -> Resolved:
    """The morning after a night belongs to the next day, also where only the weekday is known."""
    if resolved.day is not None:
        return on(resolved.day + timedelta(days=1))
    value = _day_value(resolved)
    if value.startswith("XXXX-WXX-"):
        return unknown(f"XXXX-WXX-{int(value[-1]) % 7 + 1}")
    return unknown()


def _hour_of_day(hour: int, part: DayPart | None) -> int:
    """Eight in the evening is 20; noon and midnight keep their 12."""
    if part is None or hour > 12:
        return hour
    match part.code:
        case "EV":
            return hour + 12
        case "NI":
            return hour + 12 if hour >= 6 else hour
        case "AF":
            return hour if hour == 12 else hour + 12
        case "MI":
            return hour + 12 if hour < 10 else hour
        case _:
            return 0 if hour == 12 else hour


def _at(day: Resolved, hour: int, minute: int, zone: str | None, anchor: Anchor) -> Resolved:
    """One minute long. A named zone is written into the value and counted into the bounds."""
    value = f"{_day_value(day)}T{hour:02d}:{minute:02d}"
    begin = None
    if day.day is not None:
        begin = calendars.midnight(day.day) + timedelta(hours=hour, minutes=minute)
    if zone and zone != "local":
        value, begin = _in_zone(value, begin, zone, anchor)
    return Resolved("TIME", value, begin, begin and begin + timedelta(minutes=1), day=day.day)


def _in_zone(value: str, begin: datetime | None, zone: str, anchor: Anchor) -> tuple[str, datetime | None]:
    if zone == "UTC":
        value += "Z"
    elif begin is not None:
        value += begin.replace(tzinfo=ZoneInfo(zone)).isoformat()[19:25]
    if begin is None or anchor.zone is None:
        return value, None
    there = begin.replace(tzinfo=UTC if zone == "UTC" else ZoneInfo(zone))
    return value, there.astimezone(anchor.zone).replace(tzinfo=None)


def sometime(meaning: Sometime, anchor: Anchor) -> Resolved | None:
    """«وقت سابق الأربعاء»: the day, cut off at the publication if that falls on it."""
    day = period(meaning.day, anchor) if isinstance(meaning.day, NeighbourUnit) else resolve_day(meaning.day, anchor)
    if day is None or day.begin is None or day.end is None or anchor.now is None:
        return day
    if not day.begin <= anchor.now <= day.end:
        return day
    return day._replace(end=anchor.now) if meaning.when == "earlier" else day._replace(begin=anchor.now)
