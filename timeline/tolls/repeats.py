"""Claims that say nothing new: a copy of a wire, an outdated total told again, the same count twice in one article."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ..lexicon.bare import folded_words
from ..values import Role
from .values import Claim, Flag, FlagName

if TYPE_CHECKING:
    from .order import Standing

_SAME_WIRE = timedelta(hours=12)  # the same sentence within that time is one wire, a day later a new bulletin
_COUNT_FOR_NOBODY: tuple[Role | None, ...] = ("outlet", "media", "unnamed", None)

Bounds = tuple[int, int | None]


class Repeats:
    """Remembers the claims of one toll as they pass in order of publication."""

    def __init__(self, grows: bool) -> None:
        self._grows = grows
        self._in_article: set[tuple[int, str, Bounds]] = set()
        self._wires: dict[tuple[str, Bounds], Claim] = {}
        self._outdated: dict[Bounds, dict[str, tuple[Claim, Claim]]] = {}
        self._flags: dict[int, Flag] = {}

    def standing_of(self, claim: Claim) -> Standing:
        """Whether the claim counts, or why not."""
        if claim.published is None:
            return "undated"
        restated = (claim.document, claim.claimant, _bounds(claim))
        if restated in self._in_article:
            return "restated"
        self._in_article.add(restated)
        if original := self._original(claim):
            return self._flag("same_wire", claim, original)
        if outdated := self._outdated_by(claim):
            return self._flag("stale_repeat", claim, *outdated)
        return "counts"

    def count(self, claim: Claim, before: Claim | None) -> None:
        """`claim` takes the place of `before`, whose number is outdated where the toll has risen."""
        if self._grows and before is not None and claim.low > before.bounds[1]:
            self._outdated.setdefault(_bounds(before), {})[before.claimant] = before, claim

    def flag_of(self, claim: Claim) -> Flag | None:
        """Why the claim was set aside, where something is wrong with it."""
        return self._flags.get(claim.id)

    def _flag(self, name: Standing, claim: Claim, *others: Claim) -> Standing:
        flagged: FlagName = "same_wire" if name == "same_wire" else "stale_repeat"
        self._flags[claim.id] = Flag(flagged, (claim.id, *(other.id for other in others)))
        return name

    def _original(self, claim: Claim) -> Claim | None:
        """The claim of another article with the same text, or lately with the same sentence."""
        text, sentence = (claim.wire, _bounds(claim)), (" ".join(folded_words(claim.sentence)), _bounds(claim))
        found = self._wires.get(text) if claim.wire else None
        if found is None and claim.sentence:
            found = self._recent(self._wires.get(sentence), claim)
        if found is None:
            self._wires[text] = self._wires[sentence] = claim
        return found if found and found.document != claim.document else None

    @staticmethod
    def _recent(original: Claim | None, claim: Claim) -> Claim | None:
        if original is None or original.published is None or claim.published is None:
            return None
        return original if claim.published - original.published < _SAME_WIRE else None

    def _outdated_by(self, claim: Claim) -> tuple[Claim, Claim] | None:
        """The claim that is told again, and the one that took its place; others may count the same for themselves."""
        found = self._outdated.get(_bounds(claim), {})
        if claim.role in _COUNT_FOR_NOBODY and claim.claimant not in found:
            return next(iter(found.values()), None)
        return found.get(claim.claimant)


def _bounds(claim: Claim) -> Bounds:
    return claim.low, claim.high
