"""Strangers' queries, in the sandbox of `timeline sql`."""

from __future__ import annotations

from dashboard.data.opened import database
from timeline.sql import Result, run_query

MOST_ROWS = 10_000
SECONDS = 2.0


def ask(query: str) -> Result:
    """At most `MOST_ROWS` of one SELECT, found within `SECONDS`. Raises `QueryProblem` and `DatabaseProblem`."""
    return run_query(database(), query, MOST_ROWS, SECONDS)
