"""«طرابلس» in an article about Lebanon -> the one in Lebanon: which place a name means in one document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from ..lexicon.fold import fold
from ..values import Location, PlaceKind
from ..words import Line
from .gazetteer import PRECISION, Gazetteer, Place, gazetteer, key_of

_MAIN, _NAMED, _HOME, _USUAL, _INSIDE = 2.0, 1.0, 1.2, 0.5, 1.5
_BY_NATIONALITY = 0.5  # «سوري» tells of Syria, but less than «سوريا»
_FAR_LESS = 2.5  # of two places, one of three hundred times fewer people is meant only where its division is named
_CITY = 5.0  # the renown of a hundred thousand people
_APART = 0.5  # degrees: nearer ones are the same place, a town and its division
_QUOTES = '«»"“” '
_TOWNS: Sequence[PlaceKind] = ("city", "governorate", "country")


class Locator:
    """Places of one document. `home` is the country of its outlet (ISO 3166), if that is known.

    Names are decided by the other places of the document, then by `home`, then by how well known each place is.
    """

    def __init__(self, line: Line, home: str | None = None, places: Gazetteer | None = None) -> None:
        self._line, self._home = line, home
        self._gazetteer = places or gazetteer()
        self._decided: dict[tuple[str, ...], Location | None] = {}

    def locate(self, name: str, beside: Sequence[str] = ()) -> Location | None:
        """The place that `name` means, else the first known one said `beside` it («حي السلام بمدينة غزة»)."""
        key = (name, *beside)
        if key not in self._decided:
            self._decided[key] = self._decide(key)
        return self._decided[key]

    def _decide(self, names: Sequence[str]) -> Location | None:
        inside = {key_of(name) for name in names[1:]}
        for name in names:
            candidates = self._candidates(name)
            if candidates:
                return self._best(key_of(name), candidates, inside)
        return None

    def _candidates(self, written: str) -> Sequence[Place]:
        """Places of that whole name; else of the name after «محافظة» and the like, which says what is meant."""
        name = written.strip(_QUOTES)
        if name.startswith("لل"):
            name = "ال" + name[2:]  # «للرياض» has lost its alef
        found = self._gazetteer.named(name)
        head, _, rest = name.partition(" ")
        kind = self._gazetteer.heads.get(fold(head))
        if not rest or (found and kind is None):
            return found
        kinds = ("governorate", "region") if kind == "governorate" else (kind,)
        of_that_kind = [place for place in self._gazetteer.named(rest.strip(_QUOTES)) if place.kind in kinds]
        if found or of_that_kind:
            return [*found, *of_that_kind]
        if fold(head) in self._gazetteer.around:
            clear = key_of(rest) not in self._gazetteer.common
            towns = (place for place in self._gazetteer.named(rest) if place.kind in _TOWNS)
            return [place for place in towns if clear or place.renown >= _CITY]
        return ()

    def _best(self, name: str, candidates: Sequence[Place], inside: set[str]) -> Location:
        if len(candidates) == 1:
            return _located(candidates[0], ())
        towns = [place for place in candidates if not _has_its_seat_in(place, candidates)]
        countries = self._countries(name)
        ranked = sorted(towns, key=lambda place: -self._score(name, place, inside, countries))
        most = max(place.renown for place in towns)
        possible = (place for place in ranked if place.renown >= most - _FAR_LESS or self._lies_in(place, name, inside))
        best = next(possible)
        return _located(best, [place for place in ranked if _is_elsewhere(place, best)])

    def _score(self, name: str, place: Place, inside: set[str], countries: dict[str, float]) -> float:
        score = place.renown / 2
        if place.kind != "country" and countries.get(place.country):
            score += _MAIN if countries[place.country] == max(countries.values()) else _NAMED
        elif place.country == self._home:
            score += _HOME
        if self._usual.get(name) == place.country:
            score += _USUAL
        return score + _INSIDE * self._lies_in(place, name, inside)

    def _lies_in(self, place: Place, name: str, beside: set[str]) -> bool:
        """Whether a division of the place is named anywhere in the document, or its country right beside it."""
        around = {key_of(other) for other in place.within} - {name}
        divisions = {key_of(other) for other in place.within[:-1]} - {name}
        return not divisions.isdisjoint(self._names) or not around.isdisjoint(beside)

    def _countries(self, name: str) -> dict[str, float]:
        """How often the document names a place or people of each country, without `name` itself."""
        counted: dict[str, float] = {}
        for word, country, weight in self._mentions:
            if word != name:
                counted[country] = counted.get(country, 0.0) + weight
        return counted

    @cached_property
    def _mentions(self) -> list[tuple[str, str, float]]:
        """(name, country, weight) of every known place and nationality of the document."""
        return [*self._of_class("place", 1.0), *self._of_class("nationality", _BY_NATIONALITY)]

    def _of_class(self, name: str, weight: float) -> Iterable[tuple[str, str, float]]:
        for found in self._line.alphabet.finding[name,].finditer(self._line.letters):
            position = found.start()
            written = self._line.written(position, position + 1)
            yield key_of(written), str(self._line.word(position).values[name]).upper(), weight

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(word for word, _, weight in self._mentions if weight == 1.0)

    @cached_property
    def _usual(self) -> dict[str, str]:
        """The country that the lexicon gives for a name."""
        return {word: country for word, country, weight in self._mentions if weight == 1.0}


def _has_its_seat_in(division: Place, candidates: Sequence[Place]) -> bool:
    """«حلب» alone is the town, not its governorate."""
    if division.kind != "governorate":
        return False
    return any(
        place.kind == "city" and (place.country, place.admin1) == (division.country, division.name)
        for place in candidates
    )


def _is_elsewhere(place: Place, best: Place) -> bool:
    apart = abs(place.latitude - best.latitude) + abs(place.longitude - best.longitude)
    return place.country != best.country or apart > _APART


def _located(place: Place, others: Sequence[Place]) -> Location:
    alternatives = dict.fromkeys(f"{other.name} ({other.country})" for other in others)
    return Location(
        place.id,
        place.name,
        place.kind,
        place.country,
        place.admin1,
        place.admin2,
        place.latitude,
        place.longitude,
        PRECISION[place.kind],
        tuple(alternatives)[:3],
    )
