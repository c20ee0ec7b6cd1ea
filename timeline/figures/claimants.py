"""What kind of body reports a figure: «وزارة الصحة في غزة» is a health ministry, «الوزارة» the one named before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from ..lexicon.bare import folded_words, without_article
from ..lexicon.claimants import role_named
from ..values import Role
from .claims import Claim


def name_roles(claims: Iterable[Claim]) -> None:
    """Gives each claim the role of its source; where none is named it is the outlet that counts."""
    named: dict[str, str] = {}
    for claim in claims:
        if claim.source is None:
            claim.role = "outlet"
            continue
        full = _full_name(claim.source, named)
        claim.role = _role(full)
        named |= dict.fromkeys(_words(full), full)


def _full_name(source: str, named: Mapping[str, str]) -> str:
    """«الوزارة» after «وزارة الصحة» is short for it: the last name of the article that has the word."""
    words = _words(source)
    return named.get(words[0], source) if len(words) == 1 else source


@lru_cache(4096)
def _role(name: str) -> Role | None:
    return role_named(name)


@lru_cache(4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(map(without_article, folded_words(name)))
