"""How many a day, and that nothing is counted twice."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from tests.tolls.claims import GAZA, claim, of_day
from timeline.tolls import reconcile
from timeline.tolls.daily import Daily, DailyBasis, daily_figures
from timeline.tolls.identity import Subject, Toll
from timeline.tolls.rules import parse_rule
from timeline.tolls.values import Claim

ARMY: dict[str, Any] = {"claimant": "army il", "role": "army"}
THIS_YEAR = Toll(GAZA, "running", "2023-01-01")
CHILDREN = Subject("killed", "قطاع غزه", ("children",))
Shown = tuple[str, str, int, tuple[int, ...]]


def shown(days: list[Daily]) -> list[Shown]:
    return [(day.begin.isoformat()[5:], day.end.isoformat()[5:], day.count, day.claims) for day in days]


@pytest.mark.parametrize(
    ("claims", "basis", "days"),
    [
        ([claim(1, 100), claim(2, 120, 24)], None, [("10-07", "11-01", 100, (1,)), ("11-02", "11-02", 20, (1, 2))]),
        ([claim(1, 100), claim(2, 150, 72)], None, [("10-07", "11-01", 100, (1,)), ("11-02", "11-04", 50, (1, 2))]),  # a gap is one number
        ([claim(1, 100), claim(2, 90, 24)], None, [("10-07", "11-01", 100, (1,)), ("11-02", "11-02", -10, (1, 2))]),
        ([claim(1, 100), claim(2, 110, 3), claim(3, 120, 24)], None, [("10-07", "11-01", 110, (2,)), ("11-02", "11-02", 10, (2, 3))]),  # the last of a day
        ([claim(1, 100), claim(2, 120, 24), of_day(3, 30, 1)], None, [("10-07", "11-01", 100, (1,)), ("11-02", "11-02", 20, (1, 2))]),  # never both
        ([claim(1, 100), claim(2, 120, 24), of_day(3, 30, 1)], "period", [("11-02", "11-02", 30, (3,))]),
        ([claim(1, 100), of_day(3, 30, 1)], None, [("11-02", "11-02", 30, (3,))]),  # one total has no difference
        ([of_day(1, 30, 1), of_day(2, 40, 2)], None, [("11-02", "11-02", 30, (1,)), ("11-03", "11-03", 40, (2,))]),
        ([of_day(1, 30, 1), of_day(2, 40, 2)], "difference", []),
        # Two totals that overlap: one of them, or the same dead would be counted twice.
        ([claim(1, 100), claim(2, 120, 24), claim(3, 500, 0, toll=THIS_YEAR), claim(4, 520, 24, toll=THIS_YEAR), claim(5, 530, 48, toll=THIS_YEAR)],
         None, [("01-01", "11-01", 500, (3,)), ("11-02", "11-02", 20, (3, 4)), ("11-03", "11-03", 10, (4, 5))]),
        ([claim(1, 100, high=None, qualifier="more_than"), claim(2, 120, 24)], "difference", [("10-07", "11-02", 120, (2,))]),
    ],
)  # fmt: skip
def test_days(claims: list[Claim], basis: DailyBasis | None, days: list[Shown]) -> None:
    assert shown(daily_figures(reconcile(claims).series, None, basis)) == days


def test_of_overlapping_periods_the_longest_within_a_day() -> None:
    half = Toll(GAZA, "period", "2023-11-02 12h")
    week = Toll(GAZA, "period", "2023-11-02 168h")
    claims = [claim(1, 9, 24, toll=half), of_day(2, 20, 1), claim(3, 90, 24, toll=week)]
    assert shown(daily_figures(reconcile(claims).series)) == [("11-02", "11-02", 20, (2,))]


def test_claimants_and_populations_are_kept_apart() -> None:
    claims = [of_day(1, 30, 1), of_day(2, 10, 1, subject=CHILDREN), of_day(3, 20, 1, **ARMY)]
    days = daily_figures(reconcile(claims).series)
    assert [(day.subject.population, day.claimant, day.count) for day in days] == [
        ((), "army il", 20),
        ((), "health_ministry ps", 30),
        (("children",), "health_ministry ps", 10),
    ]


def test_a_rule_makes_one_series_of_all_claimants() -> None:
    claims = [claim(1, 100), claim(2, 60, 1, **ARMY), claim(3, 120, 24), claim(4, 70, 25, **ARMY)]
    days = daily_figures(reconcile(claims).series, parse_rule("conservative"))
    assert shown(days) == [("10-07", "11-01", 60, (2,)), ("11-02", "11-02", 10, (2, 4))]
    assert {day.claimant for day in days} == {"conservative"}


@pytest.mark.parametrize("rule", ["claimant:health-ministry", "two-sources"])
def test_silence_is_not_nobody(rule: str) -> None:
    """The ministry says nothing while others count on: what it says next is the number of all these days."""
    others = [claim(number, 200 + number, 24 * number, claimant="ngo", role="ngo") for number in (1, 3, 4)]
    ministry = [claim(10, 100, 25), claim(11, 150, 24 * 6)]
    days = daily_figures(reconcile([*others, *ministry]).series, parse_rule(rule))
    assert [each[:3] for each in shown(days)] == [("10-07", "11-02", 100), ("11-03", "11-07", 50)]


def test_the_same_number_said_again_is_a_day_of_none() -> None:
    claims = [claim(1, 100), claim(2, 100, 24), claim(3, 100, 25, claimant="ngo", role="ngo")]
    days = daily_figures(reconcile(claims).series, parse_rule("claimant:health-ministry"))
    assert shown(days) == [("10-07", "11-01", 100, (1,)), ("11-02", "11-02", 0, (1, 2))]


def test_the_day_is_that_of_the_place() -> None:
    """A bulletin of half past midnight in Gaza is of the new day, though in London it is still the old one."""
    late = claim(2, 120, published=datetime(2023, 11, 2, 0, 30, tzinfo=timezone(timedelta(hours=2))))
    assert shown(daily_figures(reconcile([claim(1, 100), late]).series))[1] == ("11-02", "11-02", 20, (1, 2))
