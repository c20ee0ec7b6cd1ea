"""The read-only sandbox behind `timeline sql` and the SQL page: strangers' queries on our tables, and nothing else.

Each wall stands alone: the file is opened read-only, `query_only` is on, an authorizer admits only SELECT on the
known tables and views with the functions listed here, a clock stops long queries, and text, rows and cells are capped.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from timeline.store.models import Row
from timeline.store.readonly import read_only_address
from timeline.store.views import DAILY_FIGURES, DOCUMENTS, REPORTED_FIGURES, TIMELINE_EVENTS, TOLLS, UNRESOLVED_TIMES

Value = str | int | float | None
VIEWS = tuple(
    view.name for view in (TIMELINE_EVENTS, REPORTED_FIGURES, TOLLS, DAILY_FIGURES, DOCUMENTS, UNRESOLVED_TIMES)
)
TABLES = tuple(Row.metadata.tables)

# Left out: what reaches outside (load_extension), what makes text of any size (zeroblob, printf, randomblob), and what
# searches text for text inside one call, where the clock is not looked at (instr, replace, trim). LIKE and GLOB do
# so too, for which the length of their patterns is capped.
FUNCTIONS = frozenset(
    """
    abs avg coalesce count cume_dist date datetime dense_rank first_value glob group_concat ifnull iif julianday lag
    last_value lead length like lower max min nth_value ntile nullif percent_rank rank round row_number sign strftime
    string_agg substr substring sum time total typeof unicode unixepoch upper
    """.split()
)
LONGEST_QUERY = 20_000  # characters
_LARGEST_TEXT = 10_000_000  # bytes in a cell
_LARGEST_ANSWER = 50_000_000  # characters in all cells
_STEPS = 1_000  # of SQLite's machine, between two looks at the clock
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: _LARGEST_TEXT,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 50,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 200,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}


class QueryProblem(Exception):
    """The query was not run, or not to its end; the message is one line that says why."""


@dataclass(frozen=True, slots=True)
class Result:
    """The answer: a tuple a row. `cut` says that there was more than was asked for."""

    columns: tuple[str, ...]
    rows: list[tuple[Value, ...]]
    cut: bool


def run_query(engine: Engine, query: str, limit: int = 1000, seconds: float = 2.0) -> Result:
    """At most `limit` rows of one SELECT, found within `seconds`. Raises `QueryProblem`."""
    _check(query)
    try:
        with closing(_open(engine, seconds)) as connection:
            _wall_in(connection, time.monotonic() + seconds)
            return _answer(connection, query, limit)
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError, MemoryError) as error:
        raise QueryProblem(_explain(error, seconds)) from error


def _check(query: str) -> None:
    if len(query) > LONGEST_QUERY:
        raise QueryProblem(f"the query is longer than {LONGEST_QUERY:,} characters: shorten it")
    if not query.strip(" \t\r\n;"):
        raise QueryProblem("the query is empty: write a SELECT, such as SELECT * FROM timeline_events")


def _open(engine: Engine, seconds: float) -> sqlite3.Connection:
    if engine.dialect.name != "sqlite":
        raise QueryProblem("queries run on SQLite databases only: use psql for PostgreSQL")
    if not engine.url.database or engine.url.database == ":memory:":
        raise QueryProblem("queries need a database in a file")
    address = read_only_address(Path(engine.url.database))
    return sqlite3.connect(address, uri=True, timeout=seconds, isolation_level=None)


def _wall_in(connection: sqlite3.Connection, deadline: float) -> None:
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    names = {name.lower() for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    for category, limit in _LIMITS.items():
        connection.setlimit(category, limit)
    connection.set_authorizer(_authorizer(names))
    connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)


def _authorizer(in_the_file: set[str]) -> Callable[..., int]:
    open_to_all = {*TABLES, *VIEWS}

    def may_read(name: str, column: str) -> bool:
        name = name.lower()
        if name in open_to_all:
            return True
        # count(*) on a WITH query is announced as a read of no column of its name.
        return not column and name not in in_the_file and not name.startswith(("sqlite_", "pragma_"))

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
        raise QueryProblem("only SELECT is allowed")
    rows: list[tuple[Value, ...]] = []
    for row, size in _sized(cursor):
        if len(rows) >= limit or size > _LARGEST_ANSWER:
            return Result(_names(cursor), rows, cut=True)
        rows.append(row)
    return Result(_names(cursor), rows, cut=False)


def _names(cursor: sqlite3.Cursor) -> tuple[str, ...]:
    return tuple(column[0] for column in cursor.description)


def _sized(cursor: sqlite3.Cursor) -> Iterator[tuple[tuple[Value, ...], int]]:
    """The rows with the number of characters so far."""
    size = 0
    for row in cursor:
        cells = tuple(f"x'{cell.hex()}'" if isinstance(cell, bytes) else cell for cell in row)
        size += sum(len(cell) for cell in cells if isinstance(cell, str))
        yield cells, size


def _explain(error: Exception, seconds: float) -> str:
    said = " ".join(str(error).split())[:300]
    if "interrupted" in said:
        return f"the query took longer than {seconds:g} seconds: narrow it with WHERE or LIMIT"
    if isinstance(error, UnicodeError):
        return "the query holds characters that are no text: type it again"
    if "one statement" in said:
        return "only one statement at a time is allowed"
    if "not authorized" in said or "prohibited" in said:
        return f"only SELECT from {', '.join((*VIEWS, *TABLES))} is allowed ({said})"
    return f"the query does not work: {said or type(error).__name__}"
