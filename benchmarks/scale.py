"""`python -m benchmarks.scale [PART…]`: processes, Dask, COPY, memory and start, each against what it is measured by.

Everything is alternated within one run and the median taken, for a machine is seldom idle. Where a second process has
no core to itself, the wall clock says little; so the processor time of the busiest process is printed too, which is
what the work takes on a machine with a core for each.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from timeline.bulk.cluster import local_cluster, run_on
from timeline.bulk.pool import read_in_order
from timeline.bulk.running import Done, lost, run
from timeline.bulk.tasks import Task, tasks_of
from timeline.pipeline import read_article
from timeline.sources import Given
from timeline.values import Document

from .memory import memory
from .texts import articles

TIMELINE = [sys.executable, "-c", "from timeline.cli import main; main()"]
REPEATS = int(os.environ.get("REPEATS", "3"))
ARTICLES = int(os.environ.get("ARTICLES", "2000"))
Spent = tuple[int, float]
"""the number of a process, and its processor seconds so far"""


def medians(works: dict[str, Callable[[], float]]) -> dict[str, float]:
    """Runs the works in turn, several times."""
    runs: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(REPEATS):
        for name, work in works.items():
            runs[name].append(work())
    return {name: statistics.median(each) for name, each in runs.items()}


def seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def processes() -> None:
    """One process against two."""
    documents, busiest = articles(ARTICLES), dict[int, float]()

    def reading(workers: int) -> float:
        spent: dict[int, tuple[float, float]] = {}
        own, begin = time.process_time(), time.perf_counter()
        for process, so_far in read_in_order(documents, read, nothing, workers):
            first, _ = spent.get(process, (so_far, so_far))
            spent[process] = (first, so_far)
        wall = time.perf_counter() - begin
        busiest[workers] = max(time.process_time() - own, *(last - first for first, last in spent.values()))
        return wall

    found = medians({"one": partial(reading, 1), "two": partial(reading, 2)})
    ideal = busiest[1] / busiest[2]
    print(
        f"two processes against one: {found['one'] / found['two']:.2f} x by the clock, {ideal:.2f} x by processor time"
    )


def read(document: Document) -> Spent:
    read_article(document)
    return os.getpid(), time.process_time()


def nothing(_: Document) -> Spent:
    return 0, 0.0


def dask() -> None:
    """Two workers of Dask against the bare pool of two, over the same files."""
    with tempfile.TemporaryDirectory() as name, local_cluster(2) as client:
        tasks = corpus(Path(name))
        for _ in run_on(client, tasks):  # the lexicon is loaded once, not timed; the pool loads it in its server
            pass
        works = {
            "dask": lambda: seconds(lambda: anew(tasks, lambda: run_on(client, stamped(tasks)))),
            "pool": lambda: seconds(lambda: anew(tasks, lambda: read_in_order(tasks, run, lost, 2, chunk=1))),
        }
        found = medians(works)
    print(f"Dask on two local workers: {found['dask'] / found['pool']:.2f} x the time of the pool")


def corpus(folder: Path) -> list[Task]:
    """Sixteen files."""
    documents, share = articles(ARTICLES), ARTICLES // 16
    (folder / "in").mkdir()
    (folder / "out").mkdir()
    for number in range(16):
        lines = [json.dumps({"id": d.id, "text": d.text}) for d in documents[number * share : (number + 1) * share]]
        (folder / "in" / f"{number}.jsonl").write_text("\n".join(lines), "utf-8")
    return tasks_of([str(folder / "in")], folder / "out", Given(), None, "1")


def stamped(tasks: list[Task]) -> list[Task]:
    """The same under new keys: Dask would remember the answers to the old ones."""
    return [replace(task, stamp=f"{time.time_ns():032}{task.stamp}") for task in tasks]


def anew(tasks: list[Task], how: Callable[[], Iterator[Done]]) -> None:
    for task in tasks:
        Path(task.output).unlink(missing_ok=True)
    assert sum(done.articles for done in how()) == ARTICLES // 16 * 16


def copying() -> None:
    """COPY against an upsert. Imported here: each reader imports this module, and would import pytest with it."""
    from .copying import copying

    copying()


def start() -> None:
    """`timeline --help`."""
    help_me = partial(subprocess.run, [*TIMELINE, "--help"], stdout=subprocess.DEVNULL, check=True)
    took = [seconds(help_me) for _ in range(5)]
    print(f"start of timeline --help: {statistics.median(took):.2f} s")


PARTS = {"processes": processes, "dask": dask, "copying": copying, "memory": memory, "start": start}

if __name__ == "__main__":
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
