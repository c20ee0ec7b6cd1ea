"""«منذ», «حتى», «بين … و»: what the words before a time expression make of it, and what ranges share.

«بين 3 و5 أيار» is two days of May; «من حزيران 2014 إلى تموز 2017» is a beginning and an end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..meanings import (
    CalendarDate,
    ClockTime,
    Day,
    Length,
    Meaning,
    Modified,
    PartOfDay,
    Recurring,
    Reference,
    RelativeDay,
    Weekday,
    Window,
)
from ..mention import Mention
from ..values import Signal
from ..words import Line

_DIRECT: tuple[Signal, ...] = ("since", "until", "during", "before", "after", "by", "from")
_JOINTS = ("and", "to", "until")
_SKIPPED = ("approx", "more_or_less", "quote")
ELIDED = "day without its month"
_BETWEEN_WORDS = 7  # how far «منذ بدء الهجوم على طرابلس الخميس» may stretch


def with_signals(line: Line, mentions: list[Mention]) -> list[Mention]:
    """The mentions with their signals, and the numbers of ranges that stand without their month."""
    complete: list[Mention] = []
    for mention in mentions:
        complete += _elided(line, mention, complete[-1].past if complete else 0)
        complete.append(mention)
    _share_the_day(line, complete)
    return list(_signalled(line, complete))


def _share_the_day(line: Line, mentions: list[Mention]) -> None:
    """«الساعة 19:00 (16:00 ت غ) الاثنين»: the day after the brackets is that of both clock times."""
    for number in range(len(mentions) - 2):
        local, elsewhere, day = mentions[number : number + 3]
        opens = elsewhere.first - local.past == 1 and "open" in line.classes(local.past)
        closes = day.first - elsewhere.past == 1 and "close" in line.classes(elsewhere.past)
        if opens and closes and isinstance(day.meaning, Weekday | RelativeDay | CalendarDate):
            mentions[number] = local._replace(meaning=_on_day(local.meaning, day.meaning))
            mentions[number + 1] = elsewhere._replace(meaning=_on_day(elsewhere.meaning, day.meaning))


def _on_day(meaning: Meaning, day: Day) -> Meaning:
    if isinstance(meaning, Modified):
        return replace(meaning, meaning=_on_day(meaning.meaning, day))
    return replace(meaning, day=day) if isinstance(meaning, ClockTime) and meaning.day is None else meaning


def _classes(line: Line, position: int) -> frozenset[str]:
    return line.classes(position) if 0 <= position < len(line.letters) else frozenset()


def _elided(line: Line, mention: Mention, after: int) -> Iterator[Mention]:
    """The 3 of «بين 3 و5 أيار», the 10 of «من 10 إلى 20 نيسان», both 3 and 4 of «في 3 و4 و5 أيار»."""
    date = mention.meaning
    if not isinstance(date, CalendarDate) or not date.day or date.weekday:
        return
    if not date.month and date.month_step is None:
        return
    numbers: list[int] = []
    position = mention.first
    while position - 2 >= after:
        joint, number = _classes(line, position - 1), _classes(line, position - 2)
        if not any(name in joint for name in ("and", "to", "until", "dash", "comma")):
            break
        if not ("day_of_month" in number or "ordinal" in number or "first_day" in number):
            break
        numbers.append(position - 2)
        position -= 2
    before = _classes(line, position - 1)
    if not any(name in before for name in ("between", "of", "from", "in", "since", "days_noun")):
        return
    for place in reversed(numbers):
        values = line.word(place).values
        day = values.get("day_of_month") or values.get("ordinal") or values["first_day"]
        # «يومي 29 و30 أبريل»
        first = place - 1 if place == position and "days_noun" in before else place
        yield Mention(*line.span(first, place + 1), place, place + 1, ELIDED, replace(date, day=day))


def _signalled(line: Line, mentions: list[Mention]) -> Iterator[Mention]:
    signals: list[Signal | None] = [_direct(line, mention) for mention in mentions]
    for number in range(len(mentions) - 1):
        first, second = mentions[number], mentions[number + 1]
        if not _joined(line, first, second):
            continue
        opener, joint = _classes(line, first.first - 1), _classes(line, second.first - 1)
        if "between" in opener and "and" in joint:
            signals[number] = signals[number + 1] = "between"
        elif "of" in opener or "from" in opener or signals[number] == "from":
            if "to" in joint:
                signals[number], signals[number + 1] = "from", "to"
            elif "until" in joint:
                signals[number] = "from"
        if signals[number] in ("between", "from"):
            mentions[number] = first._replace(meaning=_shared(first.meaning, second.meaning))
    for number, (mention, signal) in enumerate(zip(mentions, signals, strict=True)):
        joined = number > 0 and _coordinated(line, mentions[number - 1], mention)
        yield mention._replace(signal=signal, joined=joined) if signal or joined else mention


def _coordinated(line: Line, first: Mention, second: Mention) -> bool:
    """«السبت والأحد»: nothing but «و» between them."""
    return second.first - first.past == 1 and "and" in _classes(line, first.past)


def _joined(line: Line, first: Mention, second: Mention) -> bool:
    """Whether nothing but «و», «إلى», «حتى», «وحتى» stands between two mentions."""
    gap = line.letters[first.past : second.first]
    return 1 <= len(gap) <= 2 and line.alphabet.having[_JOINTS].issuperset(gap)


def _direct(line: Line, mention: Mention) -> Signal | None:
    having = line.alphabet.having
    skipped = having[_SKIPPED]
    position = mention.first - 1
    while position >= 0 and line.letters[position] in skipped:
        position -= 1
    if position < 0:
        return None
    before = line.classes(position)
    if line.letters[position] in having[_DIRECT]:
        return next(signal for signal in _DIRECT if signal in before)
    if "to" in before:
        return _signal_of_to(line, mention)
    clock = mention.meaning.meaning if isinstance(mention.meaning, Modified) else mention.meaning
    if "of" in before and isinstance(clock, ClockTime):
        return "from"
    return "since" if _bounds_a_beginning(line, mention) else None


def _signal_of_to(line: Line, mention: Mention) -> Signal | None:
    """«تمتد إلى الثالث من أغسطس», not «تعود إلى»; «إلى الآن» is «حتى الآن»; a length after «إلى» has none."""
    first = max(mention.first - _BETWEEN_WORDS, 0)
    if line.alphabet.finding["goes_back",].search(line.letters, first, mention.first):
        return None
    if isinstance(mention.meaning, (Length, Window, Recurring)):
        return None
    return "until" if mention.meaning == Reference("PRESENT_REF") else "to"


def _bounds_a_beginning(line: Line, mention: Mention) -> bool:
    """«منذ بدء الحرب في 7 أكتوبر 2023»: the date bounds the toll; «منذ زلزال …» only dates an older event."""
    first = max(mention.first - 1 - _BETWEEN_WORDS, 0)
    if not line.alphabet.finding["beginning",].search(line.letters, first + 1, mention.first):
        return False
    for position in range(mention.first - 1, first, -1):
        classes = _classes(line, position)
        if "end" in classes or "comma" in classes or "past" in classes:
            return False
        if "beginning" in classes:
            return "since" in _classes(line, position - 1)
    return False


def _shared(first: Meaning, second: Meaning) -> Meaning:
    """What the first of a range leaves to the second: year, step, part of the day, day."""
    match first, second:
        case CalendarDate(year=None, step=None), CalendarDate() if first.month or first.day:
            return replace(
                first,
                year=second.year,
                step=second.step,
                year_step=second.year_step,
                month=first.month or second.month,
                hijri=first.hijri or second.hijri,
            )
        case ClockTime(), ClockTime():
            return replace(
                first, part=first.part or second.part, day=first.day or second.day, zone=first.zone or second.zone
            )
        case ClockTime(part=None), PartOfDay(day=day, part=part):
            return replace(first, part=part, day=first.day or day)
    return first
