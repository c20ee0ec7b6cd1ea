"""Articles as Arrow: what goes in as a row comes out as a row, and comes back as it was read."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given as drawn
from hypothesis import settings

from tests.properties.texts import anything
from timeline.bulk.batches import as_batch, read_batch
from timeline.bulk.columns import schema
from timeline.bulk.readback import extractions_in
from timeline.pipeline import read_article
from timeline.sources import Columns, Given, Unreadable, read_documents
from timeline.values import Document, Extraction

ROOT = Path(__file__).parents[2]
PUBLISHED = datetime.fromisoformat("2023-05-10T20:15:37.25+03:00")
EXAMPLES = [each for each in read_documents([str(ROOT / "examples")]) if isinstance(each, Document)]


def back(*outcomes: Extraction | Unreadable) -> list[Extraction | Unreadable]:
    batch = as_batch(outcomes)
    assert batch.schema == schema()
    assert batch.num_rows == len(outcomes)
    batch.validate(full=True)
    return list(extractions_in(batch))


def test_examples_come_back_as_they_were_read() -> None:
    read = [read_article(document) for document in EXAMPLES]
    assert all(each.times and each.figures and each.events for each in read)
    assert back(*read) == read


@pytest.mark.parametrize(
    "published", [PUBLISHED, PUBLISHED.replace(tzinfo=None), datetime.min.replace(tzinfo=UTC), None]
)
def test_any_publication_comes_back(published: datetime | None) -> None:
    text = (
        "قُتل 12 شخصاً في غارة على صور فجر الأحد، ومنذ الثلاثاء أصيب 30 في 7 أكتوبر 2023 عند الساعة 18:00 بتوقيت غرينتش."
    )
    read = read_article(Document("a", text, published, url="https://example.org/1", title="عنوان", outlet="وكالة"))
    assert back(read) == [read]


@settings(max_examples=60, deadline=None)
@drawn(anything)
def test_any_text_comes_back(text: str) -> None:
    read = read_article(Document("a", text, PUBLISHED))
    (found,) = back(read)
    assert isinstance(found, Extraction)
    assert (found.times, found.events) == (read.times, read.events)
    for one, other in zip(found.figures, read.figures, strict=True):
        assert one == other or max(other.low, other.high or 0) > 2**63 - 1


def test_nothing_is_a_batch_too() -> None:
    assert back() == []
    assert back(Extraction(Document("a", "x"))) == [Extraction(Document("a", "x"))]


def test_what_could_not_be_read_has_its_row() -> None:
    outcomes: list[Extraction | Unreadable] = [
        Unreadable("a, line 1", "it has no text"),
        read_article(EXAMPLES[0]),
        Unreadable("b", "it is empty"),
    ]
    assert back(*outcomes) == outcomes


def test_each_row_of_a_batch_is_read() -> None:
    rows = [
        {"body": "قتل 3 أشخاص فجر الثلاثاء", "when": PUBLISHED, "key": 7},
        {"body": "", "when": None, "key": None},
        {"body": None, "when": None, "key": None},
        {"body": "قتل 4 أشخاص", "when": None, "key": None},
    ]
    columns = Given(columns=Columns(text="body", published="when", id="key"))
    found = read_batch(pa.RecordBatch.from_pylist(rows), columns, name="table", first=11)
    assert found.schema == schema()
    assert found["id"].to_pylist() == ["7", "table, row 12", "table, row 13", "table:14"]
    assert [problem and "it has no text" in problem for problem in found["problem"].to_pylist()] == [
        None,
        True,
        True,
        None,
    ]
    assert [[figure["low"] for figure in each] for each in found["figures"].to_pylist()] == [[3], [], [], [4]]
    assert found["times"][0][0]["begin"].as_py() == datetime(2023, 5, 9, 3)
    assert found["times"][0][0]["begin_utc"].as_py() == datetime(2023, 5, 9, tzinfo=UTC)


def test_a_batch_without_the_column_has_problems_only() -> None:
    found = read_batch(pa.RecordBatch.from_pylist([{"other": "x"}, {"other": "y"}]))
    assert [problem is not None for problem in found["problem"].to_pylist()] == [True, True]
