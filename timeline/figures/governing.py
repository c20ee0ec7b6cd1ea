"""The word of harm that governs a count: the verb of those counted after it, else the nearest word before it."""

from __future__ import annotations

from ..grammar.reading import CountMention
from ..sentences import Sentence
from ..values import Kind
from .exclusions import AGREEING
from .qualifiers import first_with_qualifiers

HARMED: dict[str, Kind] = {
    "killed_noun": "killed",
    "injured_noun": "injured",
    "missing_noun": "missing",
    "displaced_noun": "displaced",
    "rescued_noun": "rescued",
}
_LEFT_REACH = 22
_BARE_REACH = 7
_RIGHT_REACH = 5
_SUBORDINATE_REACH = 9


def after_that(mention: CountMention, sentence: Sentence) -> bool:
    return sentence.has(first_with_qualifiers(mention, sentence) - 1, "that", "was")


def harm_at(sentence: Sentence, position: int) -> Kind | None:
    kind: Kind | None = sentence.value(position, "harm")
    if sentence.has(position, "weak_harm") and sentence.has(position + 1, "past", "past_marker"):
        return None  # «فقد أعلن»
    return kind


def following(mention: CountMention, sentence: Sentence) -> Kind | None:
    """A verb after the counted that is theirs: «51 شخصاً قتلوا», «6500 شخص في عداد المفقودين»."""
    subordinate = after_that(mention, sentence)
    reach = _SUBORDINATE_REACH if subordinate else _RIGHT_REACH
    joined = False
    for position in range(mention.past, mention.past + reach):
        classes = sentence.classes(position)
        if not classes or (position > mention.past and "number" in classes):
            return None
        if "missing_phrase" in classes:
            return "missing"
        if "homeless_phrase" in classes:
            return "displaced"
        joined = joined or "and" in classes
        if "in_care" in classes and not joined:
            return "injured"
        if "alive" in classes and sentence.any(sentence.first, mention.first, "brings_out"):
            return "rescued"
        if "harm" in classes and "past" in classes:
            form = sentence.line.word(position).form
            agrees = form.endswith(AGREEING) and not sentence.has(position - 1, "and")
            return harm_at(sentence, position) if agrees or subordinate else None
        if "other_act" in classes or ("comma" in classes and not subordinate):
            return None
    return None


def governing(mention: CountMention, sentence: Sentence) -> Kind | None:
    """The nearest word of harm before the count, unless another clause or act lies between."""
    bare = mention.count.noun == ""
    toll = sentence.has(first_with_qualifiers(mention, sentence) - 1, "to", "on")
    for position in sentence.back(mention.first):
        classes = sentence.classes(position)
        if mention.first - position > (_BARE_REACH if bare and not toll else _LEFT_REACH):
            return None
        if (found := _of_those_totalled(classes, sentence.has(position - 1, "toll_noun"))) is not None:
            return found
        if "death_toll" in classes:
            return "killed"
        if "harm" in classes and _governs(sentence, position, mention):
            return harm_at(sentence, position)
        if _opens_another_clause(classes):
            return None
    return None


def _governs(sentence: Sentence, position: int, mention: CountMention) -> bool:
    """«فقد», «حصد», «حرر» govern people, not bare numbers; «تحرير» only captives."""
    noun = mention.count.noun
    if sentence.has(position, "frees"):
        people = noun in ("prisoner", "hostage", "nationality") or (noun == "human" and mention.count.category != "")
        return people and not sentence.has(position, "the")
    if sentence.has(position, "turns_to") and sentence.any(position + 1, mention.first, "to"):
        return False
    near = first_with_qualifiers(mention, sentence) - position > 1
    bare = noun == "unknown" or (noun in ("", "others") and near)
    return not (bare and sentence.has(position, "weak_harm"))


def _opens_another_clause(classes: frozenset[str]) -> bool:
    return "that" in classes or "other_act" in classes


def _of_those_totalled(classes: frozenset[str], counted: bool) -> Kind | None:
    """«عدد القتلى», «إجمالي المعتقلين», «المفرج عنهم»: those that a toll is of."""
    if "freed" in classes:
        return "released"
    if "victims" in classes:
        return "killed"
    if "the" in classes or counted:
        for name, kind in HARMED.items():
            if name in classes:
                return kind
        if "prisoner" in classes and "plural" in classes:
            return "detained"
        if "hostage" in classes and "plural" in classes:
            return "abducted"
    return None
