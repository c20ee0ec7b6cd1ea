"""«وبالمستشفى» -> "مستشفي": a word of a name without its article and particles, for names looked up outside a text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .fold import fold

_ARTICLES = ("وبال", "وال", "بال", "فال", "كال", "ولل", "لل", "ال")
_PARTICLES = ("و", "ب", "ل", "")
_SHORTEST = 2


def folded_words(name: str) -> list[str]:
    """The words of a name in one spelling; punctuation is left out."""
    return "".join(letter if letter.isalnum() else " " for letter in fold(name)).split()


def without_article(word: str) -> str:
    """ "الصحه" -> "صحه", "بالصحه" -> "صحه"."""
    for article in _ARTICLES:
        if word.startswith(article) and len(word) > len(article) + _SHORTEST:
            return word.removeprefix(article)
    return word


def find_first(words: Sequence[str], known: Callable[[tuple[str, ...]], str | None], longest: int = 4) -> str | None:
    """What the first known run of words stands for, the longest of those that begin there."""
    for first in range(len(words)):
        for length in range(min(longest, len(words) - first), 0, -1):
            if found := _known_as(words[first : first + length], known):
                return found
    return None


def _known_as(run: Sequence[str], known: Callable[[tuple[str, ...]], str | None]) -> str | None:
    head, tail = run[0], tuple(run[1:])
    for particle in _PARTICLES:
        if head.startswith(particle) and (found := known((head.removeprefix(particle), *tail))):
            return found
    return None
