"""The read-only sandbox behind `timeline sql` and the SQL page: strangers' queries on our data, and nothing else.

On SQLite see `timeline.sql.sqlite`, on PostgreSQL `timeline.sql.postgresql`: each has several walls, and each wall
stands alone.
"""

from __future__ import annotations

from sqlalchemy import Engine

from timeline.sql import postgresql, sqlite
from timeline.sql.answers import QueryProblem, Result, check_text
from timeline.sql.open import FUNCTIONS, TABLES, VIEWS

__all__ = ["FUNCTIONS", "TABLES", "VIEWS", "QueryProblem", "Result", "run_query"]


def run_query(engine: Engine, query: str, limit: int = 1000, seconds: float = 2.0) -> Result:
    """At most `limit` rows of one SELECT, found within `seconds`. Raises `QueryProblem`."""
    check_text(query)
    run = sqlite.run if engine.dialect.name == "sqlite" else postgresql.run
    return run(engine, query, limit, seconds)
