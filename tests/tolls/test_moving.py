"""The number of a rule after every claim: «90», then «95» by another, then «100»."""

from __future__ import annotations

import pytest

from tests.tolls.claims import FIRST, claim
from timeline.tolls import reconcile
from timeline.tolls.moving import resolved_in_time
from timeline.tolls.rules import parse_rule, resolve, standing

CLAIMS = [
    claim(1, 90),
    claim(2, 95, 5, claimant="civil_defence ps", role="civil_defence"),
    claim(3, 90, 6, wire="copy", sentence="sentence 1"),
    claim(4, 100, 10),
]


@pytest.mark.parametrize(
    ("rule", "hours", "numbers"),
    [
        ("latest", [0, 5, 10], [(90, 90, 90), (95, 95, 95), (100, 100, 100)]),
        ("range", [0, 5, 10], [(90, 90, 90), (90, 90, 95), (95, 95, 100)]),
        ("conservative", [0, 5, 10], [(90, 90, 90), (90, 90, 90), (95, 95, 95)]),
        ("two-sources", [5, 10], [(90, 90, 90), (95, 95, 95)]),
        ("claimant:civil-defence", [5, 10], [(95, 95, 95), (95, 95, 95)]),
        ("claimant:army", [], []),
    ],
)
def test_each_claim_that_counts_moves_it(rule: str, hours: list[int], numbers: list[tuple[int, int, int]]) -> None:
    [series] = reconcile(CLAIMS).series
    moved = list(resolved_in_time(series, parse_rule(rule)))
    assert [(each.at - FIRST).total_seconds() / 3600 for each in moved] == hours
    assert [(each.number.low, each.number.best, each.number.high) for each in moved] == numbers
    if moved:
        last = resolve(standing(step.claim for step in series.counted()), parse_rule(rule))
        assert moved[-1].number == last
