"""A wire that many outlets carry is one telling: each near-identical article points to the first (`copy_of`).

Articles are near-identical when four fifths of their four-word sequences are the same (of a flash: all), they appeared
within three days of each other, and the later one says no time, count or event that the first does not: a toll that has
risen is news, however little of the text has changed. The first is the one published first, then the one read first.

Candidates are found by MinHash: each article leaves twelve hashes, and two that are near-identical share at least one
with a probability of 0.97 and more.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any

from rensa import RMinHash
from sqlalchemy import Connection, delete, insert, select, text, update

from timeline.lexicon.fold import fold
from timeline.store.models import DOCUMENT, EVENT, FIGURE, FINGERPRINT, PLACE, TIME
from timeline.store.rows import Columns
from timeline.store.search_words import search_words

_ALIKE = 0.8  # Jaccard similarity
_SHORT = 30  # sequences
_NEAR = timedelta(days=3)
_SEQUENCE = 4  # words
_BANDS, _ROWS = 12, 6  # twelve hashes of six minima each
_LATEST = 20  # candidates a hash: a form letter must not make every article slower than the one before
_SEED = 1

_REMEMBER = insert(FINGERPRINT)
# The latest articles of each hash. Written out: it is asked for every article.
_CANDIDATES = text(
    " UNION ".join(
        "SELECT document_id FROM (SELECT document_id FROM fingerprint"
        f" WHERE hash = :hash_{number} ORDER BY document_id DESC LIMIT {_LATEST}) AS band_{number}"
        for number in range(_BANDS)
    )
)

Sequences = frozenset[str]
Sayings = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Article:
    id: int
    published: datetime | None
    copy_of: int | None
    sequences: Sequences


def link_copies(connection: Connection, documents: Iterable[tuple[int, Columns]], new: int) -> None:
    """Finds for each document (its id and columns) what it repeats, and remembers its wording.

    Their rows are written already; all but the first `new` of them were known before.
    """
    for number, (key, columns) in enumerate(documents):
        if number >= new:
            _release(connection, key)
        article = _Article(key, columns["published_utc"], None, sequences(columns["words"]))
        hashes = fingerprints(article.sequences)
        if original := _original(connection, article, hashes):
            _link(connection, article, original)
        connection.execute(_REMEMBER, [{"hash": each, "document_id": key} for each in hashes])


def sequences(words: str) -> Sequences:
    """The four-word sequences of a text; a shorter text is one sequence."""
    each = words.split()
    if len(each) < _SEQUENCE:
        return frozenset([" ".join(each)])
    return frozenset(map(" ".join, zip(*(each[start:] for start in range(_SEQUENCE)), strict=False)))


def alike(one: Sequences, other: Sequences) -> bool:
    """Whether most of what either has, both have; in a flash of a few words every word counts."""
    either = one | other
    return one == other if len(either) < _SHORT else len(one & other) >= _ALIKE * len(either)


def fingerprints(of: Sequences) -> list[int]:
    """The hashes that an article leaves."""
    minima = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    minima.update(sorted(of))
    digest = minima.digest()
    bands = (digest[start : start + _ROWS] for start in range(0, len(digest), _ROWS))
    return sorted({_hash(number, band) for number, band in enumerate(bands)})


def _hash(number: int, band: list[int]) -> int:
    """A whole number that fits a column: the band's own number keeps bands apart."""
    packed = struct.pack(f"<{len(band) + 1}I", number, *band)
    return int.from_bytes(blake2b(packed, digest_size=8).digest(), "little", signed=True)


def _release(connection: Connection, key: int) -> None:
    """Forgets what was known of an article that is read anew, and lets go of what repeated its old text."""
    connection.execute(delete(FINGERPRINT).where(FINGERPRINT.c.document_id == key))
    own, copies = DOCUMENT.c.id == key, DOCUMENT.c.copy_of == key
    connection.execute(update(DOCUMENT).where((own & DOCUMENT.c.copy_of.is_not(None)) | copies).values(copy_of=None))


def _original(connection: Connection, article: _Article, hashes: list[int]) -> _Article | None:
    """The first of those that the article repeats, or that repeat it."""
    alike_ones = (
        candidate
        for candidate in _articles(connection, _candidates(connection, hashes) - {article.id})
        if alike(article.sequences, candidate.sequences)
    )
    roots = _articles(connection, {candidate.copy_of or candidate.id for candidate in alike_ones})
    fitting = [root for root in roots if _near(root, article) and _adds_nothing(connection, *_in_order(root, article))]
    return min(fitting, key=lambda root: root.id, default=None)


def _candidates(connection: Connection, hashes: list[int]) -> set[int]:
    if not hashes:
        return set()
    values = {f"hash_{number}": hashes[number % len(hashes)] for number in range(_BANDS)}
    return set(connection.scalars(_CANDIDATES, values))


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
