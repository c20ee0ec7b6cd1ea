"""Other ways to write a text that mean the same: marks that are not seen, anywhere, and scripts of digits."""

from __future__ import annotations

import re

SCRIPTS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９")
TASHKEEL = (*"\u064e\u064f\u0650\u0651\u0652\u0670", "\u0651\u064e")
TATWEEL = "\u0640"
DIRECTIONS = tuple("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u2066\u2067\u2068\u2069\ufeff\u200b\u200d")
_LETTER = "[\u0621-\u063a\u0641-\u064a]"
_BETWEEN_LETTERS = re.compile(f"(?<={_LETTER})(?={_LETTER})")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)(?=\d)|(?<=\d[./:])(?=\d)")
_WORD = re.compile(r"\S+")
# By where the mark is put; `{}` is what is in the text there.
PLACES = ("in words", "in numbers", "around words", "between words")


def in_script(text: str, digits: str) -> str:
    """The text with its digits in another script."""
    return text.translate(str.maketrans("0123456789", digits))


def marked(text: str, mark: str, place: str) -> str:
    """The text with the mark wherever `place`, one of `PLACES`, says."""
    match place:
        case "in words":
            return _BETWEEN_LETTERS.sub(mark, text)
        case "in numbers":
            return _BETWEEN_DIGITS.sub(mark, text)
        case "around words":
            return _WORD.sub(rf"{mark}\g<0>{mark}", text)
    return text.replace(" ", f" {mark} ")


def ways_to_mark() -> tuple[tuple[str, str], ...]:
    """(mark, place): tashkeel and tatweel stand in words, what only steers directions stands anywhere."""
    in_words = ((mark, "in words") for mark in (*TASHKEEL, TATWEEL))
    return (*in_words, *((mark, place) for mark in DIRECTIONS for place in PLACES))
