"""Which time expression of its sentence dates a happening."""

from __future__ import annotations

from datetime import datetime

from ..figures.periods import Timed, time_of
from ..meanings import (
    CalendarDate,
    ClockTime,
    Meaning,
    Midnight,
    Modified,
    NeighbourUnit,
    PartOfDay,
    RelativeDay,
    Season,
    Shifted,
    Weekday,
    Weekend,
    Window,
)
from ..mention import Mention
from ..sentences import Sentence
from ..values import Status
from .around import closest, is_a_deed
from .statements import STATEMENT, another_speech, dates_the_statement
from .triggers import Trigger
from .violence import ATTACKS

_BESIDE = 5
_SAYING = 8


def when(
    trigger: Trigger, sentence: Sentence, timed: list[Timed], status: Status, published: datetime | None
) -> Timed | None:
    """What happened has a time up to the publication; of «بين 14 و16 أبريل» the first."""
    if not timed:
        return None
    near = closest(trigger.position, timed, lambda one: one[0].first)
    found = _nearest(trigger, sentence, near, status, published)
    return _first_of_range(found, timed, sentence) if found else None


def is_ahead(timed: Timed, published: datetime | None) -> bool:
    """«الأحد المقبل» is ahead also where nobody knows when that was written."""
    begin = timed[1].interval.begin
    if published is None:
        return begin is None and _says_ahead(timed[0].meaning)
    return begin is not None and begin > published


def _says_ahead(meaning: Meaning | None) -> bool:
    match meaning:
        case PartOfDay(day=day) | ClockTime(day=day) | Midnight(day=day):
            return _says_ahead(day)
        case Modified(meaning=inner):
            return _says_ahead(inner)
        case RelativeDay(offset=step) | Weekday(step=int(step)) | CalendarDate(step=int(step)):
            return step > 0
        case NeighbourUnit(step=step) | Weekend(step=step) | Season(step=int(step)):
            return step > 0
    return False


def is_behind(timed: Timed, published: datetime | None) -> bool:
    end = timed[1].interval.end
    return published is not None and end is not None and end <= published


def _nearest(
    trigger: Trigger, sentence: Sentence, timed: list[Timed], status: Status, published: datetime | None
) -> Timed | None:
    """«أعلنت إضراباً غداً» has one right beside it that is ahead."""
    position = trigger.position
    if trigger.type == STATEMENT:
        own = [one for one in timed if dates_the_statement(sentence, position, one[0]) and not _is_a_deadline(one)]
        return time_of(position, position + 1, sentence, own, published, references=True)
    own = _own_clause(trigger, sentence, [one for one in timed if not _is_of_another(trigger, sentence, one[0])])
    if is_a_deed(sentence, position):
        own = [one for one in own if not is_ahead(one, published)]
    if status == "planned":
        own = [one for one in own if not _is_of_a_deed(sentence, position, one[0])]
        return time_of(position, position + 1, sentence, own, references=True)
    vague = _vague_beside(sentence, position, own)
    if vague is not None:
        return vague
    if trigger.type not in ATTACKS and any(is_ahead(one, published) for one in own):
        nearest = time_of(position, position + 1, sentence, own)
        if nearest and is_ahead(nearest, published) and _announces(nearest[0], position):
            return nearest
    return time_of(position, position + 1, sentence, own, published)


def _is_a_deadline(timed: Timed) -> bool:
    """«ناشدت الدول إدخال الوقود خلال 72 ساعة»"""
    return timed[1].type == "DURATION" and timed[1].interval.begin is None


def _vague_beside(sentence: Sentence, position: int, timed: list[Timed]) -> Timed | None:
    """«سقطت قذائف قبل قليل», «أفرج عنهم في وقت لاحق»: vague, but nothing else tells its time."""
    deed = is_a_deed(sentence, position)
    if not deed and any(one[1].interval.begin for one in timed):
        return None
    values = ("PAST_REF", "FUTURE_REF") if deed else ("PAST_REF",)
    beside = (one for one in timed if position < one[0].first <= position + _SAYING)
    for one in beside:
        if one[1].value not in values or isinstance(one[0].meaning, Window):
            return None
        between = ("comma", "that", "while", "trigger", "relative", "past")
        return None if sentence.any(position + 2, one[0].first, *between) else one
    return None


