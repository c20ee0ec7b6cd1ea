"""A file is whole or not there, and every file says where its rows are from."""

from __future__ import annotations

import errno
import io
import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from tests.export.rows import EVENT, FIGURE, RETRIEVED_UTC, TOLD, UNDATED, request
from tests.store.articles import article, database
from timeline.export.about import Tally, metadata
from timeline.export.files import ExportProblem
from timeline.export.formats import EVERYTHING, FORMATS, Format, format_of_file
from timeline.export.writing import contents, watched, write
from timeline.store.asking.filtered import snapshot
from timeline.store.asking.filters import ALL

NAMES = tuple(FORMATS)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = database(tmp_path, article(url="https://example.org/1"))
    yield engine
    engine.dispose()


def sample(form: Format) -> Any:
    """One row as the format takes it."""
    if form.takes == "tables":
        return {"documents": [], "events": [EVENT], "figures": [FIGURE]}
    if form.takes == "events with figures":
        return [TOLD]
    return [FIGURE if form.holds[0] == "figures" else EVENT]


def asked(form: Format) -> Any:
    return request(form.holds[0])


@pytest.mark.parametrize("name", NAMES)
def test_the_same_rows_make_the_same_file(name: str, tmp_path: Path) -> None:
    form = FORMATS[name]
    for file in ("one", "two"):
        write(form, sample(form), tmp_path / file, asked(form))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert (tmp_path / "one.meta.json").exists() == (not form.describes_itself)


@pytest.mark.parametrize("name", NAMES)
def test_from_the_database_to_a_stream(name: str, engine: Engine) -> None:
    form, stream, seen = FORMATS[name], io.BytesIO(), []
    with snapshot(engine) as connection:
        rows = watched(contents(connection, form, form.holds[0], ALL), lambda: seen.append(1))
        tally = write(form, rows, stream, asked(form))
    assert not stream.closed
    assert stream.getvalue()
    assert len(seen) == tally.rows + sum(tally.left_out.values())
    assert tally.rows == {"datapackage": 5, "ical": 1, "timelinejs": 1, "acled": 1, "ucdp": 1}.get(name, 2)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_a_file_too(name: str, tmp_path: Path) -> None:
    form = FORMATS[name]
    nothing = {"documents": [], "events": [], "figures": []} if form.takes == "tables" else []
    tally = write(form, nothing, tmp_path / "empty", asked(form))
    assert tally.rows == 0
    assert (name == "jsonl") == ((tmp_path / "empty").stat().st_size == 0)


@pytest.mark.parametrize("name", NAMES)
def test_a_failure_leaves_the_old_file_and_nothing_else(name: str, tmp_path: Path) -> None:
    form, path = FORMATS[name], tmp_path / "out"

    def broken() -> Iterator[Any]:
        yield from (sample(form) if form.takes != "tables" else [EVENT])
        raise RuntimeError

    path.write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError):
        write(form, {"events": broken()} if form.takes == "tables" else broken(), path, asked(form))
    assert path.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", NAMES)
def test_a_full_disk_is_one_line(name: str) -> None:
    form = FORMATS[name]
    with pytest.raises(ExportProblem, match=r"cannot write /dev/full \(No space left on device\)") as caught:
        write(form, sample(form), Path("/dev/full"), asked(form))
    assert "\n" not in str(caught.value)


def test_a_disk_that_fills_up_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_rows: Any, _stream: Any, _request: Any, _tally: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "out"
    path.write_text("old", encoding="utf-8")
    broken = Format("csv", ".csv", "nobody", full, ("events",))
    with pytest.raises(ExportProblem, match="No space left"):
        write(broken, [], path, request())
    assert [(each.name, each.read_text("utf-8")) for each in tmp_path.iterdir()] == [("out", "old")]


