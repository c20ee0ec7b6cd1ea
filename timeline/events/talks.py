"""The type of what brings people together: meetings, talks, truces, agreements."""

from __future__ import annotations

from ..sentences import Sentence
from .around import CLAUSE, ahead, around, behind, is_feared


def of_a_negotiation(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«وزارة الاتصالات», «قطاع الاتصالات» are of another trade."""
    if "telecom" not in classes:
        return "negotiation"
    sector = sentence.any(sentence.first, sentence.past, "market")
    return None if sector or behind(sentence, position, 3, "trade") else "negotiation"


def of_a_meeting(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«جلسة التداول», «مؤتمر صحفي», «زيارة الموقع» bring nobody together."""
    if "session" in classes and sentence.any(sentence.first, sentence.past, "market", "court"):
        return None
    if "conference" in classes and ahead(sentence, position, 1, "press"):
        return None
    if "gathering" in classes and ahead(sentence, position, 2, "media"):
        return None
    if "peak" in classes and not _is_a_summit(sentence, position):
        return None
    other = ahead(sentence, position, 2, "site") or sentence.has(position - 1, "number")
    return None if "visit" in classes and other else "meeting"


def _is_a_summit(sentence: Sentence, position: int) -> bool:
    """«قمة في الرياض», «القمة العربية»; not «على قمة», «قمة الجبل»."""
    return not sentence.has(position - 1, "on") and around(sentence, position, 4, "summit_of", "nationality", "place")


def of_a_truce(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«جهود التهدئة»: the truce is an aim; «حذر من انهيار الهدنة» fears."""
    if "pronoun" in classes or is_feared(sentence, position):
        return None
    if "the" in classes and sentence.has(position - 1, "efforts"):
        return None
    return "ceasefire"


def of_an_agreement(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«وقعت الأطراف تفاهماً» signs, «وقع الهجوم» only happens; «اتفق الخبراء على أن» are of one mind."""
    if "happened" in classes:
        signs = ahead(sentence, position, CLAUSE, "signed") and not sentence.has(position + 1, "trigger")
        return "agreement" if signs or _is_what_was_signed(sentence, position, classes) else None
    if "future_marker" in classes:
        return None  # «توقع المسؤول» expects
    if "agrees" in classes:
        settled = sentence.where(position + 1, position + 2 * CLAUSE, "on")
        return "agreement" if settled and not sentence.has(settled[0] + 1, "that", "opinion") else None
    return None if "verb" in classes and not ahead(sentence, position, CLAUSE, "signed") else "agreement"


def _is_what_was_signed(sentence: Sentence, position: int, classes: frozenset[str]) -> bool:
    """«الإعلان الذي وقعه الجانبان»"""
    told_of = "pronoun" in classes and sentence.has(position - 1, "relative")
    return told_of and behind(sentence, position, 6, "signed")
