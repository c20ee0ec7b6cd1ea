"""Opens a database, and creates or migrates it on first use.

SQLite by default: a path, or `sqlite:///path`. PostgreSQL by URL: `postgresql+psycopg://user@host/name`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from timeline.store import migrating
from timeline.store.problems import DatabaseProblem, check_sqlite_file, one_line

__all__ = ["DEFAULT_DATABASE", "DatabaseProblem", "database_url", "open_database", "reading", "upgrade", "writing"]

DEFAULT_DATABASE = "timeline.db"
VARIABLE = "TIMELINE_DATABASE_URL"
_WRITER = 7_209_350_114  # the key of our PostgreSQL advisory lock: one writer at a time, as SQLite has it


def database_url(option: str | None = None) -> str:
    """The path or URL to open: the option, else the environment, else `timeline.db` in the current folder."""
    return option or os.environ.get(VARIABLE) or DEFAULT_DATABASE


def open_database(url_or_path: str | Path, *, busy_seconds: float = 10.0) -> Engine:
    """A ready engine: the database exists and has the newest schema. Raises `DatabaseProblem`.

    `busy_seconds` is how long a statement waits for another program that holds the lock.
    """
    engine = connect(url_or_path, busy_seconds=busy_seconds)
    try:
        with one_line(engine):
            _keep_a_write_ahead_log(engine)
        upgrade(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def connect(url_or_path: str | Path, *, busy_seconds: float = 10.0) -> Engine:
    """An engine for a database as it is, neither created nor migrated. Raises `DatabaseProblem`."""
    url = _url(url_or_path)
    if "\x00" in (url.database or ""):
        raise DatabaseProblem("the name of the database holds a null character: type it again")
    if url.get_backend_name() == "sqlite":
        if url.database and url.database != ":memory:":
            check_sqlite_file(Path(url.database))
        return _sqlite(url, busy_seconds)
    return _postgresql(url)


def upgrade(engine: Engine) -> None:
    """Brings the schema to the newest revision; does nothing, and takes no lock, when it is there already."""
    with one_line(engine):
        with engine.connect() as connection:
            if migrating.is_current(connection):
                return
        with _one_migration(engine) as connection:
            if not migrating.is_current(connection):
                migrating.upgrade(connection)


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
def _one_migration(engine: Engine) -> Iterator[Connection]:
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


def _url(url_or_path: str | Path) -> URL:
    given = str(url_or_path)
    if not re.match(r"[A-Za-z][A-Za-z0-9+]*://", given):
        return URL.create("sqlite", database=given)
    try:
        url = make_url(given)
        backend = url.get_backend_name()
    except (ArgumentError, ValueError):
        raise DatabaseProblem(
            "the database URL cannot be read: write sqlite:///PATH or postgresql+psycopg://…"
        ) from None
    if backend not in ("sqlite", "postgresql", "postgres"):
        raise DatabaseProblem(f"{backend} databases are not supported: use SQLite or PostgreSQL")
    return url if backend == "sqlite" else url.set(drivername="postgresql+psycopg")


def _sqlite(url: URL, busy_seconds: float) -> Engine:
    engine = create_engine(url.set(drivername="sqlite"))

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver would begin transactions too late; `begin` below does it
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {int(busy_seconds * 1000)}")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("sqlite_begin", "BEGIN"))

    return engine


def _postgresql(url: URL) -> Engine:
    try:
        return create_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError:
        raise DatabaseProblem("PostgreSQL needs its driver: pip install 'psycopg[binary]'") from None


def _keep_a_write_ahead_log(engine: Engine) -> None:
    """Readers and the writer do not wait for each other. The mode is a property of the file and stays with it."""
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection:
        raw = connection.connection.cursor()
        if raw.execute("PRAGMA journal_mode").fetchone() not in (("wal",), ("memory",)):
            raw.execute("PRAGMA journal_mode = WAL")
