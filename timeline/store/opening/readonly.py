"""Opens a SQLite file to read it, also where nothing can be written beside it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from timeline.store.opening.problems import DatabaseProblem

# What SQLite answers where it cannot make the index of a write-ahead log.
_NO_LOG = ("SQLITE_CANTOPEN", "SQLITE_READONLY")


def open_read_only(path: Path) -> sqlite3.Connection:
    """A connection that cannot write. Raises sqlite3.Error and `DatabaseProblem`."""
    return sqlite3.connect(read_only_address(path), uri=True, check_same_thread=False)


def read_only_address(path: Path) -> str:
    """The URI of the file with `mode=ro`, and `immutable=1` where its write-ahead log cannot be opened.

    Immutable means that the log is not read: `DatabaseProblem` where there is something in it.
    """
    address = f"{path.absolute().as_uri()}?mode=ro"
    if _opens(address):
        return address
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size > 0:
        raise DatabaseProblem(
            f"the database {path} is read-only, and its last changes are in {log.name}, which cannot be opened there: "
            "make the folder writable, or copy both files"
        )
    return f"{address}&immutable=1"


def _opens(address: str) -> bool:
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.Error as error:
        return not getattr(error, "sqlite_errorname", "").startswith(_NO_LOG)
    return True
