"""Numbers that are none: «خمسة مليار مليار», -5, 1/2, 1e5. What stands beside them makes of the rest no count."""

from __future__ import annotations

from ..grammar.reading import CountMention
from ..sentences import Sentence


def is_no_number(mention: CountMention, sentence: Sentence) -> bool:
    """Whether the number is the rest of something larger, or nobody («0 شهداء» says that there was none)."""
    if mention.count.shape != "number":
        return False
    before = mention.first - 1
    return (
        (mention.count.low == 0 and mention.count.high == 0)
        or sentence.has(before, "number")  # «خمسة مليار | مليار شهيد»: more than anybody can mean
        or (sentence.has(before, "slash") and sentence.has(before - 1, "number"))
        or _is_negative(mention, sentence)
        or _touches_latin(mention, sentence)
    )


def _is_negative(mention: CountMention, sentence: Sentence) -> bool:
    """«مقتل -5»; not «3-5», nor the dash of a list, before which there is nothing."""
    dash = mention.first - 1
    if not sentence.has(dash, "dash") or dash == sentence.first:
        return False
    line = sentence.line
    return line.end(dash) == mention.start and line.end(dash - 1) < line.start(dash)


def _touches_latin(mention: CountMention, sentence: Sentence) -> bool:
    """«1e5», «0x10», «F16»."""
    line = sentence.line
    before, number, after = mention.first - 1, mention.first, mention.first + 1
    left = sentence.has(before, "latin") and line.end(before) == mention.start
    right = sentence.has(after, "latin") and line.start(after) == line.end(number)
    return (left and line.word(before).form.isalpha()) or right
