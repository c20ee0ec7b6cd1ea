"""The claims around one toll say of it what all the claims of the database would."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from tests.store.articles import article, database, running_total
from tests.tolls.bulletins import bulletins, planted
from timeline.pipeline import read_article
from timeline.store.models import TOLL
from timeline.store.opening.database import reading
from timeline.store.tolls import claims_around, toll_claims
from timeline.store.writing.save import save
from timeline.tolls import Reconciled, reconcile
from timeline.tolls.identity import Toll, read_toll
from timeline.tolls.order import Series


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The real series, with what contradicts it: falls, copies, parts larger than wholes, differing increments."""
    engine = database(tmp_path_factory.mktemp("tolls"))
    save(engine, map(read_article, [*bulletins(), *planted()]), datetime(2024, 1, 1, tzinfo=UTC), "1")
    return engine


def told(reconciled: Reconciled, toll: Toll) -> tuple[Series, list[tuple[str, tuple[int, ...]]]]:
    """The series of a toll, and what is wrong with its claims."""
    series = next(each for each in reconciled.series if each.toll == toll)
    own = {step.claim.id for step in series.steps}
    return series, sorted((flag.name, flag.claims) for flag in reconciled.flags if flag.claims[0] in own)


def test_a_toll_by_itself_is_what_it_is_among_all(engine: Engine) -> None:
    everything = reconcile(toll_claims(engine))
    with reading(engine) as connection:
        tolls = {row.id: read_toll(row.name) for row in connection.execute(select(TOLL))}
    flags = set()
    wrong = {flag.claims[0] for flag in everything.flags}
    at_fault = {each.toll for each in everything.series if wrong & {step.claim.id for step in each.steps}}
    some = dict(list(tolls.items())[::20])  # one costs as much as another, and most have a single claim
    for row, toll in ((row, toll) for row, toll in tolls.items() if toll in at_fault or row in some):
        around = reconcile(claims_around(engine, row))
        assert told(around, toll) == told(everything, toll), toll
        flags |= {name for name, _ in told(everything, toll)[1]}
    assert len(flags) >= 5, "the series has too little wrong with it to say anything"


def test_only_what_bears_on_a_toll_is_read(engine: Engine) -> None:
    with reading(engine) as connection:
        lone = connection.scalar(select(TOLL.c.id).where(TOLL.c.place != "قطاع غزه"))
    assert lone
    assert 0 < len(claims_around(engine, lone)) < 5 < len(toll_claims(engine))


def test_no_such_toll(tmp_path: Path) -> None:
    engine = database(tmp_path, article(), running_total(90, 10))
    assert claims_around(engine, 99) == []
    engine.dispose()