def _is_of_a_deed(sentence: Sentence, position: int, mention: Mention) -> bool:
    """«طالب بالإفراج عن تسعة اعتقلوا السبت»: then they were arrested."""
    verbs = sentence.where(position + 1, mention.first, "trigger_verb")
    return any(is_a_deed(sentence, verb) and not sentence.has(verb, "happened") for verb in verbs)


def _announces(mention: Mention, position: int) -> bool:
    return 0 <= mention.first - position < _BESIDE or (mention.future is True and position - mention.past < _BESIDE)


def _own_clause(trigger: Trigger, sentence: Sentence, timed: list[Timed]) -> list[Timed]:
    """«في 2013 وأفرج عنه مطلع العام»: a second verb that has a time of its own does not take the first one's."""
    position = trigger.position
    if not (trigger.verb and sentence.has(position - 1, "and", "then")):
        return timed
    ahead = [one for one in timed if one[0].first > position and not sentence.any(position, one[0].first, "comma")]
    return ahead or timed


def _is_of_another(trigger: Trigger, sentence: Sentence, mention: Mention) -> bool:
    position = trigger.position
    if mention.first > position:
        beyond = _beyond(sentence, position, mention.first) or another_speech(sentence, position, mention.first)
        return beyond or _is_of_the_report(sentence, position, mention)
    if isinstance(mention.meaning, Shifted) and mention.meaning.tied and position - mention.past < 3:
        return True  # «بعد خمس سنوات من تفجير»
    if sentence.has(position - 1, "topic") or sentence.any(mention.past, position, "calls_for", "fears"):
        return True
    if _is_said_then(sentence, mention, position):
        return True
    beyond = _beyond(sentence, mention.past, position) or another_speech(sentence, mention.past, position)
    return beyond and not _opens(sentence, mention)


def _opens(sentence: Sentence, mention: Mention) -> bool:
    """«ومنذ آذار قتل …، بينما نزح …»: the time of all that the sentence tells."""
    return not sentence.any(sentence.first, mention.first, "past", "present", "trigger")


def _beyond(sentence: Sentence, first: int, past: int) -> bool:
    return sentence.any(first, past, "while", "investigation")


def _is_of_the_report(sentence: Sentence, position: int, mention: Mention) -> bool:
    """«…، على ما أفاد المرصد الأحد»: the day on which it was said."""
    if not sentence.any(position, mention.first, "according", "reports"):
        return False
    commas = sentence.where(position, mention.first, "comma")
    return bool(commas) and sentence.any(commas[-1], mention.first, "according", "reports")


def _is_said_then(sentence: Sentence, mention: Mention, position: int) -> bool:
    """«أدان الأمين العام الاثنين هجوماً»: then it was condemned; «أمس، وأدان الهجوم»."""
    if STATEMENT in sentence.values(mention.past, position, "trigger"):
        return True
    verbs = sentence.where(mention.first - _SAYING, mention.first, "trigger_verb")
    said = [verb for verb in verbs if sentence.value(verb, "trigger") == STATEMENT]
    return bool(said) and not sentence.any(said[-1] + 1, position, "comma", "past", "that")


def _first_of_range(found: Timed, timed: list[Timed], sentence: Sentence) -> Timed:
    """«من 5 إلى 11 شباط», «منذ تشرين الأول حتى الثلاثاء»: the beginning."""
    for earlier in timed:
        gap = found[0].first - earlier[0].past
        if 0 < gap < 3 and earlier[0].signal in ("from", "between", "since"):
            between = range(earlier[0].past, found[0].first)
            if all(sentence.has(place, "and", "to", "until", "dash") for place in between):
                return earlier
    return found
