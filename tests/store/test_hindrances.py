"""Other programs, other users and sudden ends."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from tests.store.articles import AT, FEW, READ_AT, article, database, dump, stored
from tests.store.users import as_an_ordinary_user, shared_folder
from tests.store.wire import expected, stored_documents, write_wire
from timeline.commands import ingest as ingesting
from timeline.sql import run_query
from timeline.store.asking.queries import counts, figures_between
from timeline.store.opening.database import (
    DatabaseProblem,
    connect,
    open_database,
    open_existing,
    open_to_write,
    reading,
    upgrade,
    writing,
)
from timeline.store.opening.health import faults
from timeline.store.reviewing.reviews import read_reference, review
from timeline.store.writing.save import Saved


@pytest.mark.parametrize("opened", [False, True], ids=["opening", "saving"])
def test_a_locked_database(tmp_path: Path, opened: bool) -> None:
    database(tmp_path).dispose()
    path = tmp_path / "timeline.db"
    engine = open_database(path, busy_seconds=0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        if not opened:
            other.execute("UPDATE alembic_version SET version_num = '0001'")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseProblem, match="is locked by another program: wait until it has finished"):
            stored(engine, article()) if opened else upgrade(engine)
    engine.dispose()


def test_an_ingest_that_another_program_keeps_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It gives up with one line, has written nothing, and goes on when it is called again."""
    wire, path = write_wire(tmp_path / "wire.jsonl", range(3)), tmp_path / "timeline.db"
    database(tmp_path).dispose()
    monkeypatch.setattr(ingesting, "open_to_write", partial(open_database, busy_seconds=0.05))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert ingesting.ingest([str(wire)], None, None, (), str(path)) == 1
    said = capsys.readouterr().err
    assert "is locked by another program: wait until it has finished" in said
    assert "what was stored stays, and the same command resumes" in said
    assert stored_documents(path) == {}
    assert ingesting.ingest([str(wire)], None, None, (), str(path)) == 0
    assert stored_documents(path) == expected(wire)


def test_a_clock_that_was_set_back(engine: Engine) -> None:
    """Nothing is ordered by the clock: what was read last counts, and what was decided last."""
    before = datetime(1999, 1, 1, tzinfo=UTC)
    stored(engine, article(url=AT), FEW)
    assert stored(engine, article(url=AT), at=before).unchanged == 1
    changed = replace(article(url=AT, title="عنوان"), figures=article().figures[1:])
    assert stored(engine, changed, article(id="new", url=f"{AT}/new"), at=before) == Saved(new=1, changed=1)
    assert counts(engine).documents == 3
    reference = read_reference(f"figure:{min(row.id for row in figures_between(engine))}")
    review(engine, reference, "rejected", who="a", at=READ_AT)
    review(engine, reference, "undone", who="a", at=before)
    assert f"figure:{min(row.id for row in figures_between(engine))}" == str(reference)
    with reading(engine) as connection:
        assert list(faults(connection)) == []


@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_new_database_that_another_program_is_making(tmp_path: Path, lock: str) -> None:
    path = tmp_path / "timeline.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("CREATE TABLE x (a)")
        other.execute("DROP TABLE x")
        other.execute(lock)
        with pytest.raises(DatabaseProblem, match="is locked by another program: wait until it has finished"):
            open_database(path, busy_seconds=0.05)


def test_readers_do_not_wait_for_the_writer(tmp_path: Path) -> None:
    engine = database(tmp_path, article())
    with writing(engine) as connection:
        connection.execute(text("DELETE FROM document"))
        assert dump(engine)["document"]
    assert not dump(engine)["document"]
    engine.dispose()


@pytest.fixture
def shared() -> Iterator[Path]:
    with shared_folder() as folder:
        yield folder


