"""Triggers, times, places and figures of a sentence -> events: what happened, when, where, and whether it did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from ..figures.periods import Timed, timed_by_sentence
from ..grammar.reading import Reading
from ..places import PlaceName, find_places
from ..sentences import Sentence, Sentences
from ..values import Event, Status, TimeExpression
from .statements import STATEMENT
from .status import status_of
from .triggers import Trigger, find_triggers
from .violence import ATTACKS
from .when import is_ahead, is_behind, when
from .where import is_where_told_before, place_of

_STRIKES = ("air_strike", "shelling")
_RECENT = 4  # sentences within which «الهجوم» refers back to any attack
_MANY_SIDED = ("negotiation", "meeting", "agreement", "arrest", "release", "killing")
_NEAR = 6  # happenings within which «المدينة» is that of the last one
_A_MATCH = 3  # words of sport
_OPENING, _REMEMBERED = 20, 100  # happenings; a text that tells of more is a chronicle, and far ones are others
_LASTING = ("protest", "negotiation", "meeting", "ceasefire", "agreement", "blockade")


@dataclass(slots=True)
class _Happening:
    trigger: Trigger
    sentence: Sentence
    status: Status
    time: str | None
    place: str | None
    stem: str
    next_word: str
    ongoing: bool  # goes on since some day, begins again, or is the next one


def read_events(reading: Reading, times: Sequence[TimeExpression], published: datetime | None = None) -> list[Event]:
    """The events of a text in order, one for each happening however often the text comes back to it."""
    timed = timed_by_sentence(reading, times)
    taken = frozenset(p for mention in reading.times for p in range(mention.first, mention.past))
    sentences = Sentences(reading.line, reading.sentence_ends)
    kept: list[_Happening] = []
    ignored = _words_of_a_game(reading)
    free = (p for p in reading.triggers if p not in taken and reading.line.letters[p] not in ignored)
    for number, positions in groupby(free, sentences.number_of):
        sentence = sentences[number]
        places = find_places(sentence)
        for trigger in find_triggers(sentence, positions):
            happening = _happening(trigger, sentence, places, timed.get(number, []), reading, published)
            happening.place = happening.place or _place_before(happening, kept) or _the_place(happening, kept)
            told = _told_before(happening, kept)
            if told is None:
                kept.append(happening)
            elif _is_a_headline(told):
                told.time, told.place = told.time or happening.time, told.place or happening.place
    return [_event(number, happening) for number, happening in enumerate(kept, 1)]


def _words_of_a_game(reading: Reading) -> frozenset[str]:
    """In a report of a match «لقاء» and «هجوم» are of the game: their letters, none elsewhere."""
    having, letters = reading.line.alphabet.having, reading.line.letters
    told = having["sport",].intersection(letters)
    return having["played",] if told and sum(map(letters.count, told)) >= _A_MATCH else frozenset()


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
    place_text = sentence.line.text.text[place.start : place.end] if place else None
    dated = when(trigger, sentence, timed, status, published)
    if dated is not None and status == "asserted" and trigger.type != STATEMENT and is_ahead(dated, published):
        status = "planned"
    if dated is not None and future and status == "planned" and is_behind(dated, published):
        status = "asserted"  # «تعود آخر مظاهرات إلى 14 حزيران», «تستضيف جنيف منذ أمس»
    return _Happening(
        trigger,
        sentence,
        status,
        dated[1].id if dated else None,
        place_text,
        _stem(sentence, position),
        sentence.line.word(position + 1).form if position + 1 < sentence.past else "",
        _is_ongoing(sentence, position, dated),
    )


def _is_ongoing(sentence: Sentence, position: int, dated: Timed | None) -> bool:
    """«تجددت الاشتباكات», «الضربات … منذ 15 آذار», «القمة المقبلة»."""
    if sentence.any(position - 2, position, "again") or sentence.has(position + 1, "step", "following"):
        return True
    return dated is not None and dated[0].signal == "since" and sentence.has(position, "plural")


def _stem(sentence: Sentence, position: int) -> str:
    """«التفجيرين» and «تفجير» are one word to a reader who is told of it again."""
    word = sentence.line.word(position)
    form = word.form.removeprefix("ال").removesuffix(str(word.values.get("pronoun", "")))
    for ending in ("ين", "ان", "ات", "ا", "ه", "ت"):
        if form.endswith(ending) and len(form) > 4:
            return form.removesuffix(ending)
    return form


def _told_before(new: _Happening, kept: list[_Happening]) -> _Happening | None:
    """The happening that a definite noun refers back to, or that had the same type, time and place, or a headline."""
    if new.trigger.type == STATEMENT:
        return None
    told = kept if len(kept) <= _OPENING + _REMEMBERED else kept[:_OPENING] + kept[-_REMEMBERED:]
    return next((old for old in told if _is_the_same(new, old)), None)


def _place_before(happening: _Happening, kept: list[_Happening]) -> str | None:
    """«دهموا المخيم واعتقلوا …»: of verbs that follow each other, the second is where the first was."""
    trigger, sentence = happening.trigger, happening.sentence
    if not trigger.verb or trigger.type == STATEMENT or not sentence.has(trigger.position - 1, "and", "then"):
        return None
    verbs = (one for one in reversed(kept) if one.sentence == sentence and one.trigger.verb)
    return next((one.place for one in verbs), None)


def _the_place(happening: _Happening, kept: list[_Happening]) -> str | None:
    """«المدينة»: where the last happening was."""
    if not kept or not is_where_told_before(happening.trigger, happening.sentence):
        return None
    return next((one.place for one in reversed(kept[-_NEAR:]) if one.place), None)


def _is_a_headline(happening: _Happening) -> bool:
    return happening.sentence.number == 0 and happening.time is None


def _retells(new: _Happening, old: _Happening) -> bool:
    """The first paragraph tells what the headline said."""
    fits = old.place is None or new.place in (None, old.place) or new.stem == old.stem
    return fits and _is_a_headline(old) and new.sentence.number < _RECENT


def _is_the_same(new: _Happening, old: _Happening) -> bool:
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


def _event(number: int, happening: _Happening) -> Event:
    sentence, position = happening.sentence, happening.trigger.position
    word = sentence.line.word(position)
    bare = sentence.line.text.text[word.start : word.end].split()[-1] if sentence.has(position, "to_flight") else ""
    return Event(
        f"e{number}",
        word.end - len(bare) if bare else word.start,
        word.end,
        happening.trigger.type,
        happening.time,
        happening.place,
        happening.status,
        sentence.span(),
    )
