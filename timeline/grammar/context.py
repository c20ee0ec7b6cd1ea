"""What the sentence says of a time that it names: ahead or behind, daily, of something that happened or began."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from ..mention import Mention
from ..words import Line
from .tense import Tense

_HAPPENED_WITHIN = 3  # words from the beginning of a sentence


def in_context(mentions: Iterable[Mention], line: Line, ends: Sequence[int], tense: Tense) -> Iterator[Mention]:
    """The mentions with their sentence and what it says of their time; `ends` are the sentences' last letters."""
    letters, having = line.letters, line.alphabet.having
    happened, begins = having["happened",] & having["past",], having["begins",]
    for mention in mentions:
        sentence = bisect_right(ends, mention.first)
        begin = ends[sentence - 1] + 1 if sentence else 0
        end = ends[sentence] if sentence < len(ends) else len(letters)
        first = mention.first
        yield Mention(
            mention.start,
            mention.end,
            first,
            mention.past,
            mention.rule,
            mention.meaning,
            mention.signal,
            tense.is_future(letters, first, mention.past, begin),
            sentence,
            occurs=not happened.isdisjoint(letters[begin : min(begin + _HAPPENED_WITHIN, first)]),
            daily=_says_daily(line, begin, end),
            # «بدأت في», «انطلقت يوم» right before the mention
            begins=not begins.isdisjoint(letters[max(begin, first - 2) : first]),
            joined=mention.joined,
        )


def _says_daily(line: Line, begin: int, end: int) -> bool:
    """«يومياً», or the hours of a curfew."""
    finding = line.alphabet.finding
    if finding["curfew",].search(line.letters, begin, end):
        return True
    windows = finding["window",].finditer(line.letters, begin, end)
    return any(getattr(line.word(one.start()).values["window"], "value", None) == "P1D" for one in windows)
