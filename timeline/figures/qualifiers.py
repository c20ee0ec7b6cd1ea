"""«أكثر من 100 جريح» is 101 and more: bounds from the words before and after a count."""

from __future__ import annotations

from ..grammar.counts import Count
from ..grammar.reading import CountMention
from ..sentences import Sentence
from ..values import Qualifier

Bounds = tuple[int, int | None, Qualifier]
_TOLL_REACH = 8  # how far before the count «تجاوز عدد القتلى» may stand
_AFTER_REACH = 2


def bounds_of(mention: CountMention, sentence: Sentence) -> Bounds:
    """(low, high, qualifier) of a count in its sentence."""
    count = mention.count
    if count.qualifier != "exact" or count.shape in ("single", "plural"):
        return count.low, count.high, count.qualifier
    qualifier = _before(mention, sentence) or _after(mention, sentence) or _of_the_toll(mention, sentence)
    return _bounds(count, qualifier) if qualifier else (count.low, count.high, "exact")


def _bounds(count: Count, qualifier: Qualifier) -> Bounds:
    number = count.low
    match qualifier:
        case "at_least":
            return number, None, qualifier
        case "more_than":
            return number + 1, None, qualifier
        case "at_most":
            return 0, number, qualifier
        case "fewer_than":
            return 0, max(number - 1, 0), qualifier
    return number, number, qualifier


def first_with_qualifiers(mention: CountMention, sentence: Sentence) -> int:
    """The position of the first qualifier before a count, or of the count."""
    position = mention.first
    while sentence.has(position - 1, "qualifier", "approx"):
        position -= 1
    return position


def _before(mention: CountMention, sentence: Sentence) -> Qualifier | None:
    qualifier: Qualifier | None = sentence.value(mention.first - 1, "qualifier")
    return qualifier


def _after(mention: CountMention, sentence: Sentence) -> Qualifier | None:
    """«17 قتيلاً على الأقل», with an adjective or two between."""
    for position in range(mention.past, mention.past + _AFTER_REACH + 1):
        classes = sentence.classes(position)
        if "qualifier_after" in classes:
            qualifier: Qualifier = sentence.value(position, "qualifier_after")
            return qualifier
        if not ("unknown" in classes or "nationality" in classes) or "the" in classes:
            break
    return None


def _of_the_toll(mention: CountMention, sentence: Sentence) -> Qualifier | None:
    """«تجاوزت حصيلة القتلى 13 ألفاً», «زاد عدد المصابين على 31 ألفاً», «لم يتجاوز عدد الجرحى سبعة»."""
    toll = False
    for position in sentence.back(mention.first):
        classes = sentence.classes(position)
        if mention.first - position > _TOLL_REACH or "comma" in classes or "number" in classes:
            return None
        toll = toll or "toll_noun" in classes
        for name in ("not_exceeding", "at_least_verb", "exceeds"):
            if name in classes and _exceeds(mention, sentence, position, toll, sentence.value(position, name)):
                found: Qualifier = sentence.value(position, name)
                return found
        if "harm" in classes or "past" in classes:
            return None
    return None


def _exceeds(mention: CountMention, sentence: Sentence, verb: int, toll: bool, meaning: str) -> bool:
    """«زاد» is a qualifier only with «على» or «عن» before the count; the others govern a toll or stand beside it."""
    form = sentence.line.word(verb).form
    if form in ("زاد", "زادت", "تزيد"):
        return sentence.has(mention.first - 1, "on", "about")
    return toll or mention.first - verb == 1 or meaning == "at_most"
