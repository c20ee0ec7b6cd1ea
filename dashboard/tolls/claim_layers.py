"""What is painted of the claims: under all what the rule says, then lines, points, flags, areas to click."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from dashboard.families import GREY
from dashboard.hover import description, tooltip
from dashboard.i18n import Words
from dashboard.lanes.axes import time_axis
from dashboard.tolls import paint
from dashboard.tolls.paint import ALERT, Paint
from dashboard.tolls.records import Record

CLICK = "claim"  # the selection that the page listens to; its field is the id of a claim
TOOLTIP = ("count", "claimant", "published", "delta", "remark", "text")


def claim_layers(
    claims: Sequence[Record], brush: alt.Parameter, lines: Paint, words: Words, *, is_resolved: bool
) -> list[alt.Chart]:
    """From the back to the front; the data sets that they name are those of `movement_chart`."""
    axis = alt.Axis(orient=words.side, tickMinStep=1, format=",d", title=None)
    base = alt.Chart(alt.NamedData("claims")).encode(x=x_of("at:T", brush), y=_y("low:Q", axis))
    seen = [flag for flag in paint.SHAPES if any(claim["flag"] == flag for claim in claims)]
    layers = [  # one with nothing in it would have no extent, and Vega would complain
        (_rule(brush, axis), is_resolved),
        (_lines(brush, lines, axis), any(claim["counts"] for claim in claims)),
        ([_aside(base)], not all(claim["counts"] for claim in claims)),
        ([_points(base, lines)], any(claim["counts"] for claim in claims)),
        ([_flags(base, seen, words)], bool(seen)),
        ([_clickable(base, words)], True),
    ]
    return [layer for some, is_there in layers if is_there for layer in some]


def x_of(field: str, brush: alt.Parameter) -> alt.X:
    """A time, in the window of the brush."""
    return alt.X(field, title=None, scale=alt.Scale(type="utc", domain=brush), axis=time_axis())


def _y(field: str, axis: alt.Axis) -> alt.Y:
    return alt.Y(field, title=None, scale=alt.Scale(zero=False), axis=axis)


def _rule(brush: alt.Parameter, axis: alt.Axis) -> list[alt.Chart]:
    """Broad and grey, with its band."""
    base = alt.Chart(alt.NamedData("resolved")).encode(x=x_of("at:T", brush))
    band = base.mark_area(interpolate="step-after", color=GREY, opacity=0.22, clip=True, tooltip=None, aria=False)
    line = base.mark_line(
        interpolate="step-after", color=GREY, strokeWidth=7, opacity=0.45, clip=True, tooltip=None, aria=False
    )
    return [band.encode(y=_y("low:Q", axis), y2="high:Q"), line.encode(y=_y("best:Q", axis))]


def _lines(brush: alt.Parameter, lines: Paint, axis: alt.Axis) -> list[alt.Chart]:
    """A step line for each claimant, with a band where a claim is a range."""
    base = alt.Chart(alt.NamedData("steps")).encode(x=x_of("at:T", brush), color=lines.colour())
    band = base.mark_area(interpolate="step-after", opacity=0.2, clip=True, tooltip=None, aria=False)
    line = base.mark_line(interpolate="step-after", strokeWidth=2, clip=True, tooltip=None, aria=False)
    low = _y("low:Q", axis)
    return [band.encode(y=low, y2="high:Q"), line.encode(y=low, strokeDash=lines.dashes())]


def _aside(base: alt.Chart) -> alt.Chart:
    """Hollow: these move nothing."""
    marks = base.mark_point(size=52, filled=False, stroke=GREY, strokeWidth=1.5, clip=True, tooltip=None, aria=False)
    chart: alt.Chart = marks.transform_filter("!datum.counts")
    return chart


def _points(base: alt.Chart, lines: Paint) -> alt.Chart:
    """Open claims point upwards."""
    points = base.mark_point(size=46, filled=True, opacity=1, clip=True, tooltip=None, aria=False)
    shape = alt.condition("datum.open", alt.value("triangle-up"), alt.value("circle"))
    chart: alt.Chart = points.transform_filter("datum.counts").encode(color=lines.colour(), shape=shape)
    return chart


def _flags(base: alt.Chart, seen: Sequence[str], words: Words) -> alt.Chart:
    marks = base.mark_point(size=230, filled=False, stroke=ALERT, strokeWidth=2, clip=True, tooltip=None, aria=False)
    chart: alt.Chart = marks.transform_filter("datum.flag").encode(shape=paint.flags(seen, words))
    return chart


def _clickable(base: alt.Chart, words: Words) -> alt.Chart:
    """A transparent area over every claim, wide enough for a finger; it alone has the tooltip and the click."""
    click = alt.selection_point(name=CLICK, fields=["id"], on="click", clear="dblclick")
    said = {field: words.say(f"toll_column.{field}") for field in TOOLTIP}
    areas = base.mark_point(size=260, filled=True, opacity=0, cursor="pointer", clip=True)
    chart: alt.Chart = areas.encode(tooltip=tooltip(said), description=description(TOOLTIP, words.comma)).add_params(
        click
    )
    return chart
