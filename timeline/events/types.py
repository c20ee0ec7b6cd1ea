"""The type of a happening, where its word alone does not tell."""

from __future__ import annotations

from collections.abc import Callable

from ..sentences import Sentence
from . import talks, violence
from .around import CLAUSE, ahead, around, behind, is_feared

_NEAR = 5
_DOUBLED = "يّ"
_BEFORE_A_NOUN = ("of", "b", "l", "k", "in", "on", "to", "number", "every", "between", "about", "human", "upon_it")


def _of_an_accident(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«الحادث» is whatever was told, «حادث تفجير» an explosion."""
    attack = sentence.value(position + 1, "trigger")
    named = attack == "killing" or (attack in violence.ATTACKS and attack not in ("accident", "disaster"))
    return None if "refers_back" in classes or named or ahead(sentence, position, 1, "no_accident") else "accident"


def _of_a_release(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«تحرير الرهائن» frees people, «تحرير البلدة» takes a town."""
    if "frees" in classes:
        return "release" if ahead(sentence, position, 4, "hostage", "prisoner") else None
    freed = sentence.where(position + 1, position + CLAUSE, "about")
    return None if freed and sentence.has(freed[0] + 1, "papers") else "release"


def _of_a_statement(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """A verb with what belongs to it; «أصيب طالب», «دعا الله», «دانت المحكمة المتهم» are others."""
    if "the" in classes or "verb" not in classes or sentence.has(position - 1, "harm", "father_of"):
        return None
    if "first_name" in classes and _is_a_name(sentence, position):
        return None
    if ahead(sentence, position, 1, "god") or ("convicts" in classes and ahead(sentence, position, 1, "court")):
        return None
    return "statement" if _is_complete(sentence, position, classes) else None


def _is_a_name(sentence: Sentence, position: int) -> bool:
    """«المحامي دان كينغ»; «كما دان مجلس الأمن», «دان الوزير» condemn."""
    opens = position == sentence.first or sentence.has(
        position - 1, "comma", "and", "dash", "colon", "place_word", "quote"
    )
    return not opens and sentence.has(position + 1, "unknown") and not sentence.has(position + 1, "the")


def _is_complete(sentence: Sentence, position: int, classes: frozenset[str]) -> bool:
    """«دعا إلى», «طالب» that is no student, «حذر من», «يهدد بـ»: without these the words say something else."""
    if "petitioner" in classes:
        after_that = sentence.has(position - 1, "that") and not sentence.has(position - 2, "after", "before")
        return not after_that and not sentence.has(position - 1, *_BEFORE_A_NOUN)
    if "caution" in classes:
        return not sentence.has(position - 1, "b") and ahead(sentence, position, CLAUSE, "of", "that")
    if "calling" in classes:
        return ahead(sentence, position, 2 * CLAUSE, "to", "l", "prefixed") and not ahead(sentence, position, 1, "and")
    if "threatening" in classes and "present" in classes:
        return ahead(sentence, position, CLAUSE, "b", "prefixed")
    return True


def _of_a_disaster(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    if "tremor" in classes and not around(sentence, position, 6, "quaking"):
        return None
    if "storm" in classes and not ahead(sentence, position, _NEAR, "hosts", "stormy"):
        return None
    return None if is_feared(sentence, position) else "disaster"


def _of_a_protest(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«طائرات مسيّرة» are drones, «مسيرته» is a career, «وقفة صادقة» a stance."""
    if "pronoun" in classes:
        return None
    if "by_air" in classes and (sentence.has(position - 1, "by_air") or "air_strike" in sentence.said("trigger")):
        return None
    if ahead(sentence, position, 1, "cultural") or ("march" in classes and not _is_a_march(sentence, position)):
        return None
    return None if "vigil" in classes and not ahead(sentence, position, 4, "protesting") else "protest"


def _is_a_march(sentence: Sentence, position: int) -> bool:
    """«شهدت المدينة مسيرة», «مسيرة بعد صلاة الجمعة»; «مسيّرة» is a drone."""
    if _DOUBLED in sentence.line.written(position, position + 1):
        return False
    named = sentence.has(position, "the") or sentence.has(position + 1, "the")  # «مسيرة التطور»
    if behind(sentence, position, 6, "witnesses") and not named and not around(sentence, position, _NEAR, "by_air"):
        return True
    if sentence.has(position - 1, "and") and "protest" in sentence.values(position - CLAUSE, position, "trigger"):
        return True  # «إضراباً عاماً، ومسيرة»
    return sentence.any(position - _NEAR, position + _NEAR, "marching")


def _of_an_arrest(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«الأسر» are families too; «ضبط كمية» is of goods."""
    if "family" in classes:
        return None
    if "seizes" in classes and ("the" in classes or not _of_people(sentence, position, classes)):
        return None
    if "keeps" in classes and not ahead(sentence, position, 4, "human", "place_word"):
        return None  # «الاحتفاظ بالكأس»
    return "abduction" if "holds" in classes and around(sentence, position, 8, "captor") else "arrest"


def _of_people(sentence: Sentence, position: int, classes: frozenset[str]) -> bool:
    """«أوقفت الشرطة 11 شخصاً», «الذين أوقفوا», «إيقافهم»."""
    if "pronoun" in classes:
        return sentence.value(position, "pronoun") in ("هم", "هما") or behind(sentence, position, 7, "human")
    if "past" not in classes and sentence.has(position + 1, "the") and not sentence.has(position + 1, "human"):
        return False  # «إيقاف الاستقدام»
    people = ("human", "someone") if "goods" in classes else ("human", "someone", "number")
    if ahead(sentence, position, 9 if "past" in classes else 3, *people):
        return True
    return "past" in classes and behind(sentence, position, 7, "relative", "human")


def _of_a_flight(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«لجأ الآلاف إلى» flees, «لجأ إلى القضاء» turns to; «إخلاء الطريق» moves nobody."""
    if "turns_to" in classes:
        return "displacement" if ahead(sentence, position, _NEAR, "human", "family") else None
    if "clears" in classes and ahead(sentence, position, 2, "cleared"):
        return None
    moves = ahead(sentence, position, CLAUSE if "evacuates" in classes else 4, "human", "number", "family")
    judged = sentence.any(sentence.first, sentence.past, "court")
    if ("relief" in classes or "evacuates" in classes) and (judged or not moves):
        return None
    if ahead(sentence, position, 2, "abstract"):
        return None
    return None if sentence.has(position - 1, "k") else "displacement"  # «كفروا»


def _of_an_abduction(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«خطف الأضواء»"""
    return None if ahead(sentence, position, CLAUSE, "abstract") else "abduction"


def _of_aid(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«لإغاثة 250 ألف متضرر»; convoys that are kept out are a blockade."""
    brought = behind(sentence, position, 1, "delivers")
    if "relief" in classes and not brought and not ahead(sentence, position, 3, "human", "number"):
        return None
    attacked = not violence.ATTACKS.isdisjoint(sentence.values(position - 2, position, "trigger"))
    return None if attacked or "barring" in sentence.values(position - _NEAR, position, "cue") else "aid"


Refine = Callable[[Sentence, int, frozenset[str]], str | None]
REFINED: dict[str, Refine] = {
    "abduction": _of_an_abduction,
    "accident": _of_an_accident,
    "agreement": talks.of_an_agreement,
    "aid": _of_aid,
    "air_strike": violence.of_an_air_strike,
    "armed_clash": violence.of_a_clash,
    "arrest": _of_an_arrest,
    "attack": violence.of_an_attack,
    "ceasefire": talks.of_a_truce,
    "demolition": violence.of_a_demolition,
    "disaster": _of_a_disaster,
    "displacement": _of_a_flight,
    "explosion": violence.of_an_explosion,
    "killing": violence.of_a_killing,
    "meeting": talks.of_a_meeting,
    "negotiation": talks.of_a_negotiation,
    "protest": _of_a_protest,
    "raid": violence.of_a_raid,
    "release": _of_a_release,
    "riot": violence.of_a_riot,
    "shelling": violence.of_a_shelling,
    "shooting": violence.of_a_firing,
    "statement": _of_a_statement,
}
