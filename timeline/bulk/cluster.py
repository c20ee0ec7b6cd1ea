"""Tasks on the machines of a Dask cluster, or on workers that are started here for the time being.

A worker that dies is replaced by Dask and its task done again elsewhere; a task that is in the way of one worker after
another is given up. When the scheduler or this process dies, the outputs that are there stay, and the next run goes on.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from timeline.bulk.running import Done, lost, run
from timeline.bulk.tasks import Task

_SECONDS = 15  # to reach a scheduler


class ClusterProblem(Exception):
    """The cluster cannot be used; the message is one line that says what and what to do."""


@contextmanager
def scheduler_at(address: str) -> Iterator[Any]:
    """A client of the scheduler that runs at "tcp://host:8786". Raises `ClusterProblem`."""
    distributed = _distributed()
    try:
        client = distributed.Client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterProblem(
            f"no scheduler answers at {address} ({type(error).__name__}); start one with: dask scheduler"
        ) from error
    with client:
        yield client


@contextmanager
def local_cluster(workers: int) -> Iterator[Any]:
    """A client of so many workers on this machine, one thread each, which end with it."""
    distributed = _distributed()
    with (
        distributed.LocalCluster(workers, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL)
        as cluster,
        distributed.Client(cluster, set_as_default=False) as client,
    ):  # fmt: skip
        yield client


def run_on(client: Any, tasks: Sequence[Task]) -> Iterator[Done]:
    """How each task ended, as they end. Raises `ClusterProblem` when the scheduler is lost."""
    distributed = _distributed()
    of = {f"{Path(task.output).stem}-{task.stamp[:16]}": task for task in tasks}
    futures = client.map(run, list(of.values()), key=list(of))
    for future in distributed.as_completed(futures, loop=client.loop):
        try:
            done = _done(future, of[future.key])
        except (OSError, CancelledError) as error:  # the connection broke, and Dask has given up what was asked of it
            raise ClusterProblem(
                "the scheduler was lost; what was written stays, and the same command goes on from there"
            ) from error
        yield done


def _done(future: Any, task: Task) -> Done:
    if future.cancelled():
        raise CancelledError
    error = future.exception()
    if error is None:
        done: Done = future.result()
        return done
    if type(error).__name__ == "KilledWorker":
        return lost(task)
    return Done(task.name, lost=" ".join(f"{type(error).__name__}: {error}".split()))


def _distributed() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise ClusterProblem("this needs Dask: pip install 'arabic-event-timeline[dask]'") from error
    for name in ("distributed", "distributed.client"):  # what matters in their logs, we say in one line
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return distributed
