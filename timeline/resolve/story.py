"""The day of the story: that on which what an article tells of happened, and on which its hours hang."""

from __future__ import annotations

from datetime import datetime

from ..meanings import ClockTime, DayPart, Meaning, Midnight, Modified, PartOfDay
from ..mention import Mention
from .anchor import Resolved

_TOLD_ON = 8  # sentences for which a story goes on
_NEWS = 7  # days for which it is one


class Story:
    """«… السبت …. ووقع التفجير قرابة الساعة الثانية»: the hour is of Saturday, whatever the day of the report."""

    def __init__(self, now: datetime | None) -> None:
        self._now = now
        self._sentence = 0
        self.day: Resolved | None = None
        self.part: DayPart | None = None

    def tell(self, mention: Mention, resolved: Resolved) -> None:
        """The story is of the first day that the first dated sentence names, rather of one before today."""
        days_ago = (self._now.date() - resolved.day).days if self._now and resolved.day else 0
        if not 0 <= days_ago <= _NEWS or mention.signal in ("since", "until", "before"):
            return
        if self.day is None:
            self._sentence = mention.sentence
        elif mention.sentence != self._sentence or not days_ago or not self._is_of_today():
            return
        self.day, self.part = resolved, _part(mention.meaning)

    def _is_of_today(self) -> bool:
        return bool(self.day and self._now and self.day.day == self._now.date())

    def day_of(self, mention: Mention) -> Resolved | None:
        """The day of an hour that its sentence leaves open, None where it does not tell on about the story."""
        at_an_hour = isinstance(inner_of(mention.meaning), (ClockTime, Midnight)) and mention.signal != "until"
        told = mention.occurs or (mention.future is False and at_an_hour)
        return self.day if told and mention.sentence - self._sentence <= _TOLD_ON else None


def inner_of(meaning: Meaning) -> Meaning:
    """The meaning without the modifier around it."""
    return meaning.meaning if isinstance(meaning, Modified) else meaning


def _part(meaning: Meaning) -> DayPart | None:
    inner = inner_of(meaning)
    return inner.part if isinstance(inner, PartOfDay) else None
