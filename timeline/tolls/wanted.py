"""Which tolls and claims a query is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from .daily import Daily
from .identity import Toll, same_place
from .order import Series
from .rules import is_claimant
from .values import Claim


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is None or empty does not restrict. `since` and `until` are days of publication, both included."""

    kinds: tuple[str, ...] = ()
    place: str | None = None
    since: date | None = None
    until: date | None = None
    claimant: str | None = None

    def of(self, series: Iterable[Series]) -> list[Series]:
        """The series with those of their steps that are wanted; their deltas stay what they were."""
        chosen = (self._cut(each) for each in series if self._is_about(each.toll))
        return [each for each in chosen if each.steps]

    def alone(self, claims: Iterable[Claim]) -> list[Claim]:
        """The claims about no known toll that are wanted."""
        there = None if self.place is None else same_place(self.place)
        return [claim for claim in claims if self._claims(claim) and there in (None, same_place(claim.place or ""))]

    def days(self, days: Iterable[Daily]) -> list[Daily]:
        """The days that lie within the bounds, wholly."""
        return [day for day in days if self._within(day.begin) and self._within(day.end)]

    def counted_for(self, series: Iterable[Series]) -> list[Series]:
        """The series whole in time, so that the first day of a difference has a day before it."""
        return replace(self, since=None, until=None).of(series)

    def _cut(self, series: Series) -> Series:
        return replace(series, steps=tuple(step for step in series.steps if self._claims(step.claim)))

    def _is_about(self, toll: Toll) -> bool:
        subject = toll.subject
        there = self.place is None or same_place(self.place) == subject.place
        return there and (not self.kinds or subject.kind in self.kinds)

    def _claims(self, claim: Claim) -> bool:
        if self.kinds and claim.kind not in self.kinds:
            return False
        if self.claimant is not None and not is_claimant(claim, self.claimant):
            return False
        return (self.since is None and self.until is None) or self._within(claim.day)

    def _within(self, day: date | None) -> bool:
        return day is not None and (self.since or date.min) <= day <= (self.until or date.max)
