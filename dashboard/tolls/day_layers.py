"""What is painted of the days: bars whose area is the count, and over them the counts of periods as reported."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import altair as alt

from dashboard.hover import description, tooltip
from dashboard.i18n import Words
from dashboard.tolls.claim_layers import x_of
from dashboard.tolls.in_view import is_seen
from dashboard.tolls.paint import COLOURS, Paint

BARS = ("days", "count", "basis_said", "claims")  # what their tooltips say
LINES = ("days", "count", "claimant", "text")
_HEIGHT = f"({is_seen('begin', 'end')}) ? datum.a_day : 0"  # the axis begins at 0 anyway


def day_layers(there: Collection[str], brush: alt.Parameter, lines: Paint, words: Words) -> list[alt.Chart]:
    """A layer for `days` and one for `periods`, of which some are `there`."""
    y = alt.Y("height:Q", axis=alt.Axis(orient=words.side, tickCount=4, title=None))
    bars = [_bars(brush, y, words)] if "days" in there else []
    return bars + ([_periods(brush, y, lines, words)] if "periods" in there else [])


def _bars(brush: alt.Parameter, y: alt.Y, words: Words) -> alt.Chart:
    base = alt.Chart(alt.NamedData("days")).transform_calculate(height=_HEIGHT)
    bars = base.mark_bar(color=COLOURS[0], opacity=0.4, stroke=COLOURS[0], strokeWidth=0.8, clip=True)
    chart: alt.Chart = bars.encode(x=x_of("begin:T", brush), x2="end:T", y=y, y2="none:Q", **_said(BARS, words))
    return chart


def _periods(brush: alt.Parameter, y: alt.Y, lines: Paint, words: Words) -> alt.Chart:
    base = alt.Chart(alt.NamedData("periods")).transform_calculate(height=_HEIGHT)
    rules = base.mark_rule(strokeWidth=3, clip=True)
    chart: alt.Chart = rules.encode(
        x=x_of("begin:T", brush), x2="end:T", y=y, color=lines.colour(), **_said(LINES, words)
    )
    return chart


def _said(fields: Collection[str], words: Words) -> dict[str, Any]:
    titles = {field: words.say(f"toll_column.{field}") for field in fields}
    return {"tooltip": tooltip(titles), "description": description(fields, words.comma)}
