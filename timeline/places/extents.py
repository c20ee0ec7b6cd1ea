"""How far the name of a place reaches: «مطار طرابلس الدولي», «الطريق الوطنية رقم 3», «العاصمة السودانية»."""

from __future__ import annotations

from ..sentences import Sentence

BEGINNINGS: tuple[str, ...] = ("the_road", "capital", "ministry", "commune")  # these need no name after them
_UNNAMED = frozenset(("nationality", "no_name", "group_noun", "force_noun", "time_spent"))
_KINDS = frozenset(("settlement_kind", "place_kind"))


def end_without_a_name(sentence: Sentence, position: int) -> int:
    """Where «الطريق الوطنية رقم 3» or «العاصمة السودانية» ends, 0 where it says no more than «العاصمة»."""
    if sentence.has(position, "the_road"):
        numbered = sentence.has(position + 2, "numbered") and sentence.has(position + 3, "number")
        return (position + 4 if numbered else position + 2) if sentence.has(position + 1, "road_adjective") else 0
    if sentence.has(position, "ministry"):
        sought = sentence.has(position - 1, "in_front") or sentence.value(position - 1, "cue") == "targeting"
        return _with_its_field(sentence, position) if sought and sentence.has(position + 1, "the") else 0
    of_a_country = sentence.has(position + 1, "nationality") and sentence.has(position + 1, "the")
    return position + 2 if of_a_country and not sentence.has(position + 2, "place") else 0


def _with_its_field(sentence: Sentence, position: int) -> int:
    """«وزارة الشؤون الدينية», «وزارة الدفاع» of «وزارة الدفاع الأميركية»."""
    past = position + 2
    adjective = sentence.has(past, "unknown") and sentence.has(past, "the")
    return past + 1 if adjective and sentence.line.word(past).form.endswith("ه") else past


def is_a_commune(sentence: Sentence, position: int) -> bool:
    """«دواوير في جماعة أغبار», not «في جماعة الحوثي»."""
    return sentence.has(position - 1, "in", "b") and sentence.any(sentence.first, sentence.past, "village")


def introduces_none(sentence: Sentence, position: int) -> bool:
    """«محور عين زارة» is the place named, «مبنى وزارة» the ministry, «الشارع التونسي» its public."""
    if sentence.has(position, "axis"):
        return sentence.has(position + 1, "place")
    if sentence.has(position, "building_of"):
        return not sentence.has(position + 1, "the")
    return sentence.has(position, "public")


def with_adjective(sentence: Sentence, past: int) -> int:
    """«مطار طرابلس الدولي»"""
    return past + 1 if sentence.has(past, "name_adjective") and not sentence.has(past - 1, "place_kind") else past


def with_other_end(sentence: Sentence, position: int, past: int) -> int:
    """«طريق حمص-طرطوس»"""
    two = sentence.has(position, "road") and sentence.has(past, "dash")
    return past + 2 if two and sentence.has(past + 1, "place", "ambiguous_place") else past


def is_whole(sentence: Sentence, position: int, past: int) -> bool:
    """Whether a name follows the word at `position`; «مجمع» needs its adjective too, for it is also a council."""
    complete = not sentence.has(position, "complex") or sentence.has(past - 1, "name_adjective")
    return past > position + 1 and complete


def is_no_name(classes: frozenset[str]) -> bool:
    """«قرية مجاورة», «مسجد قوات …», «سوق مدينة كبكابية»."""
    kind = "capital" not in classes and not _KINDS.isdisjoint(classes)
    return kind or not _UNNAMED.isdisjoint(classes)
