"""Claims of many documents -> the series of each toll: who said what after what, and by how much it moved.

Not every claim moves a toll. One that repeats a wire, or an outdated total, or what its own article has just said, is
kept in the series but set aside; one without a publication cannot be placed in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from .identity import Toll
from .repeats import Repeats
from .values import Claim, Flag

Standing = Literal["counts", "restated", "same_wire", "stale_repeat", "undated"]
_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Step:
    """A claim in its series. `supersedes` is the claim before it by the same claimant.

    `delta` is the difference to `compared`, the last claim of a single number before it: negative where a toll falls,
    None where either is no single number. Over the steps of a claimant the deltas add up to last - first.
    """

    claim: Claim
    standing: Standing = "counts"
    supersedes: Claim | None = None
    compared: Claim | None = None
    delta: int | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """All claims about one toll in the order of publication, and why some of them are set aside."""

    toll: Toll
    steps: tuple[Step, ...]
    set_aside: tuple[Flag, ...] = ()

    def counted(self) -> list[Step]:
        """The steps that move the toll."""
        return [step for step in self.steps if step.standing == "counts"]

    def claimants(self) -> dict[str, list[Step]]:
        """The steps that move the toll, by claimant."""
        found: dict[str, list[Step]] = defaultdict(list)
        for step in self.counted():
            found[step.claim.claimant].append(step)
        return found


def all_series(claims: Iterable[Claim]) -> tuple[list[Series], list[Claim]]:
    """The series in the order of their names, and the claims that are about no known toll."""
    by_toll: dict[Toll, list[Claim]] = defaultdict(list)
    alone: list[Claim] = []
    for claim in sorted(claims, key=_order):
        if claim.toll is None:
            alone.append(claim)
        else:
            by_toll[claim.toll].append(claim)
    return [_series(toll, by_toll[toll]) for toll in sorted(by_toll, key=str)], alone


def _order(claim: Claim) -> tuple[datetime, int, float, str, int]:
    """By publication. Of two totals in one article the smaller is the earlier: it tells of a rise."""
    return claim.published or _LAST, claim.low, claim.bounds[1], claim.claimant, claim.id


def _series(toll: Toll, claims: Sequence[Claim]) -> Series:
    repeats = Repeats(toll.grows)
    steps, flags = [], []
    for step in _chained(claims, repeats):
        steps.append(step)
        if flag := repeats.flag_of(step.claim):
            flags.append(flag)
    return Series(toll, tuple(steps), tuple(flags))


def _chained(claims: Sequence[Claim], repeats: Repeats) -> Iterator[Step]:
    last: dict[str, Claim] = {}
    last_point: dict[str, Claim] = {}
    for claim in claims:
        standing = repeats.standing_of(claim)
        if standing != "counts":
            yield Step(claim, standing)
            continue
        before, compared = last.get(claim.claimant), last_point.get(claim.claimant)
        repeats.count(claim, before)
        if claim.point is None:
            yield Step(claim, "counts", before)
        else:
            yield Step(claim, "counts", before, compared, claim.low - compared.low if compared else None)
            last_point[claim.claimant] = claim
        last[claim.claimant] = claim
