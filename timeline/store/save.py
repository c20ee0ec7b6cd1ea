"""Extractions -> database, one transaction a call: whole documents or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, update

from timeline.store.bulk import insert_many
from timeline.store.checks import contradiction
from timeline.store.copies import link_copies
from timeline.store.database import writing
from timeline.store.mentions import names_to_ids, replace_mentions, reserved_ids
from timeline.store.models import DOCUMENT, SOURCE
from timeline.store.recognise import Recognised, recognise
from timeline.store.reviews import restate
from timeline.store.rows import Columns, Reading, as_rows, clean
from timeline.store.search_words import search_words
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


def save(engine: Engine, extractions: Iterable[Extraction], read_at: datetime, extractor: str) -> Saved:
    """Stores `extractions`; the same ones again change nothing, not even an id. Raises `DatabaseProblem`.

    `read_at` (with UTC offset) and `extractor` (a version) are the provenance of what is written now. All of
    `extractions` is read before the database is locked, and is then kept whole or not at all.
    """
    if read_at.tzinfo is None:
        raise ValueError("read_at needs a UTC offset")
    readings, refused = _sorted_out(extractions, read_at, extractor)
    with writing(engine) as connection:
        documents = recognise(connection, readings)
        new = [document for document in documents if document.is_new]
        changed = [document for document in documents if document.is_changed]
        _write(connection, new, changed)
    unchanged = len(documents) - len(new) - len(changed)
    return Saved(len(new), len(changed), unchanged, len(readings) - len(documents), refused)


def _sorted_out(
    extractions: Iterable[Extraction], read_at: datetime, extractor: str
) -> tuple[list[Reading], tuple[str, ...]]:
    readings: list[Reading] = []
    refused: list[str] = []
    for extraction in extractions:
        if why := contradiction(extraction):
            refused.append(clean(f"{extraction.document.id}: {why}"))
        else:
            readings.append(as_rows(extraction, read_at, extractor))
    return readings, tuple(refused)


def _write(connection: Connection, new: list[Recognised], changed: list[Recognised]) -> None:
    written = new + changed
    outlets = names_to_ids(connection, SOURCE, (document.columns["outlet"] for document in written))
    _insert_documents(connection, new, outlets)
    _update_documents(connection, changed, outlets)
    anew = [document for document in written if document.is_read_anew]
    replace_mentions(connection, {each.id: each.reading for each in anew if each.id and each.reading})
    restate(connection, [each.id for each in anew if each.id and not each.is_new])
    link_copies(connection, [(each.id, each.columns) for each in anew if each.id], len(new))


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
