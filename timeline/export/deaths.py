"""The deaths of one event, as ACLED and as UCDP write them: both want a number where the article has words.

Only counts of killed for this event or over its period are used: a running total holds other events too, and parts are
held by their wholes. What one source says in one sentence is added up (two soldiers and three civilians are five);
what different sources or sentences say are rival claims, of which ACLED takes the lowest and UCDP keeps the range.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.store.asking.filtered import Told
from timeline.store.views.rows import FigureRow

# ACLED's conventions: «dozens» is 12, «hundreds» 100, an unknown number of deaths 3 where no war makes it 10.
_ACLED = {"dozens": 12, "hundreds": 100, "several": 3, "unspecified": 3}
_CIVILIANS = frozenset(
    "civilians children women elderly journalists medics aid_workers rescuers students prisoners".split()
)


@dataclass(frozen=True, slots=True)
class Estimate:
    """UCDP's three numbers; `civilians` is the part of `best` of whom the article says that they were no fighters."""

    low: int
    best: int
    high: int
    civilians: int


def claims(told: Told) -> list[list[FigureRow]]:
    """The rival counts of the killed, in the order of the text; empty where the article counts none."""
    found: dict[tuple[str | None, str], list[FigureRow]] = {}
    for figure in told.figures:
        if figure.kind == "killed" and figure.part_of is None and figure.scope != "cumulative":
            found.setdefault((figure.source, figure.sentence), []).append(figure)
    return list(found.values())


def acled_fatalities(told: Told) -> int:
    """The lowest claim, vague words as ACLED counts them; 0 where nothing is said."""
    return min((sum(map(_acled_count, claim)) for claim in claims(told)), default=0)


def ucdp_estimate(told: Told) -> Estimate | None:
    """None where the article counts no deaths. An open count is as high as the least that it can be."""
    rival = claims(told)
    if not rival:
        return None
    lows = [sum(figure.low for figure in claim) for claim in rival]
    highs = [sum(_high(figure) for figure in claim) for claim in rival]
    best = lows[0]
    civilians = sum(_civilians(figure, told.figures) for figure in rival[0])
    return Estimate(min(lows), best, max(highs), min(civilians, best))


def _acled_count(figure: FigureRow) -> int:
    if figure.qualifier == "thousands":
        return figure.low // 2  # our least number of thousands is two of them, ACLED's is one
    return _ACLED.get(figure.qualifier, figure.low)


def _high(figure: FigureRow) -> int:
    return figure.low if figure.high is None else figure.high


def _civilians(whole: FigureRow, figures: Sequence[FigureRow]) -> int:
    if _are_civilians(whole):
        return whole.low
    return sum(part.low for part in figures if part.part_of == whole.id and _are_civilians(part))


def _are_civilians(figure: FigureRow) -> bool:
    return not _CIVILIANS.isdisjoint((figure.categories or "").split())
