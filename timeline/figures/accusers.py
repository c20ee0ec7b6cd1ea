"""«واتهم مسؤول حكومي الجماعة بقصف …»: who accuses is the source of what the accusation counts."""

from __future__ import annotations

from ..sentences import Sentence

_CHARGE_WITHIN = 9  # words from the verb to «بـ»
_LONGEST = 4  # words of the accuser's name
_ADJECTIVE = ("يه", "ي")  # endings, folded


def accuser(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """Where the name of the accuser stands, None where the verb has none right behind it.

    The accused follows without any mark between: «اتهمت الخارجية السودانية قوات …» ends at the adjective, «اتهم حاكم
    الإقليم الجيش» behind the one definite word that a noun without its article takes.
    """
    start = verb + 1
    if not sentence.has(verb, "past") or sentence.has(start, "b", "with_pronoun", "in", "of", "comma", "that"):
        return None
    if not sentence.any(start, start + _CHARGE_WITHIN, "b", "prefixed"):
        return None
    past = start + 1
    if sentence.has(start, "place"):
        return start, past
    if not sentence.has(start, "the"):
        if sentence.has(past, "the", "place"):
            return start, past + 1
        while _is_plain(sentence, past) and past - start < _LONGEST:
            past += 1
        return start, past
    while _describes(sentence, past) and past - start < _LONGEST:
        past += 1
    return start, past


def _is_plain(sentence: Sentence, position: int) -> bool:
    """«حكومي», «يمني»: an adjective of a noun without its article."""
    return sentence.has(position, "unknown", "nationality") and not sentence.has(position, "the", "prefixed")


def _describes(sentence: Sentence, position: int) -> bool:
    """«السودانية», «المحلية»: an adjective of a definite noun."""
    if not sentence.has(position, "the"):
        return False
    return sentence.has(position, "nationality") or sentence.line.word(position).form.endswith(_ADJECTIVE)
