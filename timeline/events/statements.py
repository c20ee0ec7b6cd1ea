"""«دعا المجلس، الأربعاء، إلى …», «في بيان أصدره السبت»: which times date a statement and not what it speaks of."""

from __future__ import annotations

from ..meanings import Mention
from ..sentences import Sentence

_BEFORE = 8


def dates_the_statement(sentence: Sentence, verb: int, mention: Mention) -> bool:
    """Between the verb and what is said, in «بيان», or right before the verb."""
    if mention.first > verb:
        if _another_verb(sentence, verb + 1, mention.first):
            return False
        return _is_of_a_text(sentence, mention) or not _has_begun(sentence, verb + 1, mention.first)
    if verb - mention.past > _BEFORE or sentence.has(verb - 1, "relative"):
        return False
    return not any(sentence.has(position, "past", "present", "that") for position in range(mention.past, verb))


def _another_verb(sentence: Sentence, first: int, past: int) -> bool:
    """A verb between, other than that of «بيان أصدره»."""
    between = range(first, past)
    return any(sentence.has(p, "past") and not sentence.has(p - 1, "statement_place") for p in between)


def _is_of_a_text(sentence: Sentence, mention: Mention) -> bool:
    return any(sentence.has(position, "statement_place") for position in range(mention.first - 4, mention.first))


def _has_begun(sentence: Sentence, first: int, past: int) -> bool:
    """Whether what is said begins between two places: «إلى», «بـ», «من», «أن», a quotation."""
    return any(sentence.has(position, "that", "to", "b", "of", "quote") for position in range(first, past))
