"""The daily toll of Gaza, 75 days as they were reported, from Arabic bulletins back to the series."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random

import pytest
from sqlalchemy import Engine, text

from tests.tolls.bulletins import MINISTRY, Day, bulletins, days, planted
from timeline.pipeline import read_article
from timeline.store.opening.database import open_database
from timeline.store.tolls import toll_claims
from timeline.store.writing.save import save
from timeline.tolls import Reconciled, reconcile
from timeline.tolls.daily import daily_figures
from timeline.tolls.order import Step
from timeline.tolls.values import Claim, Flag

Count = tuple[str, tuple[str, ...]]
"""(kind, population)"""
KILLED: Count = ("killed", ())
INJURED: Count = ("injured", ())
CHILDREN: Count = ("killed", ("children",))
WOMEN: Count = ("killed", ("women",))
_DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The bulletins in shuffled order, every fifth twice, with what is planted among them."""
    engine = open_database(tmp_path_factory.mktemp("tolls") / "timeline.db")
    documents = [*bulletins(), *planted(), *bulletins()[::5]]
    Random(7).shuffle(documents)
    for start in range(0, len(documents), 40):
        batch = [read_article(document) for document in documents[start : start + 40]]
        save(engine, batch, datetime(2024, 1, 1, tzinfo=UTC), "1")
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def reconciled(engine: Engine) -> Reconciled:
    return reconcile(toll_claims(engine))


def totals(count: Count) -> dict[date, int]:
    """The totals of the real series; those broken down only where both groups are known, as the bulletins have them."""
    return {day.day: number for day in days() if (number := _total(day, count)) is not None}


def _total(day: Day, count: Count) -> int | None:
    if day.killed_total is None:
        return None
    both = day.children_total is not None and day.women_total is not None
    known = {
        KILLED: day.killed_total,
        INJURED: day.injured_total,
        CHILDREN: day.children_total if both else None,
        WOMEN: day.women_total if both else None,
    }
    return known[count]


def test_there_is_enough_of_it() -> None:
    assert sum(day.killed_total is not None for day in days()) >= 60


@pytest.mark.parametrize("count", [KILLED, INJURED, CHILDREN, WOMEN])
def test_the_totals_come_back_exactly(reconciled: Reconciled, count: Count) -> None:
    steps = [step for step in running(reconciled, count) if step.claim.claimant == MINISTRY]
    assert {step.claim.day: step.claim.low for step in steps} == totals(count)
    assert len(steps) == len(totals(count))
    assert sum(step.delta or 0 for step in steps) == steps[-1].claim.low - steps[0].claim.low


def running(reconciled: Reconciled, count: Count) -> list[Step]:
    """The steps that count, of the toll of the war."""
    (series,) = (
        each
        for each in reconciled.series
        if each.toll.basis == "running" and (each.toll.subject.kind, each.toll.subject.population) == count
    )
    return series.counted()


@pytest.mark.parametrize("count", [KILLED, INJURED, CHILDREN, WOMEN])
def test_the_days_come_back_exactly(reconciled: Reconciled, count: Count) -> None:
    found = {
        (day.begin, day.end): day.count
        for day in daily_figures(reconciled.series)
        if (day.subject.kind, day.subject.population) == count and day.claimant == MINISTRY
    }
    known = sorted(totals(count).items())
    begins = [date(2023, 10, 7), *(day + _DAY for day, _ in known)]
    before = [0, *(total for _, total in known)]
    assert found == {(begin, day): total - old for begin, (day, total), old in zip(begins, known, before, strict=False)}


@pytest.mark.parametrize("count", [KILLED, INJURED])
def test_the_counts_of_single_days_come_back_exactly(reconciled: Reconciled, count: Count) -> None:
    found = {
        day.end: day.count
        for day in daily_figures(reconciled.series, None, "period")
        if (day.subject.kind, day.subject.population) == count
    }
    assert found == {day.day: number for day in days() if (number := _of_the_day(day, count))}


def _of_the_day(day: Day, count: Count) -> int | None:
    """A bulletin tells of the injured of a day beside the killed only."""
    return day.killed if count == KILLED else day.killed and day.injured


def test_every_number_names_the_claims_it_is_made_of(reconciled: Reconciled) -> None:
    claims = {step.claim.id: step.claim for each in reconciled.series for step in each.counted()}
    for day in daily_figures(reconciled.series):
        numbers = [claims[number].low for number in day.claims]
        assert day.count == (numbers[-1] - numbers[0] if len(numbers) > 1 else numbers[0])


@dataclass(frozen=True)
class Seen:
    """A flag without the ids of a database: (kind, population, number, day, claimant) of each claim."""

    name: str
    claims: tuple[tuple[str, tuple[str, ...], int, str, str], ...]


