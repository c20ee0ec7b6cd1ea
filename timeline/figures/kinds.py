"""What happened to those counted: the noun says so, or the verb or noun that governs the count.

«استشهاد 21 وإصابة 64 آخرين»: the nearest word of harm before the count governs it, unless a verb that agrees
with the counted follows («إن ثلاثة إسرائيليين أصيبوا»). Where nothing of harm governs, there is no figure.
"""

from __future__ import annotations

from ..grammar.reading import CountMention
from ..sentences import Sentence
from ..values import Kind
from .exclusions import AGREEING, is_a_rank, is_denied, is_mixed, is_negated, is_of_the_sick
from .qualifiers import first_with_qualifiers

_THINGS: dict[str, Kind] = {"projectile": "projectiles", "strike": "strikes", "structure": "structures"}
_HARMED: dict[str, Kind] = {
    "killed_noun": "killed",
    "injured_noun": "injured",
    "missing_noun": "missing",
    "displaced_noun": "displaced",
    "rescued_noun": "rescued",
}
_HELD: dict[str, Kind] = {"prisoner": "detained", "hostage": "abducted"}
_LEFT_REACH = 22
_BARE_REACH = 7
_DESTROYED_REACH = 12
_RIGHT_REACH = 5
_SUBORDINATE_REACH = 9
_STRUCK_REACH = 3


def kind_of(mention: CountMention, sentence: Sentence) -> Kind | None:
    """The kind of figure that a count is, or None where it is none."""
    count = mention.count
    if count.definite and count.shape in ("single", "plural"):
        return None  # «الضحايا» only refer back
    if is_negated(mention, sentence) or is_denied(mention, sentence) or is_a_rank(mention, sentence):
        return None
    if count.noun in _THINGS:
        return _kind_of_things(mention, sentence)
    if is_mixed(mention, sentence):
        return "casualties"
    if count.shape in ("single", "plural"):
        return _kind_of_unnumbered(mention, sentence)
    if count.noun in _HARMED:
        kind: Kind | None = _struck(mention, sentence) or _HARMED[count.noun]
    else:
        governed = _following(mention, sentence) or _governing(mention, sentence) or _HELD.get(count.noun)
        kind = _by_captors(governed, mention, sentence)
    return None if kind in ("injured", "killed") and is_of_the_sick(sentence) else kind


def _struck(mention: CountMention, sentence: Sentence) -> Kind | None:
    """«مقتل 13 نازحاً»: what has befallen the displaced now, where it stands right before them."""
    if mention.count.noun != "displaced_noun":
        return None
    first = first_with_qualifiers(mention, sentence)
    for position in range(first - 1, max(first - _STRUCK_REACH, sentence.first) - 1, -1):
        if sentence.has(position, "harm"):
            return _harm_at(sentence, position)
        if sentence.has(position, "number", "comma", "countable", "and"):
            return None
    return None


def _kind_of_things(mention: CountMention, sentence: Sentence) -> Kind | None:
    count = mention.count
    if count.shape in ("single", "plural"):
        return None
    if count.noun != "structure":
        return _THINGS[count.noun]
    first, past = mention.first - _DESTROYED_REACH, mention.past + 6
    if any(sentence.value(p, "destroys") == "structures" for p in sentence.where(first, past, "destroys")):
        return "structures"
    return "structures" if sentence.any(first, past, "toll_noun") else None


def _kind_of_unnumbered(mention: CountMention, sentence: Sentence) -> Kind | None:
    """«استشهاد شاب», «سقط قتلى وجرحى»: one person, or people, only where harm governs them directly."""
    count = mention.count
    if count.noun == "others":
        return _harm_at(sentence, mention.first - 1)
    if count.noun in _HARMED:
        if sentence.has(mention.past, "the") and count.shape == "plural":
            return None  # «شهداء الواجب»
        return _HARMED[count.noun] if _yielded(mention, sentence) else None
    if count.shape == "plural" or sentence.has(mention.past, "about"):
        return None  # «مسؤولاً عن قتل»
    verb = _direct_verb(mention, sentence)
    if verb is not None and not sentence.has(verb, "searches"):
        return _by_captors(_harm_at(sentence, verb), mention, sentence)
    if _after_that(mention, sentence):
        return _by_captors(_following(mention, sentence), mention, sentence)
    return None


