"""How ACLED and UCDP would write what an article says of the killed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.export.rows import EVENT, FIGURE
from timeline.export.deaths import Estimate, acled_fatalities, ucdp_estimate
from timeline.store.asking.filtered import Told

ONE = replace(FIGURE, id=1, scope="incident", categories=None, source=None)


def told(*figures: dict[str, Any]) -> Told:
    """An event with counts of killed, numbered from 1."""
    rows = [replace(ONE, id=number, **changes) for number, changes in enumerate(figures, 1)]
    return Told(EVENT, tuple(rows))


def count(low: int, high: int | None = None, **changes: Any) -> dict[str, Any]:
    return {"low": low, "high": high, **changes}


EXACT = count(5, 5)
CASES = [
    ("nothing", [], 0, None),
    ("a number", [EXACT], 5, Estimate(5, 5, 5, 0)),
    ("dozens", [count(20, qualifier="dozens")], 12, Estimate(20, 20, 20, 0)),
    ("hundreds", [count(200, qualifier="hundreds")], 100, Estimate(200, 200, 200, 0)),
    ("thousands", [count(2000, qualifier="thousands")], 1000, Estimate(2000, 2000, 2000, 0)),
    ("hundreds of thousands", [count(200_000, qualifier="thousands")], 100_000, Estimate(200_000, 200_000, 200_000, 0)),
    ("several", [count(3, qualifier="several")], 3, Estimate(3, 3, 3, 0)),
    ("a bare plural", [count(1, qualifier="unspecified")], 3, Estimate(1, 1, 1, 0)),
    ("at least", [count(12, qualifier="at_least")], 12, Estimate(12, 12, 12, 0)),
    ("between", [count(20, 30, qualifier="range")], 20, Estimate(20, 20, 30, 0)),
    ("at most", [count(0, 9, qualifier="fewer_than")], 0, Estimate(0, 0, 9, 0)),
    ("two groups in one sentence", [count(2, 2), count(3, 3)], 5, Estimate(5, 5, 5, 0)),
    ("two claimants", [count(9, 9, source="a"), count(4, 4, source="b")], 4, Estimate(4, 9, 9, 0)),
    ("the same toll told again", [EXACT, count(5, 5, sentence="ثانية")], 5, Estimate(5, 5, 5, 0)),
    ("a part is in its whole", [EXACT, count(2, 2, part_of=1)], 5, Estimate(5, 5, 5, 0)),
    ("civilian parts", [EXACT, count(2, 2, part_of=1, categories="children")], 5, Estimate(5, 5, 5, 2)),
    ("all of them civilians", [count(5, 5, categories="civilians ps")], 5, Estimate(5, 5, 5, 5)),
    ("soldiers", [count(5, 5, categories="soldiers")], 5, Estimate(5, 5, 5, 0)),
    ("more parts than the whole", [EXACT, count(9, 9, part_of=1, categories="women")], 5, Estimate(5, 5, 5, 5)),
    ("a running total is another matter", [count(900, 900, scope="cumulative")], 0, None),
    ("over its period", [count(21, 21, scope="period")], 21, Estimate(21, 21, 21, 0)),
    ("the injured are no deaths", [count(7, 7, kind="injured")], 0, None),
]


@pytest.mark.parametrize(("figures", "acled", "ucdp"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_deaths(figures: list[dict[str, Any]], acled: int, ucdp: Estimate | None) -> None:
    assert acled_fatalities(told(*figures)) == acled
    assert ucdp_estimate(told(*figures)) == ucdp
