"""`timeline reread`: what an older version of the program has read is read again; reviews are kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice

from sqlalchemy import Engine

from timeline.commands.reading import attempt
from timeline.commands.terminal import complain, say
from timeline.commands.version import program_version
from timeline.sources import Unreadable
from timeline.store.opening.database import check_existence, database_url, open_to_write
from timeline.store.opening.problems import name_of
from timeline.store.writing.rereading import documents_read_before
from timeline.store.writing.save import Saved, save
from timeline.values import Document, Extraction

_BATCH = 500


def reread(everything: bool, database: str | None) -> int:
    """Read the stored articles again and say what changed; 1 when one of them could not be read."""
    url = database_url(database)
    check_existence(url)
    engine = open_to_write(url)
    failed: list[Unreadable] = []
    saved = Saved()
    try:
        documents = documents_read_before(engine, None if everything else program_version())
        for part in _store(engine, documents, failed):
            saved += part
    finally:
        engine.dispose()
    say(f"{name_of(engine.url)}: {_summary(saved)}")
    for remark in (*failed, *saved.refused):
        complain(" ".join(str(remark).split()))
    return 1 if failed or saved.refused else 0


def _store(engine: Engine, documents: Iterator[Document], failed: list[Unreadable]) -> Iterator[Saved]:
    while batch := list(islice(documents, _BATCH)):
        yield save(engine, _read(batch, failed), read_at=datetime.now(UTC), extractor=program_version())


def _read(batch: list[Document], failed: list[Unreadable]) -> Iterator[Extraction]:
    for outcome in map(attempt, batch):
        if isinstance(outcome, Extraction):
            yield outcome
        else:
            failed.append(outcome)


def _summary(saved: Saved) -> str:
    read = saved.new + saved.changed + saved.unchanged
    if not read:
        return "nothing was read by an older version; --all reads every article again"
    return f"read {read} again, {saved.changed} changed, {saved.unchanged} unchanged"
