"""Words that name a kind of body: «المتحدث باسم الدفاع المدني» -> "civil_defence"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

from ..values import Role
from . import FOLDER, LexiconProblem, read_toml
from .bare import find_first, folded_words, without_article

Roles = Mapping[tuple[str, ...], Role]
_FILE = "claimants.toml"


def role_named(name: str) -> Role | None:
    """The role of the first body that a name names; a witness or unnamed source only where no body is named."""
    words = [without_article(word) for word in folded_words(name)]
    strong, weak = roles()
    found: Any = find_first(words, strong.get) or find_first(words, weak.get)
    return found  # type: ignore[no-any-return]  # the loader has checked that it is a Role


@cache
def roles() -> tuple[Roles, Roles]:
    """The words of the lexicon that ships with the program: bodies, and those that name none."""
    return load_roles(FOLDER / _FILE)


def load_roles(path: Path) -> tuple[Roles, Roles]:
    """The tables `role` and `weak` of a file. Raises LexiconProblem with the entry."""
    tables = read_toml(path)
    return _roles(path, tables.get("role", {})), _roles(path, tables.get("weak", {}))


def _roles(path: Path, table: Mapping[str, list[str]]) -> Roles:
    found: dict[tuple[str, ...], Role] = {}
    for role, names in table.items():
        if role not in get_args(Role):
            raise LexiconProblem(f"{path.name}: {role}: not one of {', '.join(get_args(Role))}")
        for name in names:
            found.setdefault(tuple(map(without_article, folded_words(name))), role)  # type: ignore[arg-type]  # checked
    return found
