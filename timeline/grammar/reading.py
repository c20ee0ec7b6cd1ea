"""A text read level by level: phrases and numbers, then days and periods, then whole expressions."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cache

from ..meanings import Mention
from ..sentences import shortened
from ..words import Line, Text, Vocabulary, vocabulary
from . import begun, clocks, counts, dates, people, times
from .counts import Count
from .impossible import leads_an_impossible_date
from .levels import Levels
from .pattern import charset
from .rule import Found, Grammar
from .signals import with_signals
from .tense import Tense

_HAPPENED_WITHIN = 3  # words from the beginning of a sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the grammar found in one text, and the line of letters in which it found it."""

    line: Line
    sentence_ends: list[int]
    times: tuple[Mention, ...]
    counts: tuple[CountMention, ...]
    triggers: tuple[int, ...]
    tense: Tense


@dataclass(frozen=True, slots=True)
class CountMention:
    """A count in the text: code points, letters, the rule that read it, and what it says."""

    start: int
    end: int
    first: int
    past: int
    rule: str
    count: Count


class Reader:
    """Every level of the grammar, compiled for one vocabulary."""

    def __init__(self, words: Vocabulary) -> None:
        for name in dates.CLASSES:
            words.alphabet.letter({name: True})
        self._vocabulary = words
        self._levels = Levels(words)
        self._dates = Grammar(dates.BOOKS, words.alphabet)
        self._mentions = Grammar([times.BOOK, begun.BOOK, clocks.BOOK, counts.BOOK, people.BOOK], words.alphabet)
        self._tense = Tense(words.alphabet)
        self._end = re.compile(charset(words.alphabet.letters_of(frozenset({"end"}))))
        self._pauses = (letters_of(words, "comma"), letters_of(words, "and"))
        names = ("trigger", "projectile", "closure", "exchange")
        self._trigger = re.compile(charset("".join(words.alphabet.letters_of(frozenset({name})) for name in names)))
        self._happened = frozenset(words.alphabet.letters_of(frozenset({"happened", "past"})))
        self._begin = frozenset(words.alphabet.letters_of(frozenset({"begins"})))
        self._daily = frozenset(words.alphabet.letters_of(frozenset({"window"})))

    def read(self, text: str) -> Reading:
        line = self._levels.line(Text(text, self._vocabulary))
        line = line.merge(
            (
                found.first,
                found.past,
                line.word_over(found.first, found.past, {dates.class_of(found.value): found.value}),
            )
            for found in self._dates.scan(line)
        )
        marks = [match.start() for match in self._end.finditer(line.letters)]
        ends = shortened(marks, line.letters, self._pauses)
        found = list(self._mentions.scan(line))
        times = with_signals(line, [_mention(line, one) for one in found if not isinstance(one.value, Count)])
        daily = self._recurring_daily(line)
        counted = tuple(_count_mention(line, one) for one in found if isinstance(one.value, Count))
        return Reading(
            line,
            ends,
            tuple(self._placed(line, ends, daily, m) for m in times if not leads_an_impossible_date(line, m)),
            counted,
            self._triggers_of(line),
            self._tense,
        )

    def _triggers_of(self, line: Line) -> tuple[int, ...]:
        return tuple(match.start() for match in self._trigger.finditer(line.letters))

    def _recurring_daily(self, line: Line) -> list[int]:
        """Positions of «يومياً», «كل ليلة»."""
        windows = (position for position, letter in enumerate(line.letters) if letter in self._daily)
        return [p for p in windows if getattr(line.word(p).values.get("window"), "value", None) == "P1D"]

    def _placed(self, line: Line, ends: list[int], daily: list[int], mention: Mention) -> Mention:
        """The mention with what its sentence says of its time; `daily` are the positions of what recurs daily."""
        sentence = bisect_right(ends, mention.first)
        begin = ends[sentence - 1] + 1 if sentence else 0
        end = ends[sentence] if sentence < len(ends) else len(line.letters)
        opening = line.letters[begin : min(begin + _HAPPENED_WITHIN, mention.first)]
        return replace(
            mention,
            future=self._tense.is_future(line.letters, mention.first, mention.past),
            sentence=sentence,
            occurs=any(letter in self._happened for letter in opening),
            daily=bisect_left(daily, begin) < bisect_left(daily, end),
            begins=self._begins(line.letters, begin, mention.first),
        )

    def _begins(self, letters: str, sentence: int, first: int) -> bool:
        """«بدأت في», «انطلقت يوم» right before the mention."""
        return any(letter in self._begin for letter in letters[max(sentence, first - 2) : first])


def letters_of(words: Vocabulary, name: str) -> frozenset[str]:
    """The letters of all words of a class."""
    return frozenset(words.alphabet.letters_of(frozenset({name})))


def _mention(line: Line, found: Found) -> Mention:
    start, end = line.word(found.first).start, line.word(found.past - 1).end
    return Mention(start, end, found.first, found.past, found.rule, found.value)


def _count_mention(line: Line, found: Found) -> CountMention:
    start, end = line.word(found.first).start, line.word(found.past - 1).end
    return CountMention(start, end, found.first, found.past, found.rule, found.value)


@cache
def reader() -> Reader:
    """The reader over the lexicon that ships with the program."""
    return Reader(vocabulary())
