"""A bar with how many a second and how long still, on standard error, where somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress, ProgressColumn, Task
    from rich.text import Text

T = TypeVar("T")


def with_progress(items: Iterable[T], about: Callable[[], int | None]) -> Iterator[T]:
    """The same items, counted as they pass; `about` says how many there may be, None where nobody knows."""
    return _counted(items, about()) if sys.stderr.isatty() else iter(items)


def _counted(items: Iterable[T], total: int | None) -> Iterator[T]:
    with _bar() as bar:
        task = bar.add_task("reading", total=total)
        for item in items:
            yield item
            bar.advance(task)


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _rate(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


def _rate() -> ProgressColumn:
    from rich.progress import ProgressColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """`1,240/s`."""

        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text(f"{speed:,.0f}/s" if speed else "–/s", style="progress.data.speed")

    return Rate()
