"""A whole text: each phrase resolved against what stands before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from ..meanings import (
    CalendarDate,
    ClockTime,
    DayPart,
    Meaning,
    Mention,
    Midnight,
    Modified,
    NeighbourUnit,
    PartOfDay,
    RelativeDay,
    brief,
)
from ..values import Interval, TimeExpression
from .anchor import Anchor, Resolved
from .one import resolve

_TOLD_ON = 8  # sentences for which a story goes on
_NEWS = 7  # days for which it is one


def resolve_all(mentions: Iterable[Mention], published: datetime | None) -> list[TimeExpression]:
    """The time expressions of a text in order, each resolved against `published` and what stands before it."""
    walk = _Walk(published, list(mentions))
    return list(walk.expressions())


class _Walk:
    """One pass through the mentions of a text, remembering the days that later phrases hang on."""

    def __init__(self, published: datetime | None, mentions: list[Mention]) -> None:
        self.mentions = mentions
        self.zone = published.tzinfo if published else None
        self.now = published.replace(tzinfo=None, second=0, microsecond=0) if published else None
        self.days: dict[int, list[Resolved]] = {}
        self.story: Resolved | None = None
        self.story_at = 0
        self.story_part: DayPart | None = None
        self.last: Resolved | None = None
        self.part: tuple[int, DayPart] | None = None
        self.starts = tuple(self._starts())

    def expressions(self) -> Iterator[TimeExpression]:
        number = 0
        for mention in self.mentions:
            resolved = resolve(mention.meaning, self._anchor(mention))
            if resolved is None:
                continue
            resolved = self._before_the_report(mention, resolved)
            self._remember(mention, resolved)
            number += 1
            yield self._expression(f"t{number}", mention, resolved)

    def _starts(self) -> Iterator[date]:
        """Days on which the text says that something began."""
        for mention in self.mentions:
            resolved = resolve(mention.meaning, Anchor(self.now, self.zone, future=False)) if mention.begins else None
            if resolved and resolved.day:
                yield resolved.day

    def _future(self, mention: Mention) -> bool | None:
        """«غداً السبت والأحد»: what is tied to a coming day is coming too."""
        if mention.signal == "since":
            return False
        if mention.joined and self.last and self.last.day and self.now and self.last.day > self.now.date():
            return True
        return mention.future

    def _before_the_report(self, mention: Mention, resolved: Resolved) -> Resolved:
        """«اندلع حريق مساءً», written in the morning, was last evening."""
        if mention.future is not False or not self.now or not resolved.begin or resolved.begin <= self.now:
            return resolved
        inner = _inner(mention.meaning)
        if not isinstance(inner, (PartOfDay, ClockTime, Midnight)) or inner.day or mention.daily:
            return resolved
        if self.days.get(mention.sentence) or (isinstance(inner, Midnight) and not self._hanging_on(mention)):
            return resolved
        if isinstance(inner, ClockTime) and inner.zone not in (None, "local"):
            return resolved
        earlier = resolve(replace(inner, day=RelativeDay(-1)), self._anchor(mention))
        return replace(earlier, mod=resolved.mod) if earlier else resolved

    def _anchor(self, mention: Mention) -> Anchor:
        part = self.part[1] if self.part and self.part[0] == mention.sentence else None
        hanging = self._hanging_on(mention)
        if part is None and hanging is self.story:
            part = self.story_part
        return Anchor(
            self.now,
            self.zone,
            self._future(mention),
            mention.signal,
            self.last,
            hanging,
            part,
            self.starts,
            mention.daily,
        )

    def _hanging_on(self, mention: Mention) -> Resolved | None:
        """The last day that the sentence named; where it tells on about what happened, the day of the story."""
        own = self.days.get(mention.sentence)
        if own:
            return own[-1]
        at_an_hour = isinstance(_inner(mention.meaning), (ClockTime, Midnight)) and mention.signal != "until"
        told = mention.occurs or (mention.future is False and at_an_hour)
        return self.story if told and mention.sentence - self.story_at <= _TOLD_ON else None

    def _remember(self, mention: Mention, resolved: Resolved) -> None:
        inner = _inner(mention.meaning)
        if resolved.day or _is_dated(inner):
            self.last = resolved
        if resolved.day or resolved.value.startswith("XXXX-WXX-"):
            self.days.setdefault(mention.sentence, []).append(resolved)
            self._tell(mention, resolved)
        if isinstance(inner, PartOfDay):
            self.part = (mention.sentence, inner.part)

    def _tell(self, mention: Mention, resolved: Resolved) -> None:
        """The story is of the first day that the first dated sentence names, rather of one before today."""
        days_ago = (self.now.date() - resolved.day).days if self.now and resolved.day else 0
        if not 0 <= days_ago <= _NEWS or mention.signal in ("since", "until", "before"):
            return
        if self.story is None:
            self.story, self.story_at = resolved, mention.sentence
            self.story_part = _part(mention.meaning)
        elif mention.sentence == self.story_at and self.now and self.story.day == self.now.date() and days_ago:
            self.story, self.story_part = resolved, _part(mention.meaning)

    def _expression(self, name: str, mention: Mention, resolved: Resolved) -> TimeExpression:
        return TimeExpression(
            name,
            mention.start,
            mention.end,
            resolved.type,
            resolved.value,
            resolved.mod,
            mention.signal,
            Interval(self._zoned(resolved.begin), self._zoned(resolved.end)),
            mention.rule,
            brief(mention.meaning),
            resolved.alternatives,
        )

    def _zoned(self, moment: datetime | None) -> datetime | None:
        return moment.replace(tzinfo=self.zone) if moment else None


def _inner(meaning: Meaning) -> Meaning:
    return meaning.meaning if isinstance(meaning, Modified) else meaning


def _part(meaning: Meaning) -> DayPart | None:
    inner = _inner(meaning)
    return inner.part if isinstance(inner, PartOfDay) else None


def _is_dated(meaning: Meaning) -> bool:
    return isinstance(meaning, (CalendarDate, NeighbourUnit))
