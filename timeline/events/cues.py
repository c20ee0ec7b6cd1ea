"""Words that name a happening only along with another: «إغلاق معبر», «انقلاب حافلة», «37 صاروخاً»."""

from __future__ import annotations

from collections.abc import Callable

from ..sentences import Sentence
from .around import CLAUSE, ahead, around, behind, by_air, clause_around
from .violence import ATTACKS

_ELSEWHERE = ("in", "place_word")  # «انهيار داخل المستشفى»
_SUBJECT = 5  # words from what fell to its verb
_SHELLED = 8  # words between «تعرضت» and «قذيفة»
_STRIKES = frozenset(("shelling", "air_strike", "attack"))


def of_a_cue(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """The type of what is told with another word's help, else None."""
    cue = sentence.value(position, "cue")
    return _CUES[cue](sentence, position) if cue else _of_a_weapon(sentence, position)


def _of_a_weapon(sentence: Sentence, position: int) -> str | None:
    """«سقوط قذيفة», «37 صاروخاً»: the weapon names the attack where nothing else does."""
    first, past = position - CLAUSE + 1, position + CLAUSE
    if behind(sentence, position, _SHELLED, "undergoes"):
        first, past = clause_around(sentence, position)
    near = sentence.values(first, past, "trigger")
    if not _STRIKES.isdisjoint(near):
        return None
    return "air_strike" if by_air(sentence, position) else "shelling"


def _of_an_exchange(sentence: Sentence, position: int) -> str | None:
    """«تبادل أسرى», «عملية تبادل»."""
    fire = ahead(sentence, position, 1, "fire", "trigger")
    deal = behind(sentence, position, 1, "prisoner_deal") and not fire and not sentence.has(position, "the")
    return "release" if ahead(sentence, position, 5, "prisoner", "hostage") or deal else None


def _of_a_closure(sentence: Sentence, position: int) -> str | None:
    return "blockade" if ahead(sentence, position, 4, "crossing") else None


def _of_a_barring(sentence: Sentence, position: int) -> str | None:
    """«منعت دخول قوافل الوقود»"""
    return "blockade" if ahead(sentence, position, 6, "supplies") and not ahead(sentence, position, 1, "of") else None


def _of_a_collapse(sentence: Sentence, position: int) -> str | None:
    """«انهيار جدار», «سدان قد انهارا»: an accident, unless an attack brought it about."""
    falls = ahead(sentence, position, 2, "caving_in", "structure") and not ahead(sentence, position, 1, *_ELSEWHERE)
    if sentence.has(position, "past") and not falls:
        falls = behind(sentence, position, _SUBJECT, "caving_in", "structure")
    first = position - _SUBJECT if sentence.has(position, "past") else position
    counted = sentence.any(first, position + 4, "number", "vague")  # «12 منزلاً»: of a disaster told before
    return "accident" if falls and not counted and not _is_a_result(sentence) else None


def _is_a_result(sentence: Sentence) -> bool:
    return not (ATTACKS - {"accident"}).isdisjoint(sentence.said("trigger"))


def _of_a_capsizing(sentence: Sentence, position: int) -> str | None:
    return "accident" if ahead(sentence, position, 2, "vehicle") else None


def _of_arson(sentence: Sentence, position: int) -> str | None:
    """«أضرم محتجون النار»: of rioters a riot, of others the burning of what is named."""
    if not ahead(sentence, position, 4, "fire"):
        return None
    if not {"riot", "protest"}.isdisjoint(sentence.said("trigger")) or around(sentence, position, 4, "marching"):
        return "riot"
    return "demolition" if ahead(sentence, position, 4, "structure", "burnt") else None


def _of_opening_fire(sentence: Sentence, position: int) -> str | None:
    if not ahead(sentence, position, 4, "fire"):
        return None
    return "air_strike" if by_air(sentence, position) else "shooting"


def _of_targeting(sentence: Sentence, position: int) -> str | None:
    """«استهدفت طائرة مسيرة مستودعاً», «نفى استهداف المدنيين»; where the attack has a name the word adds none."""
    first, past = clause_around(sentence, position)
    verb = sentence.has(position, "verb")
    if _names_a_strike(sentence, first, past) or sentence.any(first, position + 3, "campaign"):
        return None
    if verb and position == first and sentence.has(position - 1, "comma"):
        return None  # «هجوم، فجر الثلاثاء، استهدف مسجداً»
    if not verb and not behind(sentence, position, 8, "denies", "alleges", "accuses", "reports", "declares"):
        return None  # «استهداف المدنيين جريمة» tells of none
    if by_air(sentence, position):
        return "air_strike"
    return "attack" if ahead(sentence, position, 6 if verb else 2, "human", "structure", "military_target") else None


def _names_a_strike(sentence: Sentence, first: int, past: int) -> bool:
    return not ATTACKS.isdisjoint(sentence.values(first, past, "trigger")) or sentence.any(first, past, "projectile")


def _of_destruction(sentence: Sentence, position: int) -> str | None:
    """«طائراته دمرت سيارات»: aircraft that destroy strike; of other destruction the cause is the event."""
    told = not _STRIKES.isdisjoint(sentence.values(sentence.first, position, "trigger"))
    return "air_strike" if not told and sentence.any(position - 3, position + 2, "by_air") else None


def _of_downing(sentence: Sentence, position: int) -> str | None:
    return "attack" if ahead(sentence, position, 3, "aircraft") else None


def _of_leaving_home(sentence: Sentence, position: int) -> str | None:
    """«غادرت 5200 أسرة منازلها»"""
    return "displacement" if sentence.any(position + 1, position + 7, "homes") else None


def _of_accusing(sentence: Sentence, position: int) -> str | None:
    """«نفت الحركة، متهمة الجيش بـ»; «المتهمة» and «متهماً بـ» are the accused."""
    accuses = sentence.has(position - 1, "comma") and not ahead(sentence, position, 1, "b")
    return "statement" if accuses and ahead(sentence, position, 6, "b", "prefixed") else None


def _of_overflowing(sentence: Sentence, position: int) -> str | None:
    return "disaster" if ahead(sentence, position, 1, "river") else None


def _of_a_signing(sentence: Sentence, position: int) -> str | None:
    """«توقيع مذكرة تفاهم»; «توقيع اتفاق» is told by the agreement, «لتوقيع» is an aim."""
    signed = ahead(sentence, position, 2, "signed") and not sentence.has(position - 1, "l")
    return "agreement" if signed and not ahead(sentence, position, 3, "trigger") else None


_CUES: dict[str, Callable[[Sentence, int], str | None]] = {
    "accusing": _of_accusing,
    "arson": _of_arson,
    "barring": _of_a_barring,
    "capsizing": _of_a_capsizing,
    "closure": _of_a_closure,
    "collapse": _of_a_collapse,
    "destruction": _of_destruction,
    "downing": _of_downing,
    "exchange": _of_an_exchange,
    "leaving_home": _of_leaving_home,
    "opening_fire": _of_opening_fire,
    "overflowing": _of_overflowing,
    "signing": _of_a_signing,
    "targeting": _of_targeting,
}
