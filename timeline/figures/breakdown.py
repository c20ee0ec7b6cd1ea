"""«بينهم طفلان», «سبعة منهم», «في مقابل 400»: counts that take their kind from the claims before them."""

from __future__ import annotations

from typing import NamedTuple

from ..grammar.reading import CountMention
from ..sentences import Sentence
from ..values import Kind
from .claims import Claim
from .kinds import kind_of
from .parts import among, continues_list, is_counted_of_them, latest_whole, part_cue_between


class Share(NamedTuple):
    """What a count is, said by the claims before it: its kind, and the whole that it breaks down, if any."""

    kind: Kind
    whole: Claim | None = None


def share_in(mention: CountMention, sentence: Sentence, claims: list[Claim]) -> Share | None:
    """What the claims before a count make of it; None where it stands for itself."""
    return _part(mention, sentence, claims) or _compared(mention, sentence, claims)


def _part(mention: CountMention, sentence: Sentence, claims: list[Claim]) -> Share | None:
    """A claim that breaks another down, or None: a whole of its own, or no figure."""
    last = claims[-1] if claims and claims[-1].sentence.number == sentence.number else None
    if (kind := among(sentence, mention.first)) and (whole := latest_whole(claims, kind)):
        return Share(whole.kind, whole)
    if is_counted_of_them(sentence, mention.past) and (whole := latest_whole(claims)):
        return Share(kind_of(mention, sentence) or whole.kind, whole)
    if last is None:
        return None
    if part_cue_between(sentence, last.past, mention.first):
        whole = last.whole or last
        if (mention.count.shape == "number" and mention.count.noun == "") or mention.count.noun != "other_counted":
            return Share(whole.kind, whole)
    if continues_list(sentence, last.past, mention.first):
        if last.whole is not None:
            return Share(last.kind, last.whole)
        if mention.count.shape in ("dual", "number", "single") and not _has_own_kind(mention):
            return Share(last.kind)
    return None


def _compared(mention: CountMention, sentence: Sentence, claims: list[Claim]) -> Share | None:
    """«في مقابل أقل من 400»: the same kind as the count with which it is compared."""
    if not claims or not sentence.any(mention.first - 3, mention.first, "versus"):
        return None
    if mention.count.noun.endswith("_noun") or mention.count.shape in ("single", "plural"):
        return None
    last = latest_whole(claims) or claims[-1]
    return Share(last.kind)


def _has_own_kind(mention: CountMention) -> bool:
    return mention.count.noun.endswith("_noun") or mention.count.noun in ("projectile", "strike", "structure", "")
