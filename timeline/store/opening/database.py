"""Opens a database: to write, which creates and migrates it on first use, or as it is.

SQLite by default: a path, or `sqlite:///path`. PostgreSQL by URL: `postgresql+psycopg://user@host/name`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from timeline.store.opening import migrating
from timeline.store.opening.engines import connect, database_file, parse_url
from timeline.store.opening.problems import DatabaseProblem, check_sqlite_file, name_of, one_line, why_read_only
from timeline.store.opening.readers import READER, let_readers_in

__all__ = [
    "DEFAULT_DATABASE",
    "READER",
    "DatabaseProblem",
    "check_existence",
    "connect",
    "database_url",
    "exists",
    "let_queries_in",
    "one_migration",
    "open_database",
    "open_existing",
    "open_to_write",
    "reading",
    "upgrade",
    "writing",
]

DEFAULT_DATABASE = "timeline.db"
VARIABLE = "TIMELINE_DATABASE_URL"
_WRITER = 7_209_350_114  # the key of our PostgreSQL advisory lock: one writer at a time, as SQLite has it


def database_url(option: str | None = None) -> str:
    """The path or URL to open: the option, else the environment, else `timeline.db` in the current folder."""
    return option or os.environ.get(VARIABLE) or DEFAULT_DATABASE


def open_database(url_or_path: str | Path, *, busy_seconds: float = 10.0) -> Engine:
    """A ready engine: the database exists and has the newest schema. Raises `DatabaseProblem`.

    One in a read-only place is opened to be read only. `busy_seconds` is how long a statement waits for another
    program that holds the lock.
    """
    engine = connect(url_or_path, busy_seconds=busy_seconds)
    try:
        if _is_read_only(engine):
            _check_that_it_is_current(engine)
        else:
            with one_line(engine):
                _keep_a_write_ahead_log(engine)
            upgrade(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def open_to_write(url_or_path: str | Path) -> Engine:
    """`open_database` that refuses a read-only place at once, not at the first row. Raises `DatabaseProblem`.

    A minute is long enough for several writers of whole batches to take turns.
    """
    if path := database_file(parse_url(url_or_path)):
        check_sqlite_file(path)
        if why := why_read_only(path):
            raise DatabaseProblem(why)
    return open_database(url_or_path, busy_seconds=60)


def open_existing(url_or_path: str | Path) -> Engine:
    """`open_database` that makes no new one. Raises `DatabaseProblem`."""
    check_existence(url_or_path)
    return open_database(url_or_path)


def exists(url_or_path: str | Path) -> bool:
    """Whether there is a file with something in it; true of every database that is not a file."""
    path = database_file(parse_url(url_or_path))
    if path is None:
        return True
    check_sqlite_file(path)
    return path.exists() and path.stat().st_size > 0


def check_existence(url_or_path: str | Path) -> None:
    """Raises `DatabaseProblem` where there is no database, and says what makes one."""
    if not exists(url_or_path):
        name = name_of(parse_url(url_or_path))
        raise DatabaseProblem(f"there is no database {name}; timeline ingest PATH --database {name} makes it")


def upgrade(engine: Engine) -> None:
    """Brings the schema to the newest revision; does nothing, and takes no lock, when it is there already."""
    with one_line(engine):
        with engine.connect() as connection:
            if migrating.is_current(connection):
                return
        with one_migration(engine) as connection:
            if not migrating.is_current(connection):
                migrating.upgrade(connection)
            if connection.dialect.name == "postgresql":
                let_readers_in(connection)  # views that were made anew are closed to everybody else


def let_queries_in(engine: Engine) -> bool:
    """Whether strangers' queries can run: on PostgreSQL they need a role, which not everybody may create."""
    if engine.dialect.name == "sqlite":
        return True
    with writing(engine) as connection:
        return let_readers_in(connection)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection for queries; every error of the driver is a `DatabaseProblem`."""
    with one_line(engine), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that holds the write lock from its first statement: all of it is kept, or nothing."""
    with one_line(engine), engine.connect() as connection, _locked(connection):
        yield connection


@contextmanager
def _locked(connection: Connection) -> Iterator[None]:
    with connection.execution_options(sqlite_begin="BEGIN IMMEDIATE").begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER})
        yield


@contextmanager
def one_migration(engine: Engine) -> Iterator[Connection]:
    """A connection on which the schema may be changed: one transaction, in which tables may be rebuilt."""
    # Rebuilding a table drops the old one, and with foreign keys on that would delete every row that points to it.
    # The pragma is ignored inside a transaction, so it comes before.
    with engine.connect() as connection:
        lite = connection.dialect.name == "sqlite"
        raw = connection.connection
        if lite:
            raw.cursor().execute("PRAGMA foreign_keys = OFF")
        try:
            with _locked(connection):
                yield connection
        finally:
            if lite:
                raw.cursor().execute("PRAGMA foreign_keys = ON")


def _is_read_only(engine: Engine) -> bool:
    path = database_file(engine.url)
    return path is not None and why_read_only(path) is not None


def _check_that_it_is_current(engine: Engine) -> None:
    with reading(engine) as connection:
        if not migrating.is_current(connection):
            raise DatabaseProblem(
                f"the schema of the database {name_of(engine.url)} is older than this program, and it is read-only: "
                "make it writable, or copy it, and run timeline database upgrade"
            )


def _keep_a_write_ahead_log(engine: Engine) -> None:
    """Readers and the writer do not wait for each other. The mode is a property of the file and stays with it."""
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection:
        raw = connection.connection.cursor()
        if raw.execute("PRAGMA journal_mode").fetchone() not in (("wal",), ("memory",)):
            raw.execute("PRAGMA journal_mode = WAL")
