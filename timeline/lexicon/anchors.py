"""Wars and disasters from whose beginning tolls are counted: «منذ بدء الحرب» in Gaza is since 7 October 2023."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from . import FOLDER, read_tables
from .bare import folded_words

_FILE = "anchors.toml"


@dataclass(frozen=True, slots=True)
class Anchor:
    """`begin` is the day from which all totals count, `days` whatever a text may write for it."""

    name: str
    begin: date
    days: frozenset[date]
    places: tuple[str, ...]


@cache
def anchors() -> tuple[Anchor, ...]:
    """Those of the lexicon that ships with the program."""
    return load_anchors(FOLDER / _FILE)


def load_anchors(path: Path) -> tuple[Anchor, ...]:
    """The entries of a file, latest beginning first."""
    named = read_tables(path).get("anchor", {})
    found = (Anchor(name, *_days(entry["dates"]), _folded(entry["places"])) for name, entry in named.items())
    return tuple(sorted(found, key=lambda anchor: anchor.begin, reverse=True))


def anchor_of_day(day: date) -> Anchor | None:
    """The war that began on a day, or in the month that begins with it."""
    return next((anchor for anchor in anchors() if day in anchor.days), None)


def anchors_at(place: str) -> Iterable[Anchor]:
    """The wars of a place, the latest first; `place` is written in any spelling."""
    name = folded(place)
    return (anchor for anchor in anchors() if name in anchor.places)


def folded(place: str) -> str:
    """One spelling of a place, its words separated by a space."""
    return " ".join(folded_words(place))


def _days(values: list[str]) -> tuple[date, frozenset[date]]:
    days = [_first_day(value) for value in values]
    return days[0], frozenset(days)


def _first_day(value: str) -> date:
    """ "2023-10" -> the first of October."""
    year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    return date(year, month, day)


def _folded(places: list[str]) -> tuple[str, ...]:
    return tuple(map(folded, places))
