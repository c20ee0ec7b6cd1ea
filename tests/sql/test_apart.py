"""The sandbox in a process of its own: the same answers, and nothing of its limits stays here."""

from __future__ import annotations

import subprocess
import sys
import time
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
from timeline.store.opening.database import connect, reading
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
    with apart._process() as process:
        process.kill()
    with suppress(QueryProblem):  # it may be asked before anybody knows that it has ended
        run_query_apart(engine, QUERY)
    assert len(run_query_apart(engine, QUERY).rows) == 2
    engine.dispose()


def test_a_process_that_does_not_answer_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = database(tmp_path, article())
    monkeypatch.setattr(apart, "_COMMAND", [sys.executable, "-c", "import time; time.sleep(60)"])
    monkeypatch.setattr(apart, "_GRACE", 0.3)
    with apart._process() as process:
        process.kill()
        process.wait()
    with pytest.raises(QueryProblem, match="too much memory or time"):
        run_query_apart(engine, QUERY, seconds=0.1)
    engine.dispose()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are looked for in /proc")
def test_it_ends_with_the_one_that_asks(tmp_path: Path) -> None:
    database(tmp_path, article()).dispose()
    asking = (
        "import sys, os\nfrom timeline.sql import apart\nfrom timeline.store.opening.database import connect\n"
        "apart.run_query_apart(connect(sys.argv[1]), 'SELECT 1')\n"
        "with apart._process() as process:\n    print(process.pid, flush=True)\nos._exit(1)"
    )
    said = subprocess.run(
        [sys.executable, "-c", asking, str(tmp_path / "timeline.db")], capture_output=True, text=True, check=False
    )
    pid = int(said.stdout)
    for _ in range(100):
        if not Path(f"/proc/{pid}").exists() or _is_dead(pid):
            break
        time.sleep(0.1)
    else:
        pytest.fail("it lives on")


def _is_dead(pid: int) -> bool:
    return " Z " in Path(f"/proc/{pid}/stat").read_text("utf-8")
