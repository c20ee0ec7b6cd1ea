"""How many events there are on each day, week, month or year: the overview, over which one drags to choose the days.

It is drawn of counts, and so costs the same for a hundred events and for a million.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, Literal

import altair as alt

from dashboard.families import GREY
from dashboard.i18n import Words
from dashboard.lanes.axes import edges_of, locale, time_axis, time_scale
from dashboard.lanes.marks import at
from dashboard.lanes.spans import Unit, Window, count_by, last_day, shifted, unit_for

BRUSH = "window"  # the selection that the page listens to; its field is begin, in milliseconds of UTC
HEIGHT = 64  # pixels


def histogram(days: Mapping[date, int], seen: Window, chosen: Window, words: Words) -> dict[str, Any]:
    """The columns of the days that are `seen`, the `chosen` ones under the brush; a Vega-Lite specification.

    Where all of them are chosen there is no brush yet: over all columns, the drag that is to draw one would move it.
    """
    unit = unit_for(seen.days)
    inside = ((day, count) for day, count in days.items() if seen.first <= day <= seen.last)
    columns = [_column(unit, first, count) for first, count in count_by(unit, inside).items()]
    columns += [_edge(edge) for edge in (seen.span.begin, seen.span.end)]
    brush = alt.selection_interval(name=BRUSH, encodings=["x"], **_first_value(seen, chosen))
    counts = alt.Axis(tickMinStep=1, tickCount=2, orient=words.side, grid=False, format="~s")
    titles = {"days:N": "column.when", "count:Q": "column.events"}
    chart: alt.Chart = (
        alt.Chart(alt.InlineData(columns), height=HEIGHT)
        .mark_bar(color=GREY, stroke=GREY, strokeWidth=1)
        .encode(
            x=alt.X("begin:T", title=None, scale=time_scale(), axis=time_axis()),
            x2="end:T",
            y=alt.Y("count:Q", title=None, axis=counts),
            y2="none:Q",
            tooltip=[alt.Tooltip(field, title=words.say(key)) for field, key in titles.items()],
        )
        .properties(
            width="container",
            title=_title(words.say("timeline.overview", unit=words.say(f"unit.{unit}")), words),
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
            usermeta={"embedOptions": {"renderer": "canvas"}},  # in SVG the brush would be a picture without a name
        )
        .add_params(brush)
        .configure(locale=locale(words))
        .configure_view(stroke=None)
    )
    specification: dict[str, Any] = chart.to_dict()
    return specification


def _first_value(seen: Window, chosen: Window) -> dict[str, Any]:
    return {} if chosen.first <= seen.first and chosen.last >= seen.last else {"value": edges_of(chosen.span)}


def _title(text: str, words: Words) -> alt.TitleParams:
    anchor: Literal["end", "start"] = "end" if words.language == "ar" else "start"
    return alt.TitleParams(text, anchor=anchor, fontSize=12, fontWeight="normal")


def _edge(edge: datetime) -> dict[str, Any]:
    """A column of nothing, so that the axis reaches to the edge."""
    return {"begin": at(edge), "end": at(edge), "days": "", "count": 0, "none": 0}


def _column(unit: Unit, first: date, count: int) -> dict[str, Any]:
    last = last_day(unit, first)
    begin, end = (datetime.combine(day, time()) for day in (first, shifted(last, 1)))
    days = first.isoformat() if first == last else f"{first} → {last}"
    return {"begin": at(begin), "end": at(begin + 0.92 * (end - begin)), "days": days, "count": count, "none": 0}
