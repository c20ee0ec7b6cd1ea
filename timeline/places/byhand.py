"""geonames.toml: what somebody who reads wires knows better than GeoNames about its places."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..lexicon import LexiconProblem, read_toml
from .listed import check_names


@dataclass(frozen=True, slots=True)
class ByHand:
    """`names` are added and `wrong` ones left out, by number of the place or code of the country.

    `within` names the second-level division of a place; `common` names are everyday words, `clear` ones are not.
    """

    file: str
    names: Mapping[str, Sequence[str]]
    wrong: Mapping[str, Sequence[str]]
    within: Mapping[str, str]
    common: Sequence[str]
    clear: Sequence[str]

    def names_of(self, key: str, names: Sequence[str]) -> list[str]:
        """The names given by hand, then the others that are not wrong."""
        given, wrong = self.names.get(key, ()), self.wrong.get(key, ())
        return [*given, *(name for name in names if name not in wrong and name not in given)]


def read_by_hand(path: Path, known: Collection[str]) -> ByHand:
    """Read the file; `known` are the numbers and codes that it may speak of. Raises LexiconProblem with the entry."""
    tables = read_toml(path)
    for title, table in tables.items():
        for key, names in table.items():
            check_names(f"{path.name}: [{title}] {key}", names)
    within = {number: name for name, numbers in tables.get("within", {}).items() for number in numbers}
    names, wrong = tables.get("names", {}), tables.get("wrong", {})
    for title, keys in (("names", names), ("wrong", wrong), ("within", within)):
        if unknown := set(keys).difference(known):
            raise LexiconProblem(f"{path.name}: [{title}] {min(unknown)}: the gazetteer has no place of this number")
    return ByHand(path.name, names, wrong, within, _list(tables, "common"), _list(tables, "clear"))


def _list(tables: Mapping[str, Any], title: str) -> Sequence[str]:
    found: Sequence[str] = tables.get(title, {}).get("names", ())
    return found
