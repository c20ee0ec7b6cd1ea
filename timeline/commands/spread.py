"""`timeline extract … --output FOLDER`: a Parquet file for each input, by the cores here or a Dask cluster."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from timeline.bulk.cluster import local_cluster, run_on, scheduler_at
from timeline.bulk.pool import cores, read_in_order
from timeline.bulk.running import Done, clear_away, lost, run
from timeline.bulk.tasks import Task, tasks_of
from timeline.commands.found import many
from timeline.commands.terminal import complain, plain, say
from timeline.commands.version import program_version
from timeline.export.files import explained
from timeline.export.optional import needed
from timeline.lexicon.anchors import load_anchors
from timeline.sources import Columns, read_given

_LISTED = 100


@dataclass(frozen=True, slots=True)
class Where:
    """Who reads: `workers` processes here, unless there is a scheduler's address or a number of workers for Dask."""

    workers: int | None = None
    scheduler: str | None = None
    local_cluster: int | None = None

    @property
    def is_dask(self) -> bool:
        """Whether it takes Dask."""
        return self.scheduler is not None or self.local_cluster is not None


@dataclass
class Ended:
    """How the tasks of a run ended."""

    articles: int = 0
    failed: int = 0
    skipped: int = 0
    lost: int = 0
    remarks: list[str] = field(default_factory=list)

    def add(self, done: Done) -> None:
        self.articles += done.articles
        self.failed += done.failed
        self.skipped += done.is_skipped
        self.lost += done.lost is not None
        said = [f"{done.task}: {done.lost}; nothing was written"] if done.lost else list(done.remarks)
        if done.failed > len(done.remarks):
            said.append(
                f"{done.task}: … and {done.failed - len(done.remarks)} more, in the column problem of its output"
            )
        self.remarks += said[: max(0, _LISTED - len(self.remarks))]


def extract_to(
    folder: Path,
    paths: Sequence[str],
    published: str | None,
    timezone: str | None,
    columns: Sequence[str],
    anchors: Path | None = None,
    where: Where = Where(),  # frozen
) -> int:
    """Write what is read in the files of a corpus into a folder; 1 when an input was left out."""
    needed("pyarrow", "Parquet")
    given = read_given(published, timezone, Columns(*columns))
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
    tasks = tasks_of(paths, folder, given, load_anchors(anchors) if anchors else None, program_version())
    ended = Ended()
    try:
        with closing(_by(where, tasks)) as done:
            for each in _with_progress(done, len(tasks)):
                ended.add(each)
    except KeyboardInterrupt:
        say(_summary(folder, ended))
        return complain("stopped; what was written stays, and the same command goes on from there")
    clear_away(folder, tasks)
    say(_summary(folder, ended))
    for remark in ended.remarks:
        complain(plain(remark))
    return 1 if ended.failed or ended.lost else 0


def _by(where: Where, tasks: Sequence[Task]) -> Generator[Done]:
    if where.scheduler:
        with scheduler_at(where.scheduler) as client:
            yield from run_on(client, tasks)
    elif where.local_cluster:
        with local_cluster(where.local_cluster) as client:
            yield from run_on(client, tasks)
    else:
        yield from read_in_order(tasks, run, lost, where.workers or cores(), chunk=1)


def _with_progress(done: Iterable[Done], total: int) -> Iterator[Done]:
    """The same; a bar counts the files where somebody watches."""
    if not sys.stderr.isatty():
        yield from done
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(done, "files", total=total, console=Console(stderr=True), transient=True)


def _summary(folder: Path, ended: Ended) -> str:
    there = f", {many(ended.skipped, 'file')} there already" if ended.skipped else ""
    lost_ones = f", {many(ended.lost, 'file')} not written" if ended.lost else ""
    return f"{folder}: {many(ended.articles, 'article')}, {ended.failed} failed{there}{lost_ones}"
