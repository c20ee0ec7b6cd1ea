"""`timeline ingest`: read, extract, store, in batches that are kept whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine

from timeline.bulk.packed import Packed, pack, unpack
from timeline.commands.closing import show_outcome, summary
from timeline.commands.failures import Failures
from timeline.commands.found import Found
from timeline.commands.progress import with_progress
from timeline.commands.reading import Inputs
from timeline.commands.terminal import complain, say, tell
from timeline.commands.version import program_version
from timeline.lexicon.anchors import load_anchors
from timeline.sources import Columns, Unreadable, read_given
from timeline.store.opening.database import database_url, exists, open_to_write
from timeline.store.opening.problems import DatabaseProblem, name_of
from timeline.store.writing.rows import Reading
from timeline.store.writing.save import Prepared, Saved, prepare, save_prepared
from timeline.values import Extraction

_BATCH = 500  # documents in a transaction


class Kept(NamedTuple):
    """What a reader hands over of one article: its rows, and what they count."""

    rows: Packed
    found: Found


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
    workers: int | None = None,
) -> int:
    """Store what is read in every document and say how it went; 1 when an input was left out."""
    given = read_given(published, timezone, Columns(*columns), allow_local=allow_local)
    inputs = Inputs(paths, given, keeping(), load_anchors(anchors), failures or Failures(), workers)
    return store(inputs, database)


def store(inputs: Inputs[Kept], database: str | None) -> int:
    """Store what is read in the inputs and say how it went; 1 when one was left out."""
    url = database_url(database)
    already_there = exists(url)
    with closing(inputs.read()) as read:
        articles = with_progress(read, inputs.about)
        # The first article is read before the database is made: where there is none, no empty database is left behind.
        first = list(islice(articles, 1))
        if not first and not already_there:
            tell("nothing was read, and no database was made")
            return inputs.list_remarks()
        return _store(open_to_write(url), chain(first, articles), inputs)


def keeping() -> Callable[[Extraction], Kept | Unreadable]:
    """Makes rows that say when they were read: now, by this version."""
    return partial(kept, read_at=datetime.now(UTC), extractor=program_version())


def kept(extraction: Extraction, read_at: datetime, extractor: str) -> Kept | Unreadable:
    """The rows of an extraction, or why it cannot be stored."""
    prepared = prepare([extraction], read_at, extractor)
    if prepared.refused:
        return Unreadable(*prepared.refused[0].split(": ", 1))
    return Kept(pack(prepared.readings[0]), Found.in_one(extraction))


def _store(engine: Engine, articles: Iterator[Kept], inputs: Inputs[Kept]) -> int:
    saved, found = Saved(), Found()
    try:
        while batch := tuple(_unpacked(islice(articles, _BATCH), found)):  # one transaction
            saved += save_prepared(engine, Prepared(batch, ()))
    except (KeyboardInterrupt, DatabaseProblem) as end:
        say(summary(saved, inputs.remarks, name_of(engine.url)))
        why = end if isinstance(end, DatabaseProblem) else "stopped"
        return complain(f"{why}; what was stored stays, and the same command resumes")
    finally:
        engine.dispose()
    for line in (summary(saved, inputs.remarks, name_of(engine.url)), *found.lines()):
        say(line)
    show_outcome(saved, inputs.remarks)
    return inputs.list_remarks()


def _unpacked(articles: Iterable[Kept], found: Found) -> Iterator[Reading]:
    for article in articles:
        found += article.found
        yield unpack(article.rows)
