"""Which figures are about one toll? Those that count the same, of the same people, over the same time, in one place.

The answer is conservative: a figure of which any of this is not known belongs to no toll, for a series that mixes two
tolls shows falls and contradictions that nobody reported.

- A running total («منذ بدء الحرب») is known by the day from which it is counted. One without such a day may be of any
  war or of yesterday's strike, and stands alone.
- A count of a period with a length («خلال 24 ساعة») is known by the day on which the period ends and by its length: two
  such periods overlap. One that grows («منذ فجر الثلاثاء») is known by its beginning.
- A count of an incident is known by the day, the type and the place of the event, unless the place is a whole theatre
  of war, in which many such happen in a day.
- The people are the categories of a figure. A nationality is left out where it is that of the place («21 فلسطينياً»
  in Gaza are the dead of Gaza). A part that names no group of its own is of nobody in particular.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, get_args

from ..lexicon.countries import country_named
from ..lexicon.theatres import folded, theatre_at, theatre_since
from ..values import Figure, Kind

Basis = Literal["running", "growing", "period", "incident"]
_SEPARATOR = " | "
_UNCOUNTED = ("unspecified",)  # «شهداء وجرحى» counts nobody


@dataclass(frozen=True, slots=True)
class Subject:
    """What is counted, of whom and where: `place` in one spelling, `population` the categories in order."""

    kind: Kind
    place: str
    population: tuple[str, ...] = ()

    def __str__(self) -> str:
        return _SEPARATOR.join((self.kind, self.place, " ".join(self.population)))


@dataclass(frozen=True, slots=True)
class Toll:
    """One number that moves from report to report. `bound` says over which time, each basis in its own way:

    running: the first day; growing: its beginning; period: its last day and its hours; incident: its day and type.
    """

    subject: Subject
    basis: Basis
    bound: str

    def __str__(self) -> str:
        return _SEPARATOR.join((str(self.subject), self.basis, self.bound))

    @property
    def grows(self) -> bool:
        """Whether a later claim can only be larger."""
        return self.basis != "period"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What an article says beside a figure: the time of the harm (local), whether that runs until the publication
    («منذ»), the type of the event, and the figure that it is part of.
    """

    begin: datetime | None = None
    end: datetime | None = None
    grows: bool = False
    event: str | None = None
    whole: Figure | None = None


def toll_of(figure: Figure, around: Circumstances) -> Toll | None:
    """The toll that a figure is about, None where that is not known."""
    if figure.qualifier in _UNCOUNTED or not _has_own_population(figure, around.whole):
        return None
    place = _place(figure)
    found = _time(figure, around, place) if place else None
    if found is None or place is None:
        return None
    return Toll(Subject(figure.kind, place, _population(figure.categories, place)), *found)


def read_toll(key: str) -> Toll:
    """The toll of which `key` is the text."""
    kind, place, population, basis, bound = key.split(_SEPARATOR)
    if kind not in get_args(Kind) or basis not in get_args(Basis):
        raise ValueError(key)
    return Toll(Subject(kind, place, tuple(population.split())), basis, bound)  # type: ignore[arg-type]  # checked


def same_place(name: str) -> str:
    """One spelling of a place: «قطاع غزة», «غزة» and «القطاع» are one theatre of war."""
    theatre = theatre_at(name)
    return theatre.names[0] if theatre else folded(name)


def _has_own_population(figure: Figure, whole: Figure | None) -> bool:
    return whole is None or whole.kind != figure.kind or bool(set(figure.categories) - set(whole.categories))


def _place(figure: Figure) -> str | None:
    if figure.place is not None:
        return same_place(figure.place)
    theatre = theatre_since(figure.since) if figure.since else None
    return theatre.names[0] if theatre else None


def _population(categories: Iterable[str], place: str) -> tuple[str, ...]:
    return tuple(sorted(set(categories) - {country_named(place)}))


def _time(figure: Figure, around: Circumstances, place: str) -> tuple[Basis, str] | None:
    if figure.scope == "cumulative" and figure.since is not None:
        return "running", _first_day(figure.since, place).isoformat()
    if figure.scope == "period":
        return _period(around)
    return _incident(around, place)


def _first_day(since: date, place: str) -> date:
    """The day from which the totals of a war count, also where only its month is named."""
    theatre = theatre_at(place)
    return theatre.begin if theatre and since in theatre.days else since


def _period(around: Circumstances) -> tuple[Basis, str] | None:
    if around.begin is None or around.end is None:
        return None
    if around.grows:
        return "growing", around.begin.isoformat(timespec="minutes")
    last = (around.end - timedelta(minutes=1)).date()
    return "period", f"{last.isoformat()} {round((around.end - around.begin) / timedelta(hours=1))}h"


def _incident(around: Circumstances, place: str) -> tuple[Basis, str] | None:
    if around.begin is None or around.end is None or around.event is None or theatre_at(place):
        return None
    first, last = around.begin.date(), (around.end - timedelta(minutes=1)).date()
    return ("incident", f"{first.isoformat()} {around.event}") if last - first <= timedelta(days=1) else None
