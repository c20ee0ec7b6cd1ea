"""CSV that comes back as it went out, and that a spreadsheet only shows."""

from __future__ import annotations

import csv
import io
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.rows import BARE, EVENT, FIGURE, HOSTILE, PART, cleaned, written
from timeline.export.csv import without_formula
from timeline.store.views.rows import EventRow, FigureRow


def parsed(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_figures_cell_by_cell() -> None:
    data, tally = written("csv", [FIGURE, PART], "figures")
    whole, part = parsed(data)
    assert (tally.rows, tally.outlets) == (2, {"وكالة المثال": 2})
    assert part["part_of"] == whole["id"] == "12"
    assert {name: cell for name, cell in whole.items() if cell} == {
        "id": "12", "kind": "killed", "low": "21", "high": "21", "qualifier": "exact", "scope": "period",
        "categories": "ps", "text": "21 فلسطينياً", "source": "وزارة الصحة", "begin": "2023-05-09T03:00",
        "end_time": "2023-05-10T20:15", "begin_utc": "2023-05-09T00:00:00Z", "end_utc": "2023-05-10T17:15:00Z",
        "time": "فجر الثلاثاء", "value": "2023-05-09TDA", "signal": "since", "event_id": "7",
        "event": "air_strike", "place": "القطاع", "sentence": FIGURE.sentence, "start": "33", "end": "45",
        "document_id": "3", "title": "عنوان الخبر", "outlet": "وكالة المثال", "url": "https://example.org/1",
        "published": "2023-05-10T20:15:00+03:00",
    }  # fmt: skip


@pytest.mark.parametrize(("what", "row"), [("events", EventRow), ("figures", FigureRow)])
def test_columns_are_those_of_the_database(what: str, row: type) -> None:
    data, tally = written("csv", [], what)
    assert data.decode() == ",".join(field.name for field in fields(row)) + "\r\n"
    assert tally.rows == 0


def test_the_bytes_for_excel() -> None:
    plain, excel = (written("csv", [EVENT], excel=excel)[0] for excel in (False, True))
    assert excel.startswith("\ufeff".encode() + b'"id","type"')
    assert not plain.startswith("\ufeff".encode())
    assert plain.endswith(b"\r\n") == excel.endswith(b"\r\n") is True
    assert parsed(plain) == parsed(excel)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_cells(text: str) -> None:
    rows = [replace(BARE, title=text, sentence=text)]
    (plain,), (excel,) = (parsed(written("csv", rows, excel=excel)[0]) for excel in (False, True))
    assert plain["title"] == plain["sentence"] == cleaned(text)
    assert excel["title"] == without_formula(cleaned(text))


@given(st.lists(st.text(), min_size=1, max_size=3))
def test_any_text_comes_back(texts: list[str]) -> None:
    back = parsed(written("csv", [replace(EVENT, sentence=text) for text in texts])[0])
    assert [row["sentence"] for row in back] == [cleaned(text) for text in texts]


@pytest.mark.parametrize("mark", ["", " ", "\t", "\n", "\r", "\u00a0", *map(chr, (
    0x061C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF))], ids=repr)  # fmt: skip
@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_formulas_are_shown(mark: str, sign: str) -> None:
    text = f"{mark}{mark}{sign}HYPERLINK(1)"
    assert without_formula(text).startswith("'")
    assert without_formula(text).replace("'", "") == text


@pytest.mark.parametrize("text", ["كلام;=1+1", "كلام\t=1+1", "كلام\n=1+1", "كلام;  \u200f@SUM(1)"])
def test_formulas_where_excel_splits_at_semicolons(text: str) -> None:
    before, after = text.split("م", 1)
    assert without_formula(text) == f"{before}م{after[0]}'{after[1:]}"


@pytest.mark.parametrize(
    "text", ["", "قتل 21", "2023-05-09T03:00", "a=b", "x@example.org", "قال: - لا", "+".join("ab")]
)
def test_plain_text_is_left_alone(text: str) -> None:
    assert without_formula(text) == text
