"""What is painted in the lanes: stripes, bars, fades, points, names, and the areas that take the click."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, Literal

import altair as alt

from dashboard import lanes, marks
from dashboard.i18n import Words
from dashboard.lanes import Placed
from dashboard.spans import Span

# Okabe and Ito's palette: told apart by readers of every colour vision, on white and on black.
COLOURS = {
    "attack": "#d55e00",
    "coercion": "#cc79a7",
    "unrest": "#e69f00",
    "talks": "#0072b2",
    "words": "#56b4e9",
    "relief": "#009e73",
    "disaster": "#8c6d46",
    "other": "#808080",
}
GREY = "#7b7b7b"
CLICK = "event"  # the selection that the page listens to; its fields are document and start
BELOW_NAME = 7  # pixels from the middle of a row to its bar
BAR: dict[str, Any] = {"height": 9, "yOffset": BELOW_NAME, "clip": True}
Paint = Callable[[type[Any]], Any]  # alt.Fill or alt.Stroke -> that channel
# A name that would be cut off at an edge of the brush's window is left out: half a name may read as another one.
# `share` is the part of the window that the name takes, some of it air.
LENGTH, NAMED_AT = "(window.begin[1] - window.begin[0])", "toNumber(toDate(datum.named_at))"
FITS = (
    f"!window.begin || {NAMED_AT} >= window.begin[0] - {LENGTH} / 100"
    f" && {NAMED_AT} + (datum.share - 0.02) * {LENGTH} <= window.begin[1]"
)
CLOCK = {"hours": "%H:%M", "minutes": "%H:%M"}  # days, months and years as Vega writes them
TOOLTIP = ("trigger", "type", "when", "phrase", "place", "status", "outlet")


def lane_layers(placed: Sequence[Placed], view: Span, brush: alt.Parameter, words: Words) -> list[alt.Chart]:
    """The layers from the back to the front; all share the rows, the time axis and the brush's window.

    The data sets that they name are `marks.data_sets` of the same `placed`.
    """
    base = alt.Chart(alt.NamedData("events")).encode(
        x=_x("begin:T", brush),
        y=alt.Y("row:N", title=None, scale=alt.Scale(padding=0), axis=_lane_axis(placed, words)),
    )
    painted = _painted(base, placed, view, _paint(placed, words))
    return [_stripes(base, placed), *painted, _names(base, brush), _clickable(base, words)]


def time_axis(orient: Literal["top", "bottom"] = "bottom") -> alt.Axis:
    return alt.Axis(orient=orient, grid=True, gridOpacity=0.5, tickCount=9, labelOverlap=True, format=CLOCK)


def _x(field: str, brush: alt.Parameter) -> alt.X:
    """A time of the events, in the window of the brush."""
    return alt.X(field, title=None, scale=alt.Scale(type="utc", domain=brush), axis=time_axis("top"))


def _painted(base: alt.Chart, placed: Sequence[Placed], view: Span, paint: Paint) -> list[alt.Chart]:
    """Bars, fades and points; a layer with nothing in it would have no extent, and Vega would complain."""
    forms = {marks.form(one, view) for one in placed}
    layers = [
        (_bars(base, paint), {"bar", "point"}),  # a point is a bar as well: one sees it when zoomed in
        (_fades(base, paint), {"fade"}),
        (_points(base, paint), {"point"}),
    ]
    return [layer for layer, drawn in layers if forms & drawn]


def _stripes(base: alt.Chart, placed: Sequence[Placed]) -> alt.Chart:
    """Every second lane has a tint, so that a lane of several rows reads as one."""
    order = sorted({lanes.lane_order(one.event.type) for one in placed})
    rows = sorted({one.row for one in placed if order.index(lanes.lane_order(one.event.type)) % 2})
    data = alt.InlineData([{"row": row} for row in rows])
    chart: alt.Chart = alt.Chart(data).mark_rect(color=GREY, opacity=0.08).encode(y=base.encoding.y)
    return chart


def _bars(base: alt.Chart, paint: Paint) -> alt.Chart:
    """The stroke keeps a bar in sight however short it is at the present zoom; below a point it is faint."""
    bars = base.transform_filter("datum.form != 'fade'").mark_bar(**BAR, strokeWidth=1.5, cornerRadius=2)
    chart: alt.Chart = bars.encode(
        x2="end:T",
        fill=paint(alt.Fill),
        stroke=paint(alt.Stroke),
        fillOpacity=_solid(),
        opacity=alt.condition("datum.form == 'point'", alt.value(0.3), alt.value(1)),
    )
    return chart


def _fades(base: alt.Chart, paint: Paint) -> alt.Chart:
    pieces = alt.NamedData("fades")
    strength = alt.FillOpacity("strength:Q", scale=None)
    chart: alt.Chart = (
        base.properties(data=pieces).mark_bar(**BAR).encode(x2="end:T", fill=paint(alt.Fill), fillOpacity=strength)
    )
    return chart


def _points(base: alt.Chart, paint: Paint) -> alt.Chart:
    points = base.transform_filter("datum.form == 'point'")
    chart: alt.Chart = points.mark_point(
        filled=True, size=85, yOffset=BELOW_NAME, strokeWidth=1.5, opacity=1, clip=True
    ).encode(fill=paint(alt.Fill), stroke=paint(alt.Stroke), fillOpacity=_solid())
    return chart


def _names(base: alt.Chart, brush: alt.Parameter) -> alt.Chart:
    text = base.mark_text(align="left", baseline="middle", dx=1, dy=-7, fontSize=11, clip=True, color=GREY)
    name = alt.condition(FITS, "label:N", alt.value(""))
    chart: alt.Chart = text.encode(x=_x("named_at:T", brush), text=name)
    return chart


def _clickable(base: alt.Chart, words: Words) -> alt.Chart:
    """One transparent area over every event, wide enough for a finger; it alone has the tooltip and the click."""
    click = alt.selection_point(name=CLICK, fields=["document", "start"], on="click", clear="dblclick")
    chart: alt.Chart = (
        base.mark_bar(height=14, yOffset=BELOW_NAME, fill="transparent", strokeWidth=8, cursor="pointer", clip=True)
        .encode(
            x2="end:T",
            stroke=alt.condition(click, alt.value("rgba(128,128,128,0.45)"), alt.value("transparent"), empty=False),
            tooltip=[alt.Tooltip(f"{field}:N", title=words.say(f"column.{field}")) for field in TOOLTIP],
        )
        .add_params(click)
    )
    return chart


def _paint(placed: Sequence[Placed], words: Words) -> Paint:
    """The colour of the family of the type, for the families in sight.

    Fill and stroke have the same legend, so that Vega makes one of the two.
    """
    seen = {lanes.family_of(one.event.type) for one in placed}
    colours = {family: colour for family, colour in COLOURS.items() if family in seen}
    names = json.dumps({family: words.name("family", family) for family in colours}, ensure_ascii=False)
    scale = alt.Scale(domain=list(colours), range=list(colours.values()))
    legend = alt.Legend(orient="top", title=None, labelExpr=f"({names})[datum.label]", symbolType="square")
    return lambda channel: channel("family:N", scale=scale, legend=legend)


def _solid() -> Any:
    """What is planned, alleged or denied is drawn hollow."""
    return alt.condition("datum.solid", alt.value(0.85), alt.value(0.08))


def _lane_axis(placed: Sequence[Placed], words: Words) -> alt.Axis:
    """The name of the type, on the first row of its lane only."""
    first_rows = {one.row: words.name("type", one.event.type) for one in placed if one.track == 0}
    names = json.dumps(first_rows, ensure_ascii=False)
    label = f"({names})[datum.value] || ''"
    return alt.Axis(orient=words.side, labelExpr=label, ticks=False, domain=False, labelLimit=130, grid=False)