def test_metadata(tmp_path: Path) -> None:
    write(FORMATS["timelinejs"], [EVENT, UNDATED, UNDATED], tmp_path / "t.csv", request())
    assert json.loads((tmp_path / "t.csv.meta.json").read_text("utf-8")) == {
        "format": "timelinejs",
        "what": "events",
        "retrieved": RETRIEVED_UTC,
        "filters": {"from": "2023-05-01", "type": ["air_strike"]},
        "rows": 1,
        "sources": [{"outlet": "وكالة المثال", "rows": 1}],
        "left_out": {"undated": 2},
        "changed": {},
        "program": "timeline test",
    }


def test_the_outlets_with_the_most_rows_first() -> None:
    tally = Tally()
    tally.outlets.update({"b": 1, "a": 1, None: 5})
    sources = metadata(request(), tally, "csv")["sources"]
    assert [each["outlet"] for each in sources] == [None, "a", "b"]


def test_no_metadata_when_it_is_not_wanted(tmp_path: Path) -> None:
    write(FORMATS["csv"], [EVENT], tmp_path / "out.csv", request(), sidecar=False)
    assert [each.name for each in tmp_path.iterdir()] == ["out.csv"]


@pytest.mark.parametrize(("name", "sidecar"), [("csv", False), ("geojson", True)])
def test_the_metadata_of_an_older_export_goes(name: str, sidecar: bool, tmp_path: Path) -> None:
    write(FORMATS["csv"], [EVENT, EVENT], tmp_path / "out", request())
    assert (tmp_path / "out.meta.json").exists()
    write(FORMATS[name], [EVENT], tmp_path / "out", request(), sidecar=sidecar)
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


@pytest.mark.skipif(os.name == "nt", reason="modes")
def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    write(FORMATS["csv"], [EVENT], tmp_path / "out.csv", request(), sidecar=False)
    usual = (tmp_path / "out.csv").stat().st_mode
    for mode in (0o600, 0o660, usual & 0o777):
        (tmp_path / "out.csv").chmod(mode)
        write(FORMATS["csv"], [EVENT], tmp_path / "out.csv", request(), sidecar=False)
        assert (tmp_path / "out.csv").stat().st_mode & 0o777 == mode


def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write(FORMATS["csv"], [EVENT], pipe, request())
    reader.join(timeout=10)
    assert got[0].startswith(b"id,type")
    assert pipe.is_fifo()
    assert [each.name for each in tmp_path.iterdir()] == ["pipe"]


def test_a_link_keeps_pointing_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old", encoding="utf-8")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    write(FORMATS["csv"], [EVENT], tmp_path / "link.csv", request())
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text("utf-8").startswith("id,type")


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
        write(FORMATS["csv"], [], folder / name, request())
    assert "\n" not in str(caught.value)
    assert list(folder.iterdir()) == []
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.parametrize("name", ["xlsx", "parquet", "ical"])
def test_a_library_that_is_not_installed(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def missing(module: str) -> None:
        raise ModuleNotFoundError(name=module)

    monkeypatch.setattr("timeline.export.optional.import_module", missing)
    form = FORMATS[name]
    with pytest.raises(ExportProblem, match=r"needs \w+.*: pip install 'arabic-event-timeline\[export\]'"):
        write(form, sample(form), tmp_path / "out", asked(form))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("x.csv", "csv"),
        ("X.XLSX", "xlsx"),
        ("a.b.parquet", "parquet"),
        ("x.zip", "datapackage"),
        ("killed.hxl.csv", "hxl"),
        ("x.acled.csv", "acled"),
        ("x.ics", "ical"),
        ("x.txt", "csv"),
        ("-", "csv"),
        ("", "csv"),
        ("out", "csv"),
        ("x.2023.csv", "csv"),
        ("x.json", None),
        ("x.zzz", None),
        ("x.csv.gz", None),
        ("x.CSV.GZ", None),
    ],
)
def test_the_format_that_the_name_of_a_file_says(file: str, name: str | None) -> None:
    found = format_of_file(file)
    assert (found and found.name) == name


def test_everything_is_one_thing() -> None:
    assert [each.name for each in FORMATS.values() if EVERYTHING in each.holds] == ["datapackage"]
