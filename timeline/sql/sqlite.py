"""SQLite: the file is opened read-only, `query_only` is on, an authorizer admits only SELECT on the known tables and
views with the functions of the list, a clock stops long queries, and text, memory, rows and cells are capped."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from timeline.sql.answers import QueryProblem, Result, collect, one_line, too_slow
from timeline.sql.open import FUNCTIONS, TABLES, VIEWS
from timeline.store.opening.readonly import read_only_address
from timeline.told import told

_LARGEST_TEXT = 2_000_000  # bytes in a cell
_LARGEST_HEAP = 64_000_000  # bytes of memory that SQLite may take, from then on, for all of this process
_STEPS = 1_000  # of SQLite's machine, between two looks at the clock
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: _LARGEST_TEXT,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 50,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 100,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}


def run(engine: Engine, query: str, limit: int, seconds: float) -> Result:
    """The answer to one SELECT. Raises `QueryProblem`."""
    try:
        with closing(_open(engine, seconds)) as connection:
            _wall_in(connection, time.monotonic() + seconds)
            return _answer(connection, query, limit)
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError, MemoryError) as error:
        raise QueryProblem(_explain(error, seconds)) from error


def _open(engine: Engine, seconds: float) -> sqlite3.Connection:
    if not engine.url.database or engine.url.database == ":memory:":
        raise QueryProblem("queries need a database in a file")
    address = read_only_address(Path(engine.url.database))
    return sqlite3.connect(address, uri=True, timeout=seconds, isolation_level=None)


def _wall_in(connection: sqlite3.Connection, deadline: float) -> None:
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute(f"PRAGMA hard_heap_limit = {_LARGEST_HEAP}")
    # Some tables are in no file: each module of SQLite is one under its own name.
    names = connection.execute("SELECT name FROM sqlite_master UNION ALL SELECT name FROM pragma_module_list")
    taken = {name.lower() for (name,) in names}
    for category, limit in _LIMITS.items():
        connection.setlimit(category, limit)
    connection.set_authorizer(_authorizer(taken))
    connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)


def _authorizer(taken: set[str]) -> Callable[..., int]:
    open_to_all = {*TABLES, *VIEWS}

    def may_read(name: str, column: str) -> bool:
        name = name.lower()
        if name in open_to_all:
            return True
        # count(*) on a WITH query is announced as a read of no column of its name. Which view a read came through is
        # told as well, but that proves nothing: a WITH query may take the name of a view.
        return not column and name not in taken and not name.startswith(("sqlite_", "pragma_"))

    def authorize(action: int, first: str | None, second: str | None, _database: str | None, _by: str | None) -> int:
        match action:
            case sqlite3.SQLITE_SELECT | sqlite3.SQLITE_RECURSIVE:
                allowed = True
            case sqlite3.SQLITE_READ:
                allowed = may_read(first or "", second or "")
            case sqlite3.SQLITE_FUNCTION:
                allowed = (second or "").lower() in FUNCTIONS
            case _:
                allowed = False
        return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY

    return authorize


def _answer(connection: sqlite3.Connection, query: str, limit: int) -> Result:
    cursor = connection.execute(query)
    if cursor.description is None:
        raise QueryProblem(told("only_select", "only SELECT is allowed"))
    return collect([column[0] for column in cursor.description], cursor, limit)


def _explain(error: Exception, seconds: float) -> str:
    said = one_line(error)
    if "interrupted" in said:
        return too_slow(seconds)
    if isinstance(error, MemoryError):
        return told("query_too_large", "the query needs too much memory: ask for fewer or shorter columns")
    if isinstance(error, UnicodeError):
        return told("query_not_text", "the query holds characters that are no text: type it again")
    if "one statement" in said:
        return told("one_query", "only one statement at a time is allowed")
    if "not authorized" in said or "prohibited" in said:
        line = "only SELECT from {names} is allowed ({said})"
        return told("not_open", line, names=", ".join((*VIEWS, *TABLES)), said=said)
    return told("query_wrong", "the query does not work: {said}", said=said or type(error).__name__)
