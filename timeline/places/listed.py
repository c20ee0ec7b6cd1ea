"""places.toml -> places: what GeoNames lacks, by hand, and checked as such.

`[kind.country] "name/other name" = [latitude, longitude, "what it lies in"]`
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from ..lexicon import LexiconProblem, read_toml
from ..values import PlaceKind
from .gazetteer import Inside, Place, key_of

CONTAINERS = ("governorate", "region")
Containers = dict[tuple[str, str], Place]


def listed(path: Path, countries: Mapping[str, str], containers: Containers) -> Iterator[tuple[list[str], Place]]:
    """Names and place of every entry, what may contain others first. Raises LexiconProblem with file and entry.

    `countries` maps ISO codes to names; `containers` is looked at as late as the caller fills it.
    """
    seen: dict[tuple[str, str], str] = {}
    for written, country, spelt, at in _entries(path):
        entry = f"{path.name}: [{written}.{country.lower()}] {spelt}"
        kind, names = check_kind(entry, written), spelt.split("/")
        if country not in countries:
            raise LexiconProblem(f"{entry}: {country.lower()} is no country code (ISO 3166)")
        _check_that_they_are_new(entry, country, names, seen)
        latitude, longitude, at_in = _point(entry, at)
        admin1, admin2, within = _inside(entry, country, at_in, countries, containers)
        if kind == "governorate":
            admin2 = names[0]
        key = f"timeline:{country}/{names[0]}"
        yield names, Place(key, names[0], kind, latitude, longitude, country, admin1, admin2, within)


def _inside(entry: str, country: str, name: str | None, countries: Mapping[str, str], containers: Containers) -> Inside:
    if name is None:
        return None, None, (countries[country],)
    container = containers.get((country, key_of(name)))
    if container is None:
        raise LexiconProblem(f"{entry}: {name} is no governorate or region of {country.lower()}")
    return container.inside()


def check_kind(entry: str, kind: str) -> PlaceKind:
    """The kind, if there is one of that name."""
    for known in get_args(PlaceKind):
        if kind == known:
            return known  # type: ignore[no-any-return]  # get_args is not typed
    raise LexiconProblem(f"{entry}: {kind} is no kind of place; use one of {', '.join(get_args(PlaceKind))}")


def check_names(entry: str, names: Any) -> None:
    """A list of names, none of them empty."""
    if not isinstance(names, list) or not names or not all(isinstance(name, str) and name.strip() for name in names):
        raise LexiconProblem(f"{entry}: expected a list of names, got {names!r}")


def _entries(path: Path) -> Iterator[tuple[str, str, str, Any]]:
    tables = read_toml(path)
    for kind in sorted(tables, key=lambda kind: (kind not in CONTAINERS, kind)):
        for country, entries in _table(f"{path.name}: [{kind}]", tables[kind]).items():
            for names, at in _table(f"{path.name}: [{kind}.{country}]", entries).items():
                yield kind, country.upper(), names, at


def _table(entry: str, table: Any) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise LexiconProblem(f"{entry}: expected a table, got {table!r}")
    return table


def _check_that_they_are_new(entry: str, country: str, names: list[str], seen: dict[tuple[str, str], str]) -> None:
    check_names(entry, names)
    for name in names:
        other = seen.setdefault((country, key_of(name)), entry)
        if other is not entry:
            raise LexiconProblem(f"{entry}: {name} is there twice, before as {other}")


def _point(entry: str, at: Any) -> tuple[float, float, str | None]:
    """Degrees of latitude and longitude, and the name of what the place lies in."""
    inside: str | None = None
    match at:
        case [int() | float() as latitude, int() | float() as longitude]:
            pass
        case [int() | float() as latitude, int() | float() as longitude, str() as inside]:
            pass
        case _:
            raise LexiconProblem(f'{entry}: expected [latitude, longitude, "what it lies in"], got {at!r}')
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise LexiconProblem(f"{entry}: {latitude}, {longitude} is outside -90 to 90 and -180 to 180")
    return float(latitude), float(longitude), inside
