"""A path or URL -> an engine for the database that is there: one that writes, or one that only can read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from timeline.store.opening.problems import DatabaseProblem, check_sqlite_file, why_read_only
from timeline.store.opening.readonly import open_read_only

_CACHE = 32_000  # kibibytes at most: SQLite's own two megabytes are too few for the indexes of a million articles


def connect(url_or_path: str | Path, *, busy_seconds: float = 10.0) -> Engine:
    """An engine for a database as it is, neither created nor migrated. Raises `DatabaseProblem`."""
    url = parse_url(url_or_path)
    if url.get_backend_name() != "sqlite":
        return _postgresql(url)
    if path := database_file(url):
        check_sqlite_file(path)
        if why := why_read_only(path):
            return _sqlite_to_read(url, path, why, busy_seconds)
    return _sqlite(url, busy_seconds)


def parse_url(url_or_path: str | Path) -> URL:
    """The URL of a database; a plain path is one of SQLite. Raises `DatabaseProblem`."""
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
    if backend == "sqlite" and (url.host or url.username):
        raise DatabaseProblem("a SQLite database is a file on this machine: write sqlite:///PATH, with three slashes")
    if backend not in ("sqlite", "postgresql", "postgres"):
        raise DatabaseProblem(f"{backend} databases are not supported: use SQLite or PostgreSQL")
    return url if backend == "sqlite" else url.set(drivername="postgresql+psycopg")


def database_file(url: URL) -> Path | None:
    """The file of the database; None where it is in memory, or on a server."""
    if "\x00" in (url.database or ""):
        raise DatabaseProblem("the name of the database holds a null character: type it again")
    is_file = url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:"
    return Path(url.database or "") if is_file else None


def _sqlite_to_read(url: URL, path: Path, why: str, busy_seconds: float) -> Engine:
    if not path.exists():
        raise DatabaseProblem(why)
    return _set_up(create_engine(url.set(drivername="sqlite"), creator=lambda: open_read_only(path)), busy_seconds)


def _sqlite(url: URL, busy_seconds: float) -> Engine:
    return _set_up(create_engine(url.set(drivername="sqlite")), busy_seconds)


def _set_up(engine: Engine, busy_seconds: float) -> Engine:

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver would begin transactions too late; `begin` below does it
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {int(busy_seconds * 1000)}")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute(f"PRAGMA cache_size = -{_CACHE}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("sqlite_begin", "BEGIN"))

    return engine


def _postgresql(url: URL) -> Engine:
    try:
        return create_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError:
        raise DatabaseProblem("PostgreSQL needs its driver: pip install 'arabic-event-timeline[postgres]'") from None
