"""«الأَربِعـاء» -> "الاربعاء": the one place where spellings of a word become one.

Lexicon and text go through the same function, so no other module ever lists hamza or tashkeel variants.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = "".join(
    map(
        chr,
        [
            0x0640,  # tatweel
            *range(0x0610, 0x061B),  # honorifics
            0x061C,  # Arabic letter mark
            *range(0x064B, 0x0660),  # tashkeel, madda and hamza as marks
            0x0670,  # superscript alef
            *range(0x06D6, 0x06DD),  # Quranic marks
            *range(0x06DF, 0x06E9),
            *range(0x06EA, 0x06EE),
            0x00AD,  # soft hyphen
            *range(0x200B, 0x2010),  # zero width, left-to-right and right-to-left marks
            *range(0x202A, 0x202F),  # embeddings
            *range(0x2060, 0x2065),
            *range(0x2066, 0x206A),  # isolates
            0xFEFF,  # byte order mark
        ],
    )
)
MARKS = frozenset(_MARKS)

_SAME = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ة": "ه",
    "ۀ": "ه",
    "ہ": "ه",
    "ک": "ك",
    "ڪ": "ك",
}
_DIGITS = {chr(zero + n): str(n) for zero in (0x0660, 0x06F0, 0xFF10) for n in range(10)}
TABLE = str.maketrans({**dict.fromkeys(_MARKS, ""), **_SAME, **_DIGITS})
_UNMARKED = str.maketrans(dict.fromkeys(_MARKS, ""))
# Letters by their shapes, and hamza and madda apart from the letter that bears them.
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc\u0653-\u0655]")


def fold(text: str) -> str:
    """One spelling for hamza on alef, ya, ta marbuta, digits; no tashkeel, tatweel or direction marks."""
    if _PRESENTATION.search(text):
        text = unicodedata.normalize("NFKC", text)
    return text.translate(TABLE)


def fold_pieces(text: str) -> list[str]:
    """`fold(text).split()`, many times as fast: most of what stands between white space was seen before."""
    if _PRESENTATION.search(text):  # is rewritten as a whole
        return fold(text).split()
    return [folded for piece in text.split() if (folded := _fold_piece(piece))]


@lru_cache(50_000)
def _fold_piece(piece: str) -> str:
    return fold(piece)


def without_marks(text: str) -> str:
    """«الأَربِعـاء» -> "الأربعاء": the spelling kept, tashkeel, tatweel and direction marks gone."""
    return text.translate(_UNMARKED)
