"""A wire that many outlets carry is one telling: each near-identical article points to the first (`copy_of`).

Articles are copies when their wordings are near-identical (`timeline.store.likeness`), they appeared within three days
of each other, and the later one says no time, count or event that the first does not: a toll that has risen is news,
however little of the text has changed. The first is the one published first, then the one read first.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, select, text, update

from timeline.lexicon.fold import fold
from timeline.store.bulk import insert_many
from timeline.store.likeness import Sequences, alike, sequences
from timeline.store.models import DOCUMENT, EVENT, FIGURE, FINGERPRINT, PLACE, TIME
from timeline.store.recognise import pieces
from timeline.store.rows import Reading
from timeline.store.search_words import search_words

_NEAR = timedelta(days=3)
_MOST = 20  # candidates a hash: a form letter must not make every article slower than the one before

# The latest articles of each of many hashes, given as one list.
_LATEST = {
    "sqlite": text(
        "SELECT f.hash, f.document_id FROM json_each(:hashes) w JOIN fingerprint f ON f.hash = w.value"
        " AND f.document_id >= (SELECT min(document_id) FROM (SELECT document_id FROM fingerprint"
        f" WHERE hash = w.value ORDER BY document_id DESC LIMIT {_MOST})) ORDER BY f.document_id"
    ),
    "postgresql": text(
        "SELECT w.hash, f.document_id FROM (SELECT CAST(jsonb_array_elements_text(CAST(:hashes AS jsonb)) AS bigint)"
        " AS hash) w CROSS JOIN LATERAL (SELECT document_id FROM fingerprint WHERE hash = w.hash"
        f" ORDER BY document_id DESC LIMIT {_MOST}) f ORDER BY f.document_id"
    ),
}

Sayings = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Article:
    id: int
    published: datetime | None
    copy_of: int | None
    sequences: Sequences


def link_copies(connection: Connection, readings: dict[int, Reading], known: Collection[int]) -> None:
    """Finds for each document (by its id) what it repeats, and remembers its wording.

    Their rows are written already; those of the `known` ones were there before, with other words.
    """
    _release(connection, known)
    bearers = _bearers(connection, {each for reading in readings.values() for each in reading.fingerprints})
    for key, reading in readings.items():
        candidates = {other for each in reading.fingerprints for other in bearers[each][-_MOST:]}
        if candidates:
            _link_one(connection, key, reading, candidates)
        for each in reading.fingerprints:
            bearers[each].append(key)
    _remember(connection, readings)


def _release(connection: Connection, documents: Collection[int]) -> None:
    """Forgets what was known of articles that are read anew, and lets go of what repeated their old text."""
    for some in pieces(sorted(documents)):
        connection.execute(delete(FINGERPRINT).where(FINGERPRINT.c.document_id.in_(some)))
        own, copies = DOCUMENT.c.id.in_(some), DOCUMENT.c.copy_of.in_(some)
        linked = (own & DOCUMENT.c.copy_of.is_not(None)) | copies
        connection.execute(update(DOCUMENT).where(linked).values(copy_of=None))


def _bearers(connection: Connection, hashes: Collection[int]) -> dict[int, list[int]]:
    """The latest articles that left each hash, the oldest of them first."""
    found: dict[int, list[int]] = defaultdict(list)
    for each, key in connection.execute(_LATEST[connection.dialect.name], {"hashes": json.dumps(sorted(hashes))}):
        found[each].append(key)
    return found


def _remember(connection: Connection, readings: dict[int, Reading]) -> None:
    left = sorted((each, key) for key, reading in readings.items() for each in reading.fingerprints)
    insert_many(connection, FINGERPRINT, [{"hash": each, "document_id": key} for each, key in left])


def _link_one(connection: Connection, key: int, reading: Reading, candidates: set[int]) -> None:
    columns = reading.document
    article = _Article(key, columns["published_utc"], None, sequences(columns["words"]))
    if original := _original(connection, article, candidates):
        _link(connection, article, original)


def _original(connection: Connection, article: _Article, candidates: set[int]) -> _Article | None:
    """The first of those that the article repeats, or that repeat it."""
    alike_ones = (
        candidate
        for candidate in _articles(connection, candidates - {article.id})
        if alike(article.sequences, candidate.sequences)
    )
    roots = _articles(connection, {candidate.copy_of or candidate.id for candidate in alike_ones})
    fitting = [root for root in roots if _near(root, article) and _adds_nothing(connection, *_in_order(root, article))]
    return min(fitting, key=lambda root: root.id, default=None)


def _articles(connection: Connection, keys: set[int]) -> list[_Article]:
    if not keys:
        return []
    columns = DOCUMENT.c.id, DOCUMENT.c.published_utc, DOCUMENT.c.copy_of, DOCUMENT.c.title, DOCUMENT.c.folded
    rows = connection.execute(select(*columns).where(DOCUMENT.c.id.in_(keys)))
    return [_Article(row.id, row.published_utc, row.copy_of, sequences(_without_title(row))) for row in rows]


def _without_title(row: Any) -> str:
    """The words of the text alone: each outlet has its own headline."""
    title = search_words(row.title)
    return str(row.folded).removeprefix(f"{title} ") if title else str(row.folded)


def _near(one: _Article, other: _Article) -> bool:
    if one.published is None or other.published is None:
        return True
    return abs(one.published - other.published) <= _NEAR


def _in_order(known: _Article, new: _Article) -> tuple[_Article, _Article]:
    """The first and the copy."""
    if known.published and new.published and new.published < known.published:
        return new, known
    return known, new


def _adds_nothing(connection: Connection, first: _Article, copy: _Article) -> bool:
    return _sayings(connection, copy.id) <= _sayings(connection, first.id)


def _sayings(connection: Connection, key: int) -> Sayings:
    """What an article says, by its words: times, counts, and what happened where."""
    times = connection.scalars(select(TIME.c.text).where(TIME.c.document_id == key))
    counts = connection.scalars(select(FIGURE.c.text).where(FIGURE.c.document_id == key))
    happened = select(EVENT.c.type, PLACE.c.name).outerjoin_from(EVENT, PLACE).where(EVENT.c.document_id == key)
    return frozenset(
        [
            *(("time", fold(words)) for words in times),
            *(("figure", fold(words)) for words in counts),
            *((row.type, fold(row.name or "")) for row in connection.execute(happened)),
        ]
    )


def _link(connection: Connection, article: _Article, original: _Article) -> None:
    first, copy = _in_order(original, article)
    connection.execute(
        update(DOCUMENT).where((DOCUMENT.c.id == copy.id) | (DOCUMENT.c.copy_of == copy.id)).values(copy_of=first.id)
    )
