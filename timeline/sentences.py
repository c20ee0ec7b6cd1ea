"""Sentences of a line of letters: where each begins and ends, in letters and in code points."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from .alphabet import Names
from .words import Line

_NONE: frozenset[str] = frozenset()
USUAL, LONGEST = 100, 250  # words


def sentence_ends(line: Line) -> list[int]:
    """The positions of the marks that end sentences.

    A text without punctuation is cut all the same, at a comma or an «و»: no sentence is longer than LONGEST, so
    that whatever looks around in a sentence looks at no more than that.
    """
    ends: list[int] = []
    first = 0
    letters = line.letters
    found = [mark.start() for mark in line.alphabet.finding["end",].finditer(letters)]
    for position in (*found, len(letters)):
        while position - first > LONGEST:
            first = _pause(line, first + USUAL, first + LONGEST)
            ends.append(first)
            first += 1
        if position < len(letters):
            ends.append(position)
        first = position + 1
    return ends


def _pause(line: Line, first: int, last: int) -> int:
    """The last comma up to `last`, else the last «و», else `last`."""
    for kind in (line.alphabet.having["comma",], line.alphabet.having["and",]):
        for position in range(last, first, -1):
            if line.letters[position] in kind:
                return position
    return last


class Sentence:
    """Letters first to past of a line; `number` counts from 0. Outside the sentence no word has any class."""

    __slots__ = ("_finding", "_having", "_said", "first", "letters", "line", "noted", "number", "past")

    def __init__(self, line: Line, number: int, first: int, past: int) -> None:
        self.line = line
        self.number = number
        self.first = first
        self.past = past
        self.letters = line.letters
        self._having = line.alphabet.having
        self._finding = line.alphabet.finding
        self._said: dict[str, frozenset[Any]] = {}
        self.noted: dict[str, Any] = {}  # what one reader has found in it and another asks for again

    def classes(self, position: int) -> frozenset[str]:
        """Classes of the word at a position, none outside the sentence."""
        return self.line.classes(position) if self.first <= position < self.past else _NONE

    def value(self, position: int, name: str) -> Any:
        """What the word at a position says as a `name`, None where it is none."""
        return self.line.word(position).values[name] if self.has(position, name) else None

    def has(self, position: int, *names: str) -> bool:
        """Whether the word at a position is of one of these classes."""
        return self.first <= position < self.past and self.letters[position] in self._having[names]

    def any(self, first: int, past: int, *names: str) -> bool:
        """Whether any word from `first` up to `past` is of one of these classes."""
        return self._search(first, past, names) is not None

    def _search(self, first: int, past: int, names: Names) -> re.Match[str] | None:
        """The first such word, in what of the stretch lies inside the sentence."""
        first = max(first, self.first)
        return self._finding[names].search(self.letters, first, min(self.past, past))

    def _found(self, first: int, past: int, names: Names) -> Iterator[re.Match[str]]:
        """All of them."""
        first = max(first, self.first)
        return self._finding[names].finditer(self.letters, first, min(self.past, past))

    def count(self, first: int, past: int, *names: str) -> int:
        """How many words from `first` up to `past` are of one of these classes."""
        return sum(1 for _ in self._found(first, past, names))

    def values(self, first: int, past: int, name: str) -> list[Any]:
        """What the words from `first` up to `past` that are a `name` say as one."""
        return [self.line.word(position).values[name] for position in self.where(first, past, name)]

    def said(self, name: str) -> frozenset[Any]:
        """All that the words of the sentence say as a `name`."""
        if name not in self._said:
            self._said[name] = frozenset(self.values(self.first, self.past, name))
        return self._said[name]

    def where(self, first: int, past: int, *names: str) -> list[int]:
        """The positions from `first` up to `past` of words of one of these classes, in order."""
        return [found.start() for found in self._found(first, past, names)]

    def back(self, position: int) -> Iterator[int]:
        """Positions before `position`, nearest first."""
        return iter(range(position - 1, self.first - 1, -1))

    def ahead(self, position: int) -> Iterator[int]:
        return iter(range(position, self.past))

    def span(self) -> tuple[int, int]:
        """Code points of the sentence without the white space around it."""
        if self.first >= self.past:
            return 0, 0
        return self.line.span(self.first, self.past)


class Sentences:
    """The sentences of a line, given the positions of their end marks; each is made once."""

    __slots__ = ("_made", "ends", "line")

    def __init__(self, line: Line, ends: Sequence[int]) -> None:
        self.line = line
        self.ends = ends
        self._made: dict[int, Sentence] = {}

    def number_of(self, position: int) -> int:
        return bisect_right(self.ends, position)

    def __getitem__(self, number: int) -> Sentence:
        found = self._made.get(number)
        if found is None:
            first = self.ends[number - 1] + 1 if number else 0
            past = self.ends[number] if number < len(self.ends) else len(self.line.letters)
            found = self._made[number] = Sentence(self.line, number, first, past)
        return found

    def at(self, position: int) -> Sentence:
        return self[self.number_of(position)]