def seen(flag: Flag, claims: dict[int, Claim]) -> Seen:
    return Seen(flag.name, tuple(_seen(claims[number]) for number in flag.claims))


def _seen(claim: Claim) -> tuple[str, tuple[str, ...], int, str, str]:
    population = tuple(name for name in claim.categories if name != "ps")
    return claim.kind, population, claim.low, str(claim.day), claim.claimant


def test_exactly_what_was_planted_and_what_the_series_itself_has_wrong_is_flagged(reconciled: Reconciled) -> None:
    claims = {step.claim.id: step.claim for each in reconciled.series for step in each.steps}
    found = [seen(flag, claims) for flag in reconciled.flags]
    expected = [*contradictions(), *copies(), *falls(), *increments()]
    assert sorted(found, key=repr) == sorted(expected, key=repr)


def contradictions() -> Iterator[Seen]:
    """As `bulletins.planted` has them."""
    killed: tuple[str, tuple[str, ...]] = ("killed", ())
    outlet = "outlet وكاله ميناء"
    yield Seen(
        "claimants_disagree", ((*killed, 5100, "2023-10-29", "army il"), (*killed, 8005, "2023-10-29", MINISTRY))
    )
    yield Seen(
        "claimants_disagree",
        ((*killed, 15523, "2023-12-03", MINISTRY), (*killed, 20031, "2023-12-02", "ngo مرصد اورومتوسطي")),
    )
    yield Seen(
        "stale_repeat",
        (
            (*killed, 8005, "2023-11-04", outlet),
            (*killed, 8005, "2023-10-29", MINISTRY),
            (*killed, 8309, "2023-10-30", MINISTRY),
        ),
    )
    yield Seen(
        "stale_repeat",
        (
            (*killed, 17487, "2023-12-12", MINISTRY),
            (*killed, 17487, "2023-12-08", MINISTRY),
            (*killed, 17700, "2023-12-09", MINISTRY),
        ),
    )
    raid = ("2023-11-07", "civil_defence ps")
    yield Seen("part_exceeds_whole", (("killed", ("children",), 15, *raid), (*killed, 12, *raid)))


def copies() -> Iterator[Seen]:
    """Each number of the three wires that were copied."""
    for day in (date(2023, 10, 29), date(2023, 11, 22), date(2023, 12, 10)):
        for count in (KILLED, INJURED, CHILDREN, WOMEN):
            claim = (*count, totals(count)[day], str(day), MINISTRY)
            yield Seen("same_wire", (claim, claim))


def falls() -> Iterator[Seen]:
    """The real ones: from a bulletin to the next, a smaller total."""
    for count in (KILLED, INJURED, CHILDREN, WOMEN):
        known = sorted(totals(count).items())
        for (before, larger), (day, smaller) in pairwise(known):
            if smaller < larger:
                yield Seen("falls", ((*count, smaller, str(day), MINISTRY), (*count, larger, str(before), MINISTRY)))


def increments() -> Iterator[Seen]:
    """The real ones: a count of 24 hours that is not the difference of the totals of two days running."""
    for day in days():
        for count in (KILLED, INJURED):
            told, known, before = _of_the_day(day, count), totals(count), day.day - _DAY
            if told and before in known and day.day in known and known[day.day] - known[before] != told:
                of = (*count, known[day.day], str(day.day), MINISTRY), (*count, known[before], str(before), MINISTRY)
                yield Seen("increments_differ", (*of, (*count, told, str(day.day), MINISTRY)))


def test_the_series_has_real_anomalies() -> None:
    """Else the test above would show little."""
    assert len(list(falls())) == 2
    assert len(list(increments())) == 12


def test_the_view_of_tolls_says_the_same(engine: Engine, reconciled: Reconciled) -> None:
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT id, supersedes, delta, falls FROM tolls ORDER BY id")).all()
    fallen = {flag.claims[0] for flag in reconciled.flags if flag.name == "falls"}
    steps = [step for each in reconciled.series for step in each.counted()]
    assert [tuple(row) for row in rows] == sorted(
        (step.claim.id, step.supersedes and step.supersedes.id, step.delta, step.claim.id in fallen) for step in steps
    )


def test_the_view_of_days_says_the_same(engine: Engine, reconciled: Reconciled) -> None:
    columns = "kind, place, population, claimant, begin, end_day, count, basis, claims"
    with engine.connect() as connection:
        rows = {tuple(row) for row in connection.execute(text(f"SELECT {columns} FROM daily_figures"))}
    assert rows == {
        (
            *(day.subject.kind, day.subject.place, " ".join(day.subject.population), day.claimant),
            *(day.begin.isoformat(), day.end.isoformat(), day.count, day.basis, " ".join(map(str, day.claims))),
        )
        for day in daily_figures(reconciled.series)
    }
