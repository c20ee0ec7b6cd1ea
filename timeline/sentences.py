"""Sentences of a line of letters: where each begins and ends, in letters and in code points."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .words import Line

_NONE: frozenset[str] = frozenset()
_LONGEST = 200  # words


def shortened(ends: Sequence[int], letters: str, pauses: Sequence[frozenset[str]]) -> list[int]:
    """The ends of sentences, with more of them where a text goes on for hundreds of words without a full stop.

    What looks through a sentence then never looks far, whatever the text. A sentence is cut at the last of the first
    kind of `pauses` (letters of commas, of «و») that it has in its second half, else anywhere.
    """
    found: list[int] = []
    begin = 0
    for end in (*ends, len(letters)):
        while end - begin > _LONGEST:
            begin = _pause(letters, begin + _LONGEST // 2, begin + _LONGEST, pauses)
            found.append(begin)
        found.append(end)
        begin = end
    return found[:-1]


def _pause(letters: str, first: int, past: int, pauses: Sequence[frozenset[str]]) -> int:
    for kind in pauses:
        for position in range(past - 1, first, -1):
            if letters[position] in kind:
                return position
    return past - 1


@dataclass(frozen=True, slots=True)
class Sentence:
    """Letters first to past of a line; `number` counts from 0."""

    line: Line
    number: int
    first: int
    past: int

    def classes(self, position: int) -> frozenset[str]:
        """Classes of the word at a position, none outside the sentence."""
        return self.line.kinds[position] if self.first <= position < self.past else _NONE

    def value(self, position: int, name: str) -> Any:
        """What the word at a position says as a `name`, None where it is none."""
        if name not in self.classes(position):
            return None
        return self.line.word(position).values[name]

    def has(self, position: int, *names: str) -> bool:
        """Whether the word at a position is of one of these classes; False outside the sentence."""
        return self.first <= position < self.past and not self.line.kinds[position].isdisjoint(names)

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
