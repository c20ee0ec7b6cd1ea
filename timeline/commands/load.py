"""`timeline load`: what `timeline extract --output` has written, into a database."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from timeline.bulk.loading import Group, groups_below, read_group
from timeline.bulk.pool import cores, read_in_order
from timeline.commands.ingest import Kept, keeping, store
from timeline.commands.reading import Inputs
from timeline.export.optional import needed
from timeline.sources import Given, Note, Unreadable
from timeline.values import Extraction

Then = Callable[[Extraction], Kept | Unreadable]


def load(folder: Path, database: str | None, workers: int | None = None) -> int:
    """Store what the files of the folder say; 1 when one of them, or an article, was left out."""
    needed("pyarrow", "Parquet")
    return store(Extracted([str(folder)], Given(), keeping(), workers=workers, groups=groups_below(folder)), database)


@dataclass
class Extracted(Inputs[Kept]):
    """Articles that were read before, by row groups."""

    groups: list[Group | Unreadable] = field(default_factory=list)

    def outcomes(self) -> Generator[Kept | Unreadable | Note]:
        """What is stored of each article, in the order of the files."""
        work = partial(_made_of, then=self.then)
        for outcomes in read_in_order(self.groups, work, _lost, self.workers or cores(), chunk=1):
            yield from outcomes

    def about(self) -> int:
        """How many articles there are."""
        return sum(group.rows for group in self.groups if isinstance(group, Group))


def _made_of(group: Group | Unreadable, then: Then) -> list[Kept | Unreadable]:
    if isinstance(group, Unreadable):
        return [group]
    try:
        return [outcome if isinstance(outcome, Unreadable) else then(outcome) for outcome in read_group(group)]
    except (OSError, ValueError) as error:
        return [Unreadable(group.path, f"its row group {group.number} cannot be read ({str(error).splitlines()[0]})")]


def _lost(group: Group | Unreadable) -> list[Kept | Unreadable]:
    if isinstance(group, Unreadable):
        return [group]
    return [Unreadable(group.path, f"each process that read its row group {group.number} was killed; it is left out")]
