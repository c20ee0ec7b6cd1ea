"""«بينهم نساء وأطفال»: which counts are parts of which whole."""

from __future__ import annotations

from ..grammar.reading import CountMention
from ..sentences import Sentence
from .claims import Claim
from .periods import is_running_total

_CUE_REACH = 5
_REMEMBERED = 60  # claims; what was told longer ago is not broken down any more
_CUES = ("part_cue", "mostly")
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
_KINDS_AMONG = {
    "killed_noun": "killed",
    "injured_noun": "injured",
    "missing_noun": "missing",
    "displaced_noun": "displaced",
}

_EXCLUSIVE = {noun: kind for noun, kind in _KINDS_AMONG.items() if noun != "displaced_noun"}


def part_cue_between(sentence: Sentence, first: int, past: int) -> bool:
    """«بينهم», «معظمهم من» shortly before a count; not «سقط معظمهم في …»."""
    cues = sentence.where(max(first, past - _CUE_REACH), past, *_CUES)
    return any(not _is_broken(sentence, cue + 1, past) for cue in cues)


def _is_broken(sentence: Sentence, first: int, past: int) -> bool:
    return sentence.any(first, past, "comma", "harm", "in")


def continues_list(sentence: Sentence, first: int, past: int) -> bool:
    """Whether only «و», «إضافة إلى», commas and adjectives stand between two counts, and not adjectives alone."""
    if not first < past <= first + 6 or not sentence.any(first, past, "and", "comma", "besides"):
        return False
    listed = sentence.count(first, past, *_LIST) == past - first
    return listed and not sentence.any(first, past, "harm", "past", "present")


def excludes(mention: CountMention, whole: Claim) -> bool:
    """«12 قتيلاً، بينهم 5 أطفال، و30 جريحاً»: the injured are none of the killed."""
    kind = _EXCLUSIVE.get(mention.count.noun)
    return kind is not None and whole.kind in _EXCLUSIVE.values() and kind != whole.kind


def is_counted_of_them(sentence: Sentence, past: int) -> bool:
    """«سبعة منهم»."""
    return sentence.has(past, "them", "part_cue") and sentence.line.word(past).form in ("منهم", "منهن", "منها", "منهما")


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
    near = claims[-_REMEMBERED:]
    wholes = [claim for claim in near if claim.whole is None and kind in (None, claim.kind) and not _is_outdated(claim)]
    if kind is not None:
        wholes = [claim for claim in wholes if "militants" not in claim.categories] or wholes
        wholes = [claim for claim in wholes if is_running_total(claim.first, claim.sentence)] or wholes
    return wholes[-1] if wholes else None
