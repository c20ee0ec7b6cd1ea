"""One number of many claims."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tolls.claims import claim
from timeline.tolls.rules import RuleProblem, parse_rule, resolve, standing
from timeline.tolls.values import Claim

ARMY: dict[str, Any] = {"claimant": "army il", "role": "army", "source": "الجيش الإسرائيلي"}
NGO: dict[str, Any] = {"claimant": "ngo مرصد", "role": "ngo", "source": "المرصد"}
THREE = [claim(1, 100), claim(2, 60, 1, **ARMY), claim(3, 90, 2, high=120, qualifier="range", **NGO), claim(4, 110, 3)]


@pytest.mark.parametrize(
    ("rule", "claims", "resolved"),
    [
        ("latest", THREE, (110, 110, 110, (4,))),
        ("latest", THREE[:3], (90, 90, 120, (3,))),
        ("range", THREE, (60, 90, 120, (2, 3, 4))),
        ("range", [claim(1, 20, high=None, qualifier="dozens")], (20, 20, None, (1,))),
        ("range", [claim(1, 60, **ARMY), claim(2, 100, 72)], (100, 100, 100, (2,))),  # the army has not counted since
        ("conservative", THREE, (60, 60, 60, (2,))),
        ("conservative", [claim(1, 60, **ARMY), claim(2, 100, 72)], (100, 100, 100, (2,))),
        ("two-sources", THREE, (90, 90, 90, (3, 4))),
        ("two-sources", [claim(1, 60, **ARMY), claim(2, 100, 72)], (60, 60, 60, (1, 2))),
        ("two-sources", [claim(1, 100), claim(2, 110, 24)], None),  # one claimant twice
        ("claimant:army", THREE, (60, 60, 60, (2,))),
        ("claimant:health-ministry", THREE, (110, 110, 110, (4,))),
        ("claimant:جيش اسرائيلي", THREE, (60, 60, 60, (2,))),
        ("claimant:hospital", THREE, None),
        ("claimant:…", THREE, None),
        ("latest", [], None),
    ],
)
def test_resolve(rule: str, claims: list[Claim], resolved: tuple[int, int, int | None, tuple[int, ...]] | None) -> None:
    found = resolve(standing(claims), parse_rule(rule))
    assert (found and (found.low, found.best, found.high, found.claims)) == resolved


@pytest.mark.parametrize(("rule", "claim"), [("latest", 4), ("range", 3), ("two-sources", 3), ("claimant:army", 2)])
def test_who_says_the_number(rule: str, claim: int) -> None:
    found = resolve(standing(THREE), parse_rule(rule))
    assert found
    assert found.said_by == claim
    assert next(each for each in THREE if each.id == claim).low == found.best


@pytest.mark.parametrize(
    "text", ["", "best", "claimant", "claimant:", "claimant: ", "Latest", "claimant:NAME "[:9], "\x00"]
)
def test_no_rule(text: str) -> None:
    with pytest.raises(RuleProblem, match="choose one of latest, range"):
        parse_rule(text)


@pytest.mark.parametrize("text", ["latest", "range", "conservative", "two-sources", "claimant:وزارة الصحة"])
def test_a_rule_is_written_as_it_is_read(text: str) -> None:
    assert str(parse_rule(text)) == text
