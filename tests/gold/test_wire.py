"""One published wire, with and without its publication time, is read entirely right.

The article is not ours to publish, so it lies beside the repository, not in it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline.evaluate import evaluate

BESIDE = Path(__file__).parents[3] / "shared" / "gold" / "dev.jsonl"


@pytest.mark.skipif(not BESIDE.exists(), reason="the published wire does not lie beside this checkout")
@pytest.mark.parametrize("dated", [True, False], ids=["with its publication time", "without"])
def test_the_wire_is_read_entirely_right(dated: bool, tmp_path: Path) -> None:
    lines = BESIDE.read_text(encoding="utf-8").splitlines()[:2]
    (line,) = (line for line in lines if bool(json.loads(line)["published"]) == dated)
    wire = tmp_path / "wire.jsonl"
    wire.write_text(line, encoding="utf-8")
    assert evaluate(wire).failures == []
