"""Happenings, and whether a text comes back to one that it told before."""

from __future__ import annotations

from dataclasses import dataclass

from ..figures.periods import Timed
from ..sentences import Sentence
from ..values import Status
from .statements import STATEMENT
from .triggers import Trigger
from .violence import ATTACKS

_STRIKES = ("air_strike", "shelling")
_RECENT = 4  # sentences within which «الهجوم» refers back to any attack
_MANY_SIDED = ("negotiation", "meeting", "agreement", "arrest", "release", "killing")
_OPENING, _REMEMBERED = 20, 100  # happenings; a text that tells of more is a chronicle, and far ones are others
_LASTING = ("protest", "negotiation", "meeting", "ceasefire", "agreement", "blockade")


@dataclass(slots=True)
class Happening:
    trigger: Trigger
    sentence: Sentence
    status: Status
    time: str | None
    place: str | None
    beside: tuple[str, ...]  # names of places that follow it and tell where it lies
    stem: str
    next_word: str
    ongoing: bool  # goes on since some day, begins again, or is the next one


def stem(sentence: Sentence, position: int) -> str:
    """«التفجيرين» and «تفجير» are one word to a reader who is told of it again."""
    word = sentence.line.word(position)
    form = word.form.removeprefix("ال").removesuffix(str(word.values.get("pronoun", "")))
    for ending in ("ين", "ان", "ات", "ا", "ه", "ت"):
        if form.endswith(ending) and len(form) > 4:
            return form.removesuffix(ending)
    return form


def is_ongoing(sentence: Sentence, position: int, dated: Timed | None) -> bool:
    """«تجددت الاشتباكات», «الضربات … منذ 15 آذار», «القمة المقبلة»."""
    if sentence.any(position - 2, position, "again") or sentence.has(position + 1, "step", "following"):
        return True
    return dated is not None and dated[0].signal == "since" and sentence.has(position, "plural")


def told_before(new: Happening, kept: list[Happening]) -> Happening | None:
    """The happening that a definite noun refers back to, or that had the same type, time and place, or a headline."""
    if new.trigger.type == STATEMENT:
        return None
    told = kept if len(kept) <= _OPENING + _REMEMBERED else kept[:_OPENING] + kept[-_REMEMBERED:]
    return next((old for old in told if not _is_only_denied(new, old) and _is_the_same(new, old)), None)


def _is_only_denied(new: Happening, old: Happening) -> bool:
    """«نفى وقوع أي هجوم»: not the one that was told as having happened."""
    return new.status == "denied" != old.status and not new.trigger.definite


def is_a_headline(happening: Happening) -> bool:
    return happening.sentence.number == 0 and happening.time is None


def _retells(new: Happening, old: Happening) -> bool:
    """The first paragraph tells what the headline said."""
    fits = old.place is None or new.place in (None, old.place) or new.stem == old.stem
    return fits and is_a_headline(old) and new.sentence.number < _RECENT


def _is_the_same(new: Happening, old: Happening) -> bool:
    kind = new.trigger.type
    noun = not new.trigger.verb
    if new.ongoing and new.time not in (None, old.time):
        return False  # «الضربات منذ 15 آذار»: more than the one told before
    if noun and new.trigger.definite and _can_refer(kind, old.trigger.type):
        return new.stem == old.stem or new.sentence.number - old.sentence.number < _RECENT
    if noun and new.trigger.definite and kind == "agreement" and old.trigger.type in ("agreement", "ceasefire"):
        return True
    if old.trigger.type != kind:
        return False
    if _retells(new, old):
        return True
    if noun and new.trigger.definite and (new.stem == old.stem or kind not in _MANY_SIDED):
        return True
    if noun and new.trigger.definite and kind == "meeting" and new.time in (None, old.time):
        return new.sentence.number - old.sentence.number < _RECENT
    if noun and new.stem == old.stem and (new.next_word == old.next_word) and kind in _LASTING:
        return True
    if noun and new.stem == old.stem and new.time in (None, old.time) and new.place in (None, old.place):
        return True
    return new.sentence.number == old.sentence.number and (new.time, new.place) == (old.time, old.place)


def _can_refer(kind: str, to: str) -> bool:
    """«الهجوم» may be any attack told before, «القصف» a strike."""
    return (
        (kind == "attack" and to in ATTACKS)
        or (kind in _STRIKES and to in _STRIKES)
        or (kind == "explosion" and to == "suicide_attack")
    )