def _yielded(mention: CountMention, sentence: Sentence) -> bool:
    """«سقط قتلى», «أسفر عن قتيل», «وجرحى»: something brought them about."""
    if mention.first == sentence.first:
        return True  # a headline
    for position in sentence.back(mention.first):
        classes = sentence.classes(position)
        if mention.first - position > 6:
            return False
        if "yields" in classes or "harm" in classes:
            return "searches" not in classes
        if "past" in classes or "present" in classes or "negates" in classes:
            return False
    return False


def _direct_verb(mention: CountMention, sentence: Sentence) -> int | None:
    """The word of harm whose subject or object stands right here: «مقتل جندي», «أوقف الأمن شخصاً», «أُفرج عن طفلة»."""
    position = mention.first - 1
    if sentence.has(position, "and") and sentence.has(position - 1, "harm"):
        return None
    if sentence.has(position, "harm"):
        return position
    if sentence.has(position, "about") and sentence.has(position - 1, "harm", "pronoun"):
        return position - 1 if sentence.has(position - 1, "harm") else None
    for steps in range(1, 6):
        place = position - steps
        if sentence.has(place, "harm") and sentence.value(place, "past"):
            between = range(place + 1, mention.first)
            accusative = sentence.line.word(mention.first).form.endswith("ا")
            return place if all(_can_be_subject(sentence, p, accusative) for p in between) else None
    return None


def _can_be_subject(sentence: Sentence, position: int, accusative: bool) -> bool:
    """«الجيش», «القوات الإسرائيلية», «مسلحون»: between a verb and its object stands only who did it."""
    classes = sentence.classes(position)
    if any(name in classes for name in ("date", "part", "part_adverb", "tonight", "period")):
        return True
    return (
        "the" in classes
        or "plural" in classes
        or "captor" in classes
        or (accusative and "unknown" in classes and "prefixed" not in classes)
    )


def _after_that(mention: CountMention, sentence: Sentence) -> bool:
    return sentence.has(first_with_qualifiers(mention, sentence) - 1, "that", "was")


def _harm_at(sentence: Sentence, position: int) -> Kind | None:
    kind: Kind | None = sentence.value(position, "harm")
    if sentence.has(position, "weak_harm") and sentence.has(position + 1, "past", "past_marker"):
        return None  # «فقد أعلن»
    return kind


def _following(mention: CountMention, sentence: Sentence) -> Kind | None:
    """A verb after the counted that is theirs: «51 شخصاً قتلوا», «6500 شخص في عداد المفقودين»."""
    subordinate = _after_that(mention, sentence)
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
            return _harm_at(sentence, position) if agrees or subordinate else None
        if "other_act" in classes or ("comma" in classes and not subordinate):
            return None
    return None


def _governing(mention: CountMention, sentence: Sentence) -> Kind | None:
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
            return _harm_at(sentence, position)
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
        for name, kind in _HARMED.items():
            if name in classes:
                return kind
        if "prisoner" in classes and "plural" in classes:
            return "detained"
        if "hostage" in classes and "plural" in classes:
            return "abducted"
    return None


def _by_captors(kind: Kind | None, mention: CountMention, sentence: Sentence) -> Kind | None:
    """People held by gunmen are abducted; held by an authority, detained."""
    if mention.count.noun == "hostage" and kind in ("detained", None):
        return "abducted" if kind else None
    if kind == "detained":
        before = sentence.first, mention.first
        if sentence.any(*before, "holds") and sentence.any(*before, "captor"):
            return "abducted"
    return kind
