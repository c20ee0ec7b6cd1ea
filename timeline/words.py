"""Text -> words, and one letter for each word that stands for the set of its classes.

«ومنذ فجر الثلاثاء» becomes four letters: [and] [since] [part] [weekday]. A proclitic is a letter of its own
when what remains is a word of the lexicon. Patterns then run over the letters as plain regular expressions,
so matching happens in C and the size of the lexicon costs nothing. A form is analysed once and remembered.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from .alphabet import Alphabet
from .lexicon import Lexicon, Values, lexicon
from .lexicon.fold import MARKS, fold
from .numerals import DIGITS, numeral_values, sample_values

_LETTER = (
    "\u0610-\u061a\u061c\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f"
    "\ufb50-\ufd3d\ufd50-\ufdff\ufe70-\ufefc\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
)
_SPACE = "[ \\t\u00a0\u202f\u2007\u3000]*"
PIECE = re.compile(
    f"[{_LETTER}]+{_SPACE}"
    f"|[{DIGITS}]+(?:[.,:٫٬،][{DIGITS}]+)*{_SPACE}"
    f"|[A-Za-z\u00c0-\u024f]+{_SPACE}"
    r"|\s+"
    f"|.{_SPACE}",
    re.DOTALL,
)
_PUNCTUATION = {
    ".": "end", "!": "end", "؟": "end", "?": "end", "؛": "end", ";": "end", "…": "end", "\n": "end",
    "،": "comma", ",": "comma", "-": "dash", "–": "dash", "—": "dash", "ـ": "dash", "−": "dash", "/": "slash",
    "(": "open", "[": "open", ")": "close", "]": "close", ":": "colon", "%": "percent", "٪": "percent",
    "«": "quote", "»": "quote", '"': "quote", "“": "quote", "”": "quote", "'": "quote", "‘": "quote", "’": "quote",
}  # fmt: skip
_ENCLITICS = ("هما", "ها", "هم", "هن", "نا", "كم", "ه")
_TANWIN = "\u064b"
_OF_VERBS = ("verb", "past", "present", "future")  # «القصف» is no verb, though «قصف» may be
_FUTURE = re.compile("س[يتن](?!اس|ار|طر|ناء$|وي)..")
MEMO_SIZE = 500_000


class Word(NamedTuple):
    """A word or proclitic inside a piece of text: folded form, classes with values, code points of the piece."""

    form: str
    values: Values
    start: int
    end: int


class Vocabulary(dict[str, str]):
    """Piece of text -> its letters; a piece met for the first time is analysed and remembered."""

    def __init__(self, words: Lexicon) -> None:
        super().__init__()
        self.lexicon = words
        self.alphabet = Alphabet()
        self.words: dict[str, tuple[Word, ...]] = {}
        self._learn_the_alphabet()

    def _learn_the_alphabet(self) -> None:
        """Give every set of classes that any text can show its letter, so that patterns can be compiled."""
        for form in self.lexicon.forms:
            for seen in (form, "ال" + form, form + "ها", form + "ه", form + _TANWIN):
                for word in self._words_of(fold(seen), seen):
                    self.alphabet.letter(word.values)
        for values in (*self.lexicon.phrases.values(), *sample_values()):
            self.alphabet.letter(values)
            self.alphabet.letter({**values, "the": True})
        for flag in ({}, {"the": True}):
            self.alphabet.letter({"number": True, "number_phrase": True, **flag})
        for name in {*_PUNCTUATION.values(), "other", "unknown", "latin", "gap"}:
            self.alphabet.letter({name: True})
        for mark, name in _PUNCTUATION.items():
            self.alphabet.letter({name: True, **self.lexicon.forms.get(mark, {})})
        for extra in ({}, {"the": True}, {"future": True}, {"prefixed": True}):
            self.alphabet.letter({"unknown": True, **extra})

    def __missing__(self, piece: str) -> str:
        words = self.analyse(piece)
        letters = "".join(self.alphabet.letter(word.values) for word in words)
        if len(self) >= MEMO_SIZE:
            self.clear()
            self.words.clear()
        self.words[piece] = words
        self[piece] = letters
        return letters

    def words_of(self, piece: str) -> tuple[Word, ...]:
        """The words that the letters of `piece` stand for."""
        if piece not in self.words:
            self.__missing__(piece)
        return self.words[piece]

    def analyse(self, piece: str) -> tuple[Word, ...]:
        """Cut a piece into proclitics and word and find the classes of each."""
        core = piece.rstrip()
        if not core:
            return (Word("", {"end": True} if "\n" in piece or "\r" in piece else {"gap": True}, 0, 0),)
        if core[0] in DIGITS:
            folded = fold(core)
            return (Word(folded, numeral_values(folded), 0, len(core)),)
        if core in _PUNCTUATION:
            return (Word(core, {_PUNCTUATION[core]: True, **self.lexicon.forms.get(core, {})}, 0, len(core)),)
        folded = fold(core)
        if not folded:
            return (Word("", {"dash": True} if "ـ" in core else {"gap": True}, 0, len(core)),)
        return self._words_of(folded, core)

    def _words_of(self, folded: str, core: str) -> tuple[Word, ...]:
        first = len(core) - len(core.lstrip("".join(MARKS)))
        whole = self.look_up(folded)
        if whole is not None:
            if _TANWIN in core and "place" in whole:
                whole = {k: v for k, v in whole.items() if k != "place"}  # «سورياً» is a Syrian, «سوريا» the country
            return (Word(folded, whole, first, len(core)),)
        for clitics, rest, elided in _cuts(folded):
            values = self.look_up(rest)
            if values is None:
                continue
            starts = [first, *(_raw_offset(core, n) for n in range(1, len(clitics) + 1))]
            found = [Word(c, self.lexicon.forms[c], starts[n], starts[n + 1]) for n, c in enumerate(clitics)]
            # «للأربعاء» has lost its alef: what remains is no word of its own, so the span keeps it whole.
            start = starts[-2] if elided else starts[-1]
            return (*found, Word(rest, values, start, len(core)))
        return (Word(folded, _unknown(folded), first, len(core)),)

    def look_up(self, form: str) -> Values | None:
        """Classes of a folded word with or without article or attached pronoun; None for an unknown word."""
        forms = self.lexicon.forms
        values = forms.get(form)
        if form.startswith("ال") and len(form) > (3 if values is None else 4) and not (values and "number" in values):
            bare = forms.get(form[2:])
            if bare is not None and ("verb" not in bare or "noun" in bare):
                return {"the": True, **_without_verb(bare), **(values or {})}
            if values is not None:
                return {"the": True, **values}
        if values is not None:
            return values
        for ending in _ENCLITICS:
            stem = form.removesuffix(ending)
            if stem != form and len(stem) > 2:
                for candidate in (stem[:-1] + "ه" if stem.endswith("ت") else stem, stem, stem + "ا"):
                    if candidate in self.lexicon.inflected and (ending != "ه" or _takes_ha(forms[candidate])):
                        return {"pronoun": ending, **forms[candidate]}
        return None


def _without_verb(values: Values) -> Values:
    """What remains of a word under the article: «الفجر» is dawn, not the verb of «فجر المنزل»."""
    verbal = "trigger_verb" in values and "trigger_noun" not in values
    return {k: v for k, v in values.items() if k not in _OF_VERBS and not (verbal and k in ("trigger", "trigger_verb"))}


def _takes_ha(values: Values) -> bool:
    """«أكده», «يومه»: elsewhere a folded ه is the ة of another word («مقاتلة»)."""
    return any(name in values for name in ("reports", "declares", "day_noun"))


def _cuts(folded: str) -> Iterable[tuple[str, str, bool]]:
    """Ways to cut proclitics off: (proclitics, rest, whether the article's alef is elided)."""
    conjunction = folded[0] if folded[0] in "وف" else ""
    for prefix in dict.fromkeys(("", conjunction)):
        rest = folded[len(prefix) :]
        if prefix and len(rest) > 1:
            yield prefix, rest, False
        if len(rest) > 2 and rest[0] in "بكل":
            if rest.startswith("لل"):
                yield prefix + "ل", "ال" + rest[2:], True
            else:
                yield prefix + rest[0], rest[1:], False


def _raw_offset(core: str, letters: int) -> int:
    """Code points of `core` that hold its first `letters` folded letters, with the marks after them."""
    seen = 0
    for offset, char in enumerate(core):
        if seen >= letters and char not in MARKS:
            return offset
        seen += len(fold(char))
    return len(core)


def _unknown(folded: str) -> Values:
    if folded[0].isascii():
        return {"latin": True}
    bare = folded.lstrip("وف")
    if bare.startswith(("ال", "بال", "كال", "لل")):
        return {"unknown": True, "the": True}
    if _FUTURE.match(bare) and len(bare) > 3:
        return {"unknown": True, "future": True}
    if len(folded) > 3 and folded[0] in "بلكوف":
        return {"unknown": True, "prefixed": True}
    return {"unknown": True}


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


_default: list[Vocabulary] = []


def vocabulary() -> Vocabulary:
    """The vocabulary over the lexicon that ships with the program, built once in a process."""
    if not _default:
        _default.append(Vocabulary(lexicon()))
    return _default[0]
