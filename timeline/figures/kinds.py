"""What happened to those counted: the noun says so, or the verb or noun that governs the count.

«استشهاد 21 وإصابة 64 آخرين»: the nearest word of harm before the count governs it, unless a verb that agrees
with the counted follows («إن ثلاثة إسرائيليين أصيبوا»). Where nothing of harm governs, there is no figure.
"""

from __future__ import annotations

from ..grammar.reading import CountMention
from ..sentences import Sentence
from ..values import Kind
from .exclusions import is_denied, is_mixed, is_negated, is_no_count, is_of_the_sick
from .governing import HARMED, after_that, following, governing, harm_at
from .qualifiers import first_with_qualifiers

_THINGS: dict[str, Kind] = {"projectile": "projectiles", "strike": "strikes", "structure": "structures"}
HELD: dict[str, Kind] = {"prisoner": "detained", "detainee": "detained", "hostage": "abducted"}
_DESTROYED_REACH = 12
_STRUCK_REACH = 3
_ALIVE_REACH = 9
_FREED_REACH = 7


def kind_of(mention: CountMention, sentence: Sentence) -> Kind | None:
    """The kind of figure that a count is, or None where it is none."""
    count = mention.count
    if count.definite and count.shape in ("single", "plural"):
        return None  # «الضحايا» only refer back
    if sentence.has(mention.first - 1, "l") and sentence.has(mention.first - 2, "mother", "father"):
        return None  # «أم لأربعة أطفال»
    if is_negated(mention, sentence) or is_denied(mention, sentence) or is_no_count(mention, sentence):
        return None
    if count.noun in _THINGS:
        return _kind_of_things(mention, sentence)
    if is_mixed(mention, sentence):
        return "casualties"
    if count.shape in ("single", "plural") or count.noun == "kin":
        return _kind_of_unnumbered(mention, sentence)
    if count.noun in HARMED:
        kind: Kind | None = _struck(mention, sentence) or HARMED[count.noun]
    else:
        governed = following(mention, sentence) or governing(mention, sentence) or _held(mention, sentence)
        kind = _by_captors(governed, mention, sentence)
    return None if kind in ("injured", "killed") and is_of_the_sick(sentence) else kind


def _held(mention: CountMention, sentence: Sentence) -> Kind | None:
    """Prisoners of whom nothing else is said are held, unless they are on their way in an exchange."""
    held = HELD.get(mention.count.noun)
    aboard = held and sentence.any(mention.first - 4, mention.first, "other_act")
    return "released" if aboard and "exchange" in sentence.said("cue") else held


def _struck(mention: CountMention, sentence: Sentence) -> Kind | None:
    """«مقتل 13 نازحاً»: what has befallen the displaced now, where it stands right before them."""
    if mention.count.noun != "displaced_noun":
        return None
    first = first_with_qualifiers(mention, sentence)
    for position in range(first - 1, max(first - _STRUCK_REACH, sentence.first) - 1, -1):
        if sentence.has(position, "harm"):
            return harm_at(sentence, position)
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
        return harm_at(sentence, mention.first - 1)
    if sentence.has(mention.past, "kin") and sentence.has(mention.past, "pronoun"):
        return None  # «قتل رجل زوجته»: who did it
    if count.noun in HARMED:
        if sentence.has(mention.past, "the") and count.shape == "plural":
            return None  # «شهداء الواجب»
        if sentence.has(mention.first, "bodies") and _are_counted(mention, sentence):
            return None
        return HARMED[count.noun] if _yielded(mention, sentence) else None
    if count.shape == "plural" or sentence.has(mention.past, "about"):
        return None  # «مسؤولاً عن قتل»
    if _is_brought_out_alive(mention, sentence):
        return "rescued"
    verb = _direct_verb(mention, sentence)
    if verb is not None and not sentence.has(verb, "searches", "moves"):
        kind = _by_captors(harm_at(sentence, verb), mention, sentence)
        return None if count.noun == "kin" and kind in ("missing", "displaced") else kind  # «فقدت والدتها»
    if after_that(mention, sentence):
        return _by_captors(following(mention, sentence), mention, sentence)
    return None


def _are_counted(mention: CountMention, sentence: Sentence) -> bool:
    """«جثامين أربع نساء», «جثتي طفلين»: the count that follows is the figure."""
    return sentence.has(mention.past, "number", "vague", "two", "family") and not sentence.has(mention.past, "place")


def _is_brought_out_alive(mention: CountMention, sentence: Sentence) -> bool:
    """«انتشال شاب حياً من تحت الأنقاض»."""
    if not sentence.any(mention.past, mention.past + 5, "alive"):
        return False
    return sentence.any(mention.first - _ALIVE_REACH, mention.first, "brings_out")


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
        if "brings_out" in classes:
            return mention.count.noun == "killed_noun"
        if "past" in classes or "present" in classes or "negates" in classes:
            return False
    return False


def _freeing(sentence: Sentence, about: int) -> int | None:
    """«أُفرج عن طفلة», «أفرجت السلطات أمس عن صحافي»: the verb to which «عن» belongs."""
    for place in range(about - 1, max(about - _FREED_REACH, sentence.first - 1), -1):
        if sentence.has(place, "harm"):
            return place if place == about - 1 or sentence.value(place, "harm") == "released" else None
        if sentence.has(place, "comma", "that", "and", "number", "verb"):
            return None
    return None


def _direct_verb(mention: CountMention, sentence: Sentence) -> int | None:
    """The word of harm whose subject or object stands right here: «مقتل جندي», «أوقف الأمن شخصاً», «أُفرج عن طفلة»."""
    position = mention.first - 1
    if sentence.has(position, "and") and sentence.has(position - 1, "harm"):
        return None
    if sentence.has(position, "harm"):
        return position
    if sentence.has(position, "about"):
        return _freeing(sentence, position)
    for steps in range(1, 7):
        place = position - steps
        if sentence.has(place, "harm") and sentence.value(place, "past"):
            between = range(place + 1, mention.first)
            accusative = sentence.line.word(mention.first).form.endswith("ا")
            return place if all(_can_be_subject(sentence, p, accusative) for p in between) else None
    return None


_WHEN_AND_WHERE = (
    "date",
    "part",
    "part_adverb",
    "tonight",
    "period",
    "by_it",
    "length",
    "before",
    "unit",
    "unit_dual",
    "unit_plural",
)


def _can_be_subject(sentence: Sentence, position: int, accusative: bool) -> bool:
    """«الجيش», «القوات الإسرائيلية», «مسلحون»: between a verb and its object stands only who did it."""
    classes = sentence.classes(position)
    if not classes.isdisjoint(_WHEN_AND_WHERE):
        return True
    return (
        "the" in classes
        or "plural" in classes
        or "captor" in classes
        or (accusative and "unknown" in classes and "prefixed" not in classes)
    )


def _by_captors(kind: Kind | None, mention: CountMention, sentence: Sentence) -> Kind | None:
    """People held by gunmen are abducted; held by an authority, detained."""
    if mention.count.noun == "hostage" and kind in ("detained", None):
        return "abducted" if kind else None
    if kind == "detained":
        before = sentence.first, mention.first
        if sentence.any(*before, "holds") and sentence.any(*before, "captor"):
            return "abducted"
    return kind
