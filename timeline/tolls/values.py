"""The nouns of tolls. A `Claim` is a figure with all that places it among others; `id` is the figure's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from ..values import Kind, Qualifier, Role
from .identity import Toll

FlagName = Literal[
    "falls",
    "part_exceeds_whole",
    "parts_exceed_whole",
    "increments_differ",
    "claimants_disagree",
    "stale_repeat",
    "same_wire",
]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a document says that somebody counted, of one toll (None where it cannot be told which).

    `claimant` names who counts in one spelling, `source` and `place` are as written. `published` has the
    offset of the article, `begin` and `end` are UTC instants. `wire` is the same for all copies of one text.
    """

    id: int
    toll: Toll | None
    kind: Kind
    low: int
    high: int | None
    qualifier: Qualifier = "exact"
    categories: tuple[str, ...] = ()
    part_of: int | None = None
    claimant: str = ""
    role: Role | None = None
    source: str | None = None
    place: str | None = None
    published: datetime | None = None
    begin: datetime | None = None
    end: datetime | None = None
    document: int = 0
    wire: str = ""
    text: str = ""
    sentence: str = ""

    @property
    def day(self) -> date | None:
        """The day of publication, where it was published."""
        return self.published.date() if self.published else None

    @property
    def point(self) -> int | None:
        """The number, where the claim names a single one."""
        return self.low if self.low == self.high else None

    @property
    def bounds(self) -> tuple[int, float]:
        """What the claim does not contradict: «نحو 3000» is whatever rounds to 3000, 2500 to 3500."""
        if self.qualifier != "approximate" or self.high is None:
            return self.low, float("inf") if self.high is None else self.high
        slack = _last_place(self.low) // 2
        return max(self.low - slack, 0), self.high + slack


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that is wrong with a claim, the first of `claims`; the others are those that it is at odds with."""

    name: FlagName
    claims: tuple[int, ...]


def _last_place(number: int) -> int:
    """The value of the last digit that is not 0: 3000 -> 1000, 18200 -> 100."""
    place = 1
    while number and number % (place * 10) == 0:
        place *= 10
    return place
