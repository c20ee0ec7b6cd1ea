"""A wire that many outlets carry is one telling: each near-identical article points to the first (`copy_of`).

Articles are copies when their wordings are near-identical (`timeline.store.writing.likeness`), they appeared within
three days of each other, and the later one says no time, count or event that the first does not: a toll that has risen
is news, however little of the text has changed. The first is the one published first, then the one read first.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, select, text, update

from timeline.lexicon.fold import fold
from timeline.store.models import DOCUMENT, EVENT, FIGURE, FINGERPRINT, PLACE, TIME
from timeline.store.models.columns import UtcInstant
from timeline.store.search_words import search_words
from timeline.store.writing.bulk import insert_many
from timeline.store.writing.likeness import alike, numbered
from timeline.store.writing.recognise import pieces
from timeline.store.writing.rows import Reading

_NEAR = timedelta(days=3)
_MOST = 20  # candidates a hash: a form letter must not make every article slower than the one before

_ROOT = DOCUMENT.alias("root")
_ROOTS = (
    select(_ROOT.c.id.label("root"), _ROOT.c.published_utc, DOCUMENT.c.title, DOCUMENT.c.folded)
    .join_from(DOCUMENT, _ROOT, _ROOT.c.id == func.coalesce(DOCUMENT.c.copy_of, DOCUMENT.c.id))
    .where(DOCUMENT.c.id.in_(bindparam("ids", expanding=True)))
)
_AROUND = {"early": -_NEAR, "late": _NEAR}
_EARLY, _LATE = (bindparam(name, type_=UtcInstant) for name in _AROUND)
_NEAR_ROOTS = _ROOTS.where(_ROOT.c.published_utc.between(_EARLY, _LATE) | _ROOT.c.published_utc.is_(None))

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
    article = _Article(key, reading.document["published_utc"])
    wording = numbered(reading.document["words"])
    roots = {
        _Article(row.root, row.published_utc)
        for row in _near(connection, article, candidates)
        if row.root != key and alike(wording, numbered(_without_title(row)))
    }
    for root in sorted(roots, key=lambda root: root.id):
        first, copy = _in_order(root, article)
        if _adds_nothing(connection, first, copy):
            _link(connection, first, copy)
            return


def _near(connection: Connection, article: _Article, candidates: set[int]) -> Iterable[Row[Any]]:
    """The candidates with the article that they repeat or are (`root`), where that one appeared at about that time."""
    ids = {"ids": list(candidates - {article.id})}
    if article.published is None:
        return connection.execute(_ROOTS, ids)
    return connection.execute(_NEAR_ROOTS, ids | {name: _moved(article.published, by) for name, by in _AROUND.items()})


def _moved(moment: datetime, by: timedelta) -> datetime:
    """The same at the edges of the calendar, where there is no such moment."""
    try:
        return moment + by
    except OverflowError:
        return moment


def _without_title(row: Any) -> str:
    """The words of the text alone: each outlet has its own headline."""
    title = search_words(row.title)
    return str(row.folded).removeprefix(f"{title} ") if title else str(row.folded)


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


def _link(connection: Connection, first: _Article, copy: _Article) -> None:
    """Of the article and of those that repeated it."""
    repeats = (DOCUMENT.c.id == copy.id) | (DOCUMENT.c.copy_of == copy.id)
    connection.execute(update(DOCUMENT).where(repeats).values(copy_of=first.id))
