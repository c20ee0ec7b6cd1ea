"""A whole text: each phrase resolved against what stands before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from ..lexicon.anchors import Anchors, NamedAnchor
from ..meanings import (
    CalendarDate,
    ClockTime,
    DayOfSeries,
    DayPart,
    Meaning,
    Midnight,
    NeighbourUnit,
    PartOfDay,
    RelativeDay,
    StartOf,
)
from ..mention import Mention
from ..notation import brief
from ..values import Interval, TimeExpression
from .anchor import Anchor, Resolved
from .confidence import confidence_of
from .named import Beginnings
from .one import bounded, resolve
from .story import Story, inner_of


def resolve_all(
    mentions: Iterable[Mention],
    published: datetime | None,
    text: str = "",
    anchors: Anchors = Anchors(),  # noqa: B008  # frozen
) -> list[TimeExpression]:
    """The time expressions of a text in order, each resolved against `published` and what stands before it.

    `text` is that of the article, whose places tell which of the `anchors` is meant.
    """
    walk = _Walk(published, list(mentions), text, anchors)
    return list(walk.expressions())


class _Walk:
    """One pass through the mentions of a text, remembering the days that later phrases hang on."""

    def __init__(self, published: datetime | None, mentions: list[Mention], text: str, anchors: Anchors) -> None:
        self.mentions = mentions
        self.beginnings = Beginnings(anchors, text, published.date() if published else None)
        self.zone = published.tzinfo if published else None
        self.now = published.replace(tzinfo=None, second=0, microsecond=0) if published else None
        self.days: dict[int, list[Resolved]] = {}
        self.story = Story(self.now)
        self.last: Resolved | None = None
        self.part: tuple[int, DayPart] | None = None
        self.clock: datetime | None = None
        self.starts = tuple(self._starts())

    def expressions(self) -> Iterator[TimeExpression]:
        number = 0
        for mention in self.mentions:
            anchor = self._anchor(mention)
            resolved = self._resolved(mention, anchor)
            if resolved is None:
                continue
            resolved = self._before_the_report(mention, resolved)
            self._remember(mention, resolved)
            number += 1
            yield self._expression(f"t{number}", mention, resolved, confidence_of(mention.meaning, resolved, anchor))

    def _resolved(self, mention: Mention, anchor: Anchor) -> Resolved | None:
        """Beginnings that have a name are known from the anchors, all else from the words alone."""
        meaning = mention.meaning
        resolved = resolve(meaning, anchor)
        if isinstance(meaning, StartOf) and (start := self.beginnings.start_of(mention, meaning)):
            return bounded(start, meaning, anchor)
        if isinstance(meaning, DayOfSeries) and resolved and resolved.day is None:
            return self.beginnings.day_of_series(mention, meaning)
        if isinstance(meaning, CalendarDate) and resolved and (begun := self.beginnings.on_day(mention, meaning)):
            return self._begun(begun, meaning, resolved, anchor)
        return resolved

    def _begun(self, begun: NamedAnchor, meaning: CalendarDate, nearest: Resolved, anchor: Anchor) -> Resolved | None:
        """«منذ 7 أكتوبر», written years later: that of the beginning, not the nearest one."""
        known = resolve(replace(meaning, year=begun.begins.year), anchor)
        other = () if known is None or nearest.value == known.value else (nearest.value,)
        return known and known._replace(alternatives=other, named=begun.name)

    def _starts(self) -> Iterator[date]:
        """Days on which the text says that something began."""
        for mention in self.mentions:
            if mention.begins:
                resolved = resolve(mention.meaning, Anchor(self.now, self.zone, future=False))
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
        inner = inner_of(mention.meaning)
        if not isinstance(inner, (PartOfDay, ClockTime, Midnight)) or inner.day or mention.daily:
            return resolved
        if self.days.get(mention.sentence) or (isinstance(inner, Midnight) and not self._hanging_on(mention)):
            return resolved
        if isinstance(inner, ClockTime) and inner.zone not in (None, "local"):
            return resolved
        earlier = resolve(replace(inner, day=RelativeDay(-1)), self._anchor(mention))
        return earlier._replace(mod=resolved.mod) if earlier else resolved

    def _anchor(self, mention: Mention) -> Anchor:
        part = self.part[1] if self.part and self.part[0] == mention.sentence else None
        hanging = self._hanging_on(mention)
        if part is None and hanging is self.story.day:
            part = self.story.part
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
            self.clock,
        )

    def _hanging_on(self, mention: Mention) -> Resolved | None:
        """The last day that the sentence named; where it tells on about what happened, the day of the story."""
        own = self.days.get(mention.sentence)
        if own:
            return own[-1]
        return self.story.day_of(mention)

    def _remember(self, mention: Mention, resolved: Resolved) -> None:
        inner = inner_of(mention.meaning)
        if resolved.day or _is_dated(inner):
            self.last = resolved
            self.clock = resolved.begin if resolved.type == "TIME" and not isinstance(inner, PartOfDay) else None
        if resolved.day or resolved.value.startswith("XXXX-WXX-"):
            self.days.setdefault(mention.sentence, []).append(resolved)
            self.story.tell(mention, resolved)
        if isinstance(inner, PartOfDay):
            self.part = (mention.sentence, inner.part)

    def _expression(self, name: str, mention: Mention, resolved: Resolved, confidence: float) -> TimeExpression:
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
            " ".join(filter(None, (brief(mention.meaning), resolved.named))),
            resolved.alternatives,
            confidence,
        )

    def _zoned(self, moment: datetime | None) -> datetime | None:
        return moment.replace(tzinfo=self.zone) if moment else None


def _is_dated(meaning: Meaning) -> bool:
    return isinstance(meaning, (CalendarDate, NeighbourUnit))
