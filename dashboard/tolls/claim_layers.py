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
    """From the back to the front; the rows that they are drawn of are those of `movement_chart`, fitted."""
    axis = alt.Axis(orient=words.side, tickMinStep=1, format=",d", title=None)
    base = _part("claim", brush).encode(y=_y("y_low:Q", axis))
    counts = [claim for claim in claims if claim["counts"]]
    seen = paint.flags_of(claims)
    layers = [  # one with nothing in it would have no extent, and Vega would complain
        ([_frame(base, axis)], True),
        (_rule(brush, axis), is_resolved),
        (_lines(brush, lines, axis), bool(counts)),
        ([_ranges(base, lines)], any(claim["low"] < claim["high"] for claim in claims)),
        ([_aside(base)], len(counts) < len(claims)),
        ([_points(base, lines)], bool(counts)),
        ([_flags(base, seen)], bool(seen)),
        ([_clickable(base, words)], True),
    ]
    return [layer for some, is_there in layers if is_there for layer in some]


def x_of(field: str, brush: alt.Parameter) -> alt.X:
    """A time, in the window of the brush."""
    return alt.X(field, title=None, scale=alt.Scale(type="utc", domain=brush), axis=time_axis())


def _part(name: str, brush: alt.Parameter) -> alt.Chart:
    """The rows of the claims, of the lines, or of the rule."""
    chart: alt.Chart = alt.Chart().transform_filter(f"datum.part == '{name}'").encode(x=x_of("at:T", brush))
    return chart


def _y(field: str, axis: alt.Axis) -> alt.Y:
    return alt.Y(field, title=None, scale=alt.Scale(zero=False), axis=axis)


def _frame(base: alt.Chart, axis: alt.Axis) -> alt.Chart:
    """Nothing that is seen, but as high as the axis has to be."""
    rule = base.mark_rule(opacity=0, tooltip=None, aria=False)
    chart: alt.Chart = rule.encode(y=_y("floor:Q", axis), y2="ceiling:Q")
    return chart


def _rule(brush: alt.Parameter, axis: alt.Axis) -> list[alt.Chart]:
    """Broad and grey, with its band."""
    base = _part("rule", brush).encode(order="turn:Q")
    band = base.mark_area(color=GREY, opacity=0.22, clip=True, tooltip=None, aria=False)
    line = base.mark_line(color=GREY, strokeWidth=7, opacity=0.45, clip=True, tooltip=None, aria=False)
    return [band.encode(y=_y("y_low:Q", axis), y2="y_high:Q"), line.encode(y=_y("y_best:Q", axis))]


def _lines(brush: alt.Parameter, lines: Paint, axis: alt.Axis) -> list[alt.Chart]:
    """A step line for each claimant, with a band where a claim is a range."""
    base = _part("line", brush).encode(color=lines.colour(), order="turn:Q")
    band = base.mark_area(opacity=0.2, clip=True, tooltip=None, aria=False)
    line = base.mark_line(strokeWidth=2, clip=True, tooltip=None, aria=False)
    low = _y("y_low:Q", axis)
    return [band.encode(y=low, y2="y_high:Q"), line.encode(y=low, strokeDash=lines.dashes())]


def _ranges(base: alt.Chart, lines: Paint) -> alt.Chart:
    """From the lower bound of a claim to its upper one, also where no band leads on from it."""
    marks = base.mark_rule(strokeWidth=3, clip=True, tooltip=None, aria=False)
    colour = alt.condition("datum.counts", lines.colour(), alt.value(GREY))
    chart: alt.Chart = marks.transform_filter("datum.low < datum.high").encode(y2="y_high:Q", color=colour)
    return chart


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


def _flags(base: alt.Chart, seen: Sequence[str]) -> alt.Chart:
    marks = base.mark_point(size=230, filled=False, stroke=ALERT, strokeWidth=2, clip=True, tooltip=None, aria=False)
    chart: alt.Chart = marks.transform_filter("datum.flag").encode(shape=paint.flags(seen))
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
