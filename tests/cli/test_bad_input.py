"""Whatever is wrong with the input: one clear line, the right exit status, and the rest is still read."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Run

GOOD = b'{"id": "good", "text": "x"}\n'
FILES = {
    "good.jsonl": GOOD,
    "empty.txt": b"",
    "binary.txt": b"\x89PNG\r\n\x1a\n\xff\xfe\xe9\x00\x01",
    "line.jsonl": b'not json\n{"id": "1"}\n' + GOOD.replace(b"good", b"after"),
    "folder/notes.pdf": b"%PDF",
    "header.txt": b"publishd: 2023-05-10\n\nx",
}
# arguments of `extract` | what standard error says | ids that are still read
READ = [
    ("missing.txt good.jsonl", "missing.txt: No such file", ["good"]),
    ("folder good.jsonl", "folder: there are no articles", ["good"]),
    ("binary.txt good.jsonl", "binary.txt: its bytes are not text", ["good"]),
    ("empty.txt good.jsonl", "empty.txt: it is empty", ["good"]),
    ("line.jsonl good.jsonl", "line.jsonl, line 1: it is not JSON", ["after", "good"]),
    ("line.jsonl", 'line.jsonl, line 2: it has no text; an article needs a field "text"', ["after"]),
    (
        "header.txt good.jsonl",
        "header.txt: its header has an unknown key 'publishd'; did you mean published?",
        ["good"],
    ),
    ("folder/notes.pdf", "folder/notes.pdf: files of this kind are not read", []),
]
ARGUMENTS = {
    "--timezone Asia/Gazza": "unknown time zone 'Asia/Gazza'; did you mean Asia/Gaza",
    "--timezone +03:00": "unknown time zone '+03:00'; give the IANA name of a place, such as Asia/Gaza",
    "--published yesterday": "cannot read the publication time 'yesterday'; write the full date",
}
USAGE = [
    "extract",
    "ingest",
    "explain",
    "nonsense",
    "extract good.jsonl --nonsense",
    "show --limit -1",
    "show --limit many",
    "dashboard --port 70000",
    "export --format pdf",
    "sql",
    "sql x --csv --json",
    "sql x --file y.sql",
    "sql x --timeout 0",
    "evaluate x --raise-floors",
    "tolls --rule best",
    "tolls --rule claimant:",
    "tolls --kind dead",
    "tolls --since yesterday",
    "tolls --until 2023-13-01",
    "tolls --format pdf",
    "tolls --basis difference",
    "tolls --daily --basis both",
    "tolls --limit -1",
]
DATABASES = {
    "text.db": "is not a database file",
    "folder": "is a folder",
    "missing/timeline.db": "is missing",
    "newer.db": "newer version",
    "mysql://x/y": "not supported",
}


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)


@pytest.mark.parametrize(("arguments", "says", "ids"), READ, ids=[row[0] for row in READ])
def test_one_clear_line_and_the_rest_is_read(arguments: str, says: str, ids: list[str], run: Run) -> None:
    outcome = run("extract", *arguments.split())
    assert outcome.status == 1
    assert f"timeline: {says}" in outcome.err
    assert [json.loads(line)["id"] for line in outcome.out.splitlines()] == ids


@pytest.mark.parametrize("arguments", ARGUMENTS)
def test_a_value_that_cannot_be_understood_is_wrong_usage(arguments: str, run: Run) -> None:
    outcome = run("extract", "good.jsonl", *arguments.split())
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert f"timeline: {ARGUMENTS[arguments]}" in outcome.err


@pytest.mark.parametrize(
    "command", ["show", "tolls", "export", "sql x", "dashboard", "reread", "database check", "database backup y.db"]
)
def test_a_database_that_is_not_there_is_not_made(command: str, run: Run, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    outcome = run(*command.split(), "--database", "x.db")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err == "timeline: there is no database x.db; timeline ingest PATH --database x.db makes it\n"
    assert set(tmp_path.iterdir()) == before


def test_nothing_readable_makes_no_database(run: Run, tmp_path: Path) -> None:
    outcome = run("ingest", "missing.txt")
    assert (outcome.status, outcome.out) == (1, "")
    assert "missing.txt: No such file" in outcome.err
    assert not (tmp_path / "timeline.db").exists()


@pytest.mark.parametrize("arguments", USAGE)
def test_wrong_usage_is_2(arguments: str, run: Run) -> None:
    outcome = run(*arguments.split())
    assert (outcome.status, outcome.out) == (2, "")
    assert "Error: " in outcome.err


@pytest.mark.parametrize("database", DATABASES)
@pytest.mark.parametrize("command", ["ingest good.jsonl", "show", "tolls", "export", "sql x", "database upgrade"])
def test_a_database_that_cannot_be_used(database: str, command: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("this is no database", encoding="utf-8")
    _make_newer_database(tmp_path / "newer.db")
    outcome = run(*command.split(), "--database", database)
    assert (outcome.status, outcome.out) == (1, "")
    assert DATABASES[database] in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_read_only_folder(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # the superuser may write anywhere
    outcome = run("ingest", "good.jsonl")
    assert outcome.status == 1
    assert "read-only: make it writable" in outcome.err


def test_an_export_that_cannot_be_written(run: Run) -> None:
    run("database", "upgrade")
    outcome = run("export", "-o", "missing/figures.csv")
    assert outcome.status == 1
    assert "cannot write missing/figures.csv" in outcome.err


@pytest.mark.parametrize("query", ["DELETE FROM document", "SELECT nonsense", "", "SELECT 1; SELECT 2"])
def test_a_query_that_cannot_be_run(query: str, run: Run) -> None:
    run("database", "upgrade")
    outcome = run("sql", query)
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (1, "", 1)


@pytest.mark.parametrize("name", ["missing.jsonl", "good.jsonl", "empty.txt", "binary.txt"])
def test_a_gold_file_that_is_none(name: str, run: Run) -> None:
    outcome = run("evaluate", name)
    assert (outcome.status, outcome.out) == (1, "")
    assert name in outcome.err


def test_text_that_no_file_can_hold_is_still_read(run: Run) -> None:
    outcome = run("ingest", "-", stdin=b'{"id": "a\\u0000\\ud800", "text": "a\\u0000b\\ud800", "title": "\\udfff"}')
    assert (outcome.status, outcome.err) == (0, "")
    assert "read 1 article, 1 new" in outcome.out


def test_one_id_for_two_articles_keeps_both(run: Run) -> None:
    outcome = run("ingest", "-", stdin=GOOD + GOOD.replace(b'"x"', b'"y"'))
    assert outcome.status == 0
    assert "2 new" in outcome.out
    assert "timeline: good: more than one article has this id" in outcome.err


def test_a_fault_of_the_reader_stops_one_article_only(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(document: object, anchors: object) -> None:
        raise RecursionError("too deep\nfor one line")

    monkeypatch.setattr("timeline.commands.reading.read_article", fail)
    outcome = run("extract", "good.jsonl", "line.jsonl")
    assert (outcome.status, outcome.out) == (1, "")
    assert "good: unexpected RecursionError: too deep for one line; this is a fault of the program" in outcome.err
    assert "after: unexpected" in outcome.err


def _make_newer_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32))")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
    connection.close()
