"""«مُسَاءَ الأَربِعاء، 21» -> "مساء الاربعاء 21": the words that the search knows, in one spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from timeline.lexicon.fold import fold_pieces

_WORD = re.compile(r"[^\W_]+")


def search_words(*texts: str | None) -> str:
    """The words of all the texts, folded, in small letters, a space between."""
    return words_of(piece for text in texts if text for piece in fold_pieces(text))


def words_of(pieces: Iterable[str]) -> str:
    """The same of texts that are folded and cut at white space already."""
    return " ".join(filter(None, map(_words_in, pieces)))


@lru_cache(50_000)
def _words_in(piece: str) -> str:
    return " ".join(_WORD.findall(piece.lower()))
