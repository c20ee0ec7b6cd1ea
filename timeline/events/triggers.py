"""Which words of a sentence name a happening, and of which type: the actor, the means and the target decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..sentences import Sentence
from .cues import of_a_cue
from .types import REFINED


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names a happening: its letter, type, and whether it only refers back (a definite noun)."""

    position: int
    type: str
    definite: bool
    verb: bool


def find_triggers(sentence: Sentence, positions: Iterable[int]) -> Iterator[Trigger]:
    """The triggers of a sentence among the words at `positions`."""
    for position in positions:
        classes = sentence.classes(position)
        kind = _type_at(sentence, position, classes)
        if kind is not None:
            verb = (
                "verb" in classes
                and "the" not in classes
                and ("past" in classes or "present" in classes or "future" in classes)
            )
            counted = sentence.has(position - 1, "vague", "number")  # «عشرات الصواريخ» refers back to none
            definite = not counted and ("the" in classes or ("pronoun" in classes and not verb))
            yield Trigger(position, kind, definite, verb)


def _type_at(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    if _names_no_happening(sentence, position):
        return None
    if "trigger" not in classes:
        return of_a_cue(sentence, position, classes)
    if "idiom" in classes:
        return None
    named = str(sentence.value(position, "trigger"))
    refine = REFINED.get(named)
    return refine(sentence, position, classes) if refine else named


def _names_no_happening(sentence: Sentence, position: int) -> bool:
    """«سياسة الاغتيالات», «قوات حفظ السلام», «معسكر الاعتقال»."""
    if sentence.has(position, "past", "present", "future"):
        return False
    if sentence.has(position - 1, "trigger_verb") and _same(sentence, position - 1, position):
        return True  # «انفجرت عبوة»
    if sentence.has(position - 1, "part_cue") or (
        sentence.has(position, "the") and _is_a_trigger(sentence, position - 1)
    ):
        return True  # «بما فيها الغارات», «مباحثات التهدئة»
    if sentence.has(position - 1, "trigger") and not sentence.has(position - 1, "verb"):
        return _same(sentence, position - 1, position)  # «قافلة مساعدات»
    return sentence.has(position - 1, "not_a_happening") and not sentence.has(position - 1, "the")


def _same(sentence: Sentence, one: int, other: int) -> bool:
    return bool(sentence.value(one, "trigger") == sentence.value(other, "trigger"))


def _is_a_trigger(sentence: Sentence, position: int) -> bool:
    return sentence.has(position, "trigger") and not sentence.has(position, "the", "verb")
