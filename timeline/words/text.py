"""A text as letters: Text counts offsets on its pieces, Line is what one level of reading has merged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from ..lexicon import Values
from .vocabulary import LONGEST, Vocabulary, Word

SPACE = " "


class Text:
    """A text cut at its spaces: what offsets are counted on."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self._tokens = text.split(SPACE)
        self._per_token = list(map(vocabulary.__getitem__, self._tokens))
        self.letters = "".join(self._per_token)
        self._starts: list[int] = []  # code points before each token, without the spaces between them
        self._ends: list[int] = []  # letters up to the end of each token
        self._words: dict[int, Word] = {}
        self._long: dict[int, Sequence[Word]] = {}  # tokens that the vocabulary does not remember

    def word(self, position: int) -> Word:
        """The word of one letter, with offsets in the text."""
        known = self._words.get(position)
        if known is not None:
            return known
        if not self._ends:
            self._starts = list(accumulate(map(len, self._tokens), initial=0))
            self._ends = list(accumulate(map(len, self._per_token)))
        token = bisect_right(self._ends, position)
        text = self._tokens[token]
        words = self.vocabulary.words[text] if len(text) <= LONGEST else self._words_of(token)
        form, values, start, end = words[position - self._ends[token]]
        before = self._starts[token] + token
        found = self._words[position] = Word(form, values, before + start, before + end)
        return found

    def _words_of(self, token: int) -> Sequence[Word]:
        """The words of a long token, found once for this text."""
        if token not in self._long:
            self._long[token] = list(self.vocabulary.words_in(self._tokens[token]))
        return self._long[token]


class Line:
    """The letters of a text at one level of reading; words that were read as one have one letter."""

    __slots__ = ("_index", "_merged", "alphabet", "letters", "text")

    def __init__(self, text: Text, letters: str, index: Sequence[int], merged: Sequence[Word]) -> None:
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

    def word(self, position: int) -> Word:
        index = self._index[position]
        return self.text.word(index) if index >= 0 else self._merged[~index]

    def merge(self, found: Iterable[tuple[int, int, Word]]) -> Line:
        """A new line in which each (first, past, word) is one letter. `found` is in order and disjoint."""
        letters: list[str] = []
        index: list[int] = []
        merged = list(self._merged)
        done = 0
        for first, past, word in found:
            letters += self.letters[done:first], self.alphabet.letter(word.values)
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
