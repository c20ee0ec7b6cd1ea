"""PostgreSQL: a role that sees the views alone, in a read-only transaction with a clock, and only functions of a list.

The query is read with the extended protocol, which takes one statement, through a cursor, which takes only SELECT.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from sqlalchemy import Engine

from timeline.sql.answers import QueryProblem, Result, collect, one_line, too_slow
from timeline.sql.lexing import called, named
from timeline.sql.open import FUNCTIONS, VIEWS
from timeline.store.opening.problems import one_line as as_database_problems
from timeline.store.opening.readers import READER, can_read_as_reader

_MORE_FUNCTIONS = frozenset(
    """
    bool_and bool_or cast ceil ceiling char concat date_part date_trunc decimal every extract floor greatest interval
    least left mod mode numeric percentile_cont percentile_disc position right split_part stddev strpos
    timestamp timestamptz to_char to_date trim trunc varchar variance
    """.split()
)
_LARGEST_ROW = 2_000_000  # bytes
_AT_ONCE = 10  # rows fetched together: no more than that many of the largest are held
# Functions and tables of the system, and documents whose parser looks at no clock.
_SYSTEM = ("pg_", "information_schema", "xml", "json")


def run(engine: Engine, query: str, limit: int, seconds: float) -> Result:
    """The answer to one SELECT. Raises `QueryProblem` and `DatabaseProblem`."""
    import psycopg

    query = query.strip().rstrip(";")
    calls = called(query)
    _check_names(query)
    deadline = time.monotonic() + seconds
    with as_database_problems(engine), closing(engine.raw_connection()) as pooled:
        connection: Any = pooled.driver_connection
        try:
            _check_functions(connection, calls)
            _wall_in(connection)
            return _answer(connection, query, limit, deadline)
        except (psycopg.Error, UnicodeError) as error:
            raise QueryProblem(_explain(error, seconds)) from error
        finally:
            connection.rollback()


def _check_names(query: str) -> None:
    for name in sorted(named(query)):
        if name.startswith(_SYSTEM):
            raise QueryProblem(f"only SELECT from {', '.join(VIEWS)} is allowed ({name} is not)")


def _check_functions(connection: Any, calls: set[str]) -> None:
    """What is called must be in the list, or be no function but a type, a keyword, the name of a WITH query."""
    others = sorted(calls - FUNCTIONS - _MORE_FUNCTIONS)
    found = connection.execute("SELECT min(proname) FROM pg_catalog.pg_proc WHERE proname = ANY(%s)", [others])
    if name := found.fetchone()[0]:
        raise QueryProblem(f"the function {name} is not allowed")


def _wall_in(connection: Any) -> None:
    if not can_read_as_reader(connection):
        raise QueryProblem(
            f"queries run as the role {READER}, which is missing here or not granted to you: "
            "run timeline database upgrade as a user who may create roles"
        )
    for setting in (
        "TRANSACTION READ ONLY",
        "LOCAL standard_conforming_strings = on",
        "LOCAL work_mem = '16MB'",
        "LOCAL max_parallel_workers_per_gather = 0",
        f"LOCAL ROLE {READER}",
    ):
        connection.execute(f"SET {setting}")


def _answer(connection: Any, query: str, limit: int, deadline: float) -> Result:
    with connection.cursor(name="answer") as cursor:
        _set_clock(connection, deadline)
        cursor.execute(_capped(query))
        columns = [column.name for column in cursor.description or ()]
        return collect(columns, _rows(connection, cursor, deadline), limit)


def _capped(query: str) -> str:
    """The query with a condition that fails on a row that is too large, under a name that the query cannot know."""
    row = f"row_{secrets.token_hex(8)}"
    size = f"octet_length({row}::text)"
    too_large = f"CASE WHEN {size} > {_LARGEST_ROW} THEN ('the row is too large: ' || {size})::integer ELSE 1 END = 1"
    return f"SELECT * FROM (\n{query}\n) AS {row} WHERE {too_large}"


def _rows(connection: Any, cursor: Any, deadline: float) -> Iterator[Any]:
    while some := cursor.fetchmany(_AT_ONCE):
        yield from some
        _set_clock(connection, deadline)


def _set_clock(connection: Any, deadline: float) -> None:
    left = max(1, int((deadline - time.monotonic()) * 1000))
    connection.execute(f"SET LOCAL statement_timeout = {left}")


def _explain(error: Exception, seconds: float) -> str:
    said = one_line(getattr(getattr(error, "diag", None), "message_primary", None) or error)
    state = getattr(error, "sqlstate", None)
    if state == "57014":
        return too_slow(seconds)
    if isinstance(error, UnicodeError):
        return "the query holds characters that are no text: type it again"
    if state == "22P02" and "the row is too large" in said:
        return f"a row is larger than {_LARGEST_ROW:,} bytes: ask for fewer or shorter columns"
    if state == "42501":
        return f"only SELECT from {', '.join(VIEWS)} is allowed ({said})"
    return f"the query does not work: {said or type(error).__name__}"
