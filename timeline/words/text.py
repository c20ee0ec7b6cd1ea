"""A text as letters: Text counts offsets on its pieces, Line is what one level of reading has merged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from ..lexicon import Values
from .pieces import PIECE
from .vocabulary import Vocabulary, Word


class Text:
    """A text cut into pieces: what offsets are counted on."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self.pieces: list[str] = PIECE.findall(text)
        self.starts = list(accumulate(map(len, self.pieces), initial=0))
        per_piece = list(map(vocabulary.__getitem__, self.pieces))
        self.letters = "".join(per_piece)
        self._ends = list(accumulate(map(len, per_piece)))
        self._words: dict[int, Word] = {}

    def word(self, position: int) -> Word:
        """The word of one letter, with offsets in the text."""
        known = self._words.get(position)
        if known is not None:
            return known
        piece = bisect_right(self._ends, position)
        words = self.vocabulary.words_of(self.pieces[piece])
        word = words[position - self._ends[piece] + len(words)]
        start = self.starts[piece]
        found = self._words[position] = Word(word.form, word.values, start + word.start, start + word.end)
        return found


class Line:
    """The letters of a text at one level of reading; words that were read as one have one letter."""

    def __init__(self, text: Text, letters: str, index: list[int], merged: Sequence[Word]) -> None:
        self.text = text
        self.letters = letters
        self._index = index
        self._merged = merged

    @classmethod
    def of(cls, text: Text) -> Line:
        return cls(text, text.letters, list(range(len(text.letters))), ())

    @cached_property
    def kinds(self) -> list[frozenset[str]]:
        """The classes of every word: all that most questions need, and far cheaper than the words."""
        return list(map(self.text.vocabulary.alphabet.classes.__getitem__, self.letters))

    def classes(self, position: int) -> frozenset[str]:
        """The classes of the word at a position."""
        return self.kinds[position]

    def word(self, position: int) -> Word:
        index = self._index[position]
        return self.text.word(index) if index >= 0 else self._merged[~index]

    def merge(self, found: Iterable[tuple[int, int, Word]]) -> Line:
        """A new line in which each (first, past, word) is one letter. `found` is in order and disjoint."""
        alphabet = self.text.vocabulary.alphabet
        letters: list[str] = []
        index: list[int] = []
        merged = list(self._merged)
        done = 0
        for first, past, word in found:
            letters += self.letters[done:first], alphabet.letter(word.values)
            index += self._index[done:first]
            index.append(~len(merged))
            merged.append(word)
            done = past
        if not done:
            return self
        letters.append(self.letters[done:])
        index += self._index[done:]
        return Line(self.text, "".join(letters), index, merged)

    def word_over(self, first: int, past: int, values: Values) -> Word:
        """The words of letters first to past as one word with `values`."""
        start, end = self.word(first), self.word(past - 1)
        return Word(start.form, values, start.start, end.end)
