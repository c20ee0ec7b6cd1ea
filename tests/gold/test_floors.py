"""The reading is at least as good as it was: the scores of the gold files beside this one against `floors.toml`.

After an improvement: `timeline evaluate tests/gold/dev.jsonl --floors tests/gold/floors.toml --raise-floors`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.evaluate import evaluate
from timeline.evaluate.floors import below_floors, read_floors

HERE = Path(__file__).parent
GOLD = sorted(HERE.glob("*.jsonl"))


@pytest.mark.parametrize("gold", GOLD, ids=[gold.name for gold in GOLD])
def test_no_score_is_below_its_floor(gold: Path) -> None:
    assert below_floors(evaluate(gold).scores, gold, read_floors(HERE / "floors.toml")) == []


def test_every_gold_file_with_floors_is_there() -> None:
    assert sorted(read_floors(HERE / "floors.toml")) == [gold.name for gold in GOLD]
