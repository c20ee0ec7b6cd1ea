"""Which found item answers which gold item."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from timeline.values import Event, Extraction, Figure, Interval, TimeExpression

Item = TypeVar("Item", TimeExpression, Figure, Event)


@dataclass(frozen=True, slots=True)
class Pairs:
    """A gold document, what was found in it, and the (gold, found) pairs of each sort, in text order."""

    gold: Extraction
    found: Extraction
    times: list[tuple[TimeExpression, TimeExpression]]
    figures: list[tuple[Figure, Figure]]
    events: list[tuple[Event, Event]]

    def same_time(self, g: Figure | Event, f: Figure | Event) -> bool:
        """Both hang on the same time expression, or both on none."""
        return _answer(self.times, g.time) == f.time

    def same_whole(self, g: Figure, f: Figure) -> bool:
        """Both are part of the same figure, or both of none."""
        return _answer(self.figures, g.part_of) == f.part_of

    def same_day(self, g: Event, f: Event) -> bool:
        """Both hang on the same time expression, or on two that begin on the same day."""
        day = first_day(_by_id(self.gold.times, g.time))
        return self.same_time(g, f) or (day is not None and day == first_day(_by_id(self.found.times, f.time)))


def pair_extractions(gold: Extraction, found: Extraction) -> Pairs:
    """Times and triggers are paired where they overlap, figures where they also have the same kind."""
    return Pairs(
        gold,
        found,
        pair_off(gold.times, found.times),
        pair_off(gold.figures, found.figures, lambda g, f: g.kind == f.kind),
        pair_off(gold.events, found.events),
    )


def pair_off(
    gold: Sequence[Item], found: Sequence[Item], fits: Callable[[Item, Item], bool] = lambda g, f: True
) -> list[tuple[Item, Item]]:
    """One-to-one pairs that overlap and fit; the pair that differs least in extent is made first."""
    candidates = [(g, f) for g in gold for f in found if g.start < f.end and f.start < g.end and fits(g, f)]
    candidates.sort(key=lambda pair: (_unshared(*pair), pair[0].start, pair[1].start))
    pairs: dict[str, tuple[Item, Item]] = {}
    answered: set[str] = set()
    for g, f in candidates:
        if g.id not in pairs and f.id not in answered:
            pairs[g.id] = g, f
            answered.add(f.id)
    return sorted(pairs.values(), key=lambda pair: pair[0].start)


def local(interval: Interval) -> tuple[datetime | None, datetime | None]:
    """Both bounds on the wall clock of the publication, without an offset."""
    return _naive(interval.begin), _naive(interval.end)


def first_day(time: TimeExpression | None) -> date | None:
    """The day on which the period begins, or ends where only its end is known."""
    bound = (time.interval.begin or time.interval.end) if time else None
    return bound.date() if bound else None


def _naive(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=None) if moment else None


def _unshared(a: TimeExpression | Figure | Event, b: TimeExpression | Figure | Event) -> int:
    return abs(a.start - b.start) + abs(a.end - b.end)


def _answer(pairs: Sequence[tuple[Item, Item]], gold_id: str | None) -> str | None:
    """The id of the found item that answers `gold_id`; "" when it was not found, so that it equals no link."""
    if gold_id is None:
        return None
    return next((f.id for g, f in pairs if g.id == gold_id), "")


def _by_id(times: Sequence[TimeExpression], time_id: str | None) -> TimeExpression | None:
    return next((time for time in times if time.id == time_id), None)
