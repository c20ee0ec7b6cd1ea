"""Extraction -> rows, still without row ids: times, wholes, events and places are named by their labels.

Nothing here looks at a database, so that other processes can do it before the one that writes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from timeline.lexicon.fold import fold_pieces
from timeline.store.search_words import words_of
from timeline.store.storable import Columns, clean, optional, utc
from timeline.store.writing.likeness import fingerprints, sequences
from timeline.store.writing.mention_rows import MentionRows
from timeline.values import Document, Extraction


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and what was read in it, as columns.

    `document["outlet"]` is the name of the outlet, `document["words"]` the folded words of the text, `fingerprints` the
    hashes that near-identical articles share.
    """

    document: Columns
    times: tuple[Columns, ...]
    events: tuple[Columns, ...]
    figures: tuple[Columns, ...]
    fingerprints: list[int]


def as_rows(extraction: Extraction, read_at: datetime, extractor: str) -> Reading:
    """All the rows of one extraction; `read_at` needs a UTC offset."""
    document = _document(extraction.document)
    mentions = MentionRows(extraction, document["text"])
    times, events, figures = mentions.times(), mentions.events(), mentions.figures()
    document["reading_sha256"] = _reading_sha256(document["text"], times, events, figures)
    document["extractor"] = clean(extractor)
    document["read_at"] = utc(read_at)
    return Reading(document, times, events, figures, fingerprints(sequences(document["words"])))


def _document(document: Document) -> Columns:
    text, published = clean(document.text), document.published
    pieces = fold_pieces(text)
    offset = published.utcoffset() if published else None
    return {
        "given_id": clean(document.id),
        "outlet": optional(document.outlet),
        "url": optional(document.url),
        "title": optional(document.title),
        "text": text,
        "text_sha256": _sha256(" ".join(pieces)),
        "published": published and published.isoformat(timespec="seconds"),
        "published_utc": published and utc(published),
        "published_offset": None if offset is None else offset // timedelta(minutes=1),
        "published_from": optional(document.published_from),
        "words": words_of(pieces),
    }


def _reading_sha256(text: str, *mentions: tuple[Columns, ...]) -> str:
    """Of the text and of every row in its order; the separators are in no text that is stored."""
    values = ("\x00".join(map(str, row.values())) for rows in mentions for row in rows)
    return _sha256("\x00\x00".join([text, *values]))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
