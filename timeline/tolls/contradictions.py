"""What is wrong within a series: a total that falls, and claimants that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from .order import Series
from .values import Claim, Flag


def contradictions(series: Series) -> list[Flag]:
    """In the order of the claims at fault."""
    falls = _falls(series) if series.toll.grows else ()
    return [*falls, *_disagreements(series)]


def _falls(series: Series) -> Iterator[Flag]:
    for step in series.counted():
        before = step.compared or step.supersedes
        if before is not None and step.claim.bounds[1] < before.bounds[0]:
            yield Flag("falls", (step.claim.id, before.id))


def _disagreements(series: Series) -> Iterator[Flag]:
    """Every two neighbours of two claimants that contradict each other.

    Neighbours: between the two neither claimant has said anything else. So one false number is told once, not again
    with every bulletin that follows.
    """
    last: dict[str, tuple[int, Claim]] = {}
    for number, step in enumerate(series.counted()):
        claim = step.claim
        own = last.get(claim.claimant, (-1, claim))[0]
        for when, other in last.values():
            if when > own and _contradict(other, claim, series.toll.grows):
                yield Flag("claimants_disagree", (claim.id, other.id))
        last[claim.claimant] = number, claim


def _contradict(earlier: Claim, later: Claim, grows: bool) -> bool:
    """Of a toll that grows only the later can be larger, unless both were published at once."""
    if later.bounds[1] < earlier.bounds[0]:
        return True
    may_be_larger = grows and later.published != earlier.published
    return not may_be_larger and earlier.bounds[1] < later.bounds[0]
