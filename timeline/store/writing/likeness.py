"""How like are the wordings of two articles?

They are near-identical when four fifths of their four-word sequences are the same (of a flash: all). Candidates are
found by MinHash: each article leaves twelve hashes, and two that are near-identical share at least one with a
probability of 0.97 and more.
"""

from __future__ import annotations

import struct
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from rensa import RMinHash

_ALIKE = 0.8  # Jaccard similarity
_SHORT = 30  # sequences
_SEQUENCE = 4  # words
_BANDS, _ROWS = 12, 6  # twelve hashes of six minima each
_SEED = 1

Sequences = frozenset[str]


def sequences(words: str) -> Sequences:
    """The four-word sequences of a text; a shorter text is one sequence."""
    each = words.split()
    if len(each) < _SEQUENCE:
        return frozenset([" ".join(each)])
    return frozenset(map(" ".join, zip(*(each[start:] for start in range(_SEQUENCE)), strict=False)))


@lru_cache(500)
def numbered(words: str) -> frozenset[int]:
    """The four-word sequences as numbers, which hold for this process alone: half the time, a quarter of the memory."""
    each = words.split()
    if len(each) < _SEQUENCE:
        return frozenset([hash(tuple(each))])
    return frozenset(map(hash, zip(*(each[start:] for start in range(_SEQUENCE)), strict=False)))


def alike(one: frozenset[Any], other: frozenset[Any]) -> bool:
    """Whether most of what either has, both have; in a flash of a few words every word counts."""
    either = one | other
    return one == other if len(either) < _SHORT else len(one & other) >= _ALIKE * len(either)


def fingerprints(of: Sequences) -> list[int]:
    """The hashes that an article leaves."""
    minima = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    minima.update(list(of))  # minima are the same in any order
    digest = minima.digest()
    bands = (digest[start : start + _ROWS] for start in range(0, len(digest), _ROWS))
    return sorted({_hash(number, band) for number, band in enumerate(bands)})


def _hash(number: int, band: list[int]) -> int:
    """A whole number that fits a column: the band's own number keeps bands apart."""
    packed = struct.pack(f"<{len(band) + 1}I", number, *band)
    return int.from_bytes(blake2b(packed, digest_size=8).digest(), "little", signed=True)
