"""Where in an article do the words stand that a row names without saying where: its place, who says so?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.store.views.rows import EventRow, FigureRow

Row = EventRow | FigureRow
Span = tuple[int, int]
NOWHERE: Span = (0, 0)
_PROCLITICS = 3  # letters that may be written onto a word: «وبغزة»


def sentence_of(text: str, row: Row | None) -> Span:
    """Where the sentence of a row stands: the last place at or before the row that reads the same."""
    if row is None or not row.sentence:
        return NOWHERE
    start = text.rfind(row.sentence, 0, row.start + len(row.sentence))
    return (start, start + len(row.sentence)) if start >= 0 else NOWHERE


def place_of(text: str, row: Row) -> Span | None:
    """Where the place of a row is named."""
    return _nearest(text, row.place, row)


def claimant_of(text: str, figure: FigureRow) -> Span | None:
    """Where the one is named who says so."""
    return _nearest(text, figure.source, figure)


def _nearest(text: str, words: str | None, row: Row) -> Span | None:
    """In the sentence of the row the place nearest to it, else the last one before that sentence."""
    start, end = sentence_of(text, row)
    found = list(_all(text, words, end)) if words else []
    inside = [span for span in found if span[0] >= start]
    if inside:
        return min(inside, key=lambda span: abs(span[0] - row.start))
    return found[-1] if found else None


def _all(text: str, words: str, end: int) -> Iterator[Span]:
    """Every place where the words stand as words, before `end`."""
    pattern = rf"(?<!\w)\w{{0,{_PROCLITICS}}}?({re.escape(words)})(?!\w)"
    for match in re.finditer(pattern, text[:end] if end else text):
        yield match.span(1)
