"""Intervals and counts as people write them."""

from __future__ import annotations

from datetime import datetime, timedelta

from timeline.export.jsonl import local_minutes
from timeline.values import Interval

_DAY = timedelta(days=1)
UNRESOLVED = "unresolved"  # what a relative time is until the day of publication is known


def period(begin: str | None, end: str | None) -> str:
    """Local ISO times as `2023-05-09`, `2023-05-01 … 2023-05-31` (whole days) or `2023-05-09 03:00 → 06:00`."""
    if begin is None and end is None:
        return "–"
    if begin is None or end is None:
        return f"{_moment(begin)} → {_moment(end)}".strip()
    first, last = datetime.fromisoformat(begin), datetime.fromisoformat(end)
    if first.time() == last.time() == datetime.min.time() and last > first:
        return f"{first:%Y-%m-%d}" if last - first == _DAY else f"{first:%Y-%m-%d} … {last - _DAY:%Y-%m-%d}"
    return f"{_moment(begin)} → {last:%H:%M}" if first.date() == last.date() else f"{_moment(begin)} → {_moment(end)}"


def interval(named: Interval) -> str:
    """The period of an interval."""
    return period(local_minutes(named.begin), local_minutes(named.end))


def is_relative(value: str) -> bool:
    """Whether a TIMEX3 value waits for the publication: `XXXX-XX-XX` («أمس») does, `PXD` and `PAST_REF` do not."""
    return "X" in value and not value.startswith("P")


def count(low: int, high: int | None, qualifier: str) -> str:
    """`21`, `≈ 50`, `20–30`, `≥ 20 (dozens)`, `≤ 9`."""
    if high is None:
        return f"≥ {low}" if qualifier in ("at_least", "more_than") else f"≥ {low} ({qualifier})"
    if low == high:
        return f"≈ {low}" if qualifier == "approximate" else str(low)
    return f"≤ {high}" if low == 0 else f"{low}–{high}"


def _moment(local: str | None) -> str:
    return local[:16].replace("T", " ") if local else ""
