"""The sandbox in a process of its own: SQLite's limit of memory holds for a whole process, and cannot be lifted again.

In a server it would bind every other query too. The processes are started once, and end with the one that asks.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache

from sqlalchemy import Engine

from timeline.sql import run_query
from timeline.sql.answers import QueryProblem, Result, check_text, too_slow

_AT_ONCE = 2  # queries
_GRACE = 30.0  # seconds beyond those of the query: for a process to start, and for the queries before it


def run_query_apart(engine: Engine, query: str, limit: int = 1000, seconds: float = 2.0) -> Result:
    """`run_query`, in another process where the database is SQLite. Raises `QueryProblem` and `DatabaseProblem`."""
    if engine.dialect.name != "sqlite":
        return run_query(engine, query, limit, seconds)
    check_text(query)
    asked = _submitted(str(engine.url.database), query, limit, seconds)
    try:
        return asked.result(seconds + _GRACE)
    except BrokenProcessPool:
        _begin_again()
        raise QueryProblem("the query needs too much memory: ask for fewer or shorter columns") from None
    except TimeoutError:
        _begin_again()
        raise QueryProblem(too_slow(seconds)) from None


def get_ready() -> None:
    """Starts a process, if there is none yet, and does not wait for it."""
    _processes().submit(int)


def _submitted(path: str, query: str, limit: int, seconds: float) -> Future[Result]:
    try:
        return _processes().submit(_run, path, query, limit, seconds)
    except BrokenProcessPool:  # it ended while nobody asked
        _begin_again()
        return _processes().submit(_run, path, query, limit, seconds)


def _run(path: str, query: str, limit: int, seconds: float) -> Result:
    from timeline.store.engines import connect

    engine = connect(path)
    try:
        return run_query(engine, query, limit, seconds)
    finally:
        engine.dispose()


@cache
def _processes() -> ProcessPoolExecutor:
    # Not forked: a server has threads, and what they hold would be held for ever in the copy.
    return ProcessPoolExecutor(_AT_ONCE, multiprocessing.get_context("spawn"), _live_with_the_parent)


def _begin_again() -> None:
    _processes().shutdown(wait=False, cancel_futures=True)
    _processes.cache_clear()


def _live_with_the_parent() -> None:
    """Ctrl+C is for the server to answer; and where that is killed, nobody else would end this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
    os._exit(0)
