"""`timeline ingest`: read, extract, store, in batches that are kept whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path

from sqlalchemy import Engine

from timeline.commands.closing import show_outcome, summary
from timeline.commands.failures import Failures
from timeline.commands.found import Found
from timeline.commands.progress import with_progress
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
    *,
    allow_local: bool = False,
    failures: Failures | None = None,
) -> int:
    """Store what is read in every document and say how it went; 1 when an input was left out."""
    given = read_given(published, timezone, Columns(*columns), allow_local=allow_local)
    inputs, found = Inputs(paths, given, load_anchors(anchors), failures or Failures()), Found()
    url = database_url(database)
    already_there = exists(url)
    extractions = found.counted(with_progress(inputs.read(), inputs.about))
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
        say(summary(saved, inputs.remarks, name_of(engine.url)))
        return complain(f"{str(end) or 'stopped'}; what was stored stays, and the same command resumes")
    finally:
        engine.dispose()
    for line in saved.refused:
        inputs.remarks.append(Unreadable(*line.split(": ", 1)))
    for line in (summary(saved, inputs.remarks, name_of(engine.url)), *found.lines()):
        say(line)
    show_outcome(saved, inputs.remarks)
    return inputs.list_remarks()


def _store(engine: Engine, extractions: Iterator[Extraction]) -> Iterator[Saved]:
    """One transaction a batch."""
    while batch := list(islice(extractions, _BATCH)):
        yield save(engine, batch, read_at=datetime.now(UTC), extractor=program_version())
