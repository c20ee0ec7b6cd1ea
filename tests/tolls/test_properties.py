"""What holds of any claims whatever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from timeline.tolls import reconcile
from timeline.tolls.daily import daily_figures
from timeline.tolls.identity import Basis, Subject, Toll
from timeline.tolls.rules import NAMES, Rule, resolve, standing
from timeline.tolls.values import Claim

START = datetime(2023, 11, 1, tzinfo=UTC)
BOUNDS: dict[Basis, tuple[str, ...]] = {
    "running": ("2023-10-07", "2023-01-01"),
    "period": ("2023-11-02 24h", "2023-11-03 24h", "2023-11-03 12h"),
    "growing": ("2023-11-01T03:00",),
    "incident": ("2023-11-01 shelling",),
}
TOLLS = [
    Toll(Subject("killed", "غزه", people), basis, bound)
    for people in ((), ("women",))
    for basis, bounds in BOUNDS.items()
    for bound in bounds
]
RULES = [Rule("claimant", "army") if name.startswith("claimant") else Rule(name) for name in NAMES]


@st.composite
def lists_of_claims(draw: st.DrawFn) -> list[Claim]:
    return [_claim(draw, number) for number in range(1, draw(st.integers(1, 25)))]


def _claim(draw: st.DrawFn, number: int) -> Claim:
    low = draw(st.integers(0, 40))
    hours = draw(st.one_of(st.none(), st.integers(0, 90)))
    published = None if hours is None else START + timedelta(hours=hours)
    end = START + timedelta(hours=draw(st.integers(0, 90)))
    return Claim(
        number,
        draw(st.sampled_from([None, *TOLLS])),
        "killed",
        low,
        draw(st.sampled_from([low, low, low + 3, None])),
        draw(st.sampled_from(["exact", "approximate", "at_least"])),
        part_of=draw(st.one_of(st.none(), st.integers(1, 25))),
        claimant=draw(st.sampled_from(["army il", "health_ministry ps", "outlet"])),
        role=draw(st.sampled_from(["army", "health_ministry", "outlet", None])),
        published=published,
        begin=end - timedelta(days=1),
        end=end,
        document=draw(st.integers(1, 6)),
        wire=draw(st.sampled_from(["", "a", "b"])),
        sentence=draw(st.sampled_from(["", "x", "y"])),
    )


@given(lists_of_claims(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_makes_no_difference(claims: list[Claim], random: object) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis hands out a Random
    assert reconcile(shuffled) == reconcile(claims)


@given(lists_of_claims())
def test_no_claim_is_lost_or_doubled(claims: list[Claim]) -> None:
    reconciled = reconcile(claims)
    found = [step.claim.id for each in reconciled.series for step in each.steps]
    assert sorted([*found, *(claim.id for claim in reconciled.alone)]) == [claim.id for claim in claims]


@given(lists_of_claims())
def test_deltas_add_up_to_the_whole_movement(claims: list[Claim]) -> None:
    for series in reconcile(claims).series:
        for steps in series.claimants().values():
            points = [step for step in steps if step.claim.point is not None]
            if points:
                assert sum(step.delta or 0 for step in points) == points[-1].claim.low - points[0].claim.low


@given(lists_of_claims())
def test_flags_name_claims_that_are_there(claims: list[Claim]) -> None:
    ids = {claim.id for claim in claims}
    for flag in reconcile(claims).flags:
        assert len(flag.claims) > 1
        assert ids.issuperset(flag.claims)


@given(lists_of_claims(), st.sampled_from([None, *RULES]), st.sampled_from([None, "difference", "period"]))
def test_no_number_without_claims(claims: list[Claim], rule: Rule | None, basis: object) -> None:
    ids = {claim.id for claim in claims}
    for day in daily_figures(reconcile(claims).series, rule, basis):  # type: ignore[arg-type]  # one of its values
        assert day.claims
        assert ids.issuperset(day.claims)


@given(lists_of_claims(), st.sampled_from([None, *RULES]))
def test_no_day_is_counted_twice(claims: list[Claim], rule: Rule | None) -> None:
    by_who: dict[tuple[Subject, str], list[tuple[object, object]]] = {}
    for day in daily_figures(reconcile(claims).series, rule):
        by_who.setdefault((day.subject, day.claimant), []).append((day.begin, day.end))
    for spans in by_who.values():
        spans.sort(key=repr)
        assert all(end < begin for (_, end), (begin, _) in pairwise(spans))  # type: ignore[operator]  # both are known here


@given(lists_of_claims(), st.sampled_from(RULES))
def test_a_number_lies_within_its_bounds(claims: list[Claim], rule: Rule) -> None:
    for series in reconcile(claims).series:
        found = resolve(standing(step.claim for step in series.counted()), rule)
        if found is not None:
            assert found.claims
            assert found.low <= found.best <= (found.best if found.high is None else found.high)


@given(lists_of_claims())
def test_no_part_exceeds_its_whole_without_a_flag(claims: list[Claim]) -> None:
    """Of claims that are counted; a copy of a wire is not looked at again."""
    reconciled = reconcile(claims)
    flagged = {flag.claims for flag in reconciled.flags if flag.name == "part_exceeds_whole"}
    copies = ("same_wire", "restated")
    counted = [step.claim for series in reconciled.series for step in series.steps if step.standing not in copies]
    known = {claim.id: claim for claim in (*counted, *reconciled.alone)}
    for part in known.values():
        whole = known.get(part.part_of or 0)
        if whole is not None and whole.bounds[1] < part.bounds[0]:
            assert (part.id, whole.id) in flagged
