"""Whether an article is in Arabic: by its script, and by the letters that only other languages write in it."""

from __future__ import annotations

import re
from functools import cache

from timeline.lexicon import lexicon

_FEW = 20  # letters, from which on a language is told
_ENOUGH, _MANY = 60, 200  # letters, from which on languages in the same script are told apart, and surely
_SAMPLE = 20_000  # characters that are looked at
_ADDRESS = re.compile(r"\S+://\S+|\S*@\S+")
_LETTER = re.compile(r"[^\W\d_]")
_SCRIPT = re.compile("[\u0620-\u064a\u066e-\u06d5\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_FOREIGN = re.compile("[\u063b-\u063f\u0672-\u06d3\u06d5\u06fa-\u06ff]")  # of Persian, Urdu, Kurdish, Pashto
_WORD = re.compile(r"[^\W\d_]{2,}")


def check_arabic(text: str, few: int = _FEW) -> None:
    """Raises ValueError for an article in another language; quotations within Arabic, and fewer letters, may be any."""
    sample = _ADDRESS.sub(" ", text[:_SAMPLE])
    letters, arabic = len(_LETTER.findall(sample)), len(_SCRIPT.findall(sample))
    if letters >= few and (arabic < letters / 3 or _is_of_a_neighbour(sample, arabic)):
        raise ValueError("this article is not in Arabic")


def _is_of_a_neighbour(text: str, letters: int) -> bool:
    """Letters that Arabic lacks, unless it was typed on a Persian keyboard, and hardly an article."""
    some = letters / (60 if letters >= _MANY else 20)
    if letters < _ENOUGH or len(_FOREIGN.findall(text)) < some:
        return False
    definite = _definite()
    words = _WORD.findall(text)
    return sum(map(bool, map(definite.match, words))) < len(words) / 8


@cache
def _definite() -> re.Pattern[str]:
    """«القطاع», «والقطاع»: three of ten words of Arabic news are such."""
    forms = lexicon().forms
    joined, article = ("|".join(form for form in forms if name in forms[form]) for name in ("and", "article"))
    return re.compile(f"(?:{joined})?(?:{article})")
