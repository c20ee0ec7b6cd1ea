"""What the text says -> when that is: the only module that knows the publication time.

A `Meaning` and an `Anchor` give a TIMEX3 value and an interval of local time. With no publication time
relative meanings keep their X and have no interval; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from . import calendars
from .meanings import (
    CalendarDate,
    Century,
    ClockTime,
    Day,
    DayOfSeries,
    DayPart,
    Decade,
    Length,
    Meaning,
    Mention,
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
    Tonight,
    Weekday,
    Weekend,
    Window,
    YearFraction,
    length_value,
)
from .values import Interval, Mod, Signal, TimeExpression, TimexType


@dataclass(frozen=True, slots=True)
class Resolved:
    """TIMEX3 type and value, half-open local bounds, and the day that later phrases may refer to."""

    type: TimexType
    value: str
    begin: datetime | None = None
    end: datetime | None = None
    mod: Mod | None = None
    day: date | None = None
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a phrase is resolved against.

    `now`: local publication time without zone, or None; `zone`: its zone; `future`: what the clause says
    (None: it does not say); `signal`: the word before the phrase; `last`: the last date that the text named;
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

    @property
    def today(self) -> date | None:
        return self.now.date() if self.now else None


def resolve(meaning: Meaning, anchor: Anchor) -> Resolved | None:
    """The value and bounds of a phrase, its signal applied; None for a date that no calendar has."""
    try:
        resolved = _resolve(meaning, anchor)
    except (ValueError, OverflowError):  # years beyond the calendar: no expression rather than a wrong one
        return None
    return resolved and _bounded(resolved, meaning, anchor)


def _resolve(meaning: Meaning, anchor: Anchor) -> Resolved | None:
    match meaning:
        case Modified(inner, mod):
            resolved = _resolve(inner, anchor)
            return resolved and replace(resolved, mod=mod)
        case Weekday() | RelativeDay() | MentionedDay() | DayOfSeries():
            return _day(meaning, anchor)
        case CalendarDate():
            return _day(meaning, anchor) if meaning.day else _calendar_period(meaning, anchor)
        case PartOfDay():
            return _part_of_day(meaning, anchor)
        case Tonight():
            return _tonight(meaning, anchor)
        case ClockTime():
            return _clock_time(meaning, anchor)
        case Midnight():
            return _midnight(meaning, anchor)
        case Sometime():
            return _sometime(meaning, anchor)
        case NeighbourUnit() | Weekend() | Season() | YearFraction() | Decade() | Century():
            return _period(meaning, anchor)
        case Length():
            return _length(meaning, anchor)
        case Window():
            return _window(meaning, anchor)
        case Shifted():
            return _shifted(meaning, anchor)
        case Recurring(value):
            return Resolved("SET", value)
        case Reference(value):
            return Resolved("DATE", value)


def _bounded(resolved: Resolved, meaning: Meaning, anchor: Anchor) -> Resolved:
    """«منذ» runs to the publication, «حتى» has no beginning, «قبل» ends where the period begins."""
    begin, end = resolved.begin, resolved.end
    if begin is None and end is None:
        return resolved
    match anchor.signal:
        case "since":
            return replace(resolved, end=anchor.now)
        case "until":
            return replace(resolved, begin=None)
        case "before":
            return replace(resolved, begin=None, end=end if resolved.mod == "END" else begin)
        case "after":
            return replace(resolved, begin=begin if _is_instant(meaning) else end, end=None)
    return resolved


def _is_instant(meaning: Meaning) -> bool:
    inner = meaning.meaning if isinstance(meaning, Modified) else meaning
    return isinstance(inner, (ClockTime, Midnight))


# Days


def _on(day: date, alternatives: Iterable[date] = ()) -> Resolved:
    begin, end = calendars.day_span(day)
    others = tuple(other.isoformat() for other in alternatives if other != day)
    return Resolved("DATE", day.isoformat(), begin, end, day=day, alternatives=others)


def _unknown_day(value: str = "XXXX-XX-XX") -> Resolved:
    return Resolved("DATE", value)


def _day(meaning: Day, anchor: Anchor) -> Resolved | None:
    match meaning:
        case Weekday():
            return _weekday(meaning, anchor)
        case RelativeDay():
            return _relative_day(meaning, anchor)
        case MentionedDay():
            return _mentioned_day(meaning, anchor)
        case DayOfSeries(number):
            return _day_of_series(number, anchor)
        case CalendarDate(hijri=True):
            return _hijri_day(meaning, anchor)
        case CalendarDate():
            return _calendar_day(meaning, anchor)


def _weekday(meaning: Weekday, anchor: Anchor) -> Resolved:
    """The latest such day up to today, or in a future clause the first from today on; a step always wins."""
    if anchor.today is None:
        return _unknown_day(f"XXXX-WXX-{meaning.day}")
    back = timedelta(days=(anchor.today.isoweekday() - meaning.day) % 7)
    ahead = timedelta(days=(meaning.day - anchor.today.isoweekday()) % 7)
    week = timedelta(days=7)
    last, coming = anchor.today - back, anchor.today + ahead
    match meaning.step:
        case None | 0:
            return _on(coming, [last]) if anchor.future else _on(last, [coming])
        case step if step < 0:
            return _on((last if back else last - week) - week * (-step - 1))
        case step:
            return _on((coming if ahead else coming + week) + week * (step - 1))


def _relative_day(meaning: RelativeDay, anchor: Anchor) -> Resolved:
    if anchor.today is None:
        return _unknown_day(f"XXXX-WXX-{meaning.weekday}" if meaning.weekday else "XXXX-XX-XX")
    day = anchor.today + timedelta(days=meaning.offset)
    if meaning.weekday and day.isoweekday() != meaning.weekday:
        # Written on one side of midnight, published on the other: the weekday's name is the better witness.
        for near in (day - timedelta(days=1), day + timedelta(days=1)):
            if near.isoweekday() == meaning.weekday:
                return _on(near, [day])
    return _on(day)


def _mentioned_day(meaning: MentionedDay, anchor: Anchor) -> Resolved:
    last = anchor.last
    if last is None or last.begin is None:
        return _unknown_day()
    start = last.day or last.begin.date()
    if meaning.day_of_month:
        return _on(start.replace(day=meaning.day_of_month))
    if meaning.unit in ("M", "Y"):
        months = int(meaning.offset) * (12 if meaning.unit == "Y" else 1)
        year, month = calendars.add_months(start.year, start.month, months)
        return _month(year, month) if meaning.unit == "M" else _year(year)
    if meaning.unit == "W" and meaning.offset in (0, 1) and last.type == "DATE" and last.day is None:
        return _week(start + timedelta(days=7 * int(meaning.offset)))
    return _on(start + timedelta(days=int(meaning.offset) * (7 if meaning.unit == "W" else 1)))


def _day_of_series(number: int, anchor: Anchor) -> Resolved:
    """«يومها الخامس عشر» where the text says when it all began, and that count leads to these days."""
    for start in anchor.starts:
        day = start + timedelta(days=number - 1)
        if anchor.today and abs((day - anchor.today).days) <= 1:
            return _on(day)
    return _unknown_day()


def _calendar_day(meaning: CalendarDate, anchor: Anchor) -> Resolved | None:
    month, day = meaning.month, meaning.day or 1
    if month is None:
        return _day_of_month(day, meaning.month_step or 0, anchor)
    year = meaning.year
    if year is None and meaning.year_step is not None and anchor.today:
        year = anchor.today.year + meaning.year_step
    if year is not None:
        return _on(date(year, month, day)) if calendars.is_day(year, month, day) else None
    if anchor.today is None:
        return _unknown_day(f"XXXX-{month:02d}-{day:02d}")
    years = range(anchor.today.year - 4, anchor.today.year + 5)
    return _chosen([date(y, month, day) for y in years if calendars.is_day(y, month, day)], meaning, anchor)


def _day_of_month(day: int, step: int, anchor: Anchor) -> Resolved | None:
    if anchor.today is None:
        return _unknown_day(f"XXXX-XX-{day:02d}")
    year, month = calendars.add_months(anchor.today.year, anchor.today.month, step)
    return _on(date(year, month, day)) if calendars.is_day(year, month, day) else None


def _hijri_day(meaning: CalendarDate, anchor: Anchor) -> Resolved | None:
    month, day = meaning.month or 1, meaning.day or 1
    if meaning.year is not None:
        found = calendars.from_hijri(meaning.year, month, day)
        return _on(found) if found else None
    if anchor.today is None:
        return _unknown_day()
    around = calendars.hijri_year(anchor.today)
    days = [calendars.from_hijri(year, month, day) for year in range(around - 2, around + 3)]
    return _chosen([found for found in days if found], meaning, anchor)


def _chosen(days: list[date], meaning: CalendarDate, anchor: Anchor) -> Resolved | None:
    """A date without a year: by weekday, by step, by the clause; else the nearest up to today."""
    today = anchor.today
    if not days or today is None:
        return None

    def distance(day: date) -> int:
        return abs((day - today).days)

    past = [day for day in days if day <= today]
    coming = [day for day in days if day >= today]
    if meaning.weekday:
        named = [day for day in days if day.isoweekday() == meaning.weekday and distance(day) < 400]
        if named:
            return _on(min(named, key=distance))
    if meaning.step is not None and meaning.step != 0:
        wanted = [d for d in past if d < today] if meaning.step < 0 else [d for d in coming if d > today]
    elif meaning.step == 0 or anchor.signal in ("until", "by", "to"):
        wanted = [min(days, key=distance)]
    else:
        wanted = coming if anchor.future and anchor.signal != "since" else past
    return _on(min(wanted, key=distance), [min(coming if wanted is past else past, key=distance)]) if wanted else None


# Periods


def _month(year: int, month: int) -> Resolved:
    return Resolved("DATE", f"{year:04d}-{month:02d}", *calendars.month_span(year, month))


def _year(year: int) -> Resolved:
    return Resolved("DATE", f"{year:04d}", *calendars.years_span(year))


def _week(day: date) -> Resolved:
    return Resolved("DATE", calendars.iso_week(day), *calendars.week_span(day))


def _calendar_period(meaning: CalendarDate, anchor: Anchor) -> Resolved | None:
    if meaning.hijri:
        return _hijri_period(meaning, anchor)
    if meaning.month is None:
        return _year(meaning.year) if meaning.year else None
    if meaning.year is not None:
        return _month(meaning.year, meaning.month)
    if anchor.today is None:
        return _unknown_day(f"XXXX-{meaning.month:02d}")
    if meaning.year_step is not None:
        return _month(anchor.today.year + meaning.year_step, meaning.month)
    return _month(_year_of_month(meaning.month, meaning.step, anchor, anchor.today), meaning.month)


def _year_of_month(month: int, step: int | None, anchor: Anchor, today: date) -> int:
    """«أكتوبر الماضي» is before this month, «حزيران المقبل» after it, a bare month the latest that has begun."""
    if step is not None and step < 0:
        return today.year if month < today.month else today.year - 1
    if step is not None and step > 0:
        return today.year if month > today.month else today.year + 1
    if step == 0:
        return today.year
    if anchor.signal in ("until", "by", "to"):
        return today.year if abs(month - today.month) <= 6 else today.year + (1 if month < today.month else -1)
    if anchor.future and anchor.signal != "since":
        return today.year if month >= today.month else today.year + 1
    return today.year if month <= today.month else today.year - 1


def _hijri_period(meaning: CalendarDate, anchor: Anchor) -> Resolved | None:
    """A Hijri month or year: its exact days; its value is the Gregorian month or year in which it begins."""
    if meaning.year is None:
        first = _hijri_day(replace(meaning, day=1), anchor)
        if first is None or first.day is None:
            return first and _unknown_day("XXXX-XX")
        year = calendars.hijri_year(first.day)
    else:
        year = meaning.year
    month = meaning.month or 1
    begin = calendars.from_hijri(year, month, 1)
    after = (year, month + 1) if meaning.month and month < 12 else (year + 1, 1)
    end = calendars.from_hijri(*after, 1)
    if begin is None or end is None:
        return None
    value = begin.isoformat()[:7] if meaning.month else begin.isoformat()[:4]
    return Resolved("DATE", value, calendars.midnight(begin), calendars.midnight(end))


def _period(
    meaning: NeighbourUnit | Weekend | Season | YearFraction | Decade | Century, anchor: Anchor
) -> Resolved | None:
    match meaning:
        case NeighbourUnit():
            return _neighbour(meaning, anchor)
        case Weekend(step):
            if anchor.today is None:
                return _unknown_day("XXXX-WXX-WE")
            week = anchor.today + timedelta(days=7 * step)
            saturday = calendars.week_span(week)[0] + timedelta(days=5)
            return Resolved("DATE", f"{calendars.iso_week(week)}-WE", saturday, saturday + timedelta(days=2))
        case Season():
            return _season(meaning, anchor)
        case YearFraction():
            return _year_fraction(meaning, anchor)
        case Decade():
            return _decade(meaning, anchor)
        case Century(number, step):
            if number is None and anchor.today is None:
                return _unknown_day("XX")
            first = number - 1 if number is not None else _this_year(anchor) // 100 + (step or 0)
            return Resolved("DATE", f"{first:02d}", *calendars.years_span(first * 100, 100))


def _this_year(anchor: Anchor) -> int:
    return anchor.today.year if anchor.today else 0


def _neighbour(meaning: NeighbourUnit, anchor: Anchor) -> Resolved:
    today = anchor.today
    if today is None:
        return _unknown_day({"W": "XXXX-WXX", "M": "XXXX-XX"}.get(meaning.unit, "XXXX"))
    if meaning.unit == "W":
        return _week(today + timedelta(days=7 * meaning.step))
    if meaning.unit == "M":
        return _month(*calendars.add_months(today.year, today.month, meaning.step))
    return _year(today.year + meaning.step)


def _season(meaning: Season, anchor: Anchor) -> Resolved:
    first = calendars.SEASON_MONTHS[meaning.code]
    year = meaning.year
    if year is None and anchor.now is None:
        return _unknown_day(f"XXXX-{meaning.code}")
    if year is None and meaning.year_step is not None:
        year = _this_year(anchor) + meaning.year_step
    if year is None and anchor.now is not None:
        spans = {y: calendars.months_span(y, first, 3) for y in range(anchor.now.year - 2, anchor.now.year + 3)}
        if (meaning.step or 0) < 0:
            year = max(y for y, (_, end) in spans.items() if end <= anchor.now)
        else:
            year = min(y for y, (begin, end) in spans.items() if (begin if meaning.step else end) > anchor.now)
    assert year is not None
    return Resolved("DATE", f"{year:04d}-{meaning.code}", *calendars.months_span(year, first, 3))


def _year_fraction(meaning: YearFraction, anchor: Anchor) -> Resolved:
    name = f"{meaning.kind}{meaning.number}"
    if meaning.year is None and anchor.today is None:
        return _unknown_day(f"XXXX-{name}")
    year = meaning.year if meaning.year is not None else _this_year(anchor) + (meaning.year_step or 0)
    size = 3 if meaning.kind == "Q" else 6
    return Resolved("DATE", f"{year:04d}-{name}", *calendars.months_span(year, (meaning.number - 1) * size + 1, size))


def _decade(meaning: Decade, anchor: Anchor) -> Resolved:
    if meaning.first is None and anchor.today is None:
        return _unknown_day("XXX")
    if meaning.first is None:
        first = _this_year(anchor) // 10 * 10 + 10 * (meaning.step or 0)
    else:
        first = meaning.century * 100 + meaning.first
    return Resolved("DATE", f"{first // 10}", *calendars.years_span(first, 10))


# Parts of the day and clock times


def _hanging_day(day: Day | None, anchor: Anchor) -> Resolved:
    """The day of a clock time: its own, else that of its sentence, else today."""
    if day is not None:
        return _day(day, anchor) or _unknown_day()
    if anchor.day is not None:
        return anchor.day
    return _on(anchor.today) if anchor.today else _unknown_day()


def _day_value(resolved: Resolved) -> str:
    return resolved.value.split("T")[0]


def _part_of_day(meaning: PartOfDay, anchor: Anchor) -> Resolved:
    day = _hanging_day(meaning.day, anchor)
    part = meaning.part
    value = f"{_day_value(day)}T{part.code}"
    if day.day is None:
        return Resolved("TIME", value)
    start = calendars.midnight(day.day)
    others = tuple(f"{other}T{part.code}" for other in day.alternatives)
    begin, end = start + timedelta(hours=part.begin), start + timedelta(hours=part.end)
    return Resolved("TIME", value, begin, end, day=day.day, alternatives=others)


def _tonight(meaning: Tonight, anchor: Anchor) -> Resolved:
    """«اندلع حريق الليلة», written before dawn, is the night in progress."""
    night = DayPart("NI", 21, 27)
    offset = meaning.offset
    if offset == 0 and anchor.now and anchor.now.hour < 6 and not anchor.future:
        offset = -1
    return _part_of_day(PartOfDay(RelativeDay(offset), night), anchor)


def _midnight(meaning: Midnight, anchor: Anchor) -> Resolved:
    """T24:00 of its day; with no day named, the midnight just past in a past clause and the coming one otherwise."""
    day = _hanging_day(meaning.day, anchor)
    if meaning.day is None and anchor.day is None and anchor.now and not anchor.recurs:
        past = anchor.future is False or (anchor.future is None and anchor.now.hour < 12)
        if past and anchor.signal not in ("until", "before", "from"):
            day = _on(anchor.now.date() - timedelta(days=1))
    return _at(day, 24, 0, meaning.zone, anchor)


def _clock_time(meaning: ClockTime, anchor: Anchor) -> Resolved:
    day = _hanging_day(meaning.day, anchor)
    part = meaning.part or (anchor.part if meaning.hour <= 12 else None)
    hour = _hour_of_day(meaning.hour, part)
    if meaning.day is None and day.value.endswith("TNI") and hour < 12:
        day = _next_day(day)
    return _at(day, hour, meaning.minute, meaning.zone, anchor)


def _next_day(resolved: Resolved) -> Resolved:
    """The morning after a night belongs to the next day, also where only the weekday is known."""
    if resolved.day is not None:
        return _on(resolved.day + timedelta(days=1))
    value = _day_value(resolved)
    if value.startswith("XXXX-WXX-"):
        return _unknown_day(f"XXXX-WXX-{int(value[-1]) % 7 + 1}")
    return _unknown_day()


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
    if anchor.recurs:
        day = _unknown_day()
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
        value += begin.replace(tzinfo=ZoneInfo(zone)).isoformat()[-6:]
    if begin is None or anchor.zone is None:
        return value, None
    there = begin.replace(tzinfo=UTC if zone == "UTC" else ZoneInfo(zone))
    return value, there.astimezone(anchor.zone).replace(tzinfo=None)


def _sometime(meaning: Sometime, anchor: Anchor) -> Resolved | None:
    """«وقت سابق الأربعاء»: the day, cut off at the publication if that falls on it."""
    day = _day(meaning.day, anchor)
    if day is None or day.begin is None or day.end is None or anchor.now is None:
        return day
    if not day.begin <= anchor.now <= day.end:
        return day
    return replace(day, end=anchor.now) if meaning.when == "earlier" else replace(day, begin=anchor.now)


# Lengths and distances

_DAYS = {"D": 1.0, "W": 7.0}
_HOURS = {"H": 1.0, "MIN": 1 / 60, "S": 1 / 3600}


def _before(now: datetime, length: Length) -> datetime:
    """`length` before `now`; a negative amount is after."""
    amount = length.amount or 0
    if length.unit in _DAYS:
        return now - timedelta(days=amount * _DAYS[length.unit])
    if length.unit in _HOURS:
        return now - timedelta(hours=amount * _HOURS[length.unit])
    return calendars.minus_months(now, round(amount * (12 if length.unit == "Y" else 1)))


def _length(meaning: Length, anchor: Anchor) -> Resolved:
    value = length_value(meaning)
    if anchor.signal == "since" and anchor.now and meaning.amount is not None:
        return Resolved("DURATION", value, _before(anchor.now, meaning), anchor.now)
    return Resolved("DURATION", value)


def _window(meaning: Window, anchor: Anchor) -> Resolved:
    value = length_value(meaning.length)
    if anchor.now is None or meaning.length.amount is None:
        return Resolved("DURATION", value)
    if meaning.direction < 0:
        return Resolved("DURATION", value, _before(anchor.now, meaning.length), anchor.now)
    ahead = replace(meaning.length, amount=-meaning.length.amount)
    return Resolved("DURATION", value, anchor.now, _before(anchor.now, ahead))


def _shifted(meaning: Shifted, anchor: Anchor) -> Resolved:
    length = meaning.length
    if length.amount is None:
        return Resolved("DATE", "PAST_REF" if meaning.direction < 0 or meaning.tied else "FUTURE_REF")
    fine = length.unit in _HOURS
    if meaning.tied or anchor.now is None:
        grain = {"M": "XXXX-XX", "Y": "XXXX"}.get(length.unit, "XXXX-XX-XX")
        value = "XXXX-XX-XXTXX:XX" if fine else "XXXX-XX-XX" if meaning.tied else grain
        return Resolved("TIME" if fine else "DATE", value)
    then = _before(anchor.now, replace(length, amount=-meaning.direction * length.amount))
    if fine:
        minute = then.replace(second=0, microsecond=0)
        return Resolved("TIME", minute.isoformat()[:16], minute, minute + timedelta(minutes=1), day=minute.date())
    if length.unit == "M":
        return _month(then.year, then.month)
    return _year(then.year) if length.unit == "Y" else _on(then.date())



# A whole text


def resolve_all(mentions: Iterable[Mention], published: datetime | None) -> list[TimeExpression]:
    """The time expressions of a text in order, each resolved against `published` and what stands before it."""
    walk = _Walk(published, list(mentions))
    return list(walk.expressions())


class _Walk:
    """One pass through the mentions of a text, remembering the days that later phrases hang on."""

    def __init__(self, published: datetime | None, mentions: list[Mention]) -> None:
        self.mentions = mentions
        self.zone = published.tzinfo if published else None
        self.now = published.replace(tzinfo=None, second=0, microsecond=0) if published else None
        self.days: dict[int, list[Resolved]] = {}
        self.last: Resolved | None = None
        self.part: tuple[int, DayPart] | None = None
        self.starts = tuple(self._starts())

    def expressions(self) -> Iterator[TimeExpression]:
        number = 0
        for mention in self.mentions:
            resolved = resolve(mention.meaning, self._anchor(mention))
            if resolved is None:
                continue
            self._remember(mention, resolved)
            number += 1
            yield self._expression(f"t{number}", mention, resolved)

    def _starts(self) -> Iterator[date]:
        """Days on which the text says that something began."""
        for mention in self.mentions:
            resolved = resolve(mention.meaning, Anchor(self.now, self.zone, future=False)) if mention.begins else None
            if resolved and resolved.day:
                yield resolved.day

    def _future(self, mention: Mention) -> bool | None:
        """«غداً السبت والأحد»: what is tied to a coming day is coming too."""
        if mention.signal == "since":
            return False
        if mention.joined and self.last and self.last.day and self.now and self.last.day > self.now.date():
            return True
        return mention.future

    def _anchor(self, mention: Mention) -> Anchor:
        part = self.part[1] if self.part and self.part[0] == mention.sentence else None
        return Anchor(
            self.now,
            self.zone,
            self._future(mention),
            mention.signal,
            self.last,
            self._hanging_on(mention),
            part,
            self.starts,
            mention.daily,
        )

    def _hanging_on(self, mention: Mention) -> Resolved | None:
        """The last day that the sentence named; where it tells on about a happening, the first day before it."""
        own = self.days.get(mention.sentence)
        if own:
            return own[-1]
        if mention.occurs and self.days:
            return self.days[max(self.days)][0]
        return None

    def _remember(self, mention: Mention, resolved: Resolved) -> None:
        inner = mention.meaning.meaning if isinstance(mention.meaning, Modified) else mention.meaning
        if resolved.day or _is_dated(inner):
            self.last = resolved
        if resolved.day or resolved.value.startswith("XXXX-WXX-"):
            self.days.setdefault(mention.sentence, []).append(resolved)
        if isinstance(inner, PartOfDay):
            self.part = (mention.sentence, inner.part)

    def _expression(self, name: str, mention: Mention, resolved: Resolved) -> TimeExpression:
        return TimeExpression(
            name,
            mention.start,
            mention.end,
            resolved.type,
            resolved.value,
            resolved.mod,
            mention.signal,
            Interval(self._zoned(resolved.begin), self._zoned(resolved.end)),
            mention.rule,
            repr(mention.meaning),
            resolved.alternatives,
        )

    def _zoned(self, moment: datetime | None) -> datetime | None:
        return moment.replace(tzinfo=self.zone) if moment else None


def _is_dated(meaning: Meaning) -> bool:
    return isinstance(meaning, (CalendarDate, NeighbourUnit))
