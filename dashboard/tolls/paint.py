"""How lines and flags are told apart: by colour and by dashes or shape, so that no one needs to see colours."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import altair as alt

from dashboard.families import GREY
from dashboard.i18n import Words
from dashboard.tolls.records import OTHERS
from dashboard.tolls.shown import Shown
from dashboard.wording import arabic

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
    """The colour and the dashes of each line, under one legend."""

    def __init__(self, lines: Sequence[str], named: Mapping[str, str], words: Words) -> None:
        self._lines = list(lines)
        names = {line: arabic(named[line]) if line in named else words.say("toll_chart.others") for line in lines}
        said = f"({json.dumps(names, ensure_ascii=False)})[datum.label]"
        self._legend = alt.Legend(
            orient="top",
            title=None,
            labelExpr=said,
            symbolType="stroke",
            symbolOpacity=1,
            symbolSize=400,
            labelLimit=260,
            columns=4,
        )

    def colour(self) -> alt.Color:
        """Grey for the line that many share."""
        pairs = zip(self._lines, COLOURS, strict=False)
        colours = [GREY if line == OTHERS else colour for line, colour in pairs]
        return alt.Color("line:N", scale=alt.Scale(domain=self._lines, range=colours), legend=self._legend)

    def dashes(self) -> alt.StrokeDash:
        dashes = [list(dash) for dash in DASHES[: len(self._lines)]]
        return alt.StrokeDash("line:N", scale=alt.Scale(domain=self._lines, range=dashes), legend=self._legend)


def flags(seen: Sequence[str], words: Words) -> alt.Shape:
    """The shape of each flag that is there."""
    names = json.dumps({flag: words.say(f"toll_flag_name.{flag}") for flag in seen}, ensure_ascii=False)
    said = f"({names})[datum.label]"
    legend = alt.Legend(orient="top", title=None, labelExpr=said, labelLimit=260, symbolOpacity=1, columns=4)
    return alt.Shape("flag:N", scale=alt.Scale(domain=list(seen), range=[SHAPES[flag] for flag in seen]), legend=legend)
