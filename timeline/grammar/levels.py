"""Levels 1 and 2 of reading: phrases of the lexicon, then number words, each to one word.

«كانون الثاني» -> month 1; «ثلاثة وعشرون ألفاً وأربعمئة» -> number 23400.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from ..alphabet import charset
from ..lexicon import Values
from ..numerals import LARGEST
from ..words import Line, Merged, Text, Vocabulary, Word, vocabulary
from .pattern import compile_pattern, expand, letters_for

Trie = dict[str, Any]
_END = ""
_FEW = 10  # as many thousands are «آلاف», more are «ألف»

# Larger units come first, so «20 ألفاً و30 ألفاً» stays two numbers and «مئة وعشرون ألفاً» is one.
_NUMBER = {
    "teens": "(three_ten | one_two) teen",
    "below_100": "{teens} | (three_ten | one_two) and tens | tens | three_ten | one_two",
    "below_1000": "(hundreds | three_ten hundred_word) (and {below_100})? | {below_100}",
    "amount": "{below_1000} | numeral&number | numeral&decimal",
    "thousands": "({amount})? thousand | thousand_dual",
    "millions": "({amount})? (million | billion) | million_dual",
    "rest": "and ({thousands} (and ({below_1000} | numeral&number))? | {below_1000} | numeral&number)",
    "fraction": "and part_of_unit (million | thousand | billion)?",
    "large": "{millions} ({rest} | {fraction})? | {thousands} (and ({below_1000} | numeral&number))? | {thousands} {fraction}",
    "half": "part_of_unit (million | thousand | billion)",
    "spaced": "numeral&short group group*",
    "number_phrase": "{large} | {half} | {spaced} | {below_1000}",
}


class Levels:
    """The first two levels, compiled for one vocabulary."""

    def __init__(self, words: Vocabulary) -> None:
        alphabet = words.alphabet
        heads = alphabet.letters_of(frozenset({"phrase_head"}))
        tails = alphabet.letters_of(frozenset({"phrase_tail"}))
        self._phrase = re.compile(f"{charset(heads)}(?={charset(tails)})")
        self._pairs = _pairs(words)
        number = compile_pattern(expand("{number_phrase}", _NUMBER), alphabet)
        scales = "".join(letters_for(name, alphabet) for name in ("thousand", "million", "billion"))
        # «20 ألفاً و30 ألفاً»: the 30 is left to its own scale.
        self._number = re.compile(f"(?:{number.source})(?!{charset(scales)})")
        # A number of one word is read already: only where two can belong together is there anything to do.
        self._numbers_at = re.compile(f"{charset(''.join(number.first))}(?={charset(''.join(number.second))})")
        self._trie = _trie(words)

    def line(self, text: Text) -> Line:
        """The text with every phrase and every number read as one word."""
        line = Line.of(text)
        line = line.merge(self._phrases(line))
        return line.merge(self._numbers(line))

    def _phrases(self, line: Line) -> Iterator[tuple[int, int, Values]]:
        done = 0
        for place in self._phrase.finditer(line.letters):
            first = place.start()
            if first < done or line.letters[first : first + 2] not in self._pairs:
                continue
            if longest := self._longest(line, first):
                done, values = longest
                yield first, done, values

    def _longest(self, line: Line, first: int) -> tuple[int, dict[str, Any]] | None:
        node, found = self._trie, None
        for position in range(first, len(line.letters)):
            node = node.get(line.word(position).form, {})
            if not node:
                break
            if _END in node:
                found = position + 1, node[_END]
        return found

    def _numbers(self, line: Line) -> Iterator[tuple[int, int, Values]]:
        done = 0
        for place in self._numbers_at.finditer(line.letters):
            first = place.start()
            match = self._number.match(line.letters, first) if first >= done else None
            if match is None or match.end() - first < 2:
                continue
            past = done = match.end()
            words = [line.word(i) for i in range(first, past)]
            number = 0 if _is_a_year_and_thousands(words) else number_of(words)
            if 0 < number <= LARGEST:
                values: dict[str, Any] = {"number": number, "number_phrase": True}
                if "the" in words[0].values:
                    values["the"] = True
                yield first, past, values


def _pairs(words: Vocabulary) -> frozenset[str]:
    """The two letters with which a phrase can begin: most words that may begin one are before some other word."""

    def letter(form: str) -> str:
        analysed = words.analyse(form)
        return words.alphabet.letter(analysed[0].values if len(analysed) == 1 else words.look_up(form) or ())

    return frozenset(letter(first) + letter(second) for first, second, *_ in words.lexicon.phrases)


def _trie(words: Vocabulary) -> Trie:
    root: Trie = {}
    for phrase, values in words.lexicon.phrases.items():
        node = root
        for word in phrase:
            node = node.setdefault(word, {})
        node[_END] = values
    return root


def _is_a_year_and_thousands(words: Sequence[Word | Merged]) -> bool:
    """«نيسان 2023 آلاف القتلى»."""
    first, second = words[0].values, words[1].values
    return "numeral" in first and first.get("number", 0) > _FEW and "thousand" in second and "vague" in second


def number_of(words: Sequence[Word | Merged]) -> int:
    """«ثلاثة وعشرون ألفاً وأربعمئة» -> 23400."""
    if all("numeral" in word.values and "short" in word.values for word in words):
        return int("".join(word.form for word in words))
    total, current, scale = 0.0, 0.0, 1.0
    share = 0.0
    for word in words:
        values = word.values
        larger = values.get("thousand") or values.get("million") or values.get("billion")
        if "and" in values:
            continue
        if larger and not (current == 0 and "thousand_dual" in values and not share):
            scale = larger
            total += (share or current or 1) * larger
            current = share = 0.0
        elif dual := values.get("thousand_dual") or values.get("million_dual"):
            total += dual
            scale = dual / 2
        elif "part_of_unit" in values:
            share = 1 / values["part_of_unit"]
        elif "hundred_word" in values and 3 <= current % 100 <= 9:
            current *= 100
        elif "tens" in values and current == 10:
            return 0  # «بين عشرة وعشرين»: two numbers
        elif "teen" in values and 0 < current < 10:
            current += 10
        else:
            current += _plain(values)
    return round(total + current + share * scale)


def _plain(values: dict[str, Any]) -> float:
    for name in ("hundreds", "tens", "three_ten", "one_two", "number", "decimal"):
        if name in values:
            return float(values[name])
    return 0.0


@cache
def levels() -> Levels:
    """The levels over the lexicon that ships with the program."""
    return Levels(vocabulary())
