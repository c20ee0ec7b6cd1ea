"""Which time dates the harm, and whether a count is of an incident, of a period, or a running total."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ..grammar.reading import Reading
from ..meanings import DayOfSeries, Mention, StartOf
from ..sentences import Sentence
from ..values import Scope, TimeExpression

Timed = tuple[Mention, TimeExpression]
_FARTHER = ("that", "while", "comma", "past", "present", "relative")
_INCIDENTS = (
    "air_strike",
    "shelling",
    "explosion",
    "suicide_attack",
    "attack",
    "raid",
    "accident",
    "disaster",
    "shooting",
)
_FAR = 10**6
_COMMA, _VERB, _CLAUSE = 5, 9, 12  # how much farther a time seems beyond a comma, a verb, «إن»


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
            and (before is None or mention.signal != "before")
            and not _is_later(timed, before)
            and _is_in_reach(first, past, sentence, mention)
            and not _dates_something_else(mention, first, sentence)
        ):
            distance = (_distance(first, past, sentence, mention), mention.first)
            if distance < least:
                best, least = timed, distance
    return best


def _gap(first: int, past: int, mention: Mention) -> int:
    """How many words stand between."""
    return max(mention.first - past if mention.first >= past else first - mention.past, 0)


def _dates_something_else(mention: Mention, first: int, sentence: Sentence) -> bool:
    """The day of a report («قالت الوزارة الأحد إن») or a call, of a beginning («التي بدأت»), of a comparison."""
    if mention.begins and mention.signal != "since" and first != mention.first - 1:
        return True
    if sentence.has(mention.past, "that") or _opens_a_report(mention, first, sentence):
        return True
    if sentence.any(mention.first - 3, mention.first, "statement_place"):
        return not sentence.has(first, "trigger") or sentence.value(first, "trigger") != "statement"
    if mention.signal == "since":
        return sentence.any(mention.first - 7, mention.first, "superlative")
    if mention.first > first:
        return False
    opening = mention.first - 1 if sentence.has(mention.first - 1, "comma") else mention.first
    for position in sentence.back(opening):
        classes = sentence.classes(position)
        if not classes.isdisjoint(("reports", "declares", "calls_for")):
            return True
        if any(name in classes for name in ("harm", "trigger", "that", "comma", "past")):
            return False
    return False


def _is_in_reach(first: int, past: int, sentence: Sentence, mention: Mention) -> bool:
    """Not behind «لبحث», not in a later «أن …», not the day of a «بيان»."""
    if mention.first >= past:
        return not sentence.any(past, mention.first, "purpose", "that")
    return not sentence.any(mention.past, first, "purpose")


def _is_later(timed: Timed, before: datetime | None) -> bool:
    begin = timed[1].interval.begin
    return before is not None and begin is not None and begin > before


def _can_date(timed: Timed, references: bool) -> bool:
    mention, expression = timed
    if isinstance(mention.meaning, DayOfSeries) or (expression.value == "PRESENT_REF" and mention.signal == "until"):
        return False
    if expression.type == "SET" or (mention.signal == "after" and not mention.occurs):
        return False
    if expression.type == "DURATION":
        return expression.interval.begin is not None
    return references or expression.value not in ("PAST_REF", "FUTURE_REF")


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
    if "that" in classes or "while" in classes:
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


def _opens_a_report(mention: Mention, first: int, sentence: Sentence) -> bool:
    """«وفي وقت سابق الأربعاء، أعلنت الحركة أن …»: the day of the report, not of what is reported."""
    start = mention.past + 1 if sentence.has(mention.past, "comma") else mention.past
    if not sentence.has(start, "reports", "declares"):
        return False
    return sentence.any(start, first, "that")


def _in_an_aside(mention: Mention, sentence: Sentence) -> bool:
    """«، الذي ينتهي اليوم،», «حيث كان … منذ الأربعاء،»"""
    for position in sentence.back(mention.first):
        classes = sentence.classes(position)
        if "relative" in classes:
            return True
        if "comma" in classes:
            return False
    return False


def scope_of(first: int, sentence: Sentence, timed: Timed | None, war_starts: frozenset[str]) -> Scope:
    """cumulative for «ارتفعت الحصيلة إلى» and since a war's start; period for another stated time; else incident."""
    if is_running_total(first, sentence):
        return "period" if timed and _is_the_tolls_own(timed[0], sentence) else "cumulative"
    if timed is None:
        return "cumulative" if _is_an_estimate(first, sentence) else "incident"
    mention, expression = timed
    if mention.signal == "since":
        started = expression.value[:10] in war_starts or _began_there(mention, sentence)
        started = started or isinstance(mention.meaning, StartOf)
        return "cumulative" if started else "period"
    if expression.type == "DURATION" or mention.signal in ("during", "until"):
        return "period"
    coarse = (len(expression.value) < 10 or "-W" in expression.value) and expression.mod not in ("START", "END")
    return (
        "period"
        if coarse and expression.interval.begin is not None and not _names_an_attack(sentence, first)
        else "incident"
    )


def _is_an_estimate(first: int, sentence: Sentence) -> bool:
    """«وتقدر المنظمة عدد النازحين بنحو أربعة ملايين»: how many there are by now."""
    tolls = sentence.where(first - 8, first, "toll_noun")
    return any(sentence.has(toll + 1, "displaced_noun", "missing_noun") for toll in tolls)


def _is_the_tolls_own(mention: Mention, sentence: Sentence) -> bool:
    """«حصيلة النصف الأول من العام»."""
    return sentence.has(mention.first - 1, "toll_noun")


def _began_there(mention: Mention, sentence: Sentence) -> bool:
    """«منذ بدء الهجوم», «السيول التي تضرب البلاد منذ»: counted from the beginning of a war or disaster."""
    near = mention.first - 7, mention.first
    return sentence.any(*near, "beginning") or "disaster" in sentence.values(*near, "trigger")


def _names_an_attack(sentence: Sentence, first: int) -> bool:
    near = sentence.where(first - 12, first + 12, "trigger")
    return any(sentence.value(p, "trigger") in _INCIDENTS and not sentence.has(p, "plural") for p in near)


def is_running_total(first: int, sentence: Sentence) -> bool:
    """«ارتفع عدد القتلى إلى», «بلغت الحصيلة», «تجاوز عدد المصابين»: a total that grows from report to report."""
    toll = grows = False
    for position in sentence.back(first):
        classes = sentence.classes(position)
        if "rises" in classes:
            return True
        if "total_noun" in classes:
            return "previous" not in sentence.classes(position + 1)
        toll = toll or "toll_noun" in classes
        grows = grows or "reaches_total" in classes or "exceeds" in classes
        if toll and grows:
            return True
        if first - position > 18 or "that" in classes or ("comma" in classes and not sentence.has(first - 1, "to")):
            return False
    return False
