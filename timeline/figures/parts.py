"""«بينهم نساء وأطفال»: which counts are parts of which whole."""

from __future__ import annotations

from ..grammar.reading import CountMention
from ..sentences import Sentence
from ..values import Kind
from .claims import Claim
from .scopes import is_running_total

_CUE_REACH = 5
_REMEMBERED = 60  # claims; what was told longer ago is not broken down any more
_CUES = ("part_cue", "mostly")
_PLACE_REACH = 8  # letters from bracket to bracket
_LIST = (
    "and",
    "comma",
    "besides",
    "qualifier",
    "approx",
    "of",
    "unknown",
    "nationality",
    "human",
    "quote",
    "qualifier_after",
    "the",
)
_KINDS_AMONG: dict[str, Kind] = {
    "killed_noun": "killed",
    "injured_noun": "injured",
    "missing_noun": "missing",
    "displaced_noun": "displaced",
}


EXCLUSIVE: dict[str, Kind] = {noun: kind for noun, kind in _KINDS_AMONG.items() if noun != "displaced_noun"}


def part_cue_between(sentence: Sentence, first: int, past: int) -> bool:
    """«بينهم», «معظمهم من» shortly before a count, «، هم» right before it; not «سقط معظمهم في …»."""
    if sentence.has(past - 1, "they_are"):
        before = past - 3 if sentence.has(past - 2, "and") else past - 2
        return before >= first and sentence.has(before, "comma")
    cues = sentence.where(max(first, past - _CUE_REACH), past, *_CUES)
    return any(not _is_broken(sentence, cue + 1, past) for cue in cues)


def _is_broken(sentence: Sentence, first: int, past: int) -> bool:
    return sentence.any(first, past, "comma", "harm", "in", "to", "about", "on", "while", "still")


def continues_list(sentence: Sentence, first: int, past: int) -> bool:
    """Whether only «و», «إضافة إلى», commas and adjectives stand between two counts, and not adjectives alone."""
    if not first < past <= first + 6 or not sentence.any(first, past, "and", "comma", "besides"):
        return False
    joints = sentence.where(first, past, "and", "comma", "besides")
    if sentence.any(joints[-1] + 1, past, "unknown"):
        return False  # «، وأجبرت أكثر من 70 ألفاً»
    listed = sentence.count(first, past, *_LIST) == past - first
    return listed and not sentence.any(first, past, "harm", "past", "present")


def is_listed_by_place(sentence: Sentence, first: int, past: int) -> bool:
    """«حلب (1351 وفاة) وإدلب (492) وحماة (201)»: from bracket to bracket, a place between."""
    if not (sentence.has(first, "close") and sentence.has(past - 1, "open") and past - first <= _PLACE_REACH):
        return False
    return sentence.any(first, first + 3, "and", "comma") and not sentence.any(first, past, "harm", "verb", "number")


def excludes(mention: CountMention, whole: Claim) -> bool:
    """«12 قتيلاً، بينهم 5 أطفال، و30 جريحاً»: the injured are none of the killed."""
    kind = EXCLUSIVE.get(mention.count.noun)
    return kind is not None and whole.kind in EXCLUSIVE.values() and kind != whole.kind


def is_counted_of_them(mention: CountMention, sentence: Sentence) -> bool:
    """«سبعة منهم»; not «سبعة منهم أربعة أطفال», who are broken down themselves, nor «ترحيل مئات العائلات منها»."""
    if not sentence.has(mention.past, "them") or sentence.has(mention.past + 1, "number"):
        return False
    people = mention.count.noun not in ("", "case", "projectile", "strike", "structure")
    return not (people and sentence.value(mention.past, "them") == "it")


def among(sentence: Sentence, first: int) -> str | None:
    """The kind of those among whom a count stands: «ومن بين الجرحى قرابة 120 طفلاً» -> injured."""
    for position in range(first - 1, max(first - 6, sentence.first) - 1, -1):
        classes = sentence.classes(position)
        if "past" in classes:
            return None
        if "the" in classes and sentence.has(position - 1, "among", "between"):
            if "victims" in classes:
                return "killed"
            if "survivors" in classes:
                return "rescued"
            return next((kind for name, kind in _KINDS_AMONG.items() if name in classes), None)
        if "victims" in classes and sentence.has(position - 1, "among", "between"):
            return "killed"
    return None


def _is_outdated(claim: Claim) -> bool:
    """«حصيلة سابقة تحدثت عن تسعة قتلى»."""
    return claim.sentence.any(claim.first - 6, claim.first, "previous")


def latest_whole(claims: list[Claim], kind: str | None = None) -> Claim | None:
    """The last claim that is no part of another, of the given kind if any; a running toll before an incident's."""
    near = (claim for claim in reversed(claims[-_REMEMBERED:]) if claim.whole is None and kind in (None, claim.kind))
    wholes = (claim for claim in near if not _is_outdated(claim))
    if kind is None:
        return next(wholes, None)
    found = list(wholes)
    found = [claim for claim in found if "militants" not in claim.categories] or found
    found = [claim for claim in found if is_running_total(claim.first, claim.sentence)] or found
    return found[0] if found else None
