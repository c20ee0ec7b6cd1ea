"""The files of lexicon/places -> a gazetteer. What is wrong with one is told with its file and entry."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..lexicon import FOLDER, LexiconProblem, read_toml
from ..lexicon.fold import fold
from ..values import PlaceKind
from .gazetteer import Gazetteer, Place, key_of
from .listed import CONTAINERS, check_kind, check_names, listed

PLACES = FOLDER / "places"
_DIVISIONS = "divisions.toml"
_NAMES = "geonames.toml"


@dataclass
class _Read:
    """What has been read so far: places with their names, by country what may contain them, common words."""

    named: list[tuple[str, Place]] = field(default_factory=list)
    countries: dict[str, str] = field(default_factory=dict)
    containers: dict[tuple[str, str], Place] = field(default_factory=dict)
    common: list[str] = field(default_factory=list)

    def add(self, names: list[str], place: Place) -> None:
        self.named += [(name, place) for name in names]
        if place.kind in CONTAINERS:
            for name in names:
                self.containers.setdefault((place.country, key_of(name)), place)


def load(folder: Path = PLACES) -> Gazetteer:
    """Read the gazetteer of `folder`. Raises LexiconProblem with file and entry."""
    read = _Read()
    rows = [*_rows(folder / "gazetteer.tsv.gz")]
    _add_countries(read, rows, folder)
    _add_divisions(read, rows, folder)
    _add_geonames(read, rows, folder)
    for names, place in listed(folder / "places.toml", read.countries, read.containers):
        read.add(names, place)
    return Gazetteer(read.named, _common(read, folder), *_heads(folder / "heads.toml"))


def _rows(path: Path) -> Iterator[list[str]]:
    """Number, kind, names, latitude, longitude, country, division, population, common names."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                row = line.rstrip("\n").split("\t")
                if len(row) != 9:
                    raise LexiconProblem(f"{path.name}: line {number}: expected 9 columns, got {len(row)}")
                yield row
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise LexiconProblem(f"{path.name}: not readable: {error}; make it again with extract_places.py") from error


def _add_countries(read: _Read, rows: list[list[str]], folder: Path) -> None:
    more, wrong = _given_names(folder)
    for _, kind, name, latitude, longitude, code, _, population, _ in rows:
        if kind == "country":
            names = _names([name], code, more, wrong)
            read.countries[code] = names[0]
            place = Place(f"ISO:{code}", names[0], "country", float(latitude), float(longitude), code)
            read.add(names, replace(place, population=int(population)))


def _add_divisions(read: _Read, rows: list[list[str]], folder: Path) -> None:
    """Each where its largest town is."""
    largest: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        here = (row[5], row[6])
        if row[6] and (here not in largest or int(row[7]) > int(largest[here][7])):
            largest[here] = row
    for country, divisions in read_toml(folder / _DIVISIONS).items():
        for code, names in divisions.items():
            entry = f"{_DIVISIONS}: [{country}] {code}"
            town = largest.get((country.upper(), code))
            if town is None:
                raise LexiconProblem(f"{entry}: no town of the gazetteer lies in it")
            check_names(entry, names)
            read.add(names, _division(country.upper(), code, names[0], town, read))


def _division(country: str, code: str, name: str, town: list[str], read: _Read) -> Place:
    place = Place(f"division:{country}.{code}", name, "governorate", float(town[3]), float(town[4]), country, name)
    return replace(place, within=(read.countries[country],))


def _add_geonames(read: _Read, rows: list[list[str]], folder: Path) -> None:
    more, wrong = _given_names(folder)
    unknown = {key for key in (*more, *wrong) if key.isdigit()} - {row[0] for row in rows}
    if unknown:
        raise LexiconProblem(f"{_NAMES}: {min(unknown)}: the gazetteer has no place of this number")
    divisions = {place.id: place for _, place in read.named if place.kind == "governorate"}
    for number, kind, names, latitude, longitude, country, code, population, common in rows:
        if kind == "country":
            continue
        division = divisions.get(f"division:{country}.{code}")
        spelt = _names(names.split("|") if names else [], number, more, wrong)
        if not spelt:
            continue  # there for its division only
        place = Place(f"geonames:{number}", spelt[0], _kind(kind), float(latitude), float(longitude), country)
        within = ((division.name,) if division else ()) + (read.countries[country],)
        admin1 = division.name if division else None
        read.add(spelt, replace(place, admin1=admin1, population=int(population), within=within))
        read.common += common.split("|") if common else []


def _kind(name: str) -> PlaceKind:
    return "camp" if name == "camp" else "city"


def _given_names(folder: Path) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    tables = read_toml(folder / _NAMES)
    for table in ("names", "wrong"):
        for number, names in tables.get(table, {}).items():
            check_names(f"{_NAMES}: [{table}] {number}", names)
    return tables.get("names", {}), tables.get("wrong", {})


def _names(names: list[str], key: str, more: Mapping[str, list[str]], wrong: Mapping[str, list[str]]) -> list[str]:
    """The names given by hand, then those of GeoNames that are not wrong."""
    given = more.get(key, [])
    return [*given, *(name for name in names if name not in wrong.get(key, ()) and name not in given)]


def _common(read: _Read, folder: Path) -> set[str]:
    """Keys of the names that are everyday words: as counted, and as somebody who reads wires knows better."""
    by_hand = {}
    for table in ("common", "clear"):
        by_hand[table] = read_toml(folder / _NAMES).get(table, {}).get("names", [])
        if by_hand[table]:
            check_names(f"{_NAMES}: [{table}] names", by_hand[table])
    return {*map(key_of, read.common)}.difference(map(key_of, by_hand["clear"])).union(map(key_of, by_hand["common"]))


def _heads(path: Path) -> tuple[dict[str, PlaceKind], frozenset[str]]:
    """«محافظة» -> governorate, and the words after which a town only tells where to look."""
    tables = read_toml(path)
    kinds: dict[str, PlaceKind] = {}
    for kind, words in tables.get("head", {}).items():
        check_names(f"{path.name}: [head] {kind}", words)
        kinds |= dict.fromkeys(map(fold, words), check_kind(f"{path.name}: [head] {kind}", kind))
    around = tables.get("around", {}).get("site", [])
    check_names(f"{path.name}: [around] site", around)
    return kinds, frozenset(map(fold, around))
