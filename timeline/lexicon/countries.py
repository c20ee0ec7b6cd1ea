"""The country in a name: «وزارة الصحة اللبنانية» -> "lb", «قطاع غزة» -> "ps"."""

from __future__ import annotations

from functools import lru_cache

from . import lexicon
from .bare import find_first, folded_words, without_article


@lru_cache(4096)
def country_named(name: str) -> str | None:
    """The ISO code of the first place or nationality that a name holds."""
    words = folded_words(name)
    return find_first(words, _country)


def _country(words: tuple[str, ...]) -> str | None:
    known = lexicon()
    if len(words) > 1:
        return _code(known.phrases.get(words, {}).get("place"))
    for form in (words[0], without_article(words[0])):
        values = known.forms.get(form, {})
        if found := _code(values.get("place")) or _code(values.get("nationality")):
            return found
    return None


def _code(value: object) -> str | None:
    return value if isinstance(value, str) and len(value) == 2 else None
