"""«منذ بدء الحرب على غزة»: the beginnings that have a name, their dates and the places to which they belong.

The table is `anchors.toml` beside this module; a file of the same form adds to it, and its entries take the place of
those of the same name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from .fold import fold
from .problems import LexiconProblem

SHIPPED = Path(__file__).parent / "anchors.toml"
_KEYS = {"date", "also", "until", "kinds", "places", "names"}
_DAY, _MONTH = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d")


@dataclass(frozen=True, slots=True)
class NamedAnchor:
    """A beginning: its TIMEX3 value, other values for it, what it is called, and where it is (folded)."""

    name: str
    value: str
    also: tuple[str, ...]
    until: date | None
    kinds: frozenset[str]
    places: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def begins(self) -> date:
        """The first day of its date."""
        return _day(self.value)

    def is_current(self, published: date) -> bool:
        """Whether an article of that day may mean it."""
        return self.begins <= published and (self.until is None or published <= self.until)


@dataclass(frozen=True)
class Anchors:
    """All the beginnings that are known."""

    entries: tuple[NamedAnchor, ...] = ()

    @cached_property
    def values(self) -> frozenset[str]:
        """The TIMEX3 values from which running totals are counted: of all but mere uprisings."""
        wars = (anchor for anchor in self.entries if anchor.kinds != {"uprising"})
        return frozenset(value for anchor in wars for value in (anchor.value, *anchor.also))

    @cached_property
    def days(self) -> frozenset[tuple[int, int]]:
        """(month, day) of those that begin on a day."""
        return frozenset((a.begins.month, a.begins.day) for a in self.entries if len(a.value) == 10)

    def in_text(self, text: str, *, names: bool = False) -> tuple[NamedAnchor, ...]:
        """Those of which `text` (folded) says a place, or with `names` a name."""
        if not text:
            return ()
        found = self._words.findall(text)
        there = {word for word, _ in found} | {"ال" + elided for _, elided in found}
        return tuple(a for a in self.entries if not there.isdisjoint(a.names if names else a.places))

    @cached_property
    def _words(self) -> re.Pattern[str]:
        words = {word for anchor in self.entries for word in (*anchor.places, *anchor.names)}
        whole = "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"
        bare = "|".join(sorted({re.escape(word[2:]) for word in words if word.startswith("ال")})) or "(?!)"
        return re.compile(rf"\b[وف]?(?:[بلك]?(?P<word>{whole})|لل(?P<elided>{bare}))\b")


def load_anchors(extra: Path | None = None) -> Anchors:
    """The anchors that ship with the program, and those of `extra`, which come first. Raises LexiconProblem."""
    entries = {anchor.name: anchor for anchor in _entries(SHIPPED)}
    if extra is not None:
        entries |= {anchor.name: anchor for anchor in _entries(extra)}
    return Anchors(tuple(entries.values()))


@cache
def shipped_anchors() -> Anchors:
    """The anchors that ship with the program."""
    return load_anchors()


def _entries(path: Path) -> Iterator[NamedAnchor]:
    tables = _tables(path)
    if unknown := sorted(tables.keys() - {"anchor"}):
        raise LexiconProblem(f'{path.name}: unknown table [{unknown[0]}]; every entry is an [anchor."name"]')
    named = tables.get("anchor", {})
    if not isinstance(named, dict) or not all(isinstance(fields, dict) for fields in named.values()):
        raise LexiconProblem(f'{path.name}: every entry is a table [anchor."name"] with a date and places')
    _check_names(path, named)
    for name, fields in named.items():
        try:
            yield _entry(name, fields)
        except ValueError as problem:
            raise LexiconProblem(f'{path.name}: [anchor."{name}"] {problem}') from problem


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise LexiconProblem(f"{path}: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:  # TOML, encoding
        raise LexiconProblem(f"{path.name}: not readable as TOML: {' '.join(str(error).split())}") from error


def _check_names(path: Path, named: Iterable[str]) -> None:
    seen: dict[str, str] = {}
    for name in named:
        first = seen.setdefault(" ".join(name.casefold().split()), name)
        if first != name:
            raise LexiconProblem(f'{path.name}: [anchor."{name}"] is there twice, also as [anchor."{first}"]')


def _entry(name: str, fields: Mapping[str, Any]) -> NamedAnchor:
    if unknown := sorted(fields.keys() - _KEYS):
        raise ValueError(f"has an unknown key {unknown[0]!r}; the keys are {', '.join(sorted(_KEYS))}")
    begins = _value(fields, "date")
    until = fields.get("until")
    last = _day(_value(fields, "until")) if until is not None else None
    if last and last < _day(begins):
        raise ValueError(f"until {last} lies before its date {begins}")
    also = tuple(_timex(value, "also") for value in _words(fields, "also"))
    places = tuple(map(fold, _words(fields, "places")))
    if not places:
        raise ValueError("has no places; give the names of places to which it belongs")
    kinds = frozenset(_words(fields, "kinds")) or frozenset({"war"})
    return NamedAnchor(name, begins, also, last, kinds, places, tuple(map(fold, _words(fields, "names"))))


def _value(fields: Mapping[str, Any], key: str) -> str:
    value = fields.get(key)
    if value is None:
        raise ValueError(f'has no {key}; give one such as {key} = "2023-04-15"')
    return _timex(value.isoformat() if type(value) is date else value, key)


def _timex(value: Any, key: str) -> str:
    """A day or a month that is on the calendar; for `also` a year too. Raises ValueError."""
    if isinstance(value, str):
        if _DAY.fullmatch(value) or _MONTH.fullmatch(value):
            _day(value)
            return value
        if key == "also" and re.fullmatch(r"\d{4}", value):
            return value
    raise ValueError(f"has the {key} {value!r}; write a day or a month such as 2023-04-15 or 2023-04")


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value if len(value) == 10 else f"{value}-01")
    except ValueError as error:
        raise ValueError(f"has the date {value!r}, which no calendar has") from error


def _words(fields: Mapping[str, Any], key: str) -> list[str]:
    words = fields.get(key, [])
    if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
        raise ValueError(f"has {key} = {words!r}; write a list of words")
    return [" ".join(word.split()) for word in words]
