"""Meanings written down: for `explain`, and as TIMEX3."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any

from .meanings import DayPart, Length


@lru_cache(4096, typed=True)  # what is said in one article is said in the next; 1 is not True
def brief(meaning: Any) -> str:
    """`PartOfDay(day=Weekday(day=2), part=DA)`: a meaning with what it says, without what it leaves open."""
    if isinstance(meaning, DayPart):
        return meaning.code
    if not is_dataclass(meaning):
        return f"{meaning:g}" if isinstance(meaning, float) else str(meaning)
    said = ((field.name, getattr(meaning, field.name), field.default) for field in fields(meaning))
    shown = (f"{name}={brief(value)}" for name, value, default in said if value is not None and value is not default)
    return f"{type(meaning).__name__}({', '.join(shown)})"


def length_value(length: Length) -> str:
    """TIMEX3: P3D, PT24H, PT1H30M, PXD."""
    letter = {"MIN": "M"}.get(length.unit, length.unit)
    head = "PT" if length.unit in ("S", "MIN", "H") else "P"
    if length.amount is None:
        return f"{head}X{letter}"
    whole, part = divmod(length.amount, 1)
    if part and length.unit == "H":
        return f"{head}{int(whole)}H{round(part * 60)}M" if whole else f"{head}{round(part * 60)}M"
    return f"{head}{length.amount:g}{letter}" if part else f"{head}{int(whole)}{letter}"
