"""Whether a happening is asserted, planned, denied or alleged: what governs its trigger."""

from __future__ import annotations

from ..sentences import Sentence
from ..values import Status
from .around import is_a_deed

_REACH = 12
_NEAR = 4
_CALL_REACH = 14
_ASIDE = 8  # words
_DECIDING = tuple("denies alleges accuses stipulates calls_for decides that comma past investigation fears".split())
_TELLING = ("past", "present", "future", "future_marker", "calls_for")


def status_of(sentence: Sentence, position: int, future: bool | None, type_: str) -> Status:
    """The status of what the word at `position` names; `future` is what the clause says of its time."""
    if type_ == "statement":
        return "asserted"
    if _is_in_force(sentence, position):
        return "asserted"
    governed = _governor(sentence, position)
    if governed in ("denied", "alleged"):
        return governed
    supposed = sentence.any(position - _NEAR, position, "supposing")
    if not supposed and (_goes_on(sentence, position) or is_a_deed(sentence, position)):
        return "asserted"
    if governed is not None:
        return governed
    if _is_declared(sentence, position):
        future = False
    if supposed or sentence.any(position - _NEAR, position, "intends"):
        return "planned"
    if _is_called_for(sentence, position) or sentence.any(position, position + 9, "imminent"):
        return "planned"
    return "planned" if future else "asserted"


def _is_in_force(sentence: Sentence, position: int) -> bool:
    """«الهدنة التي أعلنت في تموز», «وقف إطلاق النار الساري»: whatever is called for beside it."""
    if sentence.any(position + 1, position + 3, "in_force"):
        return True
    return sentence.has(position + 1, "relative") and sentence.has(position + 2, "past")


def _is_declared(sentence: Sentence, position: int) -> bool:
    """«الجيش يعلن مقتل ثلاثة»: a headline tells what was in the present."""
    told = sentence.where(position - _REACH, position + 1, *_TELLING)
    return (
        bool(told) and told[-1] < position and sentence.has(told[-1], "declares") and sentence.has(told[-1], "present")
    )


def is_decided(sentence: Sentence, position: int) -> bool:
    """«قررت السلطات إخلاء القرى»: to come, unless a time says that it was done."""
    return sentence.any(position - _NEAR, position, "decides")


def _goes_on(sentence: Sentence, position: int) -> bool:
    """«طالبت بوقف الغارات»: only what goes on can be stopped."""
    return sentence.has(position - 1, "ceases") and sentence.has(position, "the")


def _is_called_for(sentence: Sentence, position: int) -> bool:
    """«ودعت القوى في بيان صدر اليوم إلى مسيرات», «دعت إلى فتح المعابر أمام القوافل», «أمر الجيش بإخلاء»."""
    if not sentence.any(position - _CALL_REACH, position, "calls_for"):
        return False
    reached = False
    for place in range(position - 1, max(sentence.first, position - _CALL_REACH) - 1, -1):
        reached = reached or sentence.has(place, "to", "b")
        if sentence.has(place, "calls_for"):
            return reached
        if sentence.has(place, "comma") and _is_of_an_aside(sentence, place):
            continue
        if sentence.has(place, "comma", "that") or (sentence.has(place, "past") and not _is_no_verb(sentence, place)):
            return False
    return False


def _is_of_an_aside(sentence: Sentence, comma: int) -> bool:
    """«طالب المدير، أمس، بهدنة»: what follows the second comma belongs to the verb before the first."""
    closing = [comma, *sentence.where(comma + 1, comma + _ASIDE, "comma")]
    return any(_goes_back(sentence, one) for one in closing)


def _goes_back(sentence: Sentence, comma: int) -> bool:
    after = comma + 2 if sentence.has(comma + 1, "and") else comma + 1
    return sentence.has(after, "to", "b")


def _is_no_verb(sentence: Sentence, position: int) -> bool:
    """«بيان صدر» is of the text in which somebody calls; «إلى فتح» is a noun."""
    return sentence.has(position - 1, "statement_place", "to")


def _governor(sentence: Sentence, position: int) -> Status | None:
    """The nearest word before the trigger that denies, alleges or calls for it."""
    for place in reversed(sentence.where(position - _REACH, position, *_DECIDING)):
        classes = sentence.classes(place)
        if "denies" in classes:
            return "denied"
        if "alleges" in classes or "accuses" in classes:
            return "alleged"
        if "fears" in classes and not sentence.has(position, "the"):
            return "planned" if sentence.any(place + 1, position, "of") else None
        if "investigation" in classes:
            return None
        if "stipulates" in classes and sentence.has(place - 1, "that") and sentence.has(place - 2, "before"):
            continue  # «قبل أن تقضي القوات عليهم»
        if "stipulates" in classes or (position - place <= _NEAR and not classes.isdisjoint(("calls_for", "decides"))):
            return "planned"
        if "that" in classes and sentence.has(place - 1, "on"):
            return "planned"  # «على أن تطلق»
        if "comma" in classes or ("past" in classes and "trigger" not in classes):
            return None
    return None
