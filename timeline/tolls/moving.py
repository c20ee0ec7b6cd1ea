"""How the number that a rule makes of a toll moves with every claim that is published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from .order import Series
from .rules import Resolved, Rule, resolve, standing
from .values import Claim


@dataclass(frozen=True, slots=True)
class Moved:
    """What the rule said of the claims up to `claim`, published `at` (with the offset of its article)."""

    claim: int
    at: datetime
    number: Resolved


def resolved_in_time(series: Series, rule: Rule) -> Iterator[Moved]:
    """One after every claim that counts and for which they suffice; the last one is the number of today."""
    there: list[Claim] = []
    for step in series.counted():
        there = standing([*there, step.claim])
        resolved = resolve(there, rule)
        if resolved and step.claim.published:
            yield Moved(step.claim.id, step.claim.published, resolved)
