"""A text read level by level: phrases and numbers, then days and periods, then whole expressions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..mention import Mention
from ..sentences import Sentences, sentence_ends
from ..words import Line, Text, Vocabulary, vocabulary
from . import begun, clocks, counts, dates, people, times
from .context import in_context
from .counts import Count
from .impossible import leads_an_impossible_date
from .levels import Levels
from .rule import Found, Grammar
from .signals import ELIDED, with_signals
from .tense import Tense

# A sentence without any of these has no figure of its own, but for structures that are destroyed or totalled;
TELLING = (
    *("harm", "killed_noun", "injured_noun", "missing_noun", "displaced_noun", "rescued_noun", "prisoner", "hostage"),
    *("projectile", "strike", "injury", "mixed", "death_toll", "victims", "freed"),
    *("missing_phrase", "homeless_phrase", "homes", "dead_phrase", "in_care", "alive"),
)
# one without any of these has no part of a figure that stands in a sentence before it.
REFERRING = ("them", "part_cue", "mostly", "versus", "among", "between", "same_number", "or_say")
_TIMES = (times.BOOK, begun.BOOK, clocks.BOOK)
_NAMING_EVENTS = ("trigger", "projectile", "cue")


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the grammar found in one text, and the line of letters in which it found it."""

    line: Line
    sentences: Sentences
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
        self._times = Grammar(_TIMES, words.alphabet)
        self._times_and_counts = Grammar([*_TIMES, counts.BOOK, people.BOOK], words.alphabet)
        finding = words.alphabet.finding
        self._harm, self._referring = finding[TELLING], finding[REFERRING]
        self._structures, self._lost = finding["structure", "still"], finding["destroys", "toll_noun"]
        self._tense = Tense(words.alphabet)
        self._trigger = words.alphabet.finding[_NAMING_EVENTS]

    def read(self, text: str) -> Reading:
        line = self._levels.line(Text(text, self._vocabulary))
        line = line.merge(
            (found.first, found.past, {dates.class_of(found.value): found.value}) for found in self._dates.scan(line)
        )
        ends = sentence_ends(line)
        found = list(self._mentions(line, ends))
        times = with_signals(line, [_mention(line, one) for one in found if not isinstance(one.value, Count)])
        possible = (mention for mention in times if not leads_an_impossible_date(line, mention))
        counted = tuple(_count_mention(line, one) for one in _outside(times, found) if isinstance(one.value, Count))
        return Reading(
            line,
            Sentences(line, ends),
            tuple(in_context(possible, line, ends, self._tense)),
            counted,
            tuple(match.start() for match in self._trigger.finditer(line.letters)),
            self._tense,
        )

    def _mentions(self, line: Line, ends: list[int]) -> Iterator[Found]:
        """Times of every sentence; counts only where it tells of harm, for most numbers of the news count no people."""
        first = 0
        for counted, past in self._stretches(line.letters, ends):
            for found in (self._times_and_counts if counted else self._times).scan(line, first, past):
                yield found
                first = found.past
            first = max(first, past)

    def _stretches(self, letters: str, ends: list[int]) -> Iterator[tuple[bool, int]]:
        """Sentences that are to be read alike, as (whether for counts, where they end)."""
        first, told, before = 0, False, False
        for past in (*ends, len(letters)):
            tells = self._tells(letters, first, past)
            counted = tells or (told and self._referring.search(letters, first, past) is not None)
            if counted != before and first:
                yield before, first
            first, told, before = past + 1, told or tells, counted
        yield before, len(letters)

    def _tells(self, letters: str, first: int, past: int) -> bool:
        """Whether a sentence can have a figure of its own."""
        if self._harm.search(letters, first, past):
            return True
        return bool(self._structures.search(letters, first, past) and self._lost.search(letters, first, past))


def _outside(times: list[Mention], found: list[Found]) -> Iterator[Found]:
    """Without the 26 of «بين 26 و31 تشرين الأول», which was read as a day once its month was."""
    days = {position for time in times if time.rule == ELIDED for position in range(time.first, time.past)}
    return (one for one in found if one.first not in days) if days else iter(found)


def _mention(line: Line, found: Found) -> Mention:
    start, end = line.span(found.first, found.past)
    return Mention(start, end, found.first, found.past, found.rule, found.value)


def _count_mention(line: Line, found: Found) -> CountMention:
    start, end = line.span(found.first, found.past)
    return CountMention(start, end, found.first, found.past, found.rule, found.value)


@cache
def reader() -> Reader:
    """The reader over the lexicon that ships with the program."""
    return Reader(vocabulary())