@pytest.mark.parametrize("in_use", [False, True], ids=["closed", "with a log"])
@pytest.mark.parametrize(
    ("file", "folder", "message"),
    [
        (0o444, 0o777, r"the database .*timeline\.db is read-only: make it writable, or copy it"),
        (0o666, 0o555, r"the folder of the database .*timeline\.db is read-only: make it writable, or copy the"),
        (0o666, 0o000, r"timeline\.db cannot be reached \(Permission denied\): give another path"),
    ],
    ids=["file", "folder", "closed folder"],
)
def test_what_is_read_only(shared: Path, file: int, folder: int, message: str, in_use: bool) -> None:
    path = shared / "timeline.db"
    engine = database(shared, article())
    if not in_use:
        engine.dispose()
    assert (shared / "timeline.db-wal").exists() == in_use
    path.chmod(file)
    shared.chmod(folder)
    with as_an_ordinary_user(), pytest.raises(DatabaseProblem, match=message):
        open_to_write(path)
    engine.dispose()


READ_ONLY = pytest.mark.parametrize(
    ("file", "folder"), [(0o444, 0o777), (0o444, 0o555), (0o644, 0o555)], ids=["file", "both", "folder"]
)


@READ_ONLY
@pytest.mark.parametrize("in_use", [False, True], ids=["closed", "with a log"])
def test_what_is_read_only_can_be_read(shared: Path, file: int, folder: int, in_use: bool) -> None:
    path = shared / "timeline.db"
    engine = database(shared, article())
    if not in_use:
        engine.dispose()
    path.chmod(file)
    shared.chmod(folder)
    with as_an_ordinary_user():
        found = open_existing(path)
        assert counts(found).documents == 1
        assert run_query(found, "SELECT count(*) FROM documents").rows == [(1,)]
        found.dispose()
    engine.dispose()


def test_a_read_only_log_that_cannot_be_opened_is_not_passed_over(shared: Path) -> None:
    path = shared / "timeline.db"
    engine = database(shared, article())
    (shared / "copy.db").write_bytes(path.read_bytes())
    (shared / "copy.db-wal").write_bytes((shared / "timeline.db-wal").read_bytes())
    engine.dispose()
    shared.chmod(0o555)
    with as_an_ordinary_user(), pytest.raises(DatabaseProblem, match=r"its last changes are in copy\.db-wal"):
        open_existing(shared / "copy.db")


def test_an_old_schema_in_a_read_only_place(shared: Path) -> None:
    path = shared / "timeline.db"
    database(shared).dispose()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    shared.chmod(0o555)
    with as_an_ordinary_user(), pytest.raises(DatabaseProblem, match="is older than this program, and it is read-only"):
        open_existing(path)


@pytest.mark.parametrize("content", [None, b""], ids=["missing", "empty"])
def test_only_a_database_that_exists_is_read(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "timeline.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DatabaseProblem, match=r"there is no database .*timeline\.db; timeline ingest PATH --database"):
        open_existing(path)
    assert [each.stat().st_size for each in tmp_path.iterdir()] == ([] if content is None else [0])


def test_a_folder_becomes_read_only_while_the_database_is_open(shared: Path) -> None:
    path = shared / "timeline.db"
    database(shared, article()).dispose()
    path.chmod(0o444)
    engine = connect_without_looking(path)
    with as_an_ordinary_user(), pytest.raises(DatabaseProblem, match="cannot be written to: make the file"):
        stored(engine, article(title="عنوان"))
    engine.dispose()


def connect_without_looking(path: Path) -> Engine:
    """As if the file had been writable when it was opened."""
    path.chmod(0o666)
    try:
        return connect(path)
    finally:
        path.chmod(0o444)


KILLED = """
import os, signal, sys
from sqlalchemy import text
from timeline.store.opening.database import open_database, writing
with writing(open_database(sys.argv[1])) as connection:
    connection.execute(text("DELETE FROM figure"))
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_writer_that_is_killed_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    engine = database(tmp_path, article())
    before = dump(engine)
    engine.dispose()
    run = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "timeline.db")], check=False)
    assert run.returncode == -signal.SIGKILL
    engine = open_database(tmp_path / "timeline.db")
    assert dump(engine) == before
    assert stored(engine, article()).unchanged == 1
    engine.dispose()
