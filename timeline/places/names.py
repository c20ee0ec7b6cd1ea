"""Place names of a line, as written: known names, and names that a word such as مخيم or بلدة introduces.

The lexicon's own names stand anywhere. Those that only the gazetteer knows need a word before them after which a
place is expected («في سرمين»), and a name that is a common word too needs one that says what it is («بلدة السلام»).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..sentences import Sentence
from ..words.pieces import raw_offset
from . import extents
from .gazetteer import gazetteer

_STOP = frozenset(
    (
        "comma end date period length window part past present future that number until since trigger and in of to "
        "on during after before place_word mod past_marker harm close open according relative b l tonight while"
    ).split()
)
_BEFORE_A_PLACE = ("in", "on", "to", "place_word", "settlement_kind")
_BEGINNINGS = ("place", "ambiguous_place", "place_kind", "settlement_kind", *extents.BEGINNINGS)
_MAY_HAVE_B = ("prefixed", "the")
_IN = "ب"  # «بسرمين»: the words keep a proclitic before a name that they do not know
_NOT_A_PERSON = 5  # letters; «بلاتر» is no place «لاتر»
_FIRST_NAMES = frozenset(
    "دار قصر شيخ سيد عين ابو ام بني تل جبل وادي باب بيت دير خان سيدي ابن كفر بئر راس عبد برج ملك ملكه امير".split()
)


class PlaceName(NamedTuple):
    """Letters and code points of a place name; `country` is its ISO code where the lexicon knows it."""

    first: int
    past: int
    start: int
    end: int
    country: str | None


def find_places(sentence: Sentence) -> list[PlaceName]:
    """The place names of a sentence in order."""
    places: list[PlaceName] | None = sentence.noted.get("places")
    if places is None:
        places = sentence.noted["places"] = list(_walk(sentence))
    return places


def _walk(sentence: Sentence) -> Iterator[PlaceName]:
    past = sentence.first
    letters, having = sentence.letters, sentence.line.alphabet.having
    known, expecting, may_have_b = having[_BEGINNINGS], having[_BEFORE_A_PLACE], having[_MAY_HAVE_B]
    for position in sentence.where(sentence.first, sentence.past, *_BEGINNINGS, "unknown"):
        if position < past:
            continue
        if letters[position] in known:
            found = _at(sentence, position)
        else:
            follows = position > sentence.first and letters[position - 1] in expecting
            may_be = follows or letters[position] in may_have_b
            found = _of_the_gazetteer(sentence, position, follows) if may_be else None
        if found is not None:
            yield found
            past = found.past


def _at(sentence: Sentence, position: int) -> PlaceName | None:
    classes = sentence.classes(position)
    if "nationality" in classes and ("place" not in classes or sentence.has(position - 1, "countable", "number")):
        return None
    if "commune" in classes:
        past = _name_end(sentence, position + 1) if extents.is_a_commune(sentence, position) else 0
        return _name(sentence, position + 1, past) if past > position + 1 else None
    if not classes.isdisjoint(extents.BEGINNINGS):
        past = extents.end_without_a_name(sentence, position)
        return _name(sentence, position, past) if past else None
    if extents.introduces_none(sentence, position) or ("road" in classes and not _is_expected(sentence, position)):
        return None
    if "place_kind" in classes and ("the" not in classes or sentence.has(position + 1, "nationality")):
        past = extents.with_adjective(sentence, _name_end(sentence, position + 1))
        if not extents.is_whole(sentence, position, past):
            return None
        return _name(sentence, position, extents.with_other_end(sentence, position, past))
    if "settlement_kind" in classes and "the" not in classes and not sentence.has(position - 1, "number"):
        past = _name_end(sentence, position + 1)
        return _name(sentence, position + 1, past) if past > position + 1 else None
    ambiguous = "ambiguous_place" in classes and sentence.has(position - 1, *_BEFORE_A_PLACE)
    if "place" not in classes and not ambiguous:
        return None
    if sentence.has(position - 1, "named_after_a_place") and not sentence.has(position - 1, "the"):
        return _named_with_it(sentence, position)
    return _name(sentence, position, position + 1)


def _is_expected(sentence: Sentence, position: int) -> bool:
    return sentence.has(position - 1, *_BEFORE_A_PLACE)


def _named_with_it(sentence: Sentence, position: int) -> PlaceName | None:
    """«قناة صقلية» is a place; «صحيفة القدس», «أبو غزة» are an organisation and a person named after one."""
    past = _longest_known(sentence, position - 1)
    return _name(sentence, position - 1, past) if past > position else None


def _of_the_gazetteer(sentence: Sentence, position: int, expected: bool) -> PlaceName | None:
    """«في سرمين», «بسرمين»: a name of the gazetteer where a place is expected, unless it is a common word."""
    if expected:
        past = _longest_known(sentence, position)
        return _name(sentence, position, past) if past else None
    word = sentence.line.word(position)
    name = word.form.removeprefix(_IN)
    if name == word.form or len(name) < _NOT_A_PERSON or name not in gazetteer() or name in gazetteer().common:
        return None
    start, end = sentence.line.span(position, position + 1)
    skipped = raw_offset(sentence.line.text.text[start:end], len(_IN))
    return PlaceName(position, position + 1, start + skipped, end, None)


def _longest_known(sentence: Sentence, first: int, common: bool = False) -> int:
    """Where the longest name of the gazetteer that begins at `first` ends, 0 where none does."""
    if first >= sentence.past:
        return 0
    known = gazetteer()
    words = [sentence.line.word(first).form]
    longest = min(known.longest(words[0]), sentence.past - first)
    words += [sentence.line.word(position).form for position in range(first + 1, first + longest)]
    for length in range(longest, 0, -1):
        name = " ".join(words[:length])
        if name in known and (common or length > 1 or name not in known.common):
            return first + length
    return 0


def _name_end(sentence: Sentence, first: int) -> int:
    """Where a name that begins at `first` ends: a known name, or one or two words that nothing else claims."""
    known = _longest_known(sentence, first, common=True)
    if known > first + 1:
        return known
    if sentence.has(first, "place", "ambiguous_place") or (known and _is_one_name(sentence, first)):
        return first + 1
    if sentence.has(first, "date") and sentence.has(first - 1, "name_noun"):
        return first + 1  # «ساحة أول ماي»
    if sentence.has(first, "quote"):
        return _quoted_end(sentence, first)
    if sentence.has(first, "nationality") and sentence.has(first, "the"):
        return first + 1
    if not _can_be_named(sentence, first) or _is_an_adjective(sentence, first) or _is_an_office(sentence, first):
        return first
    past = first + 2 if _has_second_name(sentence, first) else first + 1
    if _names_a_person(sentence, past):
        return min(past + 2, sentence.past)  # «خالد بن الوليد»
    return min(past + _names_a_person(sentence, past - 1), sentence.past)  # «الملك عبد العزيز»


def _names_a_person(sentence: Sentence, position: int) -> bool:
    return bool(sentence.value(position, "named_after_a_place") == "person")


def _is_an_office(sentence: Sentence, position: int) -> bool:
    """«منطقة الحرس الوطني», «منطقة الشرطة»."""
    return sentence.has(position, "body") or sentence.has(position + 1, "observance")


def _is_one_name(sentence: Sentence, position: int) -> bool:
    """A word that nothing else claims, and with which no longer name begins («دير»)."""
    form = sentence.line.word(position).form
    return sentence.has(position, "unknown") and form.removeprefix("ال") not in _FIRST_NAMES


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
    return bool(classes) and _STOP.isdisjoint(classes) and not extents.is_no_name(classes)


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
    return PlaceName(first, past, *sentence.line.span(first, past), sentence.value(past - 1, "place"))
