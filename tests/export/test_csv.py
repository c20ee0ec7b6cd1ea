"""CSV that comes back as it went out, and that a spreadsheet only shows."""

from __future__ import annotations

import csv
import io
import os
import threading
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import Engine

from tests.store.articles import article, database, stored
from timeline.export.csv import (
    EVENT_COLUMNS,
    FIGURE_COLUMNS,
    ExportProblem,
    What,
    export_csv,
    without_formula,
    write_csv,
)
from timeline.store.views import EventRow, FigureRow
from timeline.values import Document, Extraction


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = database(tmp_path, article(title='عنوان، "بين قوسين"', url="https://example.org/1"))
    yield engine
    engine.dispose()


def parsed(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_figures(engine: Engine, tmp_path: Path) -> None:
    assert export_csv(engine, tmp_path / "figures.csv") == 2
    part, whole = parsed(tmp_path / "figures.csv")
    assert part["part_of"] == whole["id"]
    wanted = {
        "kind": "killed", "low": "21", "high": "21", "qualifier": "exact", "scope": "period", "text": "21 فلسطينياً",
        "source": "وزارة الصحة", "begin": "2023-05-09T03:00", "begin_utc": "2023-05-09T00:00:00Z", "part_of": "",
        "categories": "ps", "place": "القطاع", "title": 'عنوان، "بين قوسين"', "published": "2023-05-10T20:15:00+03:00",
    }  # fmt: skip
    assert {name: whole[name] for name in wanted} == wanted


def test_events(engine: Engine, tmp_path: Path) -> None:
    assert export_csv(engine, tmp_path / "events.csv", "events") == 2
    assert [row["type"] for row in parsed(tmp_path / "events.csv")] == ["air_strike", "explosion"]


@pytest.mark.parametrize(("what", "row"), [("events", EventRow), ("figures", FigureRow)])
def test_columns_are_those_of_the_database(engine: Engine, tmp_path: Path, what: What, row: type) -> None:
    export_csv(engine, tmp_path / "out.csv", what)
    header = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header.split(",") == [field.name for field in fields(row)]
    assert tuple(header.split(",")) == {"events": EVENT_COLUMNS, "figures": FIGURE_COLUMNS}[what]


def test_the_bytes(tmp_path: Path) -> None:
    rows = [SimpleNamespace(a="قتل، جرح", b=None), SimpleNamespace(a='x,"y"\nz', b=3), SimpleNamespace(a="=1", b=-1)]
    path = tmp_path / "out.csv"
    assert write_csv(rows, ["a", "b"], path) == 3
    assert path.read_bytes() == 'a,b\r\nقتل، جرح,\r\n"x,""y""\nz",3\r\n=1,-1\r\n'.encode()
    assert write_csv(rows, ["a", "b"], path, excel=True) == 3
    assert path.read_bytes() == ('\ufeff"a","b"\r\n"قتل، جرح",""\r\n"x,""y""\nz","3"\r\n"\'=1","-1"\r\n'.encode())


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


def test_hostile_articles(tmp_path: Path) -> None:
    engine = database(tmp_path)
    hostile = '=cmd|" /C calc"!A0'
    stored(engine, article(title=hostile, outlet="@x", url="-1"), Extraction(Document("b", "+1", url="+2")))
    export_csv(engine, tmp_path / "out.csv", "events", excel=True)
    engine.dispose()
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert {(row["title"], row["outlet"], row["url"]) for row in rows} == {(f"'{hostile}", "'@x", "'-1")}


def test_a_stream(engine: Engine) -> None:
    stream = io.StringIO(newline="")
    assert export_csv(engine, stream) == 2
    assert stream.getvalue().count("\r\n") == 3
    assert not stream.closed


def test_a_pipe_is_written_to_and_stays(engine: Engine, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    export_csv(engine, pipe)
    reader.join(timeout=10)
    assert got[0].startswith("id,kind")
    assert pipe.is_fifo()


def test_a_link_keeps_pointing_to_its_file(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old", encoding="utf-8")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    export_csv(engine, tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert parsed(tmp_path / "real.csv")


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    def broken() -> Iterator[object]:
        yield SimpleNamespace(a=1)
        raise RuntimeError

    path = tmp_path / "out.csv"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError):
        write_csv(broken(), ["a"], path)
    assert path.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["out.csv"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing/out.csv", r"cannot write .*out\.csv \(No such file or directory\): choose another file"),
        ("", "Is a directory"),
        ("x" * 300, "File name too long"),
    ],
)
def test_where_nothing_can_be_written(tmp_path: Path, name: str, message: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(ExportProblem, match=message) as caught:
        write_csv([], ["a"], folder / name)
    assert "\n" not in str(caught.value)
    assert list(folder.iterdir()) == []
    assert list(tmp_path.iterdir()) == [folder]
