"""Theatres of war by their names, and by the days from which their tolls count: «منذ بدء الحرب» in Gaza is since
7 October 2023.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from . import FOLDER, read_toml
from .bare import folded_words

_FILE = "theatres.toml"


@dataclass(frozen=True, slots=True)
class Theatre:
    """`names` are folded, the first the one under which its tolls are kept; `days` are what texts write for `begin`."""

    names: tuple[str, ...]
    begin: date
    days: frozenset[date]


@cache
def theatres() -> tuple[Theatre, ...]:
    """Those of the lexicon that ships with the program."""
    return load_theatres(FOLDER / _FILE)


def load_theatres(path: Path) -> tuple[Theatre, ...]:
    """The entries of a file. Raises LexiconProblem."""
    return tuple(
        Theatre(tuple(map(folded, (name, *entry["names"]))), *_days(entry["since"]))
        for name, entry in read_toml(path).get("theatre", {}).items()
    )


@lru_cache(10_000)
def theatre_at(place: str) -> Theatre | None:
    """The theatre of which a place, in any spelling, is a name."""
    name = folded(place)
    return next((theatre for theatre in theatres() if name in theatre.names), None)


def theatre_since(day: date) -> Theatre | None:
    """The theatre whose war began on a day, or in the month or year that begins with it."""
    return next((theatre for theatre in theatres() if day in theatre.days), None)


@lru_cache(10_000)
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
