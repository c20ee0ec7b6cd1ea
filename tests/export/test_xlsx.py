"""A workbook read back by openpyxl, and by LibreOffice where it is installed."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape

from tests.export.rows import BARE, EVENT, FIGURE, HOSTILE, PART, RETRIEVED_UTC, cleaned, written
from timeline.export import xlsx
from timeline.store.views.rows import EventRow

OFFICE = shutil.which("libreoffice") or shutil.which("soffice")


def opened(rows: list[Any], what: str = "events", **changes: Any) -> Workbook:
    return load_workbook(io.BytesIO(written("xlsx", rows, what, **changes)[0]))


def cells(book: Workbook, line: int = 2) -> dict[str, Any]:
    """The values of a line by the names in the first one."""
    sheet = book.worksheets[0]
    return {str(name.value): cell.value for name, cell in zip(sheet[1], sheet[line], strict=True)}


def test_every_cell() -> None:
    book = opened([FIGURE, PART], "figures")
    assert book.sheetnames == ["figures", "about"]
    assert book.worksheets[0].sheet_view.rightToLeft
    assert {name: value for name, value in cells(book).items() if value is not None} == {
        "id": 12, "kind": "killed", "low": 21, "high": 21, "qualifier": "exact", "scope": "period", "categories": "ps",
        "text": "21 فلسطينياً", "source": "وزارة الصحة", "begin": datetime(2023, 5, 9, 3),
        "end_time": datetime(2023, 5, 10, 20, 15), "begin_utc": datetime(2023, 5, 9),
        "end_utc": datetime(2023, 5, 10, 17, 15), "time": "فجر الثلاثاء", "value": "2023-05-09TDA", "signal": "since",
        "event_id": 7, "event": "air_strike", "place": "القطاع", "sentence": FIGURE.sentence,
        "start": 33, "end": 45, "document_id": 3, "title": "عنوان الخبر", "outlet": "وكالة المثال",
        "url": "https://example.org/1", "published": datetime(2023, 5, 10, 20, 15),
    }  # fmt: skip
    assert cells(book, 3)["part_of"] == 12


def test_dates_are_dates_that_show_their_zone() -> None:
    sheet = opened([EVENT]).worksheets[0]
    shown = {str(name.value): cell.number_format for name, cell in zip(sheet[1], sheet[2], strict=True) if cell.is_date}
    assert shown == {
        "begin": "yyyy-mm-dd hh:mm",
        "end_time": "yyyy-mm-dd hh:mm",
        "begin_utc": 'yyyy-mm-dd hh:mm" UTC"',
        "end_utc": 'yyyy-mm-dd hh:mm" UTC"',
        "published": 'yyyy-mm-dd hh:mm" +03:00"',
    }


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_text_stays_text(text: str) -> None:
    sheet = opened([replace(BARE, title=text, sentence=text)]).worksheets[0]
    cell = sheet.cell(2, [field.name for field in fields(EventRow)].index("sentence") + 1)
    assert unescape(cell.value or "") == cleaned(text)
    assert cell.data_type in {"s", "n", "inlineStr"} and cell.hyperlink is None  # noqa: PT018  # one thought
    assert not str(cell.value or "").startswith("=") or cell.data_type == "s"


def test_where_the_rows_are_from_and_what_the_columns_mean() -> None:
    sheet = opened([EVENT])["about"]
    said = {str(name.value): text.value for name, text in sheet.iter_rows(max_col=2) if name.value}
    assert said["retrieved"] == RETRIEVED_UTC
    assert said["rows"] == "1"
    assert said["filter: type"] == "air_strike"
    assert said["source: وكالة المثال"] == "1 rows"
    assert {field.name for field in fields(EventRow)} <= set(said)
    assert said["document_id"] == "the article, a row of documents"


@pytest.mark.parametrize(
    ("text", "kept"),
    [("س" * 32_767, 32_767), ("س" * 100_000, 32_767), ("🔥" * 16_383, 16_383), ("🔥" * 50_000, 16_381 + 4)],
)
def test_a_long_cell_is_cut_and_counted(text: str, kept: int) -> None:
    data, tally = written("xlsx", [replace(EVENT, sentence=text)])
    value = cells(load_workbook(io.BytesIO(data)))["sentence"]
    assert len(value) == kept
    assert value.endswith(" […]") == bool(tally.changed) == (value != text)


def test_what_excel_has_no_number_for_is_text() -> None:
    row = replace(FIGURE, low=2**63 - 1, high=None, begin="0610-01-01T00:00", published="1099-07-15T00:00:00+00:00")
    data, tally = written("xlsx", [row], "figures")
    found = cells(load_workbook(io.BytesIO(data)))
    assert (found["low"], found["begin"]) == ("9223372036854775807", "0610-01-01T00:00")
    assert sum(tally.changed.values()) == 3


def test_more_rows_than_a_sheet_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "SHEET_ROWS", 3)
    book = opened([replace(EVENT, id=number) for number in range(5)])
    assert book.sheetnames == ["events", "events 2", "events 3", "about"]
    ids = [row[0].value for sheet in book.worksheets[:3] for row in sheet.iter_rows(min_row=2)]
    assert ids == [0, 1, 2, 3, 4]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_same(tmp_path: Path) -> None:
    hostile = replace(EVENT, title="=1+1", sentence="@SUM(1); قال")
    (tmp_path / "rows.xlsx").write_bytes(written("xlsx", [EVENT, hostile])[0])
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), "rows.xlsx"], cwd=tmp_path, check=True, capture_output=True, timeout=120
    )
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["sentence"], first["begin"]) == (EVENT.sentence, "2023-05-09 03:00")
    assert first["published"] == "2023-05-10 20:15 +03:00"
    assert (second["title"], second["sentence"]) == ("=1+1", "@SUM(1); قال")
