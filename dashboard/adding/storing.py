"""Stores what was read, in transactions of some articles each, and says where it is now."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dashboard import data
from timeline.store.writing.save import Saved
from timeline.values import Extraction

AT_ONCE = 50


def store(extractions: Sequence[Extraction], advance: Callable[[int], None]) -> Saved:
    """The counts of all; `advance` is told how many are stored so far. Raises `DatabaseProblem`."""
    saved = Saved()
    for first in range(0, len(extractions), AT_ONCE):
        some = extractions[first : first + AT_ONCE]
        saved += data.store(some)
        advance(first + len(some))
    return saved
