"""«بينهم طفلان», «سبعة منهم», «في مقابل 400»: counts that take their kind from the claims before them."""

from __future__ import annotations

from typing import NamedTuple

from ..grammar.counts import TOLD_BEFORE
from ..grammar.reading import CountMention
from ..sentences import Sentence
from ..values import Kind
from .claims import Claim
from .governing import HARMED, following, governing
from .kinds import HELD, kind_of
from .parts import (
    EXCLUSIVE,
    among,
    continues_list,
    excludes,
    is_counted_of_them,
    is_listed_by_place,
    latest_whole,
    part_cue_between,
)
from .qualifiers import first_with_qualifiers

_BACK_REFERENCES = ("number of a group", "two cases of those")
_KIN_REACH = 8
_VERSUS_REACH = 4
_SUFFERED = ("killed", "injured", "casualties", "missing")


class Share(NamedTuple):
    """What the claims before a count say of it: its kind, the whole that it breaks down, the toll beside it."""

    kind: Kind
    whole: Claim | None = None
    beside: Claim | None = None


def share_in(mention: CountMention, sentence: Sentence, claims: list[Claim]) -> Share | None:
    """What the claims before a count make of it; None where it stands for itself."""
    last = claims[-1] if claims[-1].sentence.number == sentence.number else None
    return (
        _of_a_whole(mention, sentence, claims)
        or (_beside(mention, sentence, last) if last else None)
        or _compared(mention, sentence, claims)
        or _counted_again(mention, sentence, claims)
        or _released_too(mention, sentence, claims)
    )


def _of_a_whole(mention: CountMention, sentence: Sentence, claims: list[Claim]) -> Share | None:
    """«ومن بين الجرحى خمسة», «سبعة منهم», «150 من المصابين»: part of what was told before."""
    if (kind := among(sentence, mention.first)) and (whole := latest_whole(claims, kind)):
        return Share(whole.kind, whole)
    if is_counted_of_them(mention, sentence) and (whole := latest_whole(claims)):
        return Share(kind_of(mention, sentence) or whole.kind, whole)
    return _of_those_told(mention, claims)


def _of_those_told(mention: CountMention, claims: list[Claim]) -> Share | None:
    count = mention.count
    if count.noun not in TOLD_BEFORE or count.shape != "number" or mention.rule not in _BACK_REFERENCES:
        return None
    kind = HARMED.get(count.noun) or HELD[count.noun]
    whole = latest_whole(claims, kind)
    return Share(kind, whole) if whole else None


def _beside(mention: CountMention, sentence: Sentence, last: Claim) -> Share | None:
    """What the claim before in the same sentence makes of a count: its part, its like, or the same said again."""
    if _says_it_again(mention, sentence) or is_listed_by_place(sentence, last.past, mention.first):
        return Share(last.kind, last.whole)
    own = EXCLUSIVE.get(mention.count.noun)
    if part_cue_between(sentence, last.past, mention.first) and not _is_said_of(mention, last):
        whole = last.whole or last
        return Share(own if own and whole.kind in _SUFFERED else whole.kind, whole)
    if _is_one_of_them(mention, sentence):
        whole = last.whole or last
        return Share(kind_of(mention, sentence) or whole.kind, whole)
    if continues_list(sentence, last.past, mention.first) or _is_their_kin(mention, sentence, last):
        return _listed(mention, sentence, last, own)
    return None


def _listed(mention: CountMention, sentence: Sentence, last: Claim, own: Kind | None) -> Share | None:
    """The next of a list: of the same whole, unless its noun tells another kind of harm."""
    if excludes(mention, last.whole or last):
        kind = kind_of(mention, sentence)
        return Share(kind, beside=last.whole or last) if kind else None
    if last.whole is not None:
        return Share(own or last.kind, last.whole) if own in (None, last.kind) or _is_mixed(last.whole) else None
    if (
        mention.count.shape in ("dual", "number", "single")
        and not _has_own_kind(mention)
        and _is_joined(mention, sentence)
    ):
        return Share(last.kind)
    return None


