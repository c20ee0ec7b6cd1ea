"""Rows -> a chart, drawn with Altair; no Streamlit here.

Two views share one brush: columns by day above, lanes below (`dashboard.layers`). All times are drawn as UTC although
they are the local time of the article, so that the reader's own time zone cannot move an event to another day.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, cast

import altair as alt
from babel.dates import get_day_names, get_month_names

from dashboard import marks, spans
from dashboard.address import ALL, Filters
from dashboard.i18n import Words
from dashboard.lanes import Placed
from dashboard.layers import GREY, lane_layers, time_axis
from timeline.store.views import EventRow

WIDTH = 0.92  # of a column: the rest is the gap to the next one
RENDERED_AS_SVG = 1_500  # marks; a canvas is faster above, SVG is sharper and reads aloud below


def timeline_chart(events: Sequence[EventRow], words: Words, filters: Filters = ALL) -> dict[str, Any]:
    """The histogram with its brush over the lanes; each event has a begin or an end_time. There may be no event.

    Zoomed at first to the days that the filters ask for. The answer is a Vega-Lite specification with its data sets,
    not an Altair chart: Altair copies and checks everything it is given, and for 10,000 events that takes seconds.
    """
    view = spans.first_view(events, filters.first_day, filters.end)
    brush = alt.selection_interval(
        name="window", encodings=["x"], translate=False, value={"x": [date_of(view.begin), date_of(view.end)]}
    )
    placed = marks.placed_in(view, events)
    renderer = "svg" if len(events) <= RENDERED_AS_SVG else "canvas"
    chart: alt.VConcatChart = (
        alt.vconcat(_overview(events, brush, words), _lanes(placed, view, brush, words))
        .properties(
            spacing=10,
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
            usermeta={"embedOptions": {"renderer": renderer}},
        )
        .configure(locale=locale_of(words))
        .configure_view(stroke=None)
    )
    specification: dict[str, Any] = chart.to_dict()
    specification["datasets"] |= marks.data_sets(placed, view, words)
    return specification


def _overview(events: Sequence[EventRow], brush: alt.Parameter, words: Words) -> alt.Chart:
    unit = spans.unit_for(spans.span_of(events))
    columns = [
        {
            "begin": marks.at(start),
            "end": marks.at(start + WIDTH * (spans.following(unit, start) - start)),
            "count": count,
            "none": 0,
        }
        for start, count in spans.count_by(unit, events).items()
    ]
    title = words.say("chart.overview", unit=words.say(f"unit.{unit}"))
    counts = alt.Axis(tickMinStep=1, tickCount=2, orient=words.side, grid=False)
    anchor: Literal["end", "start"] = "end" if words.language == "ar" else "start"
    chart: alt.Chart = (
        alt.Chart(alt.InlineData(columns), height=56)
        .mark_bar(color=GREY, stroke=GREY, strokeWidth=1)
        .encode(
            x=alt.X("begin:T", title=None, scale=alt.Scale(type="utc"), axis=time_axis()),
            x2="end:T",
            y2="none:Q",
            y=alt.Y("count:Q", title=None, axis=counts),
        )
        .properties(title=alt.TitleParams(title, anchor=anchor, fontSize=12, fontWeight="normal"))
        .add_params(brush)
    )
    return chart


def _lanes(placed: Sequence[Placed], view: spans.Span, brush: alt.Parameter, words: Words) -> alt.LayerChart:
    chart = cast(alt.LayerChart, alt.layer(*lane_layers(placed, view, brush, words)))
    return chart.properties(height=alt.Step(30))


def date_of(moment: object) -> alt.DateTime:
    """A moment as the initial value of a selection wants it."""
    names = ("year", "month", "date", "hours", "minutes")
    values = (getattr(moment, name) for name in ("year", "month", "day", "hour", "minute"))
    return alt.DateTime(**dict(zip(names, values, strict=True)), utc=True)


def locale_of(words: Words) -> alt.Locale:
    """Month and day names of the interface's language, from CLDR."""
    language = words.language

    def months(width: Literal["wide", "abbreviated"]) -> list[str]:
        return list(get_month_names(width, "stand-alone", language).values())

    def days(width: Literal["wide", "abbreviated"]) -> list[str]:
        names = get_day_names(width, "stand-alone", language)
        return [names[number] for number in (6, 0, 1, 2, 3, 4, 5)]  # D3 begins with Sunday, Babel with Monday

    return alt.Locale(
        time=alt.TimeLocale(
            dateTime="%Y-%m-%d %H:%M",
            date="%Y-%m-%d",
            time="%H:%M",
            periods=["AM", "PM"],
            days=days("wide"),
            shortDays=days("abbreviated"),
            months=months("wide"),
            shortMonths=months("abbreviated"),
        )
    )
