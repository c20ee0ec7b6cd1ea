"""JSON Lines, one object a line."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import pytest

from tests.export.rows import BARE, EVENT, HOSTILE, cleaned, written

INSTANTS = {"begin_utc": "2023-05-09T00:00:00Z", "end_utc": "2023-05-10T17:15:00Z"}


def test_every_cell() -> None:
    data, tally = written("jsonl", [EVENT, BARE])
    first, second = map(json.loads, data.decode().splitlines())
    assert first == asdict(EVENT) | INSTANTS
    assert second == asdict(BARE)
    assert list(first) == list(asdict(EVENT))
    assert tally.outlets == {"وكالة المثال": 1, None: 1}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_cells(text: str) -> None:
    data, _ = written("jsonl", [replace(BARE, sentence=text)] * 2)
    assert data.count(b"\n") == 2
    assert json.loads(data.split(b"\n")[0])["sentence"] == cleaned(text)
