"""The interval of a row in whole days, for the formats that know nothing finer or that count their ends in."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Protocol

DAY = timedelta(days=1)
_INSTANT = timedelta(microseconds=1)
_FIRST = datetime(1, 1, 1)


class Timed(Protocol):
    """A row with a half-open interval in local ISO 8601 text, either end of which may be open."""

    @property
    def begin(self) -> str | None: ...
    @property
    def end_time(self) -> str | None: ...


def bounds(row: Timed) -> tuple[datetime | None, datetime | None]:
    """Both ends as local readings."""
    return _read(row.begin), _read(row.end_time)


def is_dated(row: Timed) -> bool:
    return row.begin is not None or row.end_time is not None


def first_day(row: Timed) -> date | None:
    """The day on which it begins; None where nobody knows."""
    begin, _ = bounds(row)
    return begin and begin.date()


def last_day(row: Timed) -> date | None:
    """The last day that it touches: one that ends on Wednesday at 00:00 ends on Tuesday."""
    begin, end = bounds(row)
    if end is None:
        return None
    last = end - _INSTANT if end > _FIRST else end
    return max(last, begin).date() if begin else last.date()


def is_whole_days(row: Timed) -> bool:
    """Midnight to midnight, so that no time of day need be said."""
    begin, end = bounds(row)
    return bool(begin and end and end > begin and begin.time() == end.time() == time.min)


def length(row: Timed) -> timedelta | None:
    """None for an open interval."""
    begin, end = bounds(row)
    return end - begin if begin and end else None


def _read(local: str | None) -> datetime | None:
    return datetime.fromisoformat(local) if local else None
