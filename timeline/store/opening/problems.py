"""What can be wrong with a database, in one line that says what and what to do."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Engine
from sqlalchemy.exc import SQLAlchemyError

from timeline.store.opening.passwords import without_passwords

SQLITE_MAGIC = b"SQLite format 3\x00"

# By the beginning of SQLite's own names for its errors.
_ADVICE = {
    "SQLITE_BUSY": "is locked by another program: wait until it has finished, or close it, and try again",
    "SQLITE_LOCKED": "is locked by another program: wait until it has finished, or close it, and try again",
    "SQLITE_READONLY": "cannot be written to: make the file and its folder writable, or copy the database elsewhere",
    "SQLITE_PERM": "cannot be written to: make the file and its folder writable, or copy the database elsewhere",
    "SQLITE_CANTOPEN": "cannot be opened: check that its folder exists and that you may write there",
    "SQLITE_NOTADB": "is not a database file: give the path of a timeline database, or a new name",
    "SQLITE_CORRUPT": "is damaged: restore it from a backup, or give a new name",
    "SQLITE_FULL": "cannot grow, the disk is full: free some space and try again",
    "SQLITE_IOERR": "cannot be read or written (disk error, or no more room for it): check the disk",
    "SQLITE_TOOBIG": "cannot hold a text this long: split the document",
}


class DatabaseProblem(Exception):
    """The database cannot be used; the message is one line that says what and what to do, and no password."""

    def __init__(self, message: str) -> None:
        super().__init__(without_passwords(message))


def name_of(url: URL) -> str:
    """The file of a SQLite database, the URL (without its passwords) of any other."""
    name = url.database or "in memory" if url.get_backend_name() == "sqlite" else url.render_as_string()
    return without_passwords(name)


def check_sqlite_file(path: Path) -> None:
    """Refuses what cannot become or is not a SQLite file. SQLite's own messages would not say why."""
    with _reached(path):
        _check_path(path)


def why_read_only(path: Path) -> str | None:
    """What keeps the database from being written to, and what to do about it; None where nothing does."""
    with _reached(path):
        # SQLite writes its journal beside the file, so the folder matters as much as the file.
        if not os.access(path.parent, os.W_OK | os.X_OK):
            return f"the folder of the database {path} is read-only: make it writable, or copy the database"
        if path.exists() and not os.access(path, os.W_OK):
            return f"the database {path} is read-only: make it writable, or copy it"
    return None


@contextmanager
def _reached(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DatabaseProblem(f"the database {path} cannot be reached ({error.strerror}): give another path") from error


def _check_path(path: Path) -> None:
    if path.is_dir():
        raise DatabaseProblem(f"{path} is a folder: give the name of a database file in it")
    if not path.parent.is_dir():
        raise DatabaseProblem(f"the folder {path.parent} of the database {path.name} is missing: create it first")
    if path.exists():
        _check_existing(path)


def _check_existing(path: Path) -> None:
    if not path.is_file():
        raise DatabaseProblem(f"{path} is not a file: give the path of a timeline database, or a new name")
    with path.open("rb") as file:
        start = file.read(len(SQLITE_MAGIC))
    if start and start != SQLITE_MAGIC:
        raise DatabaseProblem(f"the database {path} {_ADVICE['SQLITE_NOTADB']}")


@contextmanager
def one_line(engine: Engine) -> Iterator[None]:
    """Turns whatever the driver raises into a `DatabaseProblem`."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:  # the latter from pragmas, which go to the driver itself
        raise DatabaseProblem(_explain(error, name_of(engine.url))) from error
    except BrokenPipeError:  # whoever read the rows has left, which the database has nothing to do with
        raise
    except OSError as error:
        raise DatabaseProblem(f"the database {name_of(engine.url)}: {error.strerror or error}") from error


def _explain(error: Exception, name: str) -> str:
    cause = getattr(error, "orig", None) or error
    code = getattr(cause, "sqlite_errorname", "")
    for beginning, advice in _ADVICE.items():
        if code.startswith(beginning):
            return f"the database {name} {advice}"
    if getattr(error, "connection_invalidated", False):
        return f"the server of the database {name} has gone (stopped, restarted, or not reached): see that it runs"
    return f"the database {name} answered: {' '.join(str(cause).split())[:300]}"
