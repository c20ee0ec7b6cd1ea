"""What a count is not, whatever governs it: negated, a rank, a rate, the sick; and the mixed tolls."""

from __future__ import annotations

from ..grammar.reading import CountMention
from ..meanings import Recurring
from ..sentences import Sentence
from .qualifiers import first_with_qualifiers

AGREEING = ("وا", "ا", "ن")  # endings of a verb that follows a plural or dual subject


def is_negated(mention: CountMention, sentence: Sentence) -> bool:
    return mention.count.qualifier != "dozens" and sentence.any(mention.first - 3, mention.first, "negates")


def is_denied(mention: CountMention, sentence: Sentence) -> bool:
    """«نفت الوزارة مقتل 5 جنود»: what is denied is no claim."""
    near = sentence.where(mention.first - 7, mention.first, "denies", "comma", "that", "past", "present")
    return bool(near) and sentence.has(near[-1], "denies")


def is_no_count(mention: CountMention, sentence: Sentence) -> bool:
    """«القرار 2254», «المرتبة 140», «بمعدل 100 قتيل», «400 شخص يومياً»; «فقد 900 عامل وظائفهم»."""
    position = first_with_qualifiers(mention, sentence)
    if _recurs(sentence, mention.past):
        return True
    if sentence.any(mention.past, mention.past + 2, "jobs") and sentence.any(
        mention.first - 4, mention.first, "leaves"
    ):
        return True
    return sentence.has(position - 1, "no_count_before", "rate") or sentence.has(mention.past, "percent", "rate_after")


def _recurs(sentence: Sentence, position: int) -> bool:
    return sentence.has(position, "window") and isinstance(sentence.value(position, "window"), Recurring)


def is_of_the_sick(sentence: Sentence) -> bool:
    return sentence.any(sentence.first, sentence.past, "disease")


def is_mixed(mention: CountMention, sentence: Sentence) -> bool:
    """«30 شخصاً بين قتيل وجريح», «قُتل وأُصيب 25 جندياً»."""
    if sentence.any(mention.past, mention.past + 3, "mixed"):
        return True
    first = first_with_qualifiers(mention, sentence)
    harms = [sentence.value(first - back, "harm") for back in (1, 3)]
    if "and" not in sentence.classes(first - 2) or set(harms) != {"killed", "injured"}:
        return False
    if sentence.has(first - 4, "countable", "number"):
        return False  # «شخص قُتل وأصيب 15»
    return not sentence.line.word(first - 3).form.endswith((*AGREEING, "هم", "ها", "ه"))
