"""A figure while it is being read: the count, and what its sentence has said of it so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..grammar.reading import CountMention
from ..sentences import Sentence
from ..values import Kind, Qualifier, Role, Scope


@dataclass(slots=True)
class Claim:
    """Bounds and qualifier as the words around the count say; `whole` is the claim that it is part of,
    `beside` the one to whose toll it belongs though parts of that stand between («12 قتيلاً، بينهم 5 أطفال، و30 جريحاً»).
    """

    mention: CountMention
    sentence: Sentence
    kind: Kind
    low: int
    high: int | None
    qualifier: Qualifier
    categories: tuple[str, ...] = ()
    whole: Claim | None = None
    beside: Claim | None = None
    scope: Scope = "incident"
    time: str | None = None
    source: str | None = None
    role: Role | None = None
    place: str | None = None
    since: date | None = None

    @property
    def first(self) -> int:
        return self.mention.first

    @property
    def past(self) -> int:
        return self.mention.past
