"""Claims about one toll in order: what moves it, what is set aside, what is flagged."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tolls.claims import GAZA, claim, of_day
from timeline.tolls import reconcile
from timeline.tolls.identity import Toll
from timeline.tolls.values import Claim

ARMY: dict[str, Any] = {"claimant": "army il", "role": "army"}
OUTLET: dict[str, Any] = {"claimant": "outlet", "role": "outlet"}
ALONE: dict[str, Any] = {"toll": None}

# What is said, and what is flagged: (name, the claims, the one at fault first).
CASES: dict[str, tuple[list[Claim], list[tuple[str, tuple[int, ...]]]]] = {
    "a total that rises": ([claim(1, 100), claim(2, 120, 24), claim(3, 120, 48)], []),
    "a total that falls": ([claim(1, 100), claim(2, 90, 24), claim(3, 95, 48)], [("falls", (2, 1))]),
    "at least so many is no fall": ([claim(1, 100), claim(2, 90, 24, high=None, qualifier="at_least")], []),
    "fewer than before is one": ([claim(1, 100), claim(2, 0, 24, high=49, qualifier="fewer_than")], [("falls", (2, 1))]),
    "about 3000 may be 3020": ([claim(1, 3020), claim(2, 3000, 24, qualifier="approximate")], []),
    "about 3000 is not 3900": ([claim(1, 3900), claim(2, 3000, 24, qualifier="approximate")], [("falls", (2, 1))]),
    "one claimant says fewer than the other said before": ([claim(1, 100), claim(2, 60, 5, **ARMY)], [("claimants_disagree", (2, 1))]),
    "a claimant said more than the other says later": ([claim(1, 160, **ARMY), claim(2, 100, 5)], [("claimants_disagree", (2, 1))]),
    "a later claimant may say more": ([claim(1, 100), claim(2, 160, 5, **ARMY)], []),
    "unless both speak at once": ([claim(1, 100), claim(2, 160, **ARMY)], [("claimants_disagree", (2, 1))]),
    "a contradiction is told once": ([claim(1, 500, **ARMY), claim(2, 100, 5), claim(3, 110, 29), claim(4, 120, 53)], [("claimants_disagree", (2, 1))]),
    "an old total by the same claimant": ([claim(1, 100), claim(2, 120, 24), claim(3, 100, 48)], [("stale_repeat", (3, 1, 2))]),
    "an old total by an outlet": ([claim(1, 100), claim(2, 120, 24), claim(3, 100, 48, **OUTLET)], [("stale_repeat", (3, 1, 2))]),
    "others count for themselves": ([claim(1, 100), claim(2, 120, 24), claim(3, 100, 48, **ARMY)], [("claimants_disagree", (3, 2))]),
    "a total is current until it has risen": ([claim(1, 100), claim(2, 100, 24, **OUTLET), claim(3, 120, 48)], []),
    "the same text elsewhere": ([claim(1, 100, wire="a"), claim(2, 100, 40, wire="a")], [("same_wire", (2, 1))]),
    "the same sentence within hours": ([claim(1, 100, sentence="ارتفع العدد إلى 100"), claim(2, 100, 3, sentence="ارتفع العدد إلى  100.", **OUTLET)], [("same_wire", (2, 1))]),
    "the same sentence a day later is a bulletin": ([claim(1, 100, sentence="ارتفع"), claim(2, 100, 24, sentence="ارتفع")], []),
    "an article that says it twice": ([claim(1, 100, document=1), claim(2, 100, document=1)], []),
    "an article that tells of a rise": ([claim(1, 120, document=1), claim(2, 100, document=1)], []),
    "no publication, no place in the order": ([claim(1, 100), claim(2, 50, published=None)], []),
    "a part larger than its whole": ([claim(1, 12, **ALONE), claim(2, 15, part_of=1, categories=("children",), **ALONE)], [("part_exceeds_whole", (2, 1))]),
    "parts that are too many together": (
        [claim(1, 12, **ALONE), claim(2, 8, part_of=1, categories=("children",), **ALONE), claim(3, 5, part_of=1, categories=("women",), **ALONE)],
        [("parts_exceed_whole", (1, 2, 3))],
    ),
    "a woman may be a journalist": (
        [claim(1, 12, **ALONE), claim(2, 8, part_of=1, categories=("journalists",), **ALONE), claim(3, 5, part_of=1, categories=("women",), **ALONE)],
        [],
    ),
    "at least 12 may be more": ([claim(1, 12, high=None, qualifier="at_least", **ALONE), claim(2, 15, part_of=1, categories=("children",), **ALONE)], []),
    "the injured are no part of the killed": ([claim(1, 12, **ALONE), claim(2, 15, part_of=1, kind="injured", **ALONE)], []),
    "the killed are among the casualties": ([claim(1, 12, kind="casualties", **ALONE), claim(2, 15, part_of=1, **ALONE)], [("part_exceeds_whole", (2, 1))]),
    "increments that add up": ([claim(1, 100), claim(2, 120, 24), of_day(3, 20, 1)], []),
    "increments that do not": ([claim(1, 100), claim(2, 120, 24), of_day(3, 30, 1)], [("increments_differ", (2, 1, 3))]),
    "increments in dozens": ([claim(1, 100), claim(2, 130, 24), of_day(3, 20, 1, high=None, qualifier="dozens")], []),
    "an increment of another claimant": ([claim(1, 100), claim(2, 120, 24), of_day(3, 30, 1, **ARMY)], []),
    "an increment of one day in two": ([claim(1, 100), claim(2, 150, 48), of_day(3, 30, 2)], []),
    "two claimants of one period": ([of_day(1, 30, 1), of_day(2, 20, 1, **ARMY)], [("claimants_disagree", (1, 2))]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_flags(case: str) -> None:
    claims, flags = CASES[case]
    assert [(flag.name, flag.claims) for flag in reconcile(claims).flags] == flags


def test_every_claim_stands_somewhere() -> None:
    claims = [
        claim(1, 100, wire="a"), claim(2, 120, 24), claim(3, 100, 48), claim(4, 100, 2, wire="a"), claim(5, 120, 24, document=2),
        claim(6, 1, published=None),
    ]  # fmt: skip
    (series,) = reconcile(claims).series
    assert {step.claim.id: step.standing for step in series.steps} == {
        1: "counts", 4: "same_wire", 2: "counts", 5: "restated", 3: "stale_repeat", 6: "undated",
    }  # fmt: skip


def test_each_claim_supersedes_the_one_before_it_by_the_same_claimant() -> None:
    vague = claim(2, 110, 24, high=None, qualifier="more_than")
    claims = [claim(1, 100), vague, claim(3, 125, 48), claim(4, 90, 30, **ARMY)]
    (series,) = reconcile(claims).series
    steps = {step.claim.id: step for step in series.steps}
    assert [(steps[number].supersedes, steps[number].delta) for number in (1, 2, 3, 4)] == [
        (None, None),
        (claims[0], None),
        (vague, 25),  # to the last single number
        (None, None),
    ]


def test_a_toll_of_an_incident_rises_over_a_day() -> None:
    raid = Toll(GAZA, "incident", "2023-11-01 air_strike")
    (series,) = reconcile([claim(2, 12, 3, toll=raid), claim(1, 7, toll=raid)]).series
    assert [(step.claim.id, step.delta) for step in series.steps] == [(1, None), (2, 5)]
