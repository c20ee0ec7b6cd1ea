"""`timeline reread` and `timeline database …`: what keeps a database in order."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import WIRE, Run

LINES = [json.dumps({"id": name, "text": f"{name} {WIRE}"}).encode() for name in ("a", "b", "c")]


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Path:
    run("ingest", "-", stdin=b"\n".join(LINES))
    return tmp_path / "timeline.db"


def change(database: Path, statement: str) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(statement)


def test_only_what_an_older_version_read_is_read_again(run: Run, filled: Path) -> None:
    nothing = run("reread")
    assert nothing.out == "timeline.db: nothing was read by an older version; --all reads every article again\n"
    change(filled, "UPDATE document SET extractor = '0.0.1' WHERE id < 3")
    assert run("reread").out == "timeline.db: read 2 again, 2 changed, 0 unchanged\n"
    assert run("reread", "--all").out == "timeline.db: read 3 again, 0 changed, 3 unchanged\n"


def test_an_article_that_cannot_be_read_again_stops_no_other(
    run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(document: object, anchors: object) -> object:
        raise RuntimeError("no\nway")

    monkeypatch.setattr("timeline.commands.reading.read_article", fail)
    outcome = run("reread", "--all")
    assert outcome.status == 1
    assert outcome.err.count("\n") == 3
    assert "unexpected RuntimeError: no way" in outcome.err


def test_backup_and_check(run: Run, filled: Path) -> None:
    assert run("database", "backup", "copy.db").out == "timeline.db: copied to copy.db\n"
    assert run("database", "check", "--database", "copy.db").status == 0
    again = run("database", "backup", "copy.db")
    assert (again.status, again.err) == (1, "timeline: copy.db is there already: give a new name for the backup\n")


def test_check_lists_every_fault(run: Run, filled: Path) -> None:
    change(filled, "UPDATE figure SET text = 'x'")
    change(filled, "UPDATE document SET folded = 'x' WHERE id = 2")
    outcome = run("database", "check")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.splitlines() == [
        "timeline: timeline.db: the words of a figure are not those of its article (id 1, 2, 3)",
        "timeline: timeline.db: the search does not know all the words of an article (id 2)",
    ]
