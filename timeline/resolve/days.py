"""Days: «الثلاثاء», «أمس», «21 مايو», «20 شوال», «اليوم التالي»."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from .. import calendars
from ..meanings import CalendarDate, Day, MentionedDay, RelativeDay, Weekday
from .anchor import Anchor, Resolved, month_of, on, unknown, week_of, year_of

_OF_A_DAY = {"S": 1, "MIN": 60, "H": 3600}  # seconds


def resolve_day(meaning: Day, anchor: Anchor) -> Resolved | None:
    if isinstance(meaning, Weekday):
        return _weekday(meaning, anchor)
    if isinstance(meaning, RelativeDay):
        return _relative_day(meaning, anchor)
    if isinstance(meaning, CalendarDate):
        return hijri_day(meaning, anchor) if meaning.hijri else _calendar_day(meaning, anchor)
    if isinstance(meaning, MentionedDay):
        return _mentioned_day(meaning, anchor)
    return _day_of_series(meaning.number, anchor)


def _weekday(meaning: Weekday, anchor: Anchor) -> Resolved:
    """The latest such day up to today, or in a future clause the first from today on; a step always wins."""
    if anchor.today is None:
        return unknown(f"XXXX-WXX-{meaning.day}")
    back = timedelta(days=(anchor.today.isoweekday() - meaning.day) % 7)
    ahead = timedelta(days=(meaning.day - anchor.today.isoweekday()) % 7)
    week = timedelta(days=7)
    last, coming = anchor.today - back, anchor.today + ahead
    match meaning.step:
        case None | 0:
            return on(coming, [last]) if anchor.future else on(last, [coming])
        case step if step < 0:
            return on((last if back else last - week) - week * (-step - 1))
        case step:
            return on((coming if ahead else coming + week) + week * (step - 1))


def _relative_day(meaning: RelativeDay, anchor: Anchor) -> Resolved:
    if anchor.today is None:
        return unknown(f"XXXX-WXX-{meaning.weekday}" if meaning.weekday else "XXXX-XX-XX")
    day = anchor.today + timedelta(days=meaning.offset)
    if meaning.weekday and day.isoweekday() != meaning.weekday:
        # Written on one side of midnight, published on the other: the weekday's name is the better witness.
        for near in (day - timedelta(days=1), day + timedelta(days=1)):
            if near.isoweekday() == meaning.weekday:
                return on(near, [day])
    return on(day)


def _mentioned_day(meaning: MentionedDay, anchor: Anchor) -> Resolved:
    if meaning.unit in _OF_A_DAY:
        return _mentioned_hour(meaning.offset * _OF_A_DAY[meaning.unit], anchor.clock)
    last = anchor.last
    if last is None or last.begin is None:
        return unknown()
    start = last.day or last.begin.date()
    if meaning.day_of_month:
        return on(start.replace(day=meaning.day_of_month))
    if meaning.unit in ("M", "Y"):
        months = int(meaning.offset) * (12 if meaning.unit == "Y" else 1)
        year, month = calendars.add_months(start.year, start.month, months)
        return month_of(year, month) if meaning.unit == "M" else year_of(year)
    if meaning.unit == "W" and meaning.offset in (0, 1) and last.type == "DATE" and last.day is None:
        return week_of(start + timedelta(days=7 * int(meaning.offset)))
    return on(start + timedelta(days=int(meaning.offset) * (7 if meaning.unit == "W" else 1)))


def _mentioned_hour(seconds: float, clock: datetime | None) -> Resolved:
    """«بعد ذلك بساعتين»: known only where the text named a clock time."""
    if clock is None:
        return Resolved("TIME", "XXXX-XX-XXTXX:XX")
    moment = clock + timedelta(seconds=seconds)
    value = moment.isoformat(timespec="minutes")
    return Resolved("TIME", value, moment, moment + timedelta(minutes=1), day=moment.date())


def _day_of_series(number: int, anchor: Anchor) -> Resolved:
    """«يومها الخامس عشر» where the text says when it all began, and that count leads to these days."""
    for start in anchor.starts:
        day = start + timedelta(days=number - 1)
        if anchor.today and abs((day - anchor.today).days) <= 1:
            return on(day)
    return unknown()


def _calendar_day(meaning: CalendarDate, anchor: Anchor) -> Resolved | None:
    month, day = meaning.month, meaning.day or 1
    if month is None:
        return _day_of_month(day, meaning.month_step or 0, anchor)
    year = meaning.year
    if year is None and meaning.year_step is not None and anchor.today:
        year = anchor.today.year + meaning.year_step
    if year is not None:
        return on(date(year, month, day)) if calendars.is_day(year, month, day) else None
    if anchor.today is None:
        return unknown(f"XXXX-{month:02d}-{day:02d}")
    # The nearest is within a year, but for a 29 February or a day whose weekday is said.
    around = 4 if meaning.weekday or (month, day) == (2, 29) else 1
    years = range(anchor.today.year - around, anchor.today.year + around + 1)
    return _chosen([date(y, month, day) for y in years if calendars.is_day(y, month, day)], meaning, anchor)


def _day_of_month(day: int, step: int, anchor: Anchor) -> Resolved | None:
    if anchor.today is None:
        return unknown(f"XXXX-XX-{day:02d}")
    year, month = calendars.add_months(anchor.today.year, anchor.today.month, step)
    return on(date(year, month, day)) if calendars.is_day(year, month, day) else None


def hijri_year_of(year: int, month: int) -> int:
    """«رمضان 2015»: a Hijri month is sometimes dated by the Gregorian year in which it begins."""
    if year < _GREGORIAN:
        return year
    around = calendars.hijri_year(date(year, 7, 1))
    starts = {y: calendars.from_hijri(y, month, 1) for y in (around - 1, around, around + 1)}
    return next((y for y, start in starts.items() if start and start.year == year), around)


def _by_its_weekday(day: date, weekday: int | None) -> date:
    """The moon is sighted a day earlier or later than the tables say: the weekday beside the date knows."""
    near = (day, day - timedelta(days=1), day + timedelta(days=1))
    return next((other for other in near if weekday and other.isoweekday() == weekday), day)


def hijri_day(meaning: CalendarDate, anchor: Anchor) -> Resolved | None:
    month, day = meaning.month or 1, meaning.day or 1
    if meaning.year is not None:
        found = calendars.from_hijri(hijri_year_of(meaning.year, month), month, day)
        return on(_by_its_weekday(found, meaning.weekday)) if found else None
    if anchor.today is None:
        return unknown()
    around = calendars.hijri_year(anchor.today)
    days = [calendars.from_hijri(year, month, day) for year in range(around - 2, around + 3)]
    return _chosen([found for found in days if found], meaning, anchor)


_GREGORIAN = 1700
_FAR, _NEAR = 270, 92  # days


def _likelier(past: list[date], coming: list[date], today: date, anchor: Anchor) -> list[date]:
    """The side that the clause names; but a date far off on that side yields to one that is near on the other.

    A clause whose verb is in the past («انعقد في 21 مايو») keeps its side whatever the distance.
    """
    ahead = bool(anchor.future) and anchor.signal != "since"
    named, other = (coming, past) if ahead else (past, coming)
    certain = anchor.future is False and not ahead
    if certain or not other or anchor.signal == "since":
        return named
    distance = min(abs((day - today).days) for day in named) if named else _FAR + 1
    nearer = min(abs((day - today).days) for day in other)
    return other if distance > _FAR and nearer <= _NEAR else named


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
            return on(min(named, key=distance))
    if meaning.step is not None and meaning.step != 0:
        wanted = [d for d in past if d < today] if meaning.step < 0 else [d for d in coming if d > today]
    elif meaning.step == 0 or anchor.signal in ("until", "by", "to", "before"):
        wanted = [min(days, key=distance)]
    else:
        wanted = _likelier(past, coming, today, anchor)
    if not wanted:
        return None
    other = [] if meaning.step else (coming if wanted is past else past)
    return on(min(wanted, key=distance), sorted(other, key=distance)[:1])
