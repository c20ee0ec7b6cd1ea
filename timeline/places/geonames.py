"""gazetteer.tsv.gz, as scripts/extract_places.py writes it: one line a place of GeoNames, tabs between columns."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..lexicon import LexiconProblem
from ..values import PlaceKind
from .listed import check_kind

_COLUMNS = 9


class Town(NamedTuple):
    """A line of the file. A country has neither number nor division; `common` are the names that are everyday words."""

    number: str
    kind: PlaceKind
    names: list[str]
    latitude: float
    longitude: float
    country: str
    division: str
    population: int
    common: list[str]


def read_geonames(path: Path) -> Iterator[Town]:
    """Every line of the file. Raises LexiconProblem with file and line."""
    kinds: dict[str, PlaceKind] = {}
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for count, line in enumerate(lines, 1):
                yield _town(line.rstrip("\n").split("\t"), kinds, f"{path.name}: line {count}")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise LexiconProblem(f"{path.name}: not readable: {error}; scripts/extract_places.py makes it") from error


def _town(row: list[str], kinds: dict[str, PlaceKind], entry: str) -> Town:
    if len(row) != _COLUMNS:
        raise LexiconProblem(f"{entry}: expected {_COLUMNS} columns, got {len(row)}")
    number, kind, names, latitude, longitude, country, division, population, common = row
    if kind not in kinds:
        kinds[kind] = check_kind(entry, kind)
    try:
        degrees = float(latitude), float(longitude)
        return Town(number, kinds[kind], _list(names), *degrees, country, division, int(population), _list(common))
    except ValueError as error:
        raise LexiconProblem(f"{entry}: {error}") from error


def _list(names: str) -> list[str]:
    return names.split("|") if names else []
