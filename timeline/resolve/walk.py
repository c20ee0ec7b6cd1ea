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
    Modified,
    NeighbourUnit,
    PartOfDay,
    RelativeDay,
    brief,
)
from ..values import Interval, TimeExpression
from .anchor import Anchor, Resolved
from .one import resolve


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
        inner = mention.meaning.meaning if isinstance(mention.meaning, Modified) else mention.meaning
        if not isinstance(inner, (PartOfDay, ClockTime)) or inner.day or self._hanging_on(mention) or mention.daily:
            return resolved
        if isinstance(inner, ClockTime) and inner.zone not in (None, "local"):
            return resolved
        yesterday = RelativeDay(-1)
        return resolve(replace(inner, day=yesterday), self._anchor(mention)) or resolved

    def _anchor(self, mention: Mention) -> Anchor:
        part = self.part[1] if self.part and self.part[0] == mention.sentence else None
        return Anchor(
            self.now,
            self.zone,
            self._future(mention),
            mention.signal,
            self.last,
            self._hanging_on(mention),
            part,
            self.starts,
            mention.daily,
        )

    def _hanging_on(self, mention: Mention) -> Resolved | None:
        """The last day that the sentence named; where it tells on about a happening, the first day before it."""
        own = self.days.get(mention.sentence)
        if own:
            return own[-1]
        if mention.occurs and self.days:
            return self.days[next(reversed(self.days))][0]  # sentences come in order
        return None

    def _remember(self, mention: Mention, resolved: Resolved) -> None:
        inner = mention.meaning.meaning if isinstance(mention.meaning, Modified) else mention.meaning
        if resolved.day or _is_dated(inner):
            self.last = resolved
        if resolved.day or resolved.value.startswith("XXXX-WXX-"):
            self.days.setdefault(mention.sentence, []).append(resolved)
        if isinstance(inner, PartOfDay):
            self.part = (mention.sentence, inner.part)

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


def _is_dated(meaning: Meaning) -> bool:
    return isinstance(meaning, (CalendarDate, NeighbourUnit))
