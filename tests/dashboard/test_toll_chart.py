"""The data of the charts of a toll: a line for each claimant, bars whose area is the count, nobody counted twice."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from dashboard.i18n import Words
from dashboard.tolls import naming, records
from dashboard.tolls.key import SIGNS, key_html
from dashboard.tolls.movement import drawn_of, movement_chart
from dashboard.tolls.paint import COLOURS, SHAPES, lines_of
from dashboard.tolls.shown import Shown, shown
from tests.tolls.claims import GAZA, RUNNING, claim, of_day
from timeline.store.asking.filters import Filters
from timeline.tolls import reconcile
from timeline.tolls.identity import Subject, Toll
from timeline.tolls.rules import Rule
from timeline.tolls.values import Claim

ENGLISH = Words("en")
LATEST = Rule("latest")
CHILDREN = Toll(Subject("killed", GAZA.place, ("children",)), "running", RUNNING.bound)
PERIOD = of_day(9, 12, 2)
SERIES = [claim(1, 100), claim(2, 130, 72), claim(3, 125, 96), claim(4, 40, 96, toll=CHILDREN, part_of=3), PERIOD]


def seen(*claims: Claim, rule: Rule = LATEST, filters: Filters = Filters(), left: set[int] | None = None) -> Shown:  # noqa: B008  (frozen)
    return shown(RUNNING, reconcile(claims), filters, left, rule)


def drawn(toll: Shown) -> dict[str, list[records.Record]]:
    named = naming.claimants_named(toll, {}, ENGLISH)
    found: dict[str, list[records.Record]] = movement_chart(drawn_of(toll, named, ENGLISH), ENGLISH)["datasets"]
    return found


def claims_drawn(*claims: Claim, left: set[int] | None = None) -> list[records.Record]:
    return [row for row in drawn(seen(*claims, left=left))["movement"] if row["part"] == "claim"]


def test_the_area_of_a_bar_is_its_count() -> None:
    days = drawn(seen(*SERIES))["days"]
    for day in days:
        length = datetime.fromisoformat(day["end"]) - datetime.fromisoformat(day["begin"])
        assert day["a_day"] * (length / timedelta(days=1)) == pytest.approx(int(day["count"]))
    assert [day["count"] for day in days] == ["100", "30", "-5"]
    assert all(one["end"] == other["begin"] for one, other in pairwise(days))


def test_the_groups_lie_beside_everybody() -> None:
    toll = seen(*SERIES)
    assert [(row["people"], row["best"]) for row in records.parts(toll.parts, ENGLISH)] == [
        ("everybody", 125),
        ("children", 40),
    ]


def test_counts_of_a_period_span_it() -> None:
    [period] = drawn(seen(*SERIES))["periods"]
    assert (period["count"], period["a_day"]) == ("12", 12)
    assert (period["begin"], period["end"]) == ("2023-11-02T12:00:00Z", "2023-11-03T12:00:00Z")


def test_what_the_filters_leave_keeps_its_flags() -> None:
    toll = seen(*SERIES, left={3})
    [found] = claims_drawn(*SERIES, left={3})
    assert (found["id"], found["flag"], found["delta"]) == (3, "falls", "\u2066−5\u2069")
    assert [moved.number.best for moved in toll.moved] == [125]


def test_those_who_count_least_share_a_line() -> None:
    many = [
        claim(number, 100 + number, number, claimant=f"other {number % 9}", role="ngo", source=f"جهة {number % 9}")
        for number in range(1, 20)
    ]
    lines = lines_of(seen(*many))
    assert len(lines) == 9
    assert len(set(lines.values())) == len(COLOURS)
    assert list(lines.values()).count(records.OTHERS) == 3
    assert {row["line"] for row in claims_drawn(*many)} == set(lines.values())


def test_only_the_last_claims_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "MOST_CLAIMS", 2)
    assert [row["id"] for row in claims_drawn(*SERIES)] == [2, 3]


def test_an_open_claim_points_upwards_and_a_range_has_a_band() -> None:
    rows = claims_drawn(claim(1, 90, high=None, qualifier="at_least"), claim(2, 95, 5, high=110))
    assert [(row["open"], row["low"], row["high"], row["count"]) for row in rows] == [
        (True, 90, 90, "\u206690+\u2069"),
        (False, 95, 110, "\u206695–110\u2069"),
    ]


def test_a_single_range_is_drawn_from_its_lower_to_its_upper_bound() -> None:
    toll = seen(claim(1, 350, high=400, qualifier="range"))
    chart = movement_chart(drawn_of(toll, naming.claimants_named(toll, {}, ENGLISH), ENGLISH), ENGLISH)
    claims = next(
        view for view in chart["vconcat"] if view.get("data", {}).get("name") == "movement" and "layer" in view
    )
    rules = [layer["encoding"] for layer in claims["layer"] if layer["mark"]["type"] == "rule"]
    assert [rule["y"]["field"] for rule in rules] == ["floor", "y_low"]
    assert rules[1]["y2"]["field"] == "y_high"
    assert claims_drawn(claim(1, 350, high=400))[0]["high"] == 400


def test_a_line_has_a_level_from_each_claim_to_the_next() -> None:
    rows = [row for row in drawn(seen(*SERIES[:3]))["movement"] if row["part"] == "line"]
    assert [(row["low"], row["at"][:10]) for row in rows] == [
        (100, "2023-11-01"),
        (100, "2023-11-04"),
        (130, "2023-11-04"),
        (130, "2023-11-05"),
        (125, "2023-11-05"),
        (125, "2023-11-05"),
    ]


def test_the_key_has_every_line_and_flag_that_is_drawn() -> None:
    toll = seen(*SERIES, claim(7, 60, 97, claimant="army il", role="army", source="<b>جيش</b>"))
    key = key_html(drawn_of(toll, naming.claimants_named(toll, {}, ENGLISH), ENGLISH), ENGLISH)
    assert "&lt;b&gt;جيش&lt;/b&gt;" in key
    assert key.count('class="drawn"') == 2
    for flag in ("falls", "claimants disagree"):
        assert f"<bdi>{flag}</bdi>" in key
    assert "copy of a wire" not in key
    assert SIGNS.keys() == SHAPES.keys()


@pytest.mark.parametrize(
    ("toll", "said"),
    [
        (RUNNING, "since \u20662023-10-07\u2069"),
        (CHILDREN, "since \u20662023-10-07\u2069 · children"),
        (Toll(GAZA, "growing", "2023-05-09T03:00"), "since \u20662023-05-09 03:00\u2069"),
        (Toll(GAZA, "period", "2023-11-02 24h"), "the 24 hours until \u20662023-11-02\u2069"),
        (Toll(GAZA, "incident", "2024-11-03 air_strike"), "Air strike of \u20662024-11-03\u2069"),
    ],
)
def test_a_toll_is_named_by_its_time(toll: Toll, said: str) -> None:
    assert naming.name_of(toll, ENGLISH) == said
