"""Strangers' queries, in the sandbox of `timeline sql` and in a process of their own."""

from __future__ import annotations

from dashboard.data.opened import database
from timeline.sql import Result
from timeline.sql.apart import get_ready, run_query_apart

__all__ = ["MOST_ROWS", "SECONDS", "ask", "get_ready"]

MOST_ROWS = 10_000
SECONDS = 2.0


def ask(query: str) -> Result:
    """At most `MOST_ROWS` of one SELECT, found within `SECONDS`. Raises `QueryProblem` and `DatabaseProblem`."""
    return run_query_apart(database(), query, MOST_ROWS, SECONDS)
