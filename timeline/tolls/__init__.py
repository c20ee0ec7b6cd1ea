"""How a toll moves: the claims about one toll in order, what contradicts them, and what may be derived of them.

Everything here is a function of frozen `Claim`s: no text is read, no database asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .contradictions import contradictions
from .increments import increments_that_differ
from .order import Series, all_series
from .parts import parts_against_wholes
from .values import Claim, Flag


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Every toll with its claims in order, the claims that belong to none, and what is wrong with any of them."""

    series: tuple[Series, ...]
    alone: tuple[Claim, ...]
    flags: tuple[Flag, ...]


def reconcile(claims: Iterable[Claim]) -> Reconciled:
    """Orders and checks claims; the order in which they are given makes no difference."""
    series, alone = all_series(claims)
    flags = [flag for each in series for flag in (*each.set_aside, *contradictions(each))]
    flags += increments_that_differ(series)
    flags += parts_against_wholes(series, alone)
    return Reconciled(tuple(series), tuple(alone), tuple(flags))
