"""Place names of a line, as written: known names, and names that a word such as مخيم or بلدة introduces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .sentences import Sentence

_STOP = frozenset(
    (
        "comma end date period length window part past present future that number until since trigger and in of to "
        "on during after before place_word mod past_marker harm close open according relative b l tonight while"
    ).split()
)
_UNNAMED = frozenset(("nationality", "no_name", "group_noun", "force_noun", "time_spent"))
_KINDS = frozenset(("settlement_kind", "place_kind"))
_BEFORE_A_PLACE = ("in", "on", "to", "place_word", "settlement_kind")
_BEGINNINGS = ("place", "ambiguous_place", "place_kind", "settlement_kind", "the_road", "capital")
_FIRST_NAMES = frozenset(
    "دار قصر شيخ سيد عين ابو ام بني تل جبل وادي باب بيت دير خان سيدي ابن كفر بئر راس عبد برج".split()
)


@dataclass(frozen=True, slots=True)
class PlaceName:
    """Letters and code points of a place name; `country` is its ISO code where the lexicon knows it."""

    first: int
    past: int
    start: int
    end: int
    country: str | None


def find_places(sentence: Sentence) -> list[PlaceName]:
    """The place names of a sentence in order."""
    return list(_walk(sentence))


def _walk(sentence: Sentence) -> Iterator[PlaceName]:
    past = sentence.first
    for position in sentence.where(past, sentence.past, *_BEGINNINGS):
        found = _at(sentence, position) if position >= past else None
        if found is not None:
            yield found
            past = found.past


def _at(sentence: Sentence, position: int) -> PlaceName | None:
    classes = sentence.classes(position)
    if "nationality" in classes and ("place" not in classes or sentence.has(position - 1, "countable", "number")):
        return None
    if "the_road" in classes:
        return _numbered_road(sentence, position)
    if "capital" in classes and sentence.has(position + 1, "nationality") and sentence.has(position + 1, "the"):
        return None if sentence.has(position + 2, "place") else _name(sentence, position, position + 2)
    if ("axis" in classes and sentence.has(position + 1, "place")) or (
        "building_of" in classes and not sentence.has(position + 1, "the")
    ):
        return None
    if "public" in classes:
        return None
    if "road" in classes and not sentence.has(position - 1, *_BEFORE_A_PLACE):
        return None  # «عن طريق الحوار»
    if "place_kind" in classes and ("the" not in classes or sentence.has(position + 1, "nationality")):
        past = _with_adjective(sentence, _name_end(sentence, position + 1))
        named = past > position + 1 and ("complex" not in classes or sentence.has(past - 1, "name_adjective"))
        return _name(sentence, position, past) if named else None
    if "settlement_kind" in classes and "the" not in classes and not sentence.has(position - 1, "number"):
        past = _name_end(sentence, position + 1)
        return _name(sentence, position + 1, past) if past > position + 1 else None
    known = "place" in classes or ("ambiguous_place" in classes and sentence.has(position - 1, *_BEFORE_A_PLACE))
    return _name(sentence, position, position + 1) if known else None


def _with_adjective(sentence: Sentence, past: int) -> int:
    """«مطار طرابلس الدولي»"""
    return past + 1 if sentence.has(past, "name_adjective") and not sentence.has(past - 1, "place_kind") else past


def _numbered_road(sentence: Sentence, position: int) -> PlaceName | None:
    """«الطريق الوطنية رقم 3», «الطريق الساحلي»."""
    if not sentence.has(position + 1, "road_adjective"):
        return None
    numbered = sentence.has(position + 2, "numbered") and sentence.has(position + 3, "number")
    return _name(sentence, position, position + (4 if numbered else 2))


def _name_end(sentence: Sentence, first: int) -> int:
    """Where a name that begins at `first` ends: a known name, or one or two words that nothing else claims."""
    if sentence.has(first, "place"):
        return first + 1
    if sentence.has(first, "date") and sentence.has(first - 1, "name_noun"):
        return first + 1  # «ساحة أول ماي»
    if sentence.has(first, "quote"):
        return _quoted_end(sentence, first)
    if sentence.has(first, "nationality") and sentence.has(first, "the"):
        return first + 1
    if not _can_be_named(sentence, first) or _is_an_adjective(sentence, first):
        return first
    return first + 2 if _has_second_name(sentence, first) else first + 1


def _quoted_end(sentence: Sentence, first: int) -> int:
    """«قاعدة «العند»»: up to the closing quotation mark, the marks included."""
    for position in range(first + 1, first + 5):
        if sentence.has(position, "quote"):
            return position + 1
    return first


def _is_an_adjective(sentence: Sentence, position: int) -> bool:
    """«سوق شعبية» has no name."""
    form = sentence.line.word(position).form
    after_a_region = position > sentence.first and sentence.line.word(position - 1).form == "منطقه"
    return not sentence.has(position, "the") and form.endswith("ه" if after_a_region else "يه")


def _can_be_named(sentence: Sentence, position: int) -> bool:
    classes = sentence.classes(position)
    kind = "the" not in classes and not _KINDS.isdisjoint(classes)  # «سوق مدينة كبكابية»
    return bool(classes) and not kind and _STOP.isdisjoint(classes) and _UNNAMED.isdisjoint(classes)


def _has_second_name(sentence: Sentence, first: int) -> bool:
    """«نور شمس», «الشيخ رضوان», «الشيخ زويد»; not an adjective after a definite name, nor a verb."""
    if not _can_be_named(sentence, first + 1):
        return False
    word, second = sentence.line.word(first).form, sentence.line.word(first + 1).form
    if word.removeprefix("ال") in _FIRST_NAMES:
        return True
    classes = sentence.classes(first + 1)
    if "the" in classes or "the" in sentence.classes(first) or "unknown" not in classes or "prefixed" in classes:
        return False
    return not second.startswith(("ي", "ت", "ا", "س")) and not second.endswith(("ت", "ا", "ين"))


def _name(sentence: Sentence, first: int, past: int) -> PlaceName:
    start, end = sentence.line.word(first).start, sentence.line.word(past - 1).end
    return PlaceName(first, past, start, end, sentence.value(past - 1, "place"))
