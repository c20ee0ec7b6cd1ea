"""Triggers, times, places and figures of a sentence -> events: what happened, when, where, and whether it did."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from ..figures.periods import Timed, timed_by_sentence
from ..grammar.reading import Reading
from ..lexicon.taxonomy import taxonomy
from ..places import Locator, PlaceName, find_places
from ..sentences import Sentence
from ..values import Event, Status, TimeExpression
from .happenings import Happening, is_a_headline, is_ongoing, stem, told_before
from .statements import STATEMENT
from .status import is_decided, status_of
from .triggers import Trigger, find_triggers
from .when import is_ahead, is_behind, when
from .where import beside, is_where_told_before, place_of

_NEAR = 6  # happenings within which «المدينة» is that of the last one
_A_MATCH = 3  # words of sport


def read_events(
    reading: Reading, times: Sequence[TimeExpression], published: datetime | None = None, home: str | None = None
) -> list[Event]:
    """The events of a text in order, one for each happening however often the text comes back to it.

    `home` is the country of the outlet (ISO 3166), where it is known: it decides between places of one name.
    """
    timed = timed_by_sentence(reading, times)
    taken = frozenset(p for mention in reading.times for p in range(mention.first, mention.past))
    sentences = reading.sentences
    kept: list[Happening] = []
    ignored = _words_of_a_game(reading)
    free = (p for p in reading.triggers if p not in taken and reading.line.letters[p] not in ignored)
    for number, positions in groupby(free, sentences.number_of):
        sentence = sentences[number]
        places: list[PlaceName] | None = None  # looked for once, and only where something happens
        for trigger in find_triggers(sentence, positions):
            if places is None and trigger.type != STATEMENT:
                places = find_places(sentence)
            happening = _happening(trigger, sentence, places or [], timed.get(number, []), reading, published)
            _take_place(happening, _place_before(happening, kept) or _the_place(happening, kept))
            told = told_before(happening, kept)
            if told is None:
                kept.append(happening)
            elif is_a_headline(told):
                told.time = told.time or happening.time
                _take_place(told, happening)
    locator = Locator(reading.line, home)
    return [_event(number, happening, locator) for number, happening in enumerate(kept, 1)]


def _take_place(happening: Happening, other: Happening | None) -> None:
    """What has no place of its own was where the other was."""
    if happening.place is None and other is not None:
        happening.place, happening.beside = other.place, other.beside


def _words_of_a_game(reading: Reading) -> frozenset[str]:
    """In a report of a match «لقاء» and «هجوم» are of the game: their letters, none elsewhere."""
    alphabet = reading.line.alphabet
    told = alphabet.finding["sport",].findall(reading.line.letters)
    return alphabet.having["played",] if len(told) >= _A_MATCH else frozenset()


def _happening(
    trigger: Trigger,
    sentence: Sentence,
    places: list[PlaceName],
    timed: list[Timed],
    reading: Reading,
    published: datetime | None,
) -> Happening:
    position = trigger.position
    future = reading.tense.is_future(sentence.letters, position, position + 1, sentence.first, inclusive=True)
    status = status_of(sentence, position, future, trigger.type)
    place = place_of(trigger, sentence, places)
    where = [sentence.line.text.text[one.start : one.end] for one in beside(place, places)] if place else []
    dated = when(trigger, sentence, timed, status, published)
    status = _as_dated(status, trigger, sentence, dated, timed, future, published)
    return Happening(
        trigger,
        sentence,
        status,
        dated[1].id if dated else None,
        where[0] if where else None,
        tuple(where[1:]),
        stem(sentence, position),
        sentence.line.word(position + 1).form if position + 1 < sentence.past else "",
        is_ongoing(sentence, position, dated),
    )


def _as_dated(
    status: Status,
    trigger: Trigger,
    sentence: Sentence,
    dated: Timed | None,
    timed: list[Timed],
    future: bool | None,
    published: datetime | None,
) -> Status:
    """«إضراباً الأحد المقبل» is ahead; «تستضيف جنيف منذ أمس», «تصل قوافل أسبوعياً», «قررت أمس إغلاق المعبر» are not."""
    if dated is None:
        return "asserted" if status == "planned" and future and _recurs(trigger, sentence, timed) else status
    if status == "asserted" and trigger.type != STATEMENT and is_ahead(dated, published):
        return "planned"
    if status == "planned" and is_behind(dated, published):
        return "asserted" if future or is_decided(sentence, trigger.position) else status
    return status


def _recurs(trigger: Trigger, sentence: Sentence, timed: list[Timed]) -> bool:
    """«تصل قوافل أسبوعياً», not «ستصل»."""
    begun = not sentence.any(sentence.first, trigger.position + 1, "future", "future_marker")
    return begun and any(expression.type == "SET" for _, expression in timed)


def _place_before(happening: Happening, kept: list[Happening]) -> Happening | None:
    """«دهموا المخيم واعتقلوا …»: of verbs that follow each other, the second is where the first was."""
    trigger, sentence = happening.trigger, happening.sentence
    if not trigger.verb or trigger.type == STATEMENT or not sentence.has(trigger.position - 1, "and", "then"):
        return None
    return next((one for one in reversed(kept) if one.sentence == sentence and one.trigger.verb), None)


def _the_place(happening: Happening, kept: list[Happening]) -> Happening | None:
    """«المدينة»: where the last happening was."""
    if not kept or not is_where_told_before(happening.trigger, happening.sentence):
        return None
    return next((one for one in reversed(kept[-_NEAR:]) if one.place), None)


def _event(number: int, happening: Happening, locator: Locator) -> Event:
    sentence, position = happening.sentence, happening.trigger.position
    start, end = sentence.line.span(position, position + 1)
    bare = sentence.line.text.text[start:end].split()[-1] if sentence.has(position, "to_flight") else ""
    return Event(
        f"e{number}",
        end - len(bare) if bare else start,
        end,
        happening.trigger.type,
        happening.time,
        happening.place,
        happening.status,
        sentence.span(),
        locator.locate(happening.place, happening.beside) if happening.place else None,
        taxonomy().coding_of(happening.trigger.type, sentence.line.word(position).form),
        _rule(happening),
    )


def _rule(happening: Happening) -> str:
    """What the lexicon makes of the trigger, and whether the words around it made another type of it."""
    sentence, trigger = happening.sentence, happening.trigger
    named = sentence.value(trigger.position, "trigger")
    if named is None:
        return f"cue of {sentence.value(trigger.position, 'cue') or 'a weapon'}"
    refined = "" if named == trigger.type else f", here {trigger.type}"
    return f"{'verb' if trigger.verb else 'noun'} of {named}{refined}"
