"""Opening a database, and what is said when that cannot be."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.store.articles import article, database, dump, stored
from timeline.store.opening.database import DatabaseProblem, database_url, open_database, reading


@pytest.mark.parametrize(
    ("option", "variable", "expected"),
    [
        (None, None, "timeline.db"),
        (None, "postgresql+psycopg://host/name", "postgresql+psycopg://host/name"),
        ("news.db", "postgresql+psycopg://host/name", "news.db"),
        ("", "", "timeline.db"),
    ],
)
def test_which_database(
    option: str | None, variable: str | None, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if variable is None:
        monkeypatch.delenv("TIMELINE_DATABASE_URL", raising=False)
    else:
        monkeypatch.setenv("TIMELINE_DATABASE_URL", variable)
    assert database_url(option) == expected


@pytest.mark.parametrize("name", ["timeline.db", "أخبار ?#%.db"])
def test_it_is_made_on_first_use_and_found_again(tmp_path: Path, name: str) -> None:
    engine = open_database(tmp_path / name)
    stored(engine, article())
    before = dump(engine)
    engine.dispose()
    assert (tmp_path / name).is_file()
    again = open_database(str(tmp_path / name))
    assert dump(again) == before
    again.dispose()


def test_a_url_is_as_good_as_a_path(tmp_path: Path) -> None:
    open_database(f"sqlite:///{tmp_path}/timeline.db").dispose()
    assert (tmp_path / "timeline.db").is_file()


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("foreign_keys", 1), ("busy_timeout", 10_000), ("synchronous", 1)]
)
def test_how_sqlite_is_set(tmp_path: Path, pragma: str, value: object) -> None:
    engine = database(tmp_path)
    with reading(engine) as connection:
        assert connection.scalar(text(f"PRAGMA {pragma}")) == value
    engine.dispose()


def write(content: bytes) -> Callable[[Path], None]:
    def run(path: Path) -> None:
        path.write_bytes(content)

    return run


def sql(*statements: str) -> Callable[[Path], None]:
    def run(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection, connection:
            for statement in statements:
                connection.execute(statement)

    return run


def of_the_future(path: Path) -> None:
    open_database(path).dispose()
    sql("UPDATE alembic_version SET version_num = '9999'")(path)


def damaged(path: Path) -> None:
    open_database(path).dispose()
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 8_000)


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        (write("خبر".encode() * 99), "is not a database file: give the path of a timeline database, or a new name"),
        (write(b"SQLite format 3\x00" + b"\xff" * 999), "is not a database file|is damaged"),
        (Path.mkdir, "is a folder: give the name of a database file in it"),
        (os.mkfifo, "is not a file"),
        (of_the_future, "was made by a newer version of this program: install that version, or give a new name"),
        (sql("CREATE TABLE album (name TEXT)"), "belongs to another program: give a new name"),
        (damaged, "is damaged: restore it from a backup, or give a new name"),
        (lambda path: path.symlink_to(path), "cannot be reached|cannot be opened"),
    ],
)
def test_a_file_that_is_no_database_of_ours(tmp_path: Path, prepare: Callable[[Path], None], message: str) -> None:
    path = tmp_path / "timeline.db"
    prepare(path)
    with pytest.raises(DatabaseProblem, match=message) as caught:
        open_database(path)
    assert "\n" not in str(caught.value)
    assert "timeline.db" in str(caught.value)


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    (tmp_path / "timeline.db").touch()
    engine = database(tmp_path, article())
    assert dump(engine)["document"]
    engine.dispose()


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("missing/timeline.db", r"the folder missing of the database timeline\.db is missing: create it first"),
        ("mysql://host/name", "mysql databases are not supported: use SQLite or PostgreSQL"),
        ("nonsense://host", "nonsense databases are not supported|cannot be read"),
        ("sqlite://host:port/x", "the database URL cannot be read"),
        pytest.param("sqlite:///x\x00y", "holds a null character: type it again", id="null"),
        ("x" * 300, r"cannot be reached \(File name too long\): give another path"),
    ],
)
def test_a_url_that_leads_nowhere(url: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DatabaseProblem, match=message) as caught:
        open_database(url)
    assert "\n" not in str(caught.value)


def test_a_postgresql_url_never_shows_its_password() -> None:
    with pytest.raises(DatabaseProblem) as caught:
        open_database("postgresql://user:secret@localhost:1/name")
    assert "secret" not in str(caught.value)
