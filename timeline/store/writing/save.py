"""Extractions -> database, one transaction a call: whole documents or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, update

from timeline.store.models import DOCUMENT, SOURCE
from timeline.store.opening.database import writing
from timeline.store.reviewing.reviews import restate
from timeline.store.search_words import search_words
from timeline.store.storable import Columns, clean
from timeline.store.writing.bulk import insert_many
from timeline.store.writing.checks import contradiction
from timeline.store.writing.copies import link_copies
from timeline.store.writing.mentions import names_to_ids, replace_mentions, reserved_ids
from timeline.store.writing.recognise import Recognised, recognise
from timeline.store.writing.rows import Reading, as_rows
from timeline.values import Extraction


@dataclass(frozen=True, slots=True)
class Saved:
    """How many documents a call added, altered and left alone.

    `repeated` counts further readings of a document within the same call. `refused` has one line for each extraction
    that contradicts itself and was not stored; the others were.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    repeated: int = 0
    refused: tuple[str, ...] = ()

    def __add__(self, other: Saved) -> Saved:
        """The sum of two calls."""
        return Saved(
            self.new + other.new,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.repeated + other.repeated,
            self.refused + other.refused,
        )


@dataclass(frozen=True, slots=True)
class Prepared:
    """Readings ready to be stored, and one line for each extraction that contradicts itself."""

    readings: tuple[Reading, ...]
    refused: tuple[str, ...]


def save(engine: Engine, extractions: Iterable[Extraction], read_at: datetime, extractor: str) -> Saved:
    """Stores `extractions`; the same ones again change nothing, not even an id. Raises `DatabaseProblem`.

    `read_at` (with UTC offset) and `extractor` (a version) are the provenance of what is written now. All of
    `extractions` is read before the database is locked, and is then kept whole or not at all.
    """
    return save_prepared(engine, prepare(extractions, read_at, extractor))


def prepare(extractions: Iterable[Extraction], read_at: datetime, extractor: str) -> Prepared:
    """The part of `save` that needs no database: another process than the one that writes can do it."""
    if read_at.tzinfo is None:
        raise ValueError("read_at needs a UTC offset")
    readings: list[Reading] = []
    refused: list[str] = []
    for extraction in extractions:
        if why := contradiction(extraction):
            refused.append(clean(f"{extraction.document.id}: {why}"))
        else:
            readings.append(as_rows(extraction, read_at, extractor))
    return Prepared(tuple(readings), tuple(refused))


def save_prepared(engine: Engine, prepared: Prepared) -> Saved:
    """The part of `save` that writes: one transaction. The rows are used up. Raises `DatabaseProblem`."""
    with writing(engine) as connection:
        documents = recognise(connection, prepared.readings)
        new = [document for document in documents if document.is_new]
        changed = [document for document in documents if document.is_changed]
        _write(connection, new, changed)
    unchanged = len(documents) - len(new) - len(changed)
    return Saved(len(new), len(changed), unchanged, len(prepared.readings) - len(documents), prepared.refused)


def _write(connection: Connection, new: list[Recognised], changed: list[Recognised]) -> None:
    written = new + changed
    outlets = names_to_ids(connection, SOURCE, (document.columns["outlet"] for document in written))
    _insert_documents(connection, new, outlets)
    _update_documents(connection, changed, outlets)
    anew = [document for document in written if document.is_read_anew]
    readings = {each.id: each.reading for each in anew if each.id and each.reading}
    known = [each.id for each in anew if each.id and not each.is_new]
    replace_mentions(connection, readings)
    restate(connection, known)
    link_copies(connection, readings, known)


def _insert_documents(connection: Connection, new: list[Recognised], outlets: dict[str, int]) -> None:
    for document, key in zip(new, reserved_ids(connection, DOCUMENT, len(new)), strict=True):
        document.id = key
    insert_many(connection, DOCUMENT, [_document_row(document, outlets) | {"id": document.id} for document in new])


def _update_documents(connection: Connection, changed: list[Recognised], outlets: dict[str, int]) -> None:
    for document in changed:
        row = _document_row(document, outlets)
        connection.execute(update(DOCUMENT).where(DOCUMENT.c.id == document.id).values(row))


def _document_row(document: Recognised, outlets: dict[str, int]) -> Columns:
    row = dict(document.columns)
    folded = f"{search_words(row['title'])} {row.pop('words')}".strip()
    return row | {"source_id": outlets.get(row.pop("outlet")), "folded": folded}
