"""How many of how many."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """`right` of `gold` expected and of `found` items; for an accuracy both are the number of pairs compared."""

    right: int
    gold: int
    found: int

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.gold + other.gold, self.found + other.found)

    @property
    def is_measured(self) -> bool:
        """Whether there was anything to compare; the rates below say nothing otherwise."""
        return bool(self.gold or self.found)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 when nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what was expected that was found right; 1 when nothing was expected."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 when there was nothing to find and nothing was found."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0


def accuracy(verdicts: list[bool]) -> Score:
    """How many of the compared pairs agree."""
    return Score(sum(verdicts), len(verdicts), len(verdicts))
