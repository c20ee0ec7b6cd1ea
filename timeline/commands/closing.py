"""What became of the articles of one run: a line, and a table of it where something failed."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.commands.failures import Failures
from timeline.commands.found import many
from timeline.commands.terminal import console, table
from timeline.store.writing.save import Saved

_WIDTH = 60  # of the name of an example


def summary(saved: Saved, failures: Failures, name: str) -> str:
    """`news.db: read 6 articles, 5 new, 0 changed, 1 unchanged, 0 failed`; `name` is that of the database."""
    repeated = f", {saved.repeated} repeated" if saved.repeated else ""
    counts = f"{saved.new} new, {saved.changed} changed, {saved.unchanged} unchanged{repeated}"
    return f"{name}: read {many(articles(saved), 'article')}, {counts}, {failures.count} failed"


def articles(saved: Saved) -> int:
    """How many were read."""
    return saved.new + saved.changed + saved.unchanged + saved.repeated


def show_outcome(saved: Saved, failures: Failures) -> None:
    """The table of what was read, what was known and what failed, and why; nothing where nothing failed."""
    if failures.count:
        console().print(table("", ("articles", "", "why, and the first of them"), list(_rows(saved, failures))))


def _rows(saved: Saved, failures: Failures) -> Iterator[tuple[str, str, str]]:
    counts = (
        (saved.new, "new", "stored"),
        (saved.changed, "changed", "stored before, replaced"),
        (saved.unchanged, "known", "stored before, skipped"),
        (saved.repeated, "repeated", "given twice, skipped"),
    )
    yield from ((str(count), what, why) for count, what, why in counts if count)
    for why, count, first in failures.reasons():
        short = first if len(first) <= _WIDTH else f"…{first[-_WIDTH:]}"
        yield str(count), "failed", f"{why}: {short}"
