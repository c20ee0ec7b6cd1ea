"""Items read by several processes: the same answers in the same order, whatever happens to a process."""

from __future__ import annotations

import os
import pickle
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from timeline.bulk.pool import read_in_order
from timeline.values import Document

MANY = 60
FEW = 10  # in a chunk


def doubled(number: int) -> tuple[int, int]:
    return number * 2, os.getpid()


def kills(number: int, by: int = signal.SIGKILL) -> tuple[int, int]:
    """33 ends every process that reads it."""
    if number == 33:
        os.kill(os.getpid(), by)
    return doubled(number)


def kills_at_first(number: int, times: int, marks: Path) -> tuple[int, int]:
    """33 ends the first processes that read it, as a machine short of memory may."""
    if number == 33 and len(list(marks.iterdir())) < times:
        (marks / str(os.getpid())).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return doubled(number)


def slow(number: int) -> tuple[int, int]:
    time.sleep(60)
    return doubled(number)


def lost(number: int) -> tuple[int, int]:
    return -number, 0


@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("many", [0, 1, FEW, FEW + 1, MANY])
def test_in_order_whatever_the_number_of_workers(workers: int, many: int) -> None:
    found = list(read_in_order(range(many), doubled, lost, workers, chunk=FEW))
    assert [value for value, _ in found] == [number * 2 for number in range(many)]
    processes = {process for _, process in found}
    if workers == 1 or many <= FEW:
        assert processes <= {os.getpid()}, "no process is started for a handful"
    else:
        assert os.getpid() not in processes
        assert len(processes) <= workers


def test_a_document_crosses_whole() -> None:
    filled: dict[str, Any] = {each.name: each.name for each in fields(Document)} | {
        "published": datetime(2024, 5, 14, tzinfo=UTC)
    }
    document = Document(**filled)
    assert pickle.loads(pickle.dumps(document)) == document


def test_live_input_is_answered_while_it_comes() -> None:
    def typed() -> Iterator[int]:
        for number in range(MANY):
            taken.append(number)
            yield number

    taken: list[int] = []
    found = read_in_order(typed(), doubled, lost, 2, chunk=FEW, is_live=True)
    assert next(found) == (0, os.getpid())
    assert taken == [0]
    assert [value for value, _ in found] == [number * 2 for number in range(1, MANY)]


def test_what_is_read_ahead_is_bounded() -> None:
    numbers = iter(range(10_000))
    found = read_in_order(numbers, doubled, lost, 2, chunk=FEW)
    next(found)
    assert next(numbers) <= 6 * FEW
    found.close()


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM])
def test_an_item_that_kills_its_process_is_set_aside(by: int) -> None:
    found = list(read_in_order(range(MANY), partial(kills, by=by), lost, 2, chunk=FEW))
    assert [value for value, _ in found] == [number * 2 if number != 33 else -33 for number in range(MANY)]


@pytest.mark.parametrize(
    ("times", "value"), [(1, 66), (2, 66), (3, -33)], ids=["its chunk", "once alone", "twice alone"]
)
def test_an_item_is_read_again_before_it_is_set_aside(times: int, value: int, tmp_path: Path) -> None:
    work = partial(kills_at_first, times=times, marks=tmp_path)
    found = list(read_in_order(range(MANY), work, lost, 2, chunk=FEW))
    assert [each for each, _ in found] == [number * 2 if number != 33 else value for number in range(MANY)]
    assert len(list(tmp_path.iterdir())) == times


def test_processes_killed_from_outside_cost_nothing() -> None:
    found = read_in_order(range(40 * FEW), doubled, lost, 2, chunk=FEW)
    values = []
    for number, (value, process) in enumerate(found):
        values.append(value)
        if number % 70 == 0:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                continue  # it was killed before, and what it had read came later
    assert values == [number * 2 for number in range(40 * FEW)]


def test_stopping_ends_the_processes_at_once() -> None:
    before = threading.active_count()
    began = time.monotonic()
    found = read_in_order(range(MANY), slow, lost, 2, chunk=FEW)
    timer = threading.Timer(3, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        next(found)
    assert time.monotonic() - began < 30
    timer.join()
    assert threading.active_count() == before
