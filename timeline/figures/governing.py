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
_BODIES_REACH = 3
_CASE_REACH = 3
_ASIDE = 14
_STILL_REACH = 5
_RESUMED_REACH = 3
_PHRASES: dict[str, Kind] = {"dead_phrase": "killed", "missing_phrase": "missing", "homeless_phrase": "displaced"}
PART_CUES = ("part_cue", "mostly")


def after_that(mention: CountMention, sentence: Sentence) -> bool:
    return sentence.has(first_with_qualifiers(mention, sentence) - 1, "that", "was")


def harm_at(sentence: Sentence, position: int) -> Kind | None:
    kind: Kind | None = sentence.value(position, "harm")
    if sentence.has(position, "weak_harm") and sentence.has(position + 1, "past", "past_marker"):
        return None  # «فقد أعلن»
    if kind == "rescued" and sentence.has(position - 1, "crew"):
        return None  # «فريق إنقاذ»
    return kind


def following(mention: CountMention, sentence: Sentence) -> Kind | None:
    """A verb after the counted that is theirs: «51 شخصاً قتلوا», «6500 شخص في عداد المفقودين»."""
    if _leave_their_homes(mention, sentence):
        return "displaced"
    subordinate = after_that(mention, sentence)
    start = past_the_aside(mention, sentence)
    reach = _RESUMED_REACH if start > mention.past else _SUBORDINATE_REACH if subordinate else _RIGHT_REACH
    joined = False
    for position in range(start, start + reach):
        classes = sentence.classes(position)
        if not classes or (position > start and "number" in classes) or "while" in classes:
            return None
        if (kind := _of_the_phrase(classes)) is not None:
            return kind
        if position == start and _still_lie_there(mention, sentence):
            return "missing"
        joined = joined or "and" in classes
        if "in_care" in classes and not joined:
            return "injured"
        if "alive" in classes and sentence.any(sentence.first, mention.first, "brings_out"):
            return "rescued"
        if "harm" in classes and "past" in classes:
            form = sentence.line.word(position).form
            agrees = form.endswith(AGREEING) and "pronoun" not in classes and not sentence.has(position - 1, "and")
            return harm_at(sentence, position) if agrees or subordinate else None
        if "other_act" in classes or ("comma" in classes and not subordinate):
            return None
    return None


def _still_lie_there(mention: CountMention, sentence: Sentence) -> bool:
    """«لا يزال عدد من الضحايا تحت الركام»; not «انتُشل خمسة من تحت الركام»."""
    still = sentence.where(mention.first - _STILL_REACH, mention.first, "still")
    under = sentence.has(mention.past, "place_word") and sentence.value(mention.past + 1, "destroys") == "structures"
    return under and bool(still) and not sentence.any(still[-1], mention.first, "past", "harm", "brings_out")


def _of_the_phrase(classes: frozenset[str]) -> Kind | None:
    return next((kind for name, kind in _PHRASES.items() if name in classes), None)


def past_the_aside(mention: CountMention, sentence: Sentence) -> int:
    """«11 شخصاً، بينهم طفلان، قتلوا»: where the clause goes on after those among them are told."""
    if not (sentence.has(mention.past, "comma") and sentence.any(mention.past + 1, mention.past + 3, *PART_CUES)):
        return mention.past
    closing = sentence.where(mention.past + 1, mention.past + _ASIDE, "comma")
    return closing[0] + 1 if closing else mention.past


def _leave_their_homes(mention: CountMention, sentence: Sentence) -> bool:
    """«غادرت 5200 أسرة منازلها»."""
    if not sentence.any(mention.first - 4, mention.first, "leaves"):
        return False
    homes = sentence.where(mention.past, mention.past + 3, "homes")
    return any(sentence.has(p, "pronoun") or sentence.value(p, "homes") == "displaced_whose" for p in homes)


def governing(mention: CountMention, sentence: Sentence) -> Kind | None:
    """The nearest word of harm before the count, unless another clause or act lies between."""
    if (found := _of_the_toll_after(mention, sentence)) is not None:
        return found
    bare = mention.count.noun in ("", "case")
    toll = sentence.has(first_with_qualifiers(mention, sentence) - 1, "to", "on")
    for position in sentence.back(mention.first):
        classes = sentence.classes(position)
        if mention.first - position > (_BARE_REACH if bare and not toll else _LEFT_REACH):
            return None
        if (found := _of_those_totalled(classes, sentence.has(position - 1, "toll_noun"))) is not None:
            return found
        if "death_toll" in classes or ("bodies" in classes and position >= mention.first - _BODIES_REACH):
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
    if noun == "case" and (mention.first - position > _CASE_REACH or sentence.has(position - 1, "number", "close")):
        return False  # «133 إصابة و184 حالة مرضية»
    if sentence.has(position, "moves"):
        return noun in ("family", "displaced_noun")
    if sentence.has(position, "turns_to") and sentence.any(position + 1, mention.first, "to"):
        return False
    near = first_with_qualifiers(mention, sentence) - position > 1
    bare = noun == "unknown" or (noun in ("", "case", "others") and near)
    return not (bare and sentence.has(position, "weak_harm"))


def _opens_another_clause(classes: frozenset[str]) -> bool:
    return "that" in classes or "other_act" in classes


def _of_the_toll_after(mention: CountMention, sentence: Sentence) -> Kind | None:
    """«ارتفع إلى 52 عدد ضحايا الغرق»."""
    before = first_with_qualifiers(mention, sentence) - 1
    if not (sentence.has(mention.past, "toll_noun") and sentence.has(before, "to")):
        return None
    return _of_those_totalled(sentence.classes(mention.past + 1), True)


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
