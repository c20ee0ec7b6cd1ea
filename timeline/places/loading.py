"""The files of lexicon/places -> a gazetteer. What is wrong with one is told with its file and entry."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..lexicon import FOLDER, LexiconProblem, read_toml
from ..lexicon.fold import fold
from ..values import PlaceKind
from .byhand import ByHand, read_by_hand
from .gazetteer import Gazetteer, Inside, Place, key_of
from .geonames import Town, read_geonames
from .listed import CONTAINERS, check_kind, check_names, listed

PLACES = FOLDER / "places"
_DIVISIONS = "divisions.toml"


@dataclass
class _Read:
    """What has been read so far: places by name, names of countries, and what may contain others by country and key."""

    named: list[tuple[str, Place]] = field(default_factory=list)
    countries: dict[str, str] = field(default_factory=dict)
    containers: dict[tuple[str, str], Place] = field(default_factory=dict)
    divisions: dict[tuple[str, str], Place] = field(default_factory=dict)

    def add(self, names: list[str], place: Place) -> None:
        self.named += [(name, place) for name in names]
        if place.kind in CONTAINERS:
            for name in names:
                self.containers.setdefault((place.country, key_of(name)), place)


def load(folder: Path = PLACES) -> Gazetteer:
    """Read the gazetteer of `folder`. Raises LexiconProblem with file and entry."""
    towns = [*read_geonames(folder / "gazetteer.tsv.gz")]
    by_hand = read_by_hand(folder / "geonames.toml", {town.number or town.country for town in towns})
    read = _Read()
    _add_countries(read, towns, by_hand)
    _add_divisions(read, towns, folder / _DIVISIONS)
    for names, place in listed(folder / "places.toml", read.countries, read.containers):
        read.add(names, place)
    _add_towns(read, towns, by_hand)
    return Gazetteer(read.named, _common(towns, by_hand), *_heads(folder / "heads.toml"))


def _add_countries(read: _Read, towns: list[Town], by_hand: ByHand) -> None:
    for town in towns:
        if town.kind == "country":
            names = by_hand.names_of(town.country, town.names)
            read.countries[town.country] = names[0]
            read.add(names, _place(f"ISO:{town.country}", names[0], town))


def _add_divisions(read: _Read, towns: list[Town], path: Path) -> None:
    """Each lies where its largest town does."""
    largest: dict[tuple[str, str], Town] = {}
    for town in towns:
        here = (town.country, town.division)
        if town.division and (here not in largest or town.population > largest[here].population):
            largest[here] = town
    for code, divisions in read_toml(path).items():
        country = code.upper()
        for division, names in divisions.items():
            entry = f"{path.name}: [{code}] {division}"
            check_names(entry, names)
            if (country, division) not in largest:
                raise LexiconProblem(f"{entry}: no town of the gazetteer lies in it")
            town, within = largest[country, division], (read.countries[country],)
            at = town.latitude, town.longitude
            key = f"division:{country}.{division}"
            place = Place(key, names[0], "governorate", *at, country, names[0], None, within)
            read.divisions[country, division] = place
            read.add(names, place)


def _add_towns(read: _Read, towns: list[Town], by_hand: ByHand) -> None:
    inside = {division: place.inside() for division, place in read.divisions.items()}
    for town in towns:
        names = by_hand.names_of(town.number, town.names)
        if town.kind == "country" or not names:  # without a name it is there for its division only
            continue
        container = _second_division(read, town, by_hand)
        around = container.inside() if container else inside.get((town.country, town.division))
        around = around or (None, None, (read.countries.get(town.country, town.country),))
        read.add(names, _place(f"geonames:{town.number}", names[0], town, around))


def _place(key: str, name: str, town: Town, around: Inside = (None, None, ())) -> Place:
    at = town.latitude, town.longitude
    admin1, admin2, within = around
    return Place(key, name, town.kind, *at, town.country, admin1, admin2, within, town.population)


def _second_division(read: _Read, town: Town, by_hand: ByHand) -> Place | None:
    name = by_hand.within.get(town.number)
    if name is None:
        return None
    if found := read.containers.get((town.country, key_of(name))):
        return found
    raise LexiconProblem(f"{by_hand.file}: [within] {name}: no governorate or region of {town.country.lower()}")


def _common(towns: list[Town], by_hand: ByHand) -> frozenset[str]:
    """Keys of the names that are everyday words: as counted, and as somebody who reads wires knows better."""
    counted = {key_of(name) for town in towns for name in town.common}
    return frozenset(counted.difference(map(key_of, by_hand.clear)).union(map(key_of, by_hand.common)))


def _heads(path: Path) -> tuple[dict[str, PlaceKind], frozenset[str]]:
    """«محافظة» -> governorate, and the words after which a town only tells where to look."""
    tables = read_toml(path)
    kinds: dict[str, PlaceKind] = {}
    for kind, words in tables.get("head", {}).items():
        entry = f"{path.name}: [head] {kind}"
        check_names(entry, words)
        kinds |= dict.fromkeys(map(fold, words), check_kind(entry, kind))
    around = tables.get("around", {}).get("site", [])
    check_names(f"{path.name}: [around] site", around)
    return kinds, frozenset(map(fold, around))
