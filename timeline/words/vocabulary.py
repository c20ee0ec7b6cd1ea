"""What each piece of a text is: its words, and the letters that stand for them. A form is analysed once."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from ..alphabet import Alphabet
from ..lexicon import Lexicon, Values, lexicon
from ..lexicon.fold import MARKS, fold
from ..numerals import DIGITS, numeral_values, sample_values
from .pieces import BLANKS, PIECE, cuts, raw_offset

_PUNCTUATION = {
    ".": "end", "!": "end", "؟": "end", "?": "end", "؛": "end", ";": "end", "…": "end", "\n": "end",
    "،": "comma", ",": "comma", "-": "dash", "–": "dash", "—": "dash", "ـ": "dash", "−": "dash", "/": "slash",
    "(": "open", "[": "open", ")": "close", "]": "close", ":": "colon", "%": "percent", "٪": "percent",
    "«": "quote", "»": "quote", '"': "quote", "“": "quote", "”": "quote", "'": "quote", "‘": "quote", "’": "quote",
}  # fmt: skip
_ENCLITICS = ("هما", "ها", "هم", "هن", "نا", "كم", "ه")
_TANWIN = "\u064b"
_SHORT = 4  # letters of a feminine past: «صفت» of «بصفته» is another word
_WEAK = ("", "ا", "ي")  # how the masculine ends: «قصفت», «دعت», «أردت»
_INFINITIVE = re.compile("ا(?:ست)?.ا.ت")  # «إدانته», «استقالته»
_OF_VERBS = ("verb", "past", "present", "future")  # «القصف» is no verb, though «قصف» may be
_FUTURE = re.compile("س[يتن](?!اس|ار|طر|ناء$|وي)..")
MEMO_SIZE = 300_000  # tokens, about 100 MB
LONGEST = 64  # code points of a token worth remembering


class Word(NamedTuple):
    """A word or proclitic inside a piece of text: folded form, classes with values, code points of its piece."""

    form: str
    values: Values
    start: int
    end: int


class _Words(dict[str, tuple[Word, ...]]):
    """A token -> its words; only those are kept that somebody asked for."""

    def __init__(self, words_in: Callable[[str], Iterable[Word]]) -> None:
        super().__init__()
        self._words_in = words_in

    def __missing__(self, token: str) -> tuple[Word, ...]:
        found = self[token] = tuple(self._words_in(token))
        return found


class Vocabulary(dict[str, str]):
    """What stands between two spaces -> its letters; a form met for the first time is analysed and remembered."""

    def __init__(self, words: Lexicon) -> None:
        super().__init__()
        self.lexicon = words
        self.alphabet = Alphabet()
        self._pieces: dict[str, str] = {}
        self.words = _Words(self.words_in)
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

    def __missing__(self, token: str) -> str:
        letters = "".join(map(self._letters_of, PIECE.findall(token.lstrip(BLANKS))))
        if len(token) <= LONGEST:
            self._make_room()
            self[token] = sys.intern(letters)  # few strings for many tokens: they stay in the processor's cache
        return letters

    def _letters_of(self, piece: str) -> str:
        """The letters of one piece: many a token is a known word and a mark beside it."""
        letters = self._pieces.get(piece)
        if letters is None:
            letters = "".join(self.alphabet.letter(word.values) for word in self.analyse(piece))
            if len(piece) <= LONGEST:
                self._pieces[piece] = letters
        return letters

    def _make_room(self) -> None:
        if len(self) >= MEMO_SIZE:
            self.clear()
            self._pieces.clear()
            self.words.clear()

    def words_in(self, token: str) -> Iterator[Word]:
        """The words that the letters of `token` stand for, with code points of the token."""
        bare = token.lstrip(BLANKS)
        start = len(token) - len(bare)
        for piece in PIECE.findall(bare):
            for word in self.analyse(piece):
                yield Word(word.form, word.values, start + word.start, start + word.end)
            start += len(piece)

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
            return (Word("", {"dash": True}, 0, len(core)),) if "ـ" in core else ()  # marks beside «21» are no word
        return self._words_of(folded, core)

    def _words_of(self, folded: str, core: str) -> tuple[Word, ...]:
        first = len(core) - len(core.lstrip("".join(MARKS)))
        whole = self.look_up(folded)
        if whole is not None:
            if _TANWIN in core and "place" in whole:
                whole = {k: v for k, v in whole.items() if k != "place"}  # «سورياً» is a Syrian, «سوريا» the country
            return (Word(folded, whole, first, len(core)),)
        for clitics, rest, elided in cuts(folded):
            values = self.look_up(rest)
            if values is None:
                continue
            starts = [first, *(raw_offset(core, n) for n in range(1, len(clitics) + 1))]
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
                return values if "no_article" in values else {"the": True, **values}
        if values is not None:
            return values
        for ending in _ENCLITICS:
            stem = form.removesuffix(ending)
            if stem != form and len(stem) > 2:
                for candidate in (stem[:-1] + "ه" if stem.endswith("ت") else stem, stem, stem + "ا"):
                    if candidate not in self.lexicon.inflected:
                        continue
                    if ending != "ه" or _takes_ha(forms[candidate]) or self._is_her_past(stem):
                        return {"pronoun": ending, **forms[candidate]}
        return None

    def _is_her_past(self, form: str) -> bool:
        """«قصفت» of «قصفته»: the ه is an object, for no noun in ة ends so; «ضربته» may be a noun, «إدانته» is one."""
        forms = self.lexicon.forms
        if len(form) < _SHORT or not form.endswith("ت") or form[:-1] + "ه" in forms or _INFINITIVE.fullmatch(form):
            return False
        return "past" in forms.get(form, ()) and any("past" in forms.get(form[:-1] + weak, ()) for weak in _WEAK)


def _without_verb(values: Values) -> Values:
    """What remains of a word under the article: «الفجر» is dawn, not the verb of «فجر المنزل»."""
    verbal = "trigger_verb" in values and "trigger_noun" not in values
    return {k: v for k, v in values.items() if k not in _OF_VERBS and not (verbal and k in ("trigger", "trigger_verb"))}


def _takes_ha(values: Values) -> bool:
    """«أكده», «يومه»: elsewhere a folded ه is the ة of another word («مقاتلة»)."""
    return any(name in values for name in ("reports", "declares", "day_noun", "takes_him"))


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


_default: list[Vocabulary] = []


def vocabulary() -> Vocabulary:
    """The vocabulary over the lexicon that ships with the program, built once in a process."""
    if not _default:
        _default.append(Vocabulary(lexicon()))
    return _default[0]
