"""«طرابلس» -> the one in Libya, the one in Lebanon: places by name, each with what it lies in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log10

from ..lexicon.fold import fold
from ..values import GeoPrecision, PlaceKind

PRECISION: Mapping[PlaceKind, GeoPrecision] = {
    "country": "country",
    "region": "region",
    "governorate": "division",
    "city": "city",
    "neighbourhood": "exact",
    "camp": "exact",
    "crossing": "exact",
    "hospital": "exact",
    "site": "exact",
}
_RENOWN: Mapping[PlaceKind, float] = {"country": 9.0, "region": 5.5, "governorate": 5.0}
_LISTED = 4.0  # a place that somebody listed by hand is as well known as a town of ten thousand
Inside = tuple[str | None, str | None, tuple[str, ...]]
"""admin1, admin2 and the names of everything that a place lies in"""
_NOBODY: Sequence[Place] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer. `country` is its ISO 3166 code, `within` the names of what it lies in, nearest first.

    `latitude` and `longitude` are degrees (WGS 84) of one point: of a division its largest town, of a country the
    middle of its towns.
    """

    id: str
    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    country: str
    admin1: str | None = None
    admin2: str | None = None
    within: tuple[str, ...] = ()
    population: int = 0

    def inside(self) -> Inside:
        """What lies in this place is of its divisions: of «شمال غزة», and so of «قطاع غزة»."""
        second = self.name if self.admin1 not in (None, self.name) else self.admin2
        return self.admin1, second, (self.name, *self.within)

    @property
    def renown(self) -> float:
        """How readily a bare name means this place: the logarithm of the inhabitants of a town."""
        return _RENOWN.get(self.kind) or max(log10(self.population + 10), 0 if self.kind == "city" else _LISTED)


class Gazetteer:
    """Places by their names; every look-up is one step, however many there are."""

    def __init__(
        self,
        named: Iterable[tuple[str, Place]],
        common: Iterable[str],  # keys of names that are everyday words too
        heads: Mapping[str, PlaceKind],
        around: frozenset[str],
    ) -> None:
        self._by_name: dict[str, list[Place]] = {}
        for name, place in named:
            self._by_name.setdefault(key_of(name), []).append(place)
        self.common = frozenset(common)
        self.heads, self.around = heads, around
        self._countries = {
            place.country for places in self._by_name.values() for place in places if place.kind == "country"
        }
        self._longest: dict[str, int] = {}
        for name in self._by_name:
            words = name.split()
            self._longest[words[0]] = max(self._longest.get(words[0], 1), len(words))

    def named(self, name: str) -> Sequence[Place]:
        """Every place of that name, in any spelling."""
        return self._by_name.get(key_of(name), _NOBODY)

    def longest(self, word: str) -> int:
        """How many words the longest name has that begins with the folded `word`; 0 where none does."""
        return self._longest.get(word, 0)

    def has_country(self, code: str) -> bool:
        """Whether there is a country of that ISO 3166 code."""
        return code in self._countries

    def __iter__(self) -> Iterator[str]:
        """The keys of all names."""
        return iter(self._by_name)

    def __contains__(self, key: str) -> bool:
        return key in self._by_name

    def __len__(self) -> int:
        return len({place.id for places in self._by_name.values() for place in places})


def key_of(name: str) -> str:
    """One spelling for «دير-البلح» and «دير البلح», «أريحا» and «اريحا»."""
    return " ".join(fold(name).replace("-", " ").split())


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with the program, read when the first place is looked up."""
    from .loading import load

    return load()
