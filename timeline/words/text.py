"""A text as letters: Text counts offsets on its tokens, Line is what one level of reading has merged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from ..lexicon import Values
from .vocabulary import LONGEST, Vocabulary, Word

SPACE = " "


class Merged(NamedTuple):
    """Several words read as one: its form is that of the first, `first` and `last` their letters in the text."""

    form: str
    values: Values
    first: int
    last: int


class Text:
    """A text cut at its spaces: what offsets are counted on."""

    __slots__ = ("_ends", "_long", "_per_token", "_starts", "_tokens", "letters", "text", "vocabulary")

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self._tokens = text.split(SPACE)
        self._per_token = list(map(vocabulary.__getitem__, self._tokens))
        self.letters = "".join(self._per_token)
        self._starts: list[int] = []  # code points before each token, without the spaces between them
        self._ends: list[int] = []  # letters up to the end of each token
        self._long: dict[int, Sequence[Word]] = {}  # tokens that the vocabulary does not remember

    def word(self, position: int) -> Word:
        """The word of one letter; its offsets are those in its token."""
        ends = self._ends or self._measured()
        token = bisect_right(ends, position)
        text = self._tokens[token]
        words = self.vocabulary.words[text] if len(text) <= LONGEST else self._words_of(token)
        return words[position - ends[token]]

    def start(self, position: int) -> int:
        """The code point at which the word of one letter begins."""
        return self._before(position) + self.word(position).start

    def end(self, position: int) -> int:
        """The code point after the word of one letter."""
        return self._before(position) + self.word(position).end

    def _before(self, position: int) -> int:
        """Code points before the token of one letter: other tokens, and a space after each."""
        token = bisect_right(self._ends or self._measured(), position)
        return self._starts[token] + token

    def _measured(self) -> list[int]:
        self._starts = list(accumulate(map(len, self._tokens), initial=0))
        self._ends = list(accumulate(map(len, self._per_token)))
        return self._ends

    def _words_of(self, token: int) -> Sequence[Word]:
        """The words of a long token, found once for this text."""
        if token not in self._long:
            self._long[token] = list(self.vocabulary.words_in(self._tokens[token]))
        return self._long[token]


class Line:
    """The letters of a text at one level of reading; words that were read as one have one letter."""

    __slots__ = ("_index", "_merged", "alphabet", "letters", "text")

    def __init__(self, text: Text, letters: str, index: Sequence[int], merged: Sequence[Merged]) -> None:
        self.text = text
        self.letters = letters
        self.alphabet = text.vocabulary.alphabet
        self._index = index
        self._merged = merged

    @classmethod
    def of(cls, text: Text) -> Line:
        return cls(text, text.letters, range(len(text.letters)), ())

    def classes(self, position: int) -> frozenset[str]:
        """The classes of the word at a position."""
        return self.alphabet.classes[self.letters[position]]

    def word(self, position: int) -> Word | Merged:
        """What stands at a position. Where that is in the text, `start` and `end` say."""
        index = self._index[position]
        return self.text.word(index) if index >= 0 else self._merged[~index]

    def start(self, position: int) -> int:
        """The code point of the text at which the word at a position begins."""
        index = self._index[position]
        return self.text.start(index if index >= 0 else self._merged[~index].first)

    def end(self, position: int) -> int:
        """The code point of the text after the word at a position."""
        index = self._index[position]
        return self.text.end(index if index >= 0 else self._merged[~index].last)

    def span(self, first: int, past: int) -> tuple[int, int]:
        """Code points of the words from `first` up to `past`."""
        return self.start(first), self.end(past - 1)

    def written(self, first: int, past: int) -> str:
        """The words from `first` up to `past` as the text has them."""
        return self.text.text[self.start(first) : self.end(past - 1)]

    def merge(self, found: Iterable[tuple[int, int, Values]]) -> Line:
        """A new line in which each (first, past, values) is one letter. `found` is in order and disjoint."""
        letters: list[str] = []
        index: list[int] = []
        merged = list(self._merged)
        done = 0
        for first, past, values in found:
            letters += self.letters[done:first], self.alphabet.letter(values)
            index += self._index[done:first]
            index.append(~len(merged))
            merged.append(self._one(first, past - 1, values))
            done = past
        if not done:
            return self
        letters.append(self.letters[done:])
        index += self._index[done:]
        return Line(self.text, "".join(letters), index, merged)

    def _one(self, first: int, last: int, values: Values) -> Merged:
        begin, end = self._index[first], self._index[last]
        if begin < 0:
            begin = self._merged[~begin].first
        if end < 0:
            end = self._merged[~end].last
        return Merged(self.text.word(begin).form, values, begin, end)
