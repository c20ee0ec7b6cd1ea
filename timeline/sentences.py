"""Sentences of a line of letters: where each begins and ends, in letters and in code points."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .words import Line


@dataclass(frozen=True, slots=True)
class Sentence:
    """Letters first to past of a line; `number` counts from 0."""

    line: Line
    number: int
    first: int
    past: int

    def values(self, position: int) -> dict[str, Any]:
        """Classes of the word at a position, none outside the sentence."""
        return self.line.word(position).values if self.first <= position < self.past else {}

    def has(self, position: int, *names: str) -> bool:
        values = self.values(position)
        return any(name in values for name in names)

    def back(self, position: int) -> Iterator[int]:
        """Positions before `position`, nearest first."""
        return iter(range(position - 1, self.first - 1, -1))

    def ahead(self, position: int) -> Iterator[int]:
        return iter(range(position, self.past))

    def span(self) -> tuple[int, int]:
        """Code points of the sentence without the white space around it."""
        if self.first >= self.past:
            return 0, 0
        return self.line.word(self.first).start, self.line.word(self.past - 1).end


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a line, given the positions of their end marks."""

    line: Line
    ends: Sequence[int]

    def number_of(self, position: int) -> int:
        return bisect_right(self.ends, position)

    def __getitem__(self, number: int) -> Sentence:
        first = self.ends[number - 1] + 1 if number else 0
        past = self.ends[number] if number < len(self.ends) else len(self.line.letters)
        return Sentence(self.line, number, first, past)

    def at(self, position: int) -> Sentence:
        return self[self.number_of(position)]
