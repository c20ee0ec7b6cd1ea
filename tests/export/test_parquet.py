"""Parquet read back by pyarrow: the rows as they were, with types."""

from __future__ import annotations

import io
import json
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.rows import BARE, EVENT, FIGURE, HOSTILE, RETRIEVED_UTC, UNDATED, cleaned, written
from timeline.export import parquet


def read(rows: list[Any], what: str = "events") -> pa.Table:
    return pq.read_table(io.BytesIO(written("parquet", rows, what)[0]))


def as_read(row: Any) -> dict[str, Any]:
    """The row with its local readings as times."""
    local = {
        name: value and datetime.fromisoformat(value)
        for name in ("begin", "end_time")
        for value in [getattr(row, name)]
    }
    return asdict(row) | local


@pytest.mark.parametrize(("what", "row"), [("events", EVENT), ("events", BARE), ("figures", FIGURE)])
def test_every_cell(what: str, row: Any) -> None:
    assert read([row], what).to_pylist() == [as_read(row)]


def test_types() -> None:
    types = {field.name: (field.type, field.nullable) for field in read([], "figures").schema}
    assert types["low"] == (pa.int64(), False)
    assert types["high"] == (pa.int64(), True)
    assert types["begin"] == (pa.timestamp("ms"), True)
    assert types["begin_utc"] == (pa.timestamp("ms", "UTC"), True)
    assert types["sentence"] == (pa.string(), False)


def test_metadata() -> None:
    data, _ = written("parquet", [EVENT])
    file = pq.ParquetFile(io.BytesIO(data))
    said = json.loads(file.metadata.metadata[parquet.KEY.encode()])
    assert (said["retrieved"], said["rows"]) == (RETRIEVED_UTC, 1)
    assert said["sources"] == [{"outlet": "وكالة المثال", "rows": 1}]
    assert file.schema_arrow.field("place").metadata[b"description"].decode().startswith("the most specific place")


def test_row_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROW_GROUP", 2)
    file = pq.ParquetFile(io.BytesIO(written("parquet", [UNDATED] * 5)[0]))
    assert (file.metadata.num_row_groups, file.metadata.num_rows) == (3, 5)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_cells(text: str) -> None:
    assert read([replace(BARE, sentence=text)])["sentence"].to_pylist() == [cleaned(text)]


@settings(deadline=None)
@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    assert read([replace(BARE, title=text)])["title"].to_pylist() == [cleaned(text)]
