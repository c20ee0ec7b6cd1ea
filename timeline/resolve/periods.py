"""Months, weeks, years, seasons, quarters, decades, centuries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from .. import calendars
from ..meanings import CalendarDate, Century, Decade, NeighbourUnit, Season, Weekend, YearFraction
from .anchor import Anchor, Resolved, month_of, unknown, week_of, year_of
from .days import hijri_day, hijri_year_of


def calendar_period(meaning: CalendarDate, anchor: Anchor) -> Resolved | None:
    if meaning.hijri:
        return _hijri_period(meaning, anchor)
    if meaning.month is None:
        return year_of(meaning.year) if meaning.year else None
    if meaning.year is not None:
        return month_of(meaning.year, meaning.month)
    if anchor.today is None:
        return unknown(f"XXXX-{meaning.month:02d}")
    if meaning.year_step is not None:
        return month_of(anchor.today.year + meaning.year_step, meaning.month)
    year = _year_of_month(meaning.month, meaning.step, anchor, anchor.today)
    found = month_of(year, meaning.month)
    if meaning.step is not None:
        return found
    behind = (year, meaning.month) <= (anchor.today.year, anchor.today.month)
    return found._replace(alternatives=(month_of(year + (1 if behind else -1), meaning.month).value,))


_FAR = 9  # months


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
    ahead = bool(anchor.future) and anchor.signal != "since"
    distance = (month - today.month if ahead else today.month - month) % 12
    if distance > _FAR and (ahead or (anchor.future is None and anchor.signal != "since")):
        ahead = not ahead  # «في يوليو», written in August, is last month whatever the verb
    if ahead:
        return today.year if month >= today.month else today.year + 1
    return today.year if month <= today.month else today.year - 1


def _hijri_period(meaning: CalendarDate, anchor: Anchor) -> Resolved | None:
    """A Hijri month or year: its exact days; its value is the Gregorian month or year in which it begins."""
    if meaning.year is None:
        first = hijri_day(replace(meaning, day=1), anchor)
        if first is None or first.day is None:
            return first and unknown("XXXX-XX")
        year = calendars.hijri_year(first.day)
    else:
        year = hijri_year_of(meaning.year, meaning.month or 1)
    month = meaning.month or 1
    begin = calendars.from_hijri(year, month, 1)
    after = (year, month + 1) if meaning.month and month < 12 else (year + 1, 1)
    end = calendars.from_hijri(*after, 1)
    if begin is None or end is None:
        return None
    value = begin.isoformat()[:7] if meaning.month else begin.isoformat()[:4]
    return Resolved("DATE", value, calendars.midnight(begin), calendars.midnight(end))


def period(
    meaning: NeighbourUnit | Weekend | Season | YearFraction | Decade | Century, anchor: Anchor
) -> Resolved | None:
    match meaning:
        case NeighbourUnit():
            return _neighbour(meaning, anchor)
        case Weekend(step):
            if anchor.today is None:
                return unknown("XXXX-WXX-WE")
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
                return unknown("XX")
            first = number - 1 if number is not None else _this_year(anchor) // 100 + (step or 0)
            return Resolved("DATE", f"{first:02d}", *calendars.years_span(first * 100, 100))


def _this_year(anchor: Anchor) -> int:
    return anchor.today.year if anchor.today else 0


def _neighbour(meaning: NeighbourUnit, anchor: Anchor) -> Resolved:
    today = anchor.today
    if today is None:
        return unknown({"W": "XXXX-WXX", "M": "XXXX-XX"}.get(meaning.unit, "XXXX"))
    if meaning.unit == "W":
        return week_of(today + timedelta(days=7 * meaning.step))
    if meaning.unit == "M":
        return month_of(*calendars.add_months(today.year, today.month, meaning.step))
    return year_of(today.year + meaning.step)


def _season(meaning: Season, anchor: Anchor) -> Resolved:
    first = calendars.SEASON_MONTHS[meaning.code]
    year = meaning.year
    unsaid = meaning.step is None and meaning.year_step is None
    if year is None and (anchor.now is None or unsaid):
        return unknown(f"XXXX-{meaning.code}")
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
        return unknown(f"XXXX-{name}")
    year = meaning.year if meaning.year is not None else _this_year(anchor) + (meaning.year_step or 0)
    size = 3 if meaning.kind == "Q" else 6
    return Resolved("DATE", f"{year:04d}-{name}", *calendars.months_span(year, (meaning.number - 1) * size + 1, size))


def _decade(meaning: Decade, anchor: Anchor) -> Resolved:
    if meaning.first is None and anchor.today is None:
        return unknown("XXX")
    if meaning.first is None:
        first = _this_year(anchor) // 10 * 10 + 10 * (meaning.step or 0)
    else:
        first = meaning.century * 100 + meaning.first
    return Resolved("DATE", f"{first // 10}", *calendars.years_span(first, 10))
