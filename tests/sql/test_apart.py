"""The sandbox in a process of its own: the same answers, and nothing of its limits stays here."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.store.articles import article, database
from timeline.sql import QueryProblem, apart, run_query
from timeline.sql.apart import run_query_apart

QUERY = "SELECT id, type, begin, latitude FROM timeline_events ORDER BY id"


def test_the_answer_is_that_of_the_sandbox(tmp_path: Path) -> None:
    engine = database(tmp_path, article())
    assert run_query_apart(engine, QUERY) == run_query(engine, QUERY)
    assert run_query_apart(engine, QUERY, limit=1).cut
    engine.dispose()


@pytest.mark.parametrize(
    "query", ["DELETE FROM document", "SELECT * FROM review", "", "SELECT \x00", "SELECT 1; SELECT 2"]
)
def test_what_is_refused_is_said_here(tmp_path: Path, query: str) -> None:
    engine = database(tmp_path, article())
    with pytest.raises(QueryProblem):
        run_query_apart(engine, query)
    engine.dispose()


LIMITS = """
import sys
from timeline.sql import apart, run_query
from timeline.store.database import connect, reading
engine = connect(sys.argv[1])
for run in (apart.run_query_apart, run_query):
    run(engine, "SELECT 1")
    with reading(engine) as connection:
        print(connection.exec_driver_sql("PRAGMA hard_heap_limit").scalar())
"""


def test_no_limit_of_memory_stays_behind(tmp_path: Path) -> None:
    """Where the sandbox ran in the process itself, there is one for ever."""
    database(tmp_path, article()).dispose()
    command = [sys.executable, "-c", LIMITS, str(tmp_path / "timeline.db")]
    apart_from_it, in_it = map(int, subprocess.run(command, capture_output=True, check=True, text=True).stdout.split())
    assert apart_from_it == 0
    assert in_it > 0


def test_a_process_that_was_killed_is_started_again(tmp_path: Path) -> None:
    engine = database(tmp_path, article())
    run_query_apart(engine, QUERY)
    for process in list(apart._processes()._processes):
        os.kill(process, signal.SIGKILL)
    with suppress(QueryProblem):  # it may be asked before anybody knows that it has ended
        run_query_apart(engine, QUERY)
    assert len(run_query_apart(engine, QUERY).rows) == 2
    engine.dispose()
