"""Month lengths, ISO weeks, Umm al-Qura: arithmetic on dates, no words and no clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hijridate import Gregorian, Hijri

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
FIRST_YEAR, LAST_YEAR = 1, 9998  # what datetime can hold with room for the exclusive end


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def day_span(day: date) -> tuple[datetime, datetime]:
    """A day as half-open local datetimes."""
    return midnight(day), midnight(day + timedelta(days=1))


def month_span(year: int, month: int) -> tuple[datetime, datetime]:
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return datetime(year, month, 1), datetime(*following, 1)


def months_span(year: int, first: int, count: int) -> tuple[datetime, datetime]:
    """`count` months from month `first`; a winter runs into the next year."""
    return datetime(year, first, 1), datetime(*add_months(year, first, count), 1)


def years_span(first: int, count: int = 1) -> tuple[datetime, datetime]:
    return datetime(max(first, 1), 1, 1), datetime(first + count, 1, 1)


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    years, month0 = divmod(month - 1 + count, 12)
    return year + years, month0 + 1


def minus_months(moment: datetime, count: int) -> datetime:
    """The same day of another month, or the last day where that month is shorter."""
    year, month = add_months(moment.year, moment.month, -count)
    return moment.replace(year=year, month=month, day=min(moment.day, days_in_month(year, month)))


def days_in_month(year: int, month: int) -> int:
    begin, end = month_span(year, month)
    return (end - begin).days


def is_day(year: int, month: int, day: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def week_span(day: date) -> tuple[datetime, datetime]:
    """The ISO week that holds `day`, Monday to Monday."""
    monday = day - timedelta(days=day.weekday())
    return midnight(monday), midnight(monday + timedelta(days=7))


def iso_week(day: date) -> str:
    """2023-W19"""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def from_hijri(year: int, month: int, day: int) -> date | None:
    """Umm al-Qura where its tables reach (1343–1500 AH), the tabular calendar elsewhere; None for no such day."""
    try:
        gregorian = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None if 1343 <= year <= 1500 or day > 30 else _tabular(year, month, day)
    return date(gregorian.year, gregorian.month, gregorian.day)


def _tabular(year: int, month: int, day: int) -> date | None:
    days = day + -(-(59 * (month - 1)) // 2) + (year - 1) * 354 + (3 + 11 * year) // 30 + 227014
    return date.fromordinal(days) if 1 <= days <= date.max.toordinal() - 400 else None


def hijri_year(day: date) -> int:
    """The Hijri year in which a Gregorian day falls."""
    try:
        year: int = Gregorian(day.year, day.month, day.day).to_hijri().year
    except (ValueError, OverflowError):
        year = round((day.year - 622) * 33 / 32)
    return year
