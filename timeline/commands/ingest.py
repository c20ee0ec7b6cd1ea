"""`timeline ingest`: read, extract, store, in batches that are kept whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path

from sqlalchemy import Engine

from timeline.commands.found import Found
from timeline.commands.reading import Inputs
from timeline.commands.terminal import complain, say, tell
from timeline.commands.version import program_version
from timeline.lexicon.anchors import load_anchors
from timeline.sources import Columns, Unreadable, read_given
from timeline.store.database import database_url, exists, open_to_write
from timeline.store.problems import DatabaseProblem, name_of
from timeline.store.save import Saved, save
from timeline.values import Extraction

_BATCH = 500  # documents in a transaction


def ingest(
    paths: Sequence[str],
    published: str | None,
    timezone: str | None,
    columns: Sequence[str],
    database: str | None,
    anchors: Path | None = None,
) -> int:
    """Store what is read in every document and say how it went; 1 when an input was left out."""
    given = read_given(published, timezone, Columns(*columns))
    inputs, found = Inputs(paths, given, load_anchors(anchors)), Found()
    url = database_url(database)
    already_there = exists(url)
    extractions = found.counted(_with_progress(inputs))
    # The first article is read before the database is made: where there is none, no empty database is left behind.
    first = list(islice(extractions, 1))
    if not first and not already_there:
        tell("nothing was read, and no database was made")
        return inputs.list_remarks()
    return _ingest(open_to_write(url), chain(first, extractions), inputs, found)


def _ingest(engine: Engine, extractions: Iterator[Extraction], inputs: Inputs, found: Found) -> int:
    saved = Saved()
    try:
        for part in _store(engine, extractions):
            saved += part
    except (KeyboardInterrupt, DatabaseProblem) as end:
        say(_summary(saved, inputs, engine))
        return complain(f"{str(end) or 'stopped'}; what was stored stays, and the same command resumes")
    finally:
        engine.dispose()
    inputs.remarks += [Unreadable(*line.split(": ", 1)) for line in saved.refused]
    for line in (_summary(saved, inputs, engine), *found.lines()):
        say(line)
    return inputs.list_remarks()


def _store(engine: Engine, extractions: Iterator[Extraction]) -> Iterator[Saved]:
    """One transaction a batch."""
    while batch := list(islice(extractions, _BATCH)):
        yield save(engine, batch, read_at=datetime.now(UTC), extractor=program_version())


def _with_progress(inputs: Inputs) -> Iterator[Extraction]:
    """The same extractions; a bar counts them where somebody watches."""
    if not sys.stderr.isatty():
        return inputs.read()
    return iter(_bar(inputs.read(), inputs.about()))


def _bar(extractions: Iterable[Extraction], total: int | None) -> Iterable[Extraction]:
    from rich.console import Console
    from rich.progress import track

    return track(extractions, "reading", total=total, console=Console(stderr=True), transient=True)


def _summary(saved: Saved, inputs: Inputs, engine: Engine) -> str:
    read = saved.new + saved.changed + saved.unchanged + saved.repeated
    articles = "1 article" if read == 1 else f"{read} articles"
    repeated = f", {saved.repeated} repeated" if saved.repeated else ""
    counts = f"{saved.new} new, {saved.changed} changed, {saved.unchanged} unchanged{repeated}"
    return f"{name_of(engine.url)}: read {articles}, {counts}, {inputs.failed} failed"
