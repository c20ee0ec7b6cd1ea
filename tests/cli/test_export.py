"""`timeline export` as a user calls it."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import WIRE, Run
from timeline.export.formats import FORMATS

LINE = json.dumps({"id": "a", "text": WIRE, "published": "2023-05-10T20:15:00+03:00", "outlet": "وكالة"}).encode()
NOW = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"

WRONG = {
    "--format pdf": "--format pdf is not written; there are csv, xlsx, parquet, jsonl, datapackage, hxl, geojson",
    "--format parket": "--format parket is not written; did you mean parquet; there are csv",
    "--format geojson --what figures": "--format geojson holds events, not figures",
    "--format datapackage --what events": "--format datapackage holds documents, events and figures, not events",
    "--format xlsx --excel": "--excel is for CSV; --format xlsx needs no such thing",
    "--type airstrike": "--type airstrike is unknown; did you mean air_strike; there are air_strike, shelling",
    "--kind killed,wounded": "--kind wounded is unknown; there are killed, injured",
    "--category foo": "--category foo is unknown; there are children, women",
    "--category ps,child": "--category child is unknown; did you mean children; there are children",
    "--category 001": "--category 001 is unknown; there are children",
    "--category PS": "settlers, and countries: ps, lb",
    "--status plan": "--status plan is unknown; did you mean planned",
    "--from 2023-05-02 --to 2023-05-01": "--from 2023-05-02 is after --to 2023-05-01",
    "-o x.json": "no format is written to x.json; did you mean .jsonl; there are .csv, .xlsx, .parquet, .jsonl, .zip",
    "-o x.csv.gz": "no format is written to x.csv.gz; there are .csv",
    "--from yesterday": "'yesterday' does not match the format",
}


@pytest.fixture
def database(run: Run, three_things: None) -> None:
    run("ingest", "-", stdin=LINE)


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_to_a_file(name: str, run: Run, tmp_path: Path) -> None:
    before = {each.name for each in tmp_path.iterdir()}
    outcome = run("export", "--format", name, "-o", "out")
    assert (outcome.status, outcome.out) == (0, "")
    assert re.fullmatch(r"timeline: out: \d (figure|event|row)s?\n", outcome.err)
    beside = set() if FORMATS[name].describes_itself else {"out.meta.json"}
    assert {each.name for each in tmp_path.iterdir()} - before == {"out"} | beside


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.is_text])
def test_every_text_to_standard_output(name: str, run: Run) -> None:
    outcome = run("export", "--format", name)
    assert (outcome.status, outcome.err) == (0, "")
    assert "غارة" in outcome.out or "هجمات" in outcome.out


@pytest.mark.usefixtures("database")
def test_a_binary_format_goes_into_a_pipe(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    piped = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", piped)
    assert run("export", "--format", "datapackage").status == 0
    assert zipfile.ZipFile(piped.buffer).testzip() is None


@pytest.mark.usefixtures("database")
def test_a_binary_format_does_not_go_to_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    outcome = run("export", "--format", "xlsx")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err == "timeline: xlsx is no text for a terminal: name a file with --output\n"


@pytest.mark.usefixtures("database")
def test_the_format_is_that_of_the_file(run: Run, tmp_path: Path) -> None:
    run("export", "-o", "events.geojson")
    assert json.loads((tmp_path / "events.geojson").read_text("utf-8"))["type"] == "FeatureCollection"


@pytest.mark.usefixtures("database")
def test_filters_leave_rows_and_stand_in_the_metadata(run: Run, tmp_path: Path) -> None:
    asked = (
        "--from",
        "2023-05-01",
        "--to",
        "2023-05-31",
        "--type",
        "air_strike,raid",
        "--kind",
        "killed",
        "--words",
        "غزه",
    )
    more = ("--category", "ps", "--place", "غزّة", "--outlet", "وكاله")
    assert run("export", *asked, *more, "-o", "x.csv").err == "timeline: x.csv: 1 figure\n"
    said = json.loads((tmp_path / "x.csv.meta.json").read_text("utf-8"))
    assert said["filters"] == {
        "from": "2023-05-01",
        "to": "2023-05-31",
        "type": ["air_strike", "raid"],
        "kind": ["killed"],
        "category": ["ps"],
        "place": ["غزّة"],
        "outlet": ["وكاله"],
        "words": "غزه",
    }
    assert said["rows"] == 1
    assert re.fullmatch(NOW, said["retrieved"])
    assert run("export", "--from", "2023-05-11").out.count("\n") == 1
    assert run("export", "--source", "وزارة").out.count("\n") == 1


@pytest.mark.usefixtures("database")
def test_no_metadata(run: Run, tmp_path: Path) -> None:
    run("export", "--no-metadata", "-o", "x.csv")
    assert (tmp_path / "x.csv").exists()
    assert not (tmp_path / "x.csv.meta.json").exists()


@pytest.mark.usefixtures("database")
def test_what_is_said_of_standard_output_only_where_it_is_asked_for(run: Run) -> None:
    assert run("export").err == ""
    said = json.loads(run("export", "--metadata", "--kind", "killed").err.removeprefix("timeline: "))
    assert (said["format"], said["filters"], said["rows"]) == ("csv", {"kind": ["killed"]}, 1)


@pytest.mark.usefixtures("database")
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_what_is_stopped_leaves_the_old_file_and_nothing_else(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> Iterator[object]:
        os.kill(os.getpid(), signal.SIGTERM)
        yield from ()

    (tmp_path / "x.csv").write_text("old", encoding="utf-8")
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr("timeline.commands.exporting.contents", stopped)
    outcome = run("export", "-o", "x.csv")
    assert (outcome.status, outcome.err) == (1, "timeline: stopped\n")
    assert (tmp_path / "x.csv").read_text(encoding="utf-8") == "old"
    assert not list(tmp_path.glob(".*"))
    assert signal.getsignal(signal.SIGTERM) == before


def test_what_is_left_out_is_said(run: Run) -> None:
    run("ingest", "-", stdin="وقع انفجار في غزة، وقتل شخصان في غارة على رفح.".encode())
    outcome = run("export", "--format", "ical", "-o", "x.ics")
    assert outcome.err == "timeline: x.ics: 0 events\ntimeline: left out, undated: 2\n"


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("arguments", WRONG)
def test_wrong_usage(arguments: str, run: Run) -> None:
    outcome = run("export", *arguments.split())
    assert (outcome.status, outcome.out) == (2, "")
    assert WRONG[arguments] in " ".join(outcome.err.replace("│", " ").split())


@pytest.mark.usefixtures("database")
def test_a_bar_for_long_work(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.commands.exporting._MANY", 1)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    outcome = run("export", "-o", "x.csv")
    assert outcome.status == 0
    assert "1/1" in outcome.err
