"""All that the sandbox must not do."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.sql.hostile import BOMBS
from tests.sql.refused import REFUSED
from tests.store.articles import dump
from timeline.sql import QueryProblem, run_query


@pytest.mark.parametrize("query", REFUSED, ids=lambda query: repr(query[:50]))
def test_hostile_queries(engine: Engine, tmp_path: Path, query: str) -> None:
    with closing(sqlite3.connect(tmp_path / "timeline.db")) as other, other:
        other.execute("CREATE TABLE private_notes (a)")
        other.execute("CREATE VIEW private_view AS SELECT text FROM document")
    before, files = dump(engine), {path.name for path in tmp_path.iterdir()}
    with pytest.raises(QueryProblem) as caught:
        run_query(engine, query.replace("{folder}", str(tmp_path)))
    assert str(caught.value)
    assert len(str(caught.value).splitlines()) == 1
    assert len(str(caught.value)) < 700
    assert dump(engine) == before
    assert {path.name for path in tmp_path.iterdir()} <= files | {"timeline.db-wal", "timeline.db-shm"}


def test_time_and_memory_are_bounded(engine: Engine, tmp_path: Path) -> None:
    """All of them in a process of their own: none longer than half as much again as the usual deadline of two seconds
    allows (a call that is under way ends by itself, however early the deadline), and all in less than 200 MB.
    """
    seconds, overrun = 1.0, 1.0
    command = [sys.executable, "-m", "tests.sql.hostile", str(tmp_path / "timeline.db"), str(seconds)]
    measured = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    assert len(measured) == len(REFUSED + BOMBS)
    assert [query for query, _, took, _ in measured if took > seconds + overrun] == []
    assert [query for query, _, _, megabytes in measured if megabytes > 200] == []
    stopped = [answer for _, answer, _, _ in measured if "took longer than 1 seconds: narrow it" in answer]
    assert len(stopped) >= 10


def test_there_are_enough_of_them() -> None:
    assert len(set(REFUSED + BOMBS)) >= 220
