"""«دعا المجلس، الأربعاء، إلى …», «في بيان أصدره السبت»: which times date a statement and not what it speaks of."""

from __future__ import annotations

from ..mention import Mention
from ..sentences import Sentence

STATEMENT = "statement"
_BEFORE = 8
_OPENING = 3
_DATELINE = 8  # words of place and agency before its date
_TELLING = ("past", "present", "trigger", "in", "since", "during")


def dates_the_statement(sentence: Sentence, verb: int, mention: Mention) -> bool:
    """Between the verb and what is said, in «بيان», or right before the verb."""
    if mention.first > verb:
        if _another_verb(sentence, verb + 1, mention.first):
            return False
        return _is_of_a_text(sentence, mention) or not _has_begun(sentence, verb + 1, mention.first)
    if verb - mention.past > _BEFORE or sentence.has(verb - 1, "relative"):
        return False
    if sentence.has(verb - 1, "and") and mention.first - sentence.first > _OPENING:
        return False  # «… في العاشر من مارس، وأدانوا …»
    return not sentence.any(mention.past, verb, "past", "present", "that", "while")


def _another_verb(sentence: Sentence, first: int, past: int) -> bool:
    """A verb between, other than that of «بيان أصدره»."""
    verbs = sentence.where(first, past, "past")
    return any(not sentence.has(verb - 1, "statement_place") for verb in verbs)


def _is_of_a_text(sentence: Sentence, mention: Mention) -> bool:
    return sentence.any(mention.first - 4, mention.first, "statement_place")


def _has_begun(sentence: Sentence, first: int, past: int) -> bool:
    """Whether what is said begins between two places: «إلى», «بـ», «من», «أن», a quotation."""
    if sentence.has(first - 1, "demands") and sentence.any(first, past, "prefixed"):
        return True  # «يطالب بإنهاء»
    return sentence.any(first, past, "that", "to", "b", "of", "quote")


def another_speech(sentence: Sentence, first: int, past: int) -> bool:
    """«… منذ الأحد، ونفت إخلاء المستشفى»: a verb of saying after a comma begins a clause of its own."""
    says = sentence.where(first, past, "denies", "accuses", "declares", "reports")
    return any(sentence.has(verb - 1, "and") and sentence.has(verb - 2, "comma") for verb in says) or any(
        sentence.has(verb - 1, "comma") and sentence.has(verb, "denies", "accuses") for verb in says
    )
