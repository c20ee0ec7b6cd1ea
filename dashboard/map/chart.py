"""Clusters -> a map, drawn with Altair; no Streamlit here.

The wheel zooms and dragging moves: an invisible layer has the two axes that Vega binds to both, and everything that is
seen is projected by where these axes are. So the map is itself at every zoom, needs no server for it and no network.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from functools import cache
from math import log
from pathlib import Path
from typing import Any

import altair as alt

from dashboard.hover import description, tooltip
from dashboard.i18n import Words
from dashboard.map.clusters import DEEPEST, POINTS, Cluster, Spot
from dashboard.map.marks import mark
from dashboard.map.mercator import WORLD, View, view_of
from dashboard.map.names import written

HEIGHT = 560
CLICK = "spot"  # the selection that the page listens to; its field is `spot`, the id of a cluster
WINDOW = "window"  # the other one: what is in sight, as edges of `x` and `y` in the plane
GREY, BLUE, CHOSEN = "#7b7b7b", "#0072b2", "#d55e00"
SEA, LAND, TOLD = "#dcebf3", "#f6f5f2", "#f2e3b8"  # the style sheet has those of the dark
SIZES = (70, 1400)  # square pixels of the smallest and the largest mark
# precision -> shape, dashes of its outline
FORMS: dict[str, tuple[str, list[int]]] = {
    "exact": ("diamond", [1, 0]),
    "city": ("circle", [1, 0]),
    "division": ("circle", [5, 3]),
    "region": ("circle", [1, 3]),
    "country": ("square", [5, 3]),
}
SPOKEN = ("name_said", "precision_said", "country_said", "told_said")
TOOLTIP = ("name", "precision", "country", "events", "figures", "places")


def map_chart(
    clusters: Sequence[Cluster],
    shown: Collection[Spot],
    words: Words,
    chosen: Cluster | None = None,
    start: View | None = None,
) -> dict[str, Any]:
    """The marks (at least one, largest first) over the outlines, with the spots that are `shown` in sight at first.

    Where there is a `start`, that is what is in sight instead. `chosen` is drawn as the one that is open. The answer is
    a Vega-Lite specification with its data sets, for the reason that `dashboard.lanes.axes` gives.
    """
    view = start or view_of([spot.at for spot in shown], [spot.count for spot in shown])
    marks = [mark(each, words) for each in sorted(clusters, key=_is_point)]  # what is drawn later takes the click
    layers = [_moved(view), _countries(clusters), _places(view, clusters, words, chosen), _names(view)]
    scale = f"(width / {_width(view)})"
    chart: alt.LayerChart = (
        alt.layer(*layers)
        .properties(height=HEIGHT, view=alt.ViewBackground(fill=SEA), usermeta={"embedOptions": {"renderer": "svg"}})
        .project(
            type="mercator",
            scale=alt.ExprRef(scale),
            translate=alt.ExprRef(f"[-{_west(view)} * {scale}, height / 2 + {_middle(view)} * {scale}]"),
        )
        .configure_view(stroke=GREY, strokeOpacity=0.4)
    )
    specification: dict[str, Any] = chart.to_dict(validate=False)
    named = written(clusters, {mark["spot"]: mark["label"] for mark in marks})
    data = [mark | {"named": f" {' '.join(map(str, named[mark['spot']]))} "} for mark in marks]
    specification["datasets"] = {"spots": data, "outlines": outlines()}
    return specification


def _is_point(cluster: Cluster) -> bool:
    return cluster.name.precision in POINTS


@cache
def outlines() -> dict[str, Any]:
    """The countries as TopoJSON; each has its ISO 3166 code as `id`."""
    found: dict[str, Any] = json.loads(Path(__file__).with_name("outlines.json").read_text(encoding="utf-8"))
    return found


def _moved(view: View) -> alt.Chart:
    """Nothing that is seen: the axes that are dragged and zoomed. At first they have all of the view in sight."""
    wide = f"max({view.width}, {view.height} * width / height)"
    high = f"({wide} * height / width)"
    domains = {
        "x": [alt.ExprRef(f"{view.x} - {wide} / 2"), alt.ExprRef(f"{view.x} + {wide} / 2")],
        "y": [alt.ExprRef(f"{view.y} - {high} / 2"), alt.ExprRef(f"{view.y} + {high} / 2")],
    }
    scales = {axis: alt.Scale(domain=domain, nice=False, zero=False) for axis, domain in domains.items()}
    chart: alt.Chart = (
        alt.Chart(alt.InlineData([{"x": view.x, "y": view.y}]))
        .mark_point(opacity=0, tooltip=None, aria=False)
        .encode(x=alt.X("x:Q", axis=None, scale=scales["x"]), y=alt.Y("y:Q", axis=None, scale=scales["y"]))
        .add_params(alt.selection_interval(name=WINDOW, bind="scales"))
    )
    return chart


def _width(view: View) -> str:
    """How wide the map is at the moment, in the plane: a Vega expression."""
    return f"({WINDOW}.x ? {WINDOW}.x[1] - {WINDOW}.x[0] : max({view.width}, {view.height} * width / height))"


def _west(view: View) -> str:
    return f"({WINDOW}.x ? {WINDOW}.x[0] : {view.x} - {_width(view)} / 2)"


def _middle(view: View) -> str:
    return f"({WINDOW}.y ? ({WINDOW}.y[0] + {WINDOW}.y[1]) / 2 : {view.y})"


def _zoom(view: View) -> str:
    """The zoom of the moment, as `dashboard.map.clusters` counts it."""
    return f"clamp(round(log({WORLD} / {_width(view)}) / {log(2)}), 0, {DEEPEST})"


def _countries(clusters: Collection[Cluster]) -> alt.Chart:
    """All alike; those of which something is told as a whole have a tint."""
    told = sorted(
        {spot.country for each in clusters for spot in each.spots if spot.precision == "country" and spot.country}
    )
    data = alt.NamedData("outlines", format=alt.TopoDataFormat(feature="countries", type="topojson"))
    tinted = f"indexof({json.dumps(told)}, datum.id) >= 0"
    chart: alt.Chart = (
        alt.Chart(data)
        .mark_geoshape(stroke=GREY, strokeWidth=0.6, clip=True, tooltip=None, aria=False)
        .encode(fill=alt.condition(tinted, alt.value(TOLD), alt.value(LAND)))
    )
    return chart


def _places(view: View, clusters: Collection[Cluster], words: Words, chosen: Cluster | None) -> alt.Chart:
    """Points filled, areas hollow and dashed below them; small marks lie on large ones."""
    click = alt.selection_point(name=CLICK, fields=["spot"], on="click", clear="dblclick")
    largest = max(each.count for each in clusters)
    shape, dash = ([form[part] for form in FORMS.values()] for part in (0, 1))
    there = set(chosen.spots if chosen else ())
    # Also the marks that it parts into, and those that it is a part of: at every zoom something is open.
    opened = f"indexof({json.dumps([each.id for each in clusters if there.intersection(each.spots)])}, datum.spot) >= 0"
    chart: alt.Chart = (
        alt.Chart(alt.NamedData("spots"))
        .transform_filter(f"datum.first <= {_zoom(view)} && {_zoom(view)} <= datum.last")
        .mark_point(cursor="pointer", clip=True, filled=False)
        .encode(
            longitude="longitude:Q",
            latitude="latitude:Q",
            size=alt.Size("size:Q", scale=None),
            shape=alt.Shape("precision:N", scale=alt.Scale(domain=list(FORMS), range=shape), legend=None),
            strokeDash=alt.StrokeDash("precision:N", scale=alt.Scale(domain=list(FORMS), range=dash), legend=None),
            fill=alt.condition(opened, alt.value(CHOSEN), alt.value(BLUE)),
            stroke=alt.condition(opened, alt.value(CHOSEN), alt.value(BLUE)),
            fillOpacity=alt.condition(
                f"indexof({json.dumps(POINTS)}, datum.precision) >= 0", alt.value(0.7), alt.value(0)
            ),
            strokeWidth=alt.condition(opened, alt.value(3.5), alt.value(2)),
            tooltip=tooltip({f"{field}_said": words.say(f"map_column.{field}") for field in TOOLTIP}),
            description=description(SPOKEN, words.comma),
        )
        .transform_calculate(size=f"{SIZES[0]} + {SIZES[1] - SIZES[0]} * datum.count / {largest} + datum.more")
        .add_params(click)
    )
    return chart


def _names(view: View) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(alt.NamedData("spots"))
        .transform_filter(f"indexof(datum.named, ' ' + {_zoom(view)} + ' ') >= 0")
        .mark_text(fontSize=12, baseline="top", dy=9, clip=True, tooltip=None, aria=False)
        .encode(
            longitude="longitude:Q",
            latitude="latitude:Q",
            text="label:N",
        )
    )
    return chart
