"""Where a text may be cut before anybody knows a word: pieces of text, and proclitics of a folded form."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..lexicon.fold import MARKS, fold
from ..numerals import DIGITS

_LETTER = (
    "\u0610-\u061a\u061c\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f"
    "\ufb50-\ufd3d\ufd50-\ufdff\ufe70-\ufefc\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
)
BLANKS = " \t\u00a0\u202f\u2007\u3000"
_SPACE = f"[{BLANKS}]*"
_UNSEEN = "[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]*"  # direction marks, also inside a number
_DIGIT = f"(?:[{DIGITS}](?:{_UNSEEN}(?=[{DIGITS}]))?)"
PIECE = re.compile(
    f"[{_LETTER}]+{_SPACE}"
    f"|{_DIGIT}+(?:{_UNSEEN}[.,:٫٬،]{_UNSEEN}{_DIGIT}+)*{_SPACE}"
    f"|[A-Za-z\u00c0-\u024f]+{_SPACE}"
    r"|\s+"
    f"|.{_SPACE}",
    re.DOTALL,
)


def cuts(folded: str) -> Iterable[tuple[str, str, bool]]:
    """Ways to cut proclitics off: (proclitics, rest, whether the article's alef is elided)."""
    conjunction = folded[0] if folded[0] in "وف" else ""
    for prefix in dict.fromkeys(("", conjunction)):
        rest = folded[len(prefix) :]
        if prefix and len(rest) > 1:
            yield prefix, rest, False
        if len(rest) > 2 and rest[0] in "بكل":
            if rest.startswith("لل"):
                yield prefix + "ل", "ال" + rest[2:], True
                yield prefix + "ل", rest[1:], False  # «للقاء»
            else:
                yield prefix + rest[0], rest[1:], False


def raw_offset(core: str, letters: int) -> int:
    """Code points of `core` that hold its first `letters` folded letters, with the marks after them."""
    seen = 0
    for offset, char in enumerate(core):
        if seen >= letters and char not in MARKS:
            return offset
        seen += len(fold(char))
    return len(core)
