"""«Ø§Ù„Ø¹Ø±Ø¨ÙŠØ©», «ط§ظ„ط¹ط±ط¨ظٹط©», «ÇáÚÑÈíÉ», «????»: Arabic that was read with the wrong encoding before."""

from __future__ import annotations

import re

_LETTER = re.compile(r"[^\W\d_]")
_SIGN = re.compile(r"\S")
_LOST = re.compile(r"\?{3,}")
_FEW = 20  # letters, below which nothing is said of a paragraph
_STRAY = 5  # signs of loss that any text may hold
_SAMPLE = 20_000  # characters of a paragraph that are looked at
_ADVICE = "take it from its source again, as UTF-8"

# Letters that a text in any language has few of, how many of a hundred give it away, and what has happened to it.
_GIVING_AWAY = (
    (re.compile("[À-ÿ]"), 60, "Arabic read as Latin letters"),
    (re.compile("[طظ]"), 30, "UTF-8 read as Windows-1256"),
    (re.compile("[ШЩ]"), 30, "UTF-8 read as Cyrillic"),
)


def garbled(text: str) -> str | None:
    """What is wrong with the letters of a text, or of one paragraph in it; None where nothing is."""
    if text.count("\ufffd") > max(_STRAY, len(text) // 50):
        return _lost("\ufffd")
    return next(filter(None, map(_garbled, text.splitlines())), None)


def _garbled(paragraph: str) -> str | None:
    sample = paragraph[:_SAMPLE]
    signs, letters = len(_SIGN.findall(sample)), len(_LETTER.findall(sample))
    if sample.count("\ufffd") > max(_STRAY, signs // 10):
        return _lost("\ufffd")
    if sum(map(len, _LOST.findall(sample))) > max(_FEW, signs) / 2:
        return _lost("????")
    for sign, share, why in _GIVING_AWAY:
        if letters >= _FEW and len(sign.findall(sample)) > letters * share / 100:
            return f"its letters are garbled ({why}); {_ADVICE}"
    return None


def _lost(sign: str) -> str:
    return f"many of its letters are lost ({sign}); {_ADVICE}"
