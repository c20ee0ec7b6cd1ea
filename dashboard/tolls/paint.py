"""How lines and flags are told apart: by colour and by dashes or shape, so that no one needs to see colours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import altair as alt

from dashboard.families import GREY
from dashboard.i18n import Words
from dashboard.tolls.records import OTHERS, Record
from dashboard.tolls.shown import Shown

ALERT = "#b3261e"
# Okabe and Ito's palette: told apart by readers of every colour vision, on white and on black.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c6d46")
DASHES = ([1, 0], [8, 3], [2, 2], [10, 3, 2, 3], [5, 2], [12, 4], [3, 5])
SHAPES = {
    "falls": "triangle-down",
    "claimants_disagree": "diamond",
    "increments_differ": "square",
    "part_exceeds_whole": "cross",
    "parts_exceed_whole": "stroke",
    "stale_repeat": "triangle-left",
    "same_wire": "triangle-right",
}


def lines_of(shown: Shown) -> dict[str, str]:
    """claimant -> its line; those who count least share one, for there are only so many colours."""
    claimants, most = shown.claimants, len(COLOURS)
    own = claimants if len(claimants) <= most else claimants[: most - 1]
    every = [*claimants, *(step.claim.claimant for step in shown.series.steps)]
    return {claimant: claimant if claimant in own else OTHERS for claimant in every}


class Paint:
    """The colour and the dashes of each line; `dashboard.tolls.key` tells what they mean."""

    def __init__(self, lines: Sequence[str], named: Mapping[str, str], words: Words) -> None:
        self._lines = list(lines)
        self._names = [named.get(line) or words.say("toll_chart.others") for line in lines]
        pairs = zip(self._lines, COLOURS, strict=False)
        self._colours = [GREY if line == OTHERS else colour for line, colour in pairs]  # grey: many share it
        self._dashes = [list(dash) for dash in DASHES[: len(self._lines)]]

    def samples(self) -> list[tuple[str, str, list[int]]]:
        """The name, the colour and the dashes of each line."""
        return list(zip(self._names, self._colours, self._dashes, strict=True))

    def colour(self) -> alt.Color:
        return alt.Color("line:N", scale=alt.Scale(domain=self._lines, range=self._colours), legend=None)

    def dashes(self) -> alt.StrokeDash:
        return alt.StrokeDash("line:N", scale=alt.Scale(domain=self._lines, range=self._dashes), legend=None)


def flags_of(claims: Iterable[Record]) -> list[str]:
    """The flags that are there, in the order of their shapes."""
    there = {claim["flag"] for claim in claims}
    return [flag for flag in SHAPES if flag in there]


def flags(seen: Sequence[str]) -> alt.Shape:
    """The shape of each flag that is there."""
    shapes = [SHAPES[flag] for flag in seen]
    return alt.Shape("flag:N", scale=alt.Scale(domain=list(seen), range=shapes), legend=None)
