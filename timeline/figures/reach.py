"""Times that cannot date a count: the day of a report, of a call or an agreement, of another clause."""

from __future__ import annotations

from ..meanings import Shifted
from ..mention import Mention
from ..sentences import Sentence

_SAYING = ("reports", "declares", "calls_for", "agrees")
_PERIODS = ("since", "until", "during", "between", "from", "to")
_ATTRIBUTED_WITHIN = 14
_DATELINE = 5  # words before the date of a dateline
_AGENCY = 6  # words of «(وكالة)» behind it


def dates_something_else(mention: Mention, first: int, sentence: Sentence) -> bool:
    """The day of a report («قالت الوزارة الأحد إن») or a call, of a beginning («التي بدأت»), of a comparison."""
    if _is_a_dateline(mention, sentence):
        return True
    if mention.begins and mention.signal != "since" and first != mention.first - 1:
        return not (_opens_with_a_beginning(mention, sentence) or _began_itself(mention, first, sentence))
    if sentence.has(_past_comma(mention, sentence), "that") or _opens_a_report(mention, first, sentence):
        return True
    if sentence.any(mention.first - 3, mention.first, "statement_place"):
        return not sentence.has(first, "trigger") or sentence.value(first, "trigger") != "statement"
    if mention.signal == "since":
        return sentence.any(mention.first - 7, mention.first, "superlative")
    if mention.first > first:
        return _is_of_the_attribution(mention, first, sentence)
    return mention.signal not in _PERIODS and _is_of_what_is_said(mention, first, sentence)


def _is_a_dateline(mention: Mention, sentence: Sentence) -> bool:
    """«تعز 14 فبراير 2023 (وكالة) -- لقي …»: when it was written."""
    if mention.first - sentence.first > _DATELINE or sentence.any(sentence.first, mention.first, "past", "in", "since"):
        return False
    agency = mention.past + 1 if sentence.has(mention.past, "unknown", "agency") else mention.past
    if sentence.has(agency, "dash"):
        return mention.first > sentence.first  # «رام الله 22-6-2023 وفا- أصيب …»
    closing = sentence.where(mention.past, mention.past + _AGENCY, "close")
    return sentence.has(mention.past, "open") and bool(closing) and sentence.has(closing[0] + 1, "dash")


def _past_comma(mention: Mention, sentence: Sentence) -> int:
    return mention.past + 1 if sentence.has(mention.past, "comma") else mention.past


def _opens_with_a_beginning(mention: Mention, sentence: Sentence) -> bool:
    """«بدأت الجمعة عملية تبادل», «مواجهات اندلعت الجمعة»; «التي بدأت الجمعة» is of something older, but for a war."""
    begun = sentence.where(mention.first - 2, mention.first, "begins")[-1]
    if begun == sentence.first or sentence.has(begun - 1, "and", "dash", "colon"):
        return True
    if sentence.has(begun - 1, "relative"):
        return sentence.has(begun - 2, "armed_conflict")
    return sentence.any(begun - 2, begun, "trigger") and not sentence.has(begun - 1, "the")


def _began_itself(mention: Mention, first: int, sentence: Sentence) -> bool:
    """«اشتباكات اندلعت عصر السبت»: the happening at `first`, not one that is named between."""
    between = (first + 1, mention.first) if mention.first > first else (mention.past, first)
    return sentence.has(first, "trigger", "cue") and not sentence.any(*between, "trigger")


def _is_of_what_is_said(mention: Mention, first: int, sentence: Sentence) -> bool:
    """«أدان الأمين العام الاثنين هجوماً …»: when it was said."""
    opening = mention.first - 1 if sentence.has(mention.first - 1, "comma") else mention.first
    for position in sentence.back(opening):
        classes = sentence.classes(position)
        if not classes.isdisjoint(_SAYING):
            return not ("orders" in classes and sentence.any(mention.past, first, "harm"))
        if "past" in classes and sentence.value(position, "trigger") == "statement":
            return position != first
        if any(name in classes for name in ("harm", "trigger", "that", "comma", "past")):
            return False
    return False


def _is_of_the_attribution(mention: Mention, first: int, sentence: Sentence) -> bool:
    """«…، على ما أفاد المرصد الأحد»: when it was said."""
    attributed = sentence.where(max(first, mention.first - _ATTRIBUTED_WITHIN), mention.first, "according")
    return bool(attributed) and not sentence.any(attributed[-1], mention.first, "comma", "that", "trigger", "harm")


def is_in_reach(first: int, past: int, sentence: Sentence, mention: Mention) -> bool:
    """Not behind «لبحث» or «فيما», not in a later «أن …», not in an aside before «، ما أدى إلى»."""
    if mention.first >= past:
        return not sentence.any(past, mention.first, "purpose", "that", "on_account")
    if sentence.any(mention.past, first, "purpose"):
        return False
    if _another_reports(mention, first, sentence):
        return False
    if sentence.any(mention.past, first, "while") and not _opens_the_sentence(mention, sentence):
        return False
    return not (_is_of_what_went_before(mention, first, sentence) or _is_beside_the_result(mention, first, sentence))


def _another_reports(mention: Mention, first: int, sentence: Sentence) -> bool:
    """«شهدت البلدة اشتباكات منذ الفجر، وأعلنت الحركة أنها أطلقت 40 صاروخاً»: another clause, of another time."""
    verbs = sentence.where(mention.past + 2, first, "reports", "declares")
    return any(sentence.has(verb - 1, "and") and sentence.has(verb - 2, "comma") for verb in verbs)


def _opens_the_sentence(mention: Mention, sentence: Sentence) -> bool:
    """«ومنذ السبت قُتل 40 شخصاً، فيما نزح ألف»: said of all that follows."""
    return mention.signal in _PERIODS and mention.first - sentence.first < 3


def _is_of_what_went_before(mention: Mention, first: int, sentence: Sentence) -> bool:
    """«بعد 21 يوماً من مقتل خمسة»: the five died before that time."""
    meaning = mention.meaning
    tied = isinstance(meaning, Shifted) and meaning.direction > 0 and sentence.has(mention.past, "of", "on")
    return tied and not sentence.any(mention.past, first, "comma")


def _is_beside_the_result(mention: Mention, first: int, sentence: Sentence) -> bool:
    """«على منزل لجأت إليه عائلات قبل شهر، ما أدى إلى مقتل …»: what led there is the main clause, not the aside."""
    results = [p for p in sentence.where(mention.past, first, "results") if sentence.has(p - 1, "comma")]
    if not results:
        return False
    return any("relative" in sentence.classes(p) or _describes(sentence, p) for p in _clause(mention, sentence))


def _clause(mention: Mention, sentence: Sentence) -> range:
    commas = sentence.where(sentence.first, mention.first, "comma")
    return range(commas[-1] if commas else sentence.first, mention.first)


def _describes(sentence: Sentence, verb: int) -> bool:
    """«منزل لجأت إليه»: a past right behind a noun without its article."""
    return sentence.has(verb, "past") and sentence.has(verb - 1, "structure")


def _opens_a_report(mention: Mention, first: int, sentence: Sentence) -> bool:
    """«وفي وقت سابق الأربعاء، أعلنت الحركة أن …»: the day of the report, not of what is reported."""
    start = _past_comma(mention, sentence)
    if not sentence.has(start, "reports", "declares"):
        return False
    return sentence.any(start, first, "that")
