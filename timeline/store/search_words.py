"""«مُسَاءَ الأَربِعاء، 21» -> "مساء الاربعاء 21": the words that the search knows, in one spelling."""

from __future__ import annotations

import re

from timeline.lexicon.fold import fold

_WORD = re.compile(r"[^\W_]+")


def search_words(*texts: str | None) -> str:
    """The words of all the texts, folded, in small letters, a space between."""
    return words_of(" ".join(fold(text) for text in texts if text))


def words_of(folded: str) -> str:
    """The same of a text that is folded already."""
    return " ".join(_WORD.findall(folded.lower()))
