"""What is painted in the lanes: stripes, bars, fades, points, names, and the areas that take the click."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import altair as alt

from dashboard.families import COLOURS, GREY, family_of
from dashboard.hover import description, tooltip
from dashboard.i18n import Words
from dashboard.lanes import marks
from dashboard.lanes.axes import edges_of, milliseconds, time_axis, time_scale
from dashboard.lanes.spans import Span
from dashboard.lanes.tracks import OTHERS, Placed

CLICK = "event"  # the selection that the page listens to; its fields are document and start
ZOOM = "zoom"  # another one: the stretch in view, which the wheel and dragging change
BELOW_NAME = 7  # pixels from the middle of a row to its bar
BAR: dict[str, Any] = {
    "height": 9,
    "yOffset": BELOW_NAME,
    "clip": True,
    "aria": False,
}  # what is read aloud is the area to click
WHEEL = "wheel![event.ctrlKey || event.metaKey]"  # as on a map: the bare wheel scrolls the page
Paint = Callable[[type[Any]], Any]  # alt.Fill or alt.Stroke -> that channel
SPOKEN = ("type", "trigger", "when", "place", "status", "outlet")
TOOLTIP = ("trigger", "type", "when", "phrase", "place", "status", "outlet")


def lane_layers(placed: Sequence[Placed], view: Span, words: Words, labels: Sequence[str]) -> list[alt.Chart]:
    """The layers from the back to the front; all share the rows, the time axis and the zoom. `labels` name the lanes.

    The data sets that they refer to are `marks.data_sets` of the same `placed`.
    """
    base = alt.Chart(alt.NamedData("events")).encode(
        x=_x("begin:T"),
        y=alt.Y("row:N", title=None, scale=alt.Scale(padding=0), axis=lane_axis(placed, labels, words)),
    )
    painted = _painted(base, placed, view, _paint(placed, words))
    return [*_stripes(base, placed), *painted, _names(base, view), _clickable(base, view, words)]


def lane_axis(placed: Sequence[Placed], labels: Sequence[str], words: Words) -> alt.Axis:
    """The name of the lane, on the first row of it only."""
    first_rows = {one.row: labels[int(one.row[:3])] for one in placed if one.row.endswith("#000")}
    return named_axis(first_rows, words)


def named_axis(names: dict[str, str], words: Words) -> alt.Axis:
    """Rows by their names; a row without one has no label."""
    label = f"({json.dumps(names, ensure_ascii=False)})[datum.value] || ''"
    drawn: Any = {"ticks": False, "domain": False, "labelLimit": 140, "grid": False}
    return alt.Axis(orient=words.side, labelExpr=label, aria=False, **drawn)  # aloud it would be «000#000, 000#001»


def label_of(lane: str, by: str, words: Words) -> str:
    """A type by its name, the rest and the nameless by what they are, any other lane as the articles write it."""
    if lane == OTHERS:
        return words.say("timeline.other_lanes")
    if by == "type":
        return words.name("type", lane)
    return lane or words.say(f"timeline.no_{by}")


def stripes(y: Any, rows: Sequence[str]) -> list[alt.Chart]:
    """A tint over these rows; a layer with nothing in it would be a picture of nothing to a screen reader."""
    if not rows:
        return []
    data = alt.InlineData([{"row": row} for row in rows])
    chart: alt.Chart = alt.Chart(data).mark_rect(color=GREY, opacity=0.08, aria=False).encode(y=y)
    return [chart]


def _x(field: str) -> alt.X:
    return alt.X(field, title=None, scale=time_scale(), axis=time_axis("top"))


def _painted(base: alt.Chart, placed: Sequence[Placed], view: Span, paint: Paint) -> list[alt.Chart]:
    """Bars, fades and points; a layer with nothing in it would have no extent, and Vega would complain."""
    forms = {marks.form(one, view) for one in placed}
    layers = [
        (_bars(base, paint), {"bar", "point"}),  # a point is a bar as well: one sees it when zoomed in
        (_fades(base, paint), {"fade"}),
        (_points(base, paint), {"point"}),
    ]
    return [layer for layer, drawn in layers if forms & drawn]


def _stripes(base: alt.Chart, placed: Sequence[Placed]) -> list[alt.Chart]:
    """Every second lane has a tint, so that a lane of several rows reads as one."""
    return stripes(base.encoding.y, sorted({one.row for one in placed if int(one.row[:3]) % 2}))


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
        filled=True, size=85, yOffset=BELOW_NAME, strokeWidth=1.5, opacity=1, clip=True, aria=False
    ).encode(fill=paint(alt.Fill), stroke=paint(alt.Stroke), fillOpacity=_solid())
    return chart


def _names(base: alt.Chart, view: Span) -> alt.Chart:
    text = base.mark_text(align="left", baseline="middle", dx=1, dy=-7, fontSize=11, clip=True, color=GREY, aria=False)
    name = alt.condition(_fits(view), "label:N", alt.value(""))
    chart: alt.Chart = text.encode(x=_x("named_at:T"), text=name)
    return chart


def _fits(view: Span) -> str:
    """A name that would be cut off at an edge, or run into the next one, is left out: half a name may read as another.

    Decided where it is drawn, for only there the width of the chart and the zoom are known.
    """
    first, last = _edges(view)
    here, following = "toNumber(toDate(datum.named_at))", "toNumber(toDate(datum.next_at))"
    scale = f"(width / ({last} - {first}))"
    return (
        f"{here} >= {first} && ({here} - {first}) * {scale} + datum.pixels <= width + 14"
        f" && (datum.next_at == null || ({following} - {here}) * {scale} >= datum.pixels - 10)"
    )


def _edges(view: Span) -> tuple[str, str]:
    """The edges of the stretch in view, as expressions of Vega."""
    begin, end = milliseconds(view.begin), milliseconds(view.end)
    return f"({ZOOM}.begin ? {ZOOM}.begin[0] : {begin})", f"({ZOOM}.begin ? {ZOOM}.begin[1] : {end})"


def _clickable(base: alt.Chart, view: Span, words: Words) -> alt.Chart:
    """One transparent area over every event, wide enough for a finger; it alone has the tooltip and the click."""
    click = alt.selection_point(name=CLICK, fields=["document", "start"], on="click", clear="dblclick")
    zoom = alt.selection_interval(name=ZOOM, encodings=["x"], bind="scales", zoom=WHEEL, value=edges_of(view))
    chart: alt.Chart = (
        base.mark_bar(height=14, yOffset=BELOW_NAME, fill="transparent", strokeWidth=8, cursor="pointer", clip=True)
        .encode(
            x2="end:T",
            stroke=alt.condition(click, alt.value("rgba(128,128,128,0.45)"), alt.value("transparent"), empty=False),
            tooltip=tooltip({field: words.say(f"column.{field}") for field in TOOLTIP}),
            description=description(SPOKEN, words.comma),
        )
        .add_params(click, zoom)
    )
    return chart


def _paint(placed: Sequence[Placed], words: Words) -> Paint:
    """The colour of the family of the type, for the families in sight.

    Fill and stroke have the same scale. There is no legend of Vega's own, which a narrow page would cut off.
    """
    colours = colours_of({one.event.type for one in placed})
    scale = alt.Scale(domain=list(colours), range=list(colours.values()))
    return lambda channel: channel("family:N", scale=scale, legend=None)


def colours_of(types: set[str]) -> dict[str, str]:
    """Family -> colour, of the families of these types."""
    seen = {family_of(type_) for type_ in types}
    return {family: colour for family, colour in COLOURS.items() if family in seen}


def _solid() -> Any:
    """What is planned, alleged or denied is drawn hollow."""
    return alt.condition("datum.solid", alt.value(0.85), alt.value(0.08))
