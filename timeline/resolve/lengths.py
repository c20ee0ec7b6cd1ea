"""Lengths of time, windows that end or begin now, distances from now."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from .. import calendars
from ..meanings import Length, Shifted, Window
from ..notation import length_value
from .anchor import Anchor, Resolved, month_of, on, year_of

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


def length(meaning: Length, anchor: Anchor) -> Resolved:
    value = length_value(meaning)
    if anchor.signal == "since" and anchor.now and meaning.amount is not None:
        return Resolved("DURATION", value, _before(anchor.now, meaning), anchor.now)
    return Resolved("DURATION", value)


def window(meaning: Window, anchor: Anchor) -> Resolved:
    value = length_value(meaning.length)
    if anchor.now is None or meaning.length.amount is None:
        return Resolved("DURATION", value)
    if meaning.direction < 0:
        return Resolved("DURATION", value, _before(anchor.now, meaning.length), anchor.now)
    ahead = replace(meaning.length, amount=-meaning.length.amount)
    return Resolved("DURATION", value, anchor.now, _before(anchor.now, ahead))


def shifted(meaning: Shifted, anchor: Anchor) -> Resolved:
    length = meaning.length
    if length.amount is None:
        past = meaning.direction < 0 or meaning.tied or anchor.future is False
        return Resolved("DATE", "PAST_REF" if past else "FUTURE_REF")
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
        return month_of(then.year, then.month)
    return year_of(then.year) if length.unit == "Y" else on(then.date())
