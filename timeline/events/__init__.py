"""Triggers, times, places and figures of a sentence -> events: what happened, when, where, and whether it did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from ..figures.periods import Timed, time_of, timed_by_sentence
from ..grammar.reading import Reading
from ..lexicon.taxonomy import taxonomy
from ..places import Locator, PlaceName, find_places
from ..sentences import Sentence, Sentences
from ..values import Event, Status, TimeExpression
from .statements import dates_the_statement
from .status import status_of
from .triggers import Trigger, find_triggers
from .types import ATTACKS
from .where import beside, place_of

STATEMENT = "statement"
_STRIKES = ("air_strike", "shelling")
_RECENT = 4  # sentences within which «الهجوم» refers back to any attack
_MANY_SIDED = ("negotiation", "meeting", "agreement", "arrest", "release", "killing")
_BESIDE = 5
_OPENING, _REMEMBERED = 20, 100  # happenings; a text that tells of more is a chronicle, and far ones are others
_LASTING = ("protest", "negotiation", "meeting", "ceasefire", "agreement", "blockade")


@dataclass(slots=True)
class _Happening:
    trigger: Trigger
    sentence: Sentence
    status: Status
    time: str | None
    place: str | None
    beside: tuple[str, ...]  # names of places that follow it and tell where it lies
    stem: str
    next_word: str


def read_events(
    reading: Reading, times: Sequence[TimeExpression], published: datetime | None = None, home: str | None = None
) -> list[Event]:
    """The events of a text in order, one for each happening however often the text comes back to it.

    `home` is the country of the outlet (ISO 3166), where it is known: it decides between places of one name.
    """
    timed = timed_by_sentence(reading, times)
    taken = frozenset(p for mention in reading.times for p in range(mention.first, mention.past))
    sentences = Sentences(reading.line, reading.sentence_ends)
    kept: list[_Happening] = []
    free = (position for position in reading.triggers if position not in taken)
    for number, positions in groupby(free, sentences.number_of):
        sentence = sentences[number]
        places: list[PlaceName] | None = None  # looked for once, and only where something happens
        for trigger in find_triggers(sentence, positions):
            if places is None and trigger.type != STATEMENT:
                places = find_places(sentence)
            happening = _happening(trigger, sentence, places or [], timed.get(number, []), reading, published)
            _take_place(happening, _place_before(happening, kept))
            told = _told_before(happening, kept)
            if told is None:
                kept.append(happening)
            elif _is_a_headline(told):
                told.time = told.time or happening.time
                _take_place(told, happening)
    locator = Locator(reading.line, home)
    return [_event(number, happening, locator) for number, happening in enumerate(kept, 1)]


def _take_place(happening: _Happening, other: _Happening | None) -> None:
    """What has no place of its own was where the other was."""
    if happening.place is None and other is not None:
        happening.place, happening.beside = other.place, other.beside


def _happening(
    trigger: Trigger,
    sentence: Sentence,
    places: list[PlaceName],
    timed: list[Timed],
    reading: Reading,
    published: datetime | None,
) -> _Happening:
    position = trigger.position
    future = reading.tense.is_future(sentence.letters, position, position + 1, sentence.first, inclusive=True)
    status = status_of(sentence, position, future, trigger.type)
    place = place_of(trigger, sentence, places)
    where = [sentence.line.text.text[one.start : one.end] for one in beside(place, places)] if place else []
    dated = _time_of(trigger, sentence, timed, status, published)
    if dated is not None and status == "asserted" and trigger.type != STATEMENT and _is_ahead(dated, published):
        status = "planned"
    return _Happening(
        trigger,
        sentence,
        status,
        dated[1].id if dated else None,
        where[0] if where else None,
        tuple(where[1:]),
        _stem(sentence, position),
        sentence.line.word(position + 1).form if position + 1 < sentence.past else "",
    )


def _time_of(
    trigger: Trigger, sentence: Sentence, timed: list[Timed], status: Status, published: datetime | None
) -> Timed | None:
    """What happened has a time up to the publication; «أعلنت إضراباً غداً» has one right beside it that is ahead."""
    position = trigger.position
    if trigger.type == STATEMENT:
        timed = [one for one in timed if dates_the_statement(sentence, position, one[0])]
        return time_of(position, position + 1, sentence, timed, published, references=True)
    if status == "planned":
        return time_of(position, position + 1, sentence, timed, references=True)
    if trigger.type not in ATTACKS and any(_is_ahead(one, published) for one in timed):
        nearest = time_of(position, position + 1, sentence, timed)
        if nearest and _is_ahead(nearest, published) and 0 <= nearest[0].first - position < _BESIDE:
            return nearest
    return time_of(position, position + 1, sentence, timed, published)


def _is_ahead(timed: Timed, published: datetime | None) -> bool:
    begin = timed[1].interval.begin
    return published is not None and begin is not None and begin > published


def _stem(sentence: Sentence, position: int) -> str:
    """«التفجيرين» and «تفجير» are one word to a reader who is told of it again."""
    word = sentence.line.word(position)
    form = word.form.removeprefix("ال").removesuffix(str(word.values.get("pronoun", "")))
    for ending in ("ين", "ان", "ات", "ا"):
        if form.endswith(ending) and len(form) > 4:
            return form.removesuffix(ending)
    return form


def _told_before(new: _Happening, kept: list[_Happening]) -> _Happening | None:
    """The happening that a definite noun refers back to, or that had the same type, time and place, or a headline."""
    if new.trigger.type == STATEMENT:
        return None
    told = kept if len(kept) <= _OPENING + _REMEMBERED else kept[:_OPENING] + kept[-_REMEMBERED:]
    return next((old for old in told if _is_the_same(new, old)), None)


def _place_before(happening: _Happening, kept: list[_Happening]) -> _Happening | None:
    """«دهموا المخيم واعتقلوا …»: of verbs that follow each other, the second is where the first was."""
    trigger, sentence = happening.trigger, happening.sentence
    follows = trigger.verb and trigger.type != STATEMENT and sentence.has(trigger.position - 1, "and", "then")
    if not follows or not kept or kept[-1].sentence != sentence or not kept[-1].trigger.verb:
        return None
    return kept[-1]


def _is_a_headline(happening: _Happening) -> bool:
    return happening.sentence.number == 0 and happening.time is None


def _retells(new: _Happening, old: _Happening) -> bool:
    """The first paragraph tells what the headline said."""
    fits = old.place is None or new.place in (None, old.place) or new.stem == old.stem
    return fits and _is_a_headline(old) and new.sentence.number < _RECENT


def _is_the_same(new: _Happening, old: _Happening) -> bool:
    kind = new.trigger.type
    noun = not new.trigger.verb
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


def _event(number: int, happening: _Happening, locator: Locator) -> Event:
    word = happening.sentence.line.word(happening.trigger.position)
    return Event(
        f"e{number}",
        word.start,
        word.end,
        happening.trigger.type,
        happening.time,
        happening.place,
        happening.status,
        happening.sentence.span(),
        locator.locate(happening.place, happening.beside) if happening.place else None,
        taxonomy().coding_of(happening.trigger.type, word.form),
    )
