"""Which document of the database is this?

An article is known by its URL. Without a URL, or when the article was first read without one, it is known by the hash
of its folded text. The same text at two URLs is two documents.

Of several readings of one document the last one counts, with one exception: a reading without publication time never
replaces one of the same text that had it, for it knows less (its relative times are unresolved).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TypeVar

from sqlalchemy import Connection, select

from timeline.store.models import DOCUMENT, SOURCE
from timeline.store.storable import Columns
from timeline.store.writing.rows import Reading

_FILLED = ("url", "title", "outlet")  # what an earlier reading knew and a later one does not say, stays
_UNCOMPARED = {"read_at", "text", "words"}  # the text is in reading_sha256
_UNKNOWN = {"text", "folded", "copy_of", "source_id"}  # what is not asked of the database
_AT_ONCE = 10_000

T = TypeVar("T")


@dataclass(slots=True, eq=False)
class Recognised:
    """A document: its row id and columns as `stored` (None if new), its `columns` now, and the reading that counts."""

    id: int | None
    stored: Columns | None
    columns: Columns = field(default_factory=dict)
    reading: Reading | None = None

    @property
    def is_new(self) -> bool:
        return self.stored is None

    @property
    def is_changed(self) -> bool:
        """The columns of the document, or anything read in it, differ from what is stored."""
        return self.stored is not None and _compared(self.columns) != _compared(self.stored)

    @property
    def is_read_anew(self) -> bool:
        """The times, events or figures differ, so that their rows must be written."""
        return self.stored is None or self.columns["reading_sha256"] != self.stored["reading_sha256"]

    def take(self, reading: Reading) -> None:
        """Lets `reading` count, unless it knows less."""
        if _knows_less(reading.document, self.columns):
            # The text is the same, and so are its words.
            self.columns = _filled(self.columns, reading.document) | {"words": reading.document["words"]}
        else:
            first = {"given_id": self.columns["given_id"]} if self.columns else {}
            self.columns, self.reading = _filled(reading.document, self.columns) | first, reading


def recognise(connection: Connection, readings: Sequence[Reading]) -> list[Recognised]:
    """The documents that `readings` are about, each once, in the order of their first readings.

    Those with a URL come first: only then is it settled which text each URL has, and which texts have no URL. So the
    answer to the same readings is the same the second time, whatever was stored the first time.
    """
    known = _Known(_stored(connection, readings))
    order = sorted(enumerate(readings), key=lambda each: each[1].document["url"] is None)
    about = sorted(((position, known.take(reading)) for position, reading in order), key=itemgetter(0))
    return list(dict.fromkeys(document for _, document in about))


class _Known:
    """Documents by their URL and by the hash of their text."""

    def __init__(self, stored: Iterable[Recognised]) -> None:
        self.by_url: dict[str, Recognised] = {}
        self.by_hash: dict[str, list[Recognised]] = {}
        for document in stored:
            self._file(document)

    def take(self, reading: Reading) -> Recognised:
        """The document that `reading` is about, with the reading taken into account."""
        document = self._find(reading.document)
        if document.columns:
            self.by_hash[document.columns["text_sha256"]].remove(document)
        document.take(reading)
        self._file(document)
        return document

    def _find(self, columns: Columns) -> Recognised:
        if found := self.by_url.get(columns["url"]):
            return found
        same_text = self.by_hash.get(columns["text_sha256"], [])
        without_url = [document for document in same_text if document.columns["url"] is None]
        # A reading with a new URL may name a document that had none; one without URL is any that has the text.
        fitting = without_url if columns["url"] else without_url + same_text
        return fitting[0] if fitting else Recognised(None, None)

    def _file(self, document: Recognised) -> None:
        if url := document.columns["url"]:
            self.by_url[url] = document
        self.by_hash.setdefault(document.columns["text_sha256"], []).append(document)
        self.by_hash[document.columns["text_sha256"]].sort(key=lambda each: each.id or math.inf)


def _stored(connection: Connection, readings: Collection[Reading]) -> list[Recognised]:
    columns = [column for column in DOCUMENT.c if column.name not in _UNKNOWN]
    query = select(*columns, SOURCE.c.name.label("outlet")).outerjoin_from(DOCUMENT, SOURCE)
    found: dict[int, Recognised] = {}
    for name in ("url", "text_sha256"):
        wanted = {reading.document[name] for reading in readings} - {None}
        for some in pieces(sorted(wanted)):
            rows = connection.execute(query.where(DOCUMENT.c[name].in_(some))).mappings()
            found |= {row["id"]: _as_stored(dict(row)) for row in rows}
    return [found[key] for key in sorted(found)]


def pieces(values: list[T]) -> Iterator[list[T]]:
    """The values in lists that fit one statement: SQLite takes 32,766 variables."""
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def _as_stored(columns: Columns) -> Recognised:
    key = columns.pop("id")
    return Recognised(key, columns, columns)


def _knows_less(new: Columns, current: Columns) -> bool:
    return bool(
        current and current["published"] and not new["published"] and current["text_sha256"] == new["text_sha256"]
    )


def _filled(columns: Columns, other: Columns) -> Columns:
    return columns | {name: columns[name] or other.get(name) for name in _FILLED}


def _compared(columns: Columns) -> Columns:
    return {name: value for name, value in columns.items() if name not in _UNCOMPARED}
