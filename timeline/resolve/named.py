"""Which beginning is meant: «منذ بدء الحرب», «اليوم الـ45 للحرب», «منذ 7 أكتوبر».

What stands beside the phrase says it, else a place in its sentence, else the places of the article. Where that leaves
two, none is taken, and both are told as alternatives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from .. import calendars
from ..lexicon.anchors import Anchors, NamedAnchor
from ..lexicon.fold import fold
from ..meanings import CalendarDate, DayOfSeries, StartOf
from ..mention import Mention
from .anchor import Resolved, month_of, on

_SENTENCE_END = re.compile(r"[.!?؟؛\n]")
_SENTENCE = 400  # characters of a sentence that are looked at on each side: a text may have no full stop at all
_MISCOUNTED = 2  # days by which the count of an article may differ from the calendar


@dataclass(frozen=True)
class Beginnings:
    """The anchors as one text can mean them, published on a day or on none."""

    anchors: Anchors
    text: str
    published: date | None

    def start_of(self, mention: Mention, meaning: StartOf) -> Resolved | None:
        """The day on which it began; unknown with alternatives where two fit, None where no anchor does."""
        meant = self._meant(mention, meaning.what, meaning.names)
        if not meant:
            return None
        if len(meant) > 1 or self.published is None:
            return Resolved("DATE", "XXXX-XX-XX", alternatives=_values(meant))
        return _on(meant[0])

    def day_of_series(self, mention: Mention, meaning: DayOfSeries) -> Resolved:
        """The day that the number counts to, where the words beside it name the war; else only told as possible."""
        meant = self._meant(mention, meaning.what or "war", meaning.names)
        likely = {
            day: anchor
            for anchor in meant
            if len(anchor.value) == 10 and (day := self._counted(anchor, meaning.number)) is not None
        }
        if len(likely) == 1 and meaning.what and self._are_named(meaning.names):
            return next(on(day)._replace(named=anchor.name) for day, anchor in likely.items())
        return Resolved("DATE", "XXXX-XX-XX", alternatives=tuple(day.isoformat() for day in likely))

    def _counted(self, anchor: NamedAnchor, number: int) -> date | None:
        """Day `number` of a war, where that is about the day of publication."""
        if self.published is None or self.published.year > calendars.LAST_YEAR:
            return None
        if abs((self.published - anchor.begins).days - number + 1) > _MISCOUNTED:
            return None
        return anchor.begins + timedelta(days=number - 1)

    def on_day(self, mention: Mention, meaning: CalendarDate) -> NamedAnchor | None:
        """What began on «منذ 7 أكتوبر» where the article is, None where nothing is known."""
        if mention.signal != "since" or self.published is None or (meaning.month, meaning.day) not in self.anchors.days:
            return None
        if meaning.year or meaning.step or meaning.year_step or meaning.weekday or meaning.hijri:
            return None
        begun = [
            anchor
            for anchor in self._of_the_article
            if len(anchor.value) == 10
            and (anchor.begins.month, anchor.begins.day) == (meaning.month, meaning.day)
            and anchor.is_current(self.published)
        ]
        return begun[0] if len({anchor.value for anchor in begun}) == 1 else None

    def _meant(self, mention: Mention, what: str, names: str) -> list[NamedAnchor]:
        """The anchors that fit, one for each place: by the words beside the phrase, its sentence, the article."""
        beside = fold(names)
        named = self._current(self.anchors.in_text(beside), what)
        if named:
            return named
        called = self.anchors.in_text(beside, names=True)
        if beside and not called:
            return []
        for there in (self.anchors.in_text(fold(self._sentence(mention))), self._of_the_article):
            if found := self._current([a for a in there if not called or a in called], what):
                return found
        return self._current(called, what)

    def _are_named(self, names: str) -> bool:
        beside = fold(names)
        return bool(self.anchors.in_text(beside) or self.anchors.in_text(beside, names=True))

    def _current(self, anchors: Iterable[NamedAnchor], what: str) -> list[NamedAnchor]:
        """Those that the article can mean; of several wars of one place the last."""
        if self.published is None:
            return [anchor for anchor in anchors if what in anchor.kinds]
        fitting = [anchor for anchor in anchors if what in anchor.kinds and anchor.is_current(self.published)]
        return [anchor for anchor in fitting if not any(_follows(other, anchor) for other in fitting)]

    def _sentence(self, mention: Mention) -> str:
        before = self.text[max(mention.start - _SENTENCE, 0) : mention.start]
        after = self.text[mention.start : mention.end + _SENTENCE]
        return _SENTENCE_END.split(before)[-1] + _SENTENCE_END.split(after, maxsplit=1)[0]

    @cached_property
    def _of_the_article(self) -> tuple[NamedAnchor, ...]:
        return self.anchors.in_text(fold(self.text))


def _follows(later: NamedAnchor, earlier: NamedAnchor) -> bool:
    return later.begins > earlier.begins and not set(later.places).isdisjoint(earlier.places)


def _values(anchors: list[NamedAnchor]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(anchor.value for anchor in anchors))


def _on(anchor: NamedAnchor) -> Resolved:
    begins = anchor.begins
    day_or_month = on(begins) if len(anchor.value) == 10 else month_of(begins.year, begins.month)
    return day_or_month._replace(named=anchor.name)
