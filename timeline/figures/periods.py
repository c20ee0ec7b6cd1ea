"""Which of the times in a sentence dates the harm."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ..grammar.reading import Reading
from ..meanings import DayOfSeries, Shifted, Window
from ..mention import Mention
from ..sentences import Sentence
from ..values import TimeExpression
from .ranges import first_of_pair
from .reach import dates_something_else, is_in_reach

Timed = tuple[Mention, TimeExpression]
_FARTHER = ("that", "while", "comma", "past", "present", "relative")
_FAR = 10**6
_COMMA, _VERB, _CLAUSE, _ANOTHER = 5, 9, 12, 40  # how much farther a time seems beyond a comma, a verb, «إن»


def timed_by_sentence(reading: Reading, times: Sequence[TimeExpression]) -> dict[int, list[Timed]]:
    """Mentions with their resolved expressions, by sentence."""
    by_span = {(time.start, time.end): time for time in times}
    timed: dict[int, list[Timed]] = {}
    for mention in reading.times:
        expression = by_span.get((mention.start, mention.end))
        if expression is not None:
            timed.setdefault(mention.sentence, []).append((mention, expression))
    return timed


def time_of(
    first: int,
    past: int,
    sentence: Sentence,
    times: Sequence[Timed],
    before: datetime | None = None,
    *,
    references: bool = False,
) -> Timed | None:
    """The time expression that dates what stands at letters first to past, None where the sentence has none.

    With `before`, times that begin later cannot date it: the dead of a report died before it. `references` lets
    «مؤخراً» and «لاحقاً» stand for a time.
    """
    best: Timed | None = None
    least = (_FAR, 0)
    for timed in sorted(times, key=lambda one: _gap(first, past, one[0])) if len(times) > 1 else times:
        mention = timed[0]
        if _gap(first, past, mention) > least[0]:
            break  # a time seems as far as it is, or farther
        if (
            _can_date(timed, references)
            and (before is None or mention.signal != "before" or timed[1].type == "TIME")
            and not _is_later(timed, before)
            and is_in_reach(first, past, sentence, mention)
            and not dates_something_else(mention, first, sentence)
        ):
            loose = _VERB if timed[1].type == "DURATION" and timed[1].interval.begin is None else 0
            distance = (_distance(first, past, sentence, mention) + loose, mention.first)
            if distance < least:
                best, least = timed, distance
    return first_of_pair(best, times, sentence) if best and len(times) > 1 else best


def _gap(first: int, past: int, mention: Mention) -> int:
    """How many words stand between."""
    return max(mention.first - past if mention.first >= past else first - mention.past, 0)


def _is_later(timed: Timed, before: datetime | None) -> bool:
    begin = timed[1].interval.begin
    return before is not None and begin is not None and begin > before


def _can_date(timed: Timed, references: bool) -> bool:
    mention, expression = timed
    if isinstance(mention.meaning, DayOfSeries) or (expression.value == "PRESENT_REF" and mention.signal == "until"):
        return False
    if expression.type == "SET" or (mention.signal == "after" and not mention.occurs and expression.type != "TIME"):
        return False
    if expression.type == "DURATION":
        told = mention.signal == "during" or _is_a_window(mention) or (references and _is_to_come(mention))
        return told or expression.interval.begin is not None
    return references or expression.value not in ("PAST_REF", "FUTURE_REF") or _is_some_way_off(mention)


def _is_a_window(mention: Mention) -> bool:
    """«في الساعات الـ48 الماضية», also where nobody knows when that was written."""
    return isinstance(mention.meaning, Window) and mention.meaning.direction < 0


def _is_to_come(mention: Mention) -> bool:
    """«الأيام القليلة المقبلة»: no bounds, but the time of what is planned."""
    return isinstance(mention.meaning, Window) and mention.meaning.direction > 0


def _is_some_way_off(mention: Mention) -> bool:
    """«قبل ساعات», «بعد دقائق»: vague, but of that happening; «مؤخراً» may be of any."""
    meaning = mention.meaning
    return isinstance(meaning, Shifted) and not (meaning.tied and meaning.direction < 0)


def _distance(first: int, past: int, sentence: Sentence, mention: Mention) -> int:
    ahead = mention.first >= past
    begin, end = (past, mention.first) if ahead else (mention.past, first)
    distance = _gap(first, past, mention)
    distance += sum(_cost(sentence, position, past, ahead) for position in sentence.where(begin, end, *_FARTHER))
    aside = sentence.any(begin, end, "comma") and _in_an_aside(mention, sentence)
    return distance + _VERB if aside else distance


def _cost(sentence: Sentence, position: int, past: int, ahead: bool) -> int:
    """How much farther a time seems when the word at `position` lies between."""
    classes = sentence.classes(position)
    if "while" in classes:
        return _ANOTHER
    if "that" in classes:
        return _CLAUSE
    if "comma" in classes:
        return _COMMA
    if "relative" in classes:
        return 0 if ahead else _VERB
    return _VERB if ahead and not _is_its_own(sentence, position, past) else 0


def _is_its_own(sentence: Sentence, verb: int, past: int) -> bool:
    """A verb of the counted or of the happening itself: «خمسة قتلوا فجر الثلاثاء», «هدنة تبدأ الاثنين»."""
    if sentence.has(verb - 1, "and"):
        return False
    return (sentence.has(verb, "harm") and verb - past < 3) or sentence.has(verb, "announces", "happened", "begins")


def _in_an_aside(mention: Mention, sentence: Sentence) -> bool:
    """«، الذي ينتهي اليوم،», «حيث كان … منذ الأربعاء،»"""
    for position in sentence.back(mention.first):
        classes = sentence.classes(position)
        if "relative" in classes:
            return True
        if "comma" in classes:
            return False
    return False
