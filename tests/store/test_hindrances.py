"""Other programs, other users and sudden ends."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from tests.store.articles import article, database, dump, stored
from timeline.store.database import DatabaseProblem, connect, open_database, upgrade, writing


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
    """A folder that other users may enter: pytest's own are private."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
        folder.chmod(0o777)


@contextmanager
def as_an_ordinary_user() -> Iterator[None]:
    """Nothing is read-only for root."""
    if os.geteuid() != 0:
        yield
        return
    nobody = 65534
    os.setresuid(nobody, nobody, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


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
        open_database(path)
    engine.dispose()


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
from timeline.store.database import open_database, writing
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
