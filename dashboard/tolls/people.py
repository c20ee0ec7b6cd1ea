"""Of whom -> a chart, drawn with Altair; no Streamlit here. Groups lie side by side, never on top of each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from dashboard.families import GREY
from dashboard.i18n import Words
from dashboard.tolls import records
from dashboard.tolls.paint import COLOURS
from dashboard.tolls.shown import Part

ROW = 30  # pixels
AXIS = 40  # of the height that Streamlit fits the whole chart into, its axis too


def people_chart(parts: Sequence[Part], words: Words) -> dict[str, Any]:
    """A bar for everybody and one for each group, with the range where there is one."""
    data = records.parts(parts, words)
    rows = alt.Y(
        "people:N", sort=[row["people"] for row in data], title=None, axis=alt.Axis(orient=words.side, labelLimit=180)
    )
    base = alt.Chart(alt.InlineData(data)).encode(y=rows)
    counts = alt.X(
        "best:Q", title=None, axis=alt.Axis(tickCount=5, tickMinStep=1), scale=alt.Scale(reverse=words.language == "ar")
    )
    tooltip = [
        alt.Tooltip("people:N", title=words.say("toll_column.people")),
        alt.Tooltip("said:N", title=words.say("toll_column.count")),
    ]
    bars = base.mark_bar(height=16, opacity=0.75).encode(
        x=counts, color=alt.condition("datum.whole", alt.value(GREY), alt.value(COLOURS[0])), tooltip=tooltip
    )
    ranges = base.mark_rule(strokeWidth=2.5, tooltip=None).encode(x="low:Q", x2="high:Q", color=alt.value(COLOURS[1]))
    numbers = base.mark_text(
        align="right" if words.language == "ar" else "left", dx=-5 if words.language == "ar" else 5
    ).encode(x="best:Q", text="said:N")
    chart: alt.LayerChart = (
        alt.layer(bars, *([ranges] if any(row["low"] < row["high"] for row in data) else []), numbers)
        .properties(height=ROW * len(data) + AXIS, usermeta={"embedOptions": {"renderer": "svg"}})
        .configure_view(stroke=None)
    )
    found: dict[str, Any] = chart.to_dict()
    return found
