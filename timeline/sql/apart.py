"""The sandbox in a process of its own: SQLite's limit of memory holds for a whole process, and cannot be lifted again.

In a server it would bind every other query too. The processes are started when they are needed, and end with the one
that asks them, however that ends: then their input does.
"""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from queue import LifoQueue
from threading import Thread, Timer
from typing import Any

from sqlalchemy import Engine

from timeline.sql import run_query
from timeline.sql.answers import QueryProblem, Result, check_text
from timeline.told import from_json, told

_AT_ONCE = 2  # processes; who comes third waits
_GRACE = 20.0  # seconds beyond those of the query, for a process to start
_COMMAND = [sys.executable, "-m", "timeline.sql"]
_Process = subprocess.Popen[str]

_idle: LifoQueue[_Process | None] = LifoQueue()
for _ in range(_AT_ONCE):
    _idle.put(None)


def run_query_apart(engine: Engine, query: str, limit: int = 1000, seconds: float = 2.0) -> Result:
    """`run_query`, in another process where the database is SQLite. Raises `QueryProblem` and `DatabaseProblem`."""
    if engine.dialect.name != "sqlite":
        return run_query(engine, query, limit, seconds)
    check_text(query)
    asked = {"path": str(engine.url.database), "query": query, "limit": limit, "seconds": seconds}
    with _process() as process:
        answer = _ask(process, asked, seconds + _GRACE)
    if "problem" in answer:
        raise QueryProblem(from_json(answer["problem"]))
    return Result(tuple(answer["columns"]), [tuple(row) for row in answer["rows"]], answer["cut"])


def get_ready() -> None:
    """Starts a process, if there is none yet, and does not wait for it."""

    def start() -> None:
        with _process():
            pass

    Thread(target=start, daemon=True).start()


@contextmanager
def _process() -> Iterator[_Process]:
    """One that lives and that nobody else asks meanwhile."""
    process = _idle.get()
    try:
        if process is not None and process.poll() is not None:
            _end(process)
            process = None
        process = process or _started()
        yield process
    finally:
        _idle.put(process)


def _started() -> _Process:
    """In a session of its own: Ctrl+C is for the server to answer."""
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "encoding": "utf-8"}
    return subprocess.Popen(_COMMAND, **pipes, stderr=subprocess.DEVNULL, start_new_session=True)


def _end(process: _Process) -> None:
    with suppress(OSError), process:
        process.kill()


@atexit.register
def _end_all() -> None:
    while not _idle.empty():
        if process := _idle.get():
            _end(process)


def _ask(process: _Process, asked: dict[str, Any], patience: float) -> dict[str, Any]:
    """The answer of the process; one that does not answer is ended."""
    clock = Timer(patience, process.kill)
    clock.start()
    try:
        line = _exchange(process, json.dumps(asked))
    finally:
        clock.cancel()
    if not line:
        _end(process)
        line = "the query took too much memory or time: ask for fewer or shorter columns"
        raise QueryProblem(told("query_too_large", line))
    answer: dict[str, Any] = json.loads(line)
    return answer


def _exchange(process: _Process, line: str) -> str:
    """What it says to a line; nothing where it ended."""
    assert process.stdin  # both are pipes
    assert process.stdout
    try:
        process.stdin.write(f"{line}\n")
        process.stdin.flush()
        return process.stdout.readline()
    except OSError:
        return ""
