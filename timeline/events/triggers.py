"""Which words of a sentence name a happening, and of which type: the actor, the means and the target decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..sentences import Sentence
from .around import CLAUSE, behind
from .cues import of_a_cue
from .types import REFINED
from .violence import ATTACKS, told_with


class Trigger(NamedTuple):
    """A word that names a happening: its letter, type, and whether it only refers back (a definite noun)."""

    position: int
    type: str
    definite: bool
    verb: bool


def find_triggers(sentence: Sentence, positions: Iterable[int]) -> list[Trigger]:
    """The triggers of a sentence among the words at `positions`; deaths that an attack brought about are no more."""
    found = list(_walk(sentence, positions))
    attacks = [one.position for one in found if one.type in ATTACKS]
    return [one for one in found if one.type != "killing" or _is_a_deed_of_its_own(sentence, one.position, attacks)]


def _is_a_deed_of_its_own(sentence: Sentence, killing: int, attacks: list[int]) -> bool:
    """Executions are, and what another side did: «استهدفت …، فيما قضى الجيش على …»."""
    if not attacks or sentence.has(killing, "executes"):
        return True
    first, past = told_with(sentence, killing)
    return not any(first <= position < past for position in attacks)


def _walk(sentence: Sentence, positions: Iterable[int]) -> Iterator[Trigger]:
    for position in positions:
        classes = sentence.classes(position)
        kind = _type_at(sentence, position, classes)
        if kind is not None:
            tells = "past" in classes or "present" in classes or "future" in classes
            verb = "verb" in classes and "the" not in classes and tells
            counted = sentence.has(position - 1, "vague", "number")  # «عشرات الصواريخ» refers back to none
            definite = not counted and ("the" in classes or ("pronoun" in classes and not verb))
            yield Trigger(position, kind, definite, verb)


def _type_at(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    if "trigger" not in classes:
        kind = of_a_cue(sentence, position, classes)
        return None if kind is None or _names_no_happening(sentence, position) else kind
    if "idiom" in classes or _names_no_happening(sentence, position):
        return None
    named = str(sentence.value(position, "trigger"))
    refine = REFINED.get(named)
    return refine(sentence, position, classes) if refine else named


def _names_no_happening(sentence: Sentence, position: int) -> bool:
    """«سياسة الاغتيالات», «قوات حفظ السلام», «معسكر الاعتقال»."""
    if sentence.has(position, "past", "present", "future"):
        if sentence.has(position - 1, "denied_verb"):
            return sentence.has(position, "present")  # «لم يتهم»
        return sentence.has(position, "we") and not sentence.has(position, "past")
    told = sentence.has(position - 1, "trigger_verb") and not sentence.has(position - 1, "happened")
    if told and _same(sentence, position - 1, position):
        return True  # «انفجرت عبوة»
    if sentence.has(position - 1, "part_cue") or (
        sentence.has(position, "the") and _is_a_trigger(sentence, position - 1)
    ):
        return True  # «بما فيها الغارات», «مباحثات التهدئة»
    if _is_the_means(sentence, position) or _is_absent(sentence, position):
        return True
    if sentence.has(position - 1, "trigger") and not sentence.has(position - 1, "verb"):
        return _same(sentence, position - 1, position)  # «قافلة مساعدات»
    return _is_of_a_body(sentence, position)


def _is_of_a_body(sentence: Sentence, position: int) -> bool:
    """«سياسة الاغتيالات», «أحكام بالإعدام»; «أعمال القمة» is the summit."""
    before = position - 2 if sentence.has(position - 1, "b") else position - 1
    if not sentence.has(before, "not_a_happening") or sentence.has(before, "the"):
        return False
    return not (sentence.has(before, "proceedings") and sentence.value(position, "trigger") == "meeting")


def _is_absent(sentence: Sentence, position: int) -> bool:
    """«دون أي حوادث»; what is denied is told all the same: «نفى وقوع أي هجوم»."""
    return behind(sentence, position, 3, "negates") and not behind(sentence, position, CLAUSE, "denies")


def _is_the_means(sentence: Sentence, position: int) -> bool:
    """«قصفت الطائرات الحي بثلاث غارات»"""
    if not (sentence.has(position - 1, "number", "counted") and sentence.has(position - 2, "b")):
        return False
    verbs = sentence.where(position - CLAUSE, position, "trigger_verb")
    return any(sentence.has(verb, "past") and sentence.value(verb, "trigger") in ATTACKS for verb in verbs)


def _same(sentence: Sentence, one: int, other: int) -> bool:
    return bool(sentence.value(one, "trigger") == sentence.value(other, "trigger"))


def _is_a_trigger(sentence: Sentence, position: int) -> bool:
    return sentence.has(position, "trigger") and not sentence.has(position, "the", "verb")