def _is_joined(mention: CountMention, sentence: Sentence) -> bool:
    """«وزوجته»; not «، من زوجها» nor «وأهاليهم»."""
    if mention.count.noun == "kin":
        return sentence.has(mention.first - 1, "and")
    return mention.count.shape != "single" or not sentence.has(mention.first, "pronoun")


def _is_mixed(whole: Claim) -> bool:
    return whole.kind == "casualties"


def _is_their_kin(mention: CountMention, sentence: Sentence, last: Claim) -> bool:
    """«قيادياً في الحركة وزوجته»: kin joined to one of whom more is said."""
    if mention.count.noun != "kin" or not sentence.has(mention.first - 1, "and"):
        return False
    broken = sentence.any(last.past, mention.first, "comma", "harm", "past", "that")
    return mention.first - last.past < _KIN_REACH and not broken


def _is_said_of(mention: CountMention, last: Claim) -> bool:
    """«68 منهم مصريون»: what the 68 are, no figure beside theirs."""
    bare = mention.count.shape in ("single", "plural") and mention.first == last.past + 1
    return bare and last.whole is not None and last.mention.count.noun == ""


def _says_it_again(mention: CountMention, sentence: Sentence) -> bool:
    """«32 ألف شخص، أي نحو 6500 عائلة»."""
    before = first_with_qualifiers(mention, sentence) - 1
    return sentence.has(before, "or_say") and sentence.has(before - 1, "comma")


def _compared(mention: CountMention, sentence: Sentence, claims: list[Claim]) -> Share | None:
    """«في مقابل أقل من 400»: the same kind as the count with which it is compared."""
    if not sentence.any(mention.first - 3, mention.first, "versus"):
        return None
    if mention.count.noun.endswith("_noun") or mention.count.shape in ("single", "plural"):
        return None
    near = claims[-1] if claims[-1].past + _VERSUS_REACH >= mention.first else None
    if near and near.whole:
        return Share(near.kind, near.whole)
    return Share((latest_whole(claims) or claims[-1]).kind)


def _counted_again(mention: CountMention, sentence: Sentence, claims: list[Claim]) -> Share | None:
    """«وقد يتجاوز العدد 300», «متبوعاً بالإقليم الشرقي بـ492 حالة»: the same that was counted just before."""
    last = latest_whole(claims)
    if last is None or last.kind not in _SUFFERED or last.sentence.number < sentence.number - 1:
        return None
    if sentence.any(mention.first - 9, mention.first, "future_marker"):
        return None
    if mention.count.noun in ("", "unknown", "human"):
        return Share(last.kind) if sentence.any(mention.first - 7, mention.first, "same_number") else None
    if mention.count.noun == "case" and last.sentence.number == sentence.number:
        told = sentence.has(mention.past, "comma") or mention.past == sentence.past
        return Share(last.kind) if told and last.mention.count.noun in HARMED else None
    return None


def _is_one_of_them(mention: CountMention, sentence: Sentence) -> bool:
    """«إصابة أربعة، أحدهم بترت ساقه», «حالة أحدهم حرجة»; not «وقال أحدهم»."""
    if mention.rule != "one of these" or sentence.has(mention.past, "reports", "declares"):
        return False
    return sentence.has(mention.first - 1, "comma", "case", "and")


def _released_too(mention: CountMention, sentence: Sentence, claims: list[Claim]) -> Share | None:
    """«على متنها 125 محتجزاً», told after an exchange: nobody detains them now."""
    if mention.count.noun not in HELD or not sentence.any(mention.first - 4, mention.first, "other_act"):
        return None
    if (latest_whole(claims) or claims[-1]).kind != "released":
        return None
    return None if following(mention, sentence) or governing(mention, sentence) else Share("released")


def _has_own_kind(mention: CountMention) -> bool:
    return mention.count.noun.endswith("_noun") or mention.count.noun in (
        "projectile",
        "strike",
        "structure",
        "",
        "case",
    )
