"""`timeline export`: rows of the database, for other programs."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, cast

from sqlalchemy import Connection

from timeline.commands.found import many
from timeline.commands.stopping import stopped_like_ctrl_c
from timeline.commands.terminal import complain, tell
from timeline.commands.version import program_version
from timeline.export.about import Request, Tally, metadata
from timeline.export.formats import EVERYTHING, Format
from timeline.export.writing import contents, watched, write
from timeline.store.asking.filtered import count, snapshot
from timeline.store.asking.filters import Filters
from timeline.store.opening.database import database_url, open_existing
from timeline.store.views.schema import What

_MANY = 20_000  # rows that take long enough to be watched


def export(
    form: Format, what: str, filters: Filters, output: str, excel: bool, described: bool | None, database: str | None
) -> int:
    """Write the rows that the filters leave to the file `output`, or to standard output (`-`).

    `described` is whether it is said what they are: None stands for a file beside a file, and nothing beside a stream.
    """
    if output == "-" and not form.is_text and sys.stdout.isatty():
        return complain(f"{form.name} is no text for a terminal: name a file with --output")
    engine = open_existing(database_url(database))
    request = Request(what, datetime.now(UTC), filters.as_said(), f"arabic-event-timeline {program_version()}", excel)
    try:
        with stopped_like_ctrl_c(), snapshot(engine) as connection, _progress(connection, what, filters) as advance:
            rows = watched(contents(connection, form, what, filters), advance)
            tally = write(form, rows, _target(output), request, sidecar=described is not False)
    finally:
        engine.dispose()
    _report(output, what, tally)
    if output == "-" and described:
        tell(json.dumps(metadata(request, tally, form.name), ensure_ascii=False))
    return 0


def _target(output: str) -> Path | BinaryIO:
    if output != "-":
        return Path(output)
    sys.stdout.flush()
    return cast(BinaryIO, cast(io.TextIOWrapper, sys.stdout).buffer)


@contextmanager
def _progress(connection: Connection, what: str, filters: Filters) -> Iterator[Callable[[], None]]:
    """A bar with the time left, where somebody watches and the work is long."""
    rows = _rows(connection, what, filters) if sys.stderr.isatty() else 0
    if rows < _MANY:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("rows", total=rows)
        yield lambda: bar.advance(task)


def _rows(connection: Connection, what: str, filters: Filters) -> int:
    tables = ("documents", "events", "figures") if what == EVERYTHING else (what,)
    return sum(count(connection, cast(What, each), filters) for each in tables)


def _report(output: str, what: str, tally: Tally) -> None:
    if output != "-":
        row = "row" if what == EVERYTHING else what.replace("_", " ").removesuffix("s")
        tell(f"{output}: {many(tally.rows, row)}")
    for why, rows in tally.left_out.items():
        tell(f"left out, {why}: {rows}")
    for why, cells in tally.changed.items():
        tell(f"changed, {why}: {cells}")
