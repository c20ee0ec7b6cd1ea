"""Corpora in CSV and Parquet, their columns named as they are there."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.cli.conftest import Run
from tests.cli.conftest import run as run  # noqa: PLC0414  # a fixture
from timeline.sources import Columns, Given, Unreadable, read_documents
from timeline.sources.tables import read_csv
from timeline.values import Document

TEXT = "قتل 21 فلسطينياً\nفي غارة على القطاع"
NAMED = Columns("body", "key", "date", "headline", "agency", "link")
EAST = timezone(timedelta(hours=3))


def from_csv(text: str, columns: Columns | None = None) -> list[Any]:
    lines = io.BytesIO(text.encode())
    return list(read_csv(lines, "a.csv", Given(columns=columns or Columns())))


def from_parquet(folder: Path, table: dict[str, list[Any]], columns: Columns | None = None) -> list[Any]:
    pq.write_table(pa.table(table), folder / "a.parquet")
    return list(read_documents([str(folder / "a.parquet")], Given(columns=columns or Columns())))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv(separator: str) -> None:
    header = ["key", "date", "headline", "agency", "link", "body", "other"]
    cells = ["7", "2023-05-10T20:15+03:00", "عنوان", "وكالة", "https://example.org/7", f'"{TEXT}"', "x"]
    (found,) = from_csv("\ufeff" + separator.join(header) + "\r\n" + separator.join(cells) + "\r\n", NAMED)
    published = datetime(2023, 5, 10, 20, 15, tzinfo=EAST)
    assert found == Document("7", TEXT, published, "metadata", "https://example.org/7", "عنوان", "وكالة")


def test_parquet(tmp_path: Path) -> None:
    table: dict[str, list[Any]] = {
        "body": [TEXT, TEXT],
        "key": [7, None],
        "date": [datetime(2023, 5, 10, 20, 15, tzinfo=EAST), None],
        "n": [1, 2],
    }
    first, second = from_parquet(tmp_path, table, Columns("body", "key", "date"))
    assert (first.id, first.text) == ("7", TEXT)
    assert first.published == datetime(2023, 5, 10, 20, 15, tzinfo=EAST)
    assert (second.id, second.published) == (f"{(tmp_path / 'a.parquet').as_posix()}:2", None)


def test_a_day_of_parquet_is_its_end(tmp_path: Path) -> None:
    (found,) = from_parquet(tmp_path, {"text": ["نص"], "published": [date(2023, 5, 10)]})
    assert found.published == datetime(2023, 5, 10, 23, 59)


def test_what_is_wrong_with_a_row_is_said_and_the_rest_is_read() -> None:
    empty, bad, good = from_csv("text,published\n,\nنص,أمس\nنص,\n")
    assert (empty.where, bad.where) == ("a.csv, row 1", "a.csv, row 2")
    assert "it has no text" in empty.why
    assert "cannot read the publication time" in bad.why
    assert (good.id, good.published) == ("a.csv:3", None)


def test_rows_of_other_lengths() -> None:
    short, long = from_csv("id,text,title\n1,نص\n2,نص,عنوان,زائد\n")
    assert (short.title, long.title) == (None, "عنوان")


def test_a_quotation_that_is_never_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.sources.tables.LONGEST_CELL", 100)
    good, bad = from_csv('text\nنص\n"' + "نص\n" * 100)
    assert good.text == "نص"
    assert "it is not CSV (field larger than field limit (100)); the rest of it is not read" in str(bad)


REFUSED = {
    "empty.csv": (b"", "it has no column 'text'; name one with --text-column, there are: none"),
    "other.csv": ("body,id\nنص,1\n".encode(), "there are: body, id"),
    "only a header.csv": (b"text\n", "it is empty"),
    "carriage return.csv": (b"id\rtext,title\n1,2\n", "its first line is no header of CSV (new-line character"),
    "bytes.csv": (b"text\n\x00\x01\x02\x03\x04\n", "not text in UTF-8"),
    "text.parquet": (b"PAR1 this is none", "it is not a whole Parquet file"),
    "empty.parquet": (b"", "it is not a whole Parquet file"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_table_of_articles(name: str, tmp_path: Path) -> None:
    raw, why = REFUSED[name]
    (tmp_path / name).write_bytes(raw)
    (bad,) = read_documents([str(tmp_path / name)])
    assert isinstance(bad, Unreadable)
    assert why in bad.why
    assert "\n" not in bad.why


@pytest.mark.parametrize("cut", [4, 40, 400, -1, -20])
def test_a_parquet_file_that_is_cut(cut: int, tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": [TEXT] * 50}), tmp_path / "whole.parquet")
    (tmp_path / "cut.parquet").write_bytes((tmp_path / "whole.parquet").read_bytes()[:cut])
    (bad,) = read_documents([str(tmp_path / "cut.parquet")])
    assert isinstance(bad, Unreadable)


def test_a_parquet_file_without_the_column(tmp_path: Path) -> None:
    (bad,) = from_parquet(tmp_path, {"body": [TEXT]})
    assert bad.why == "it has no column 'text'; name one with --text-column, there are: body"


@pytest.mark.parametrize("field", ["id", "published", "title", "outlet", "url"])
def test_a_column_that_was_named_is_there(field: str, tmp_path: Path) -> None:
    columns = replace(Columns(), **{field: "nope"})
    why = f"it has no column 'nope'; name one with --{field}-column, there are: text, id"
    with pytest.raises(ValueError, match=why):
        from_csv("text,id\nنص,1\n", columns)
    (bad,) = from_parquet(tmp_path, {"text": [TEXT], "id": [1]}, columns)
    assert bad.why == why


@pytest.mark.parametrize(
    ("table", "texts"),
    [
        ("id,text\n1,نص\n2,آخر\n", ["نص", "آخر"]),
        ('\ufeff"id";"text"\r\n1;"نص\nثان"\r\n', ["نص\nثان"]),
        ("title\ttext\nعنوان\tنص\n", ["نص"]),
        ("text\nنص\n", ["نص"]),
        ("id,نص,text a\n", ["id,نص,text a\n"]),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_table_on_standard_input(
    table: str, texts: list[str], encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(table.encode(encoding))))
    assert [item.text for item in read_documents(["-"]) if isinstance(item, Document)] == texts


def test_a_table_that_was_promised_on_standard_input(run: Run) -> None:
    assert '"text": "نص"' in run("extract", "-", "--text-column", "body", stdin="id,body\n1,نص\n".encode()).out
    outcome = run("extract", "-", "--text-column", "body", stdin="id,text\n1,نص\n".encode())
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (1, "", 1)
    assert "its first line names no column 'body', as that of a table would (--text-column)" in outcome.err


def test_the_columns_are_named_on_the_command_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "corpus.csv").write_text("body,day\nنص,2023-05-10\n", encoding="utf-8")
    outcome = run("extract", "corpus.csv", "--text-column", "body", "--published-column", "day")
    assert outcome.status == 0
    assert '"id": "corpus.csv:1", "published": "2023-05-10T23:59:00"' in outcome.out
    assert run("ingest", "corpus.csv").err.startswith("timeline: nothing was read")
