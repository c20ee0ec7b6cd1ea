"""How a toll moves -> a chart, drawn with Altair; no Streamlit here.

Three views share one time axis: a strip of all claims, over which one drags to zoom; the claims as steps, a line for
each claimant; how many a day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

import altair as alt

from dashboard.families import GREY
from dashboard.i18n import Words
from dashboard.lanes.axes import date_of, locale
from dashboard.tolls import records
from dashboard.tolls.claim_layers import claim_layers
from dashboard.tolls.day_layers import day_layers
from dashboard.tolls.in_view import BRUSH, fitted
from dashboard.tolls.paint import Paint, flags_of, lines_of
from dashboard.tolls.records import Record
from dashboard.tolls.shown import Shown

SHORTEST = timedelta(days=1)  # that a time axis is
RENDERED_AS_SVG = 500  # claims; a canvas is faster above, SVG is sharper and reads aloud below
MOVEMENT = "movement"  # the claims, the lines and the rule
DRAWN = ("claims", "days", "periods")  # one of these has to be there

Sets = dict[str, list[Record]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the chart is drawn of: its rows by name, its lines, the flags that are there."""

    sets: Sets
    lines: Paint
    flags: Sequence[str]


def drawn_of(shown: Shown, named: Mapping[str, str], words: Words) -> Drawn:
    """A toll as the rows of its chart. `named` has its claimants' names."""
    lines = lines_of(shown)
    claims = records.claims(shown, named, lines, words)
    sets = {
        "claims": claims,
        "steps": records.steps(claims),
        "resolved": records.resolved(shown),
        "days": records.days(shown, words),
        "periods": records.periods(shown, named, lines, words),
    }
    there = {record["line"] for name in ("steps", "periods") for record in sets[name]}
    own = [line for line in dict.fromkeys(lines.values()) if line in there]
    return Drawn(sets, Paint(own, named, words), flags_of(claims))


def movement_chart(drawn: Drawn, words: Words) -> dict[str, Any]:
    """The chart of a toll that has a claim with a publication, a day, or a period.

    The answer is a Vega-Lite specification with its data sets, for the reason that `dashboard.lanes.axes` gives.
    """
    sets, lines = drawn.sets, drawn.lines
    ends = _ends(sets)
    brush = alt.selection_interval(name=BRUSH, encodings=["x"], translate=False, value={"x": ends})
    views: list[Any] = [_strip(sets, ends, words).add_params(brush)]
    if sets["claims"]:
        layers = claim_layers(sets["claims"], brush, lines, words, is_resolved=bool(sets["resolved"]))
        chart = fitted(alt.LayerChart(layer=layers, data=alt.NamedData(MOVEMENT)))
        views.append(chart.properties(height=330, title=_title("claims", words)))
    if sets["days"] or sets["periods"]:
        layers = day_layers([name for name, rows in sets.items() if rows], brush, lines, words)
        views.append(alt.layer(*layers).properties(height=150, title=_title("days", words)))
    specification = _together(views, "svg" if len(sets["claims"]) <= RENDERED_AS_SVG else "canvas", words)
    return specification | {"datasets": specification.get("datasets", {}) | _named(sets)}


def _named(sets: Sets) -> Sets:
    """By the names under which the layers refer to them: what moves a toll in one, so that one axis fits all of it."""
    movement = [*sets["claims"], *sets["steps"], *sets["resolved"]]
    named = {MOVEMENT: movement, "days": sets["days"], "periods": sets["periods"]}
    return {name: rows for name, rows in named.items() if rows}


def _together(views: Sequence[Any], renderer: str, words: Words) -> dict[str, Any]:
    chart: alt.VConcatChart = (
        alt.vconcat(*views)
        .properties(
            spacing=12,
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
            usermeta={"embedOptions": {"renderer": renderer}},
        )
        .configure(locale=locale(words))
        .configure_view(stroke=None)
    )
    specification: dict[str, Any] = chart.to_dict(validate=False)  # what was put together was checked piece by piece
    return specification


def _ends(sets: Sets) -> list[alt.DateTime]:
    """The time axis at first: from the first claim to the last, and a little more; without any, all the periods."""
    rows = sets["claims"] or [*sets["days"], *sets["periods"]]
    moments = [row[edge] for row in rows for edge in ("at", "begin", "end") if edge in row]
    begin, end = (datetime.fromisoformat(edge).replace(tzinfo=None) for edge in (min(moments), max(moments)))
    air = max((end - begin) / 40, SHORTEST / 8)
    return [date_of(begin - air), date_of(max(end, begin + SHORTEST) + air)]


def _strip(sets: Sets, ends: list[alt.DateTime], words: Words) -> alt.Chart:
    """A tick for each claim; dragging over it zooms the views below."""
    name = next(name for name in DRAWN if sets[name])
    moment = alt.X(
        "at:T" if name == "claims" else "begin:T",
        title=None,
        scale=alt.Scale(type="utc", domain=ends),
        axis=alt.Axis(labels=False, ticks=False, grid=False),
    )
    base = alt.Chart(alt.NamedData(MOVEMENT if name == "claims" else name), height=26)
    rows = base.transform_filter("datum.part == 'claim'") if name == "claims" else base
    ticks = rows.mark_tick(color=GREY, thickness=1.5, clip=True, tooltip=None, aria=False)
    chart: alt.Chart = ticks.encode(x=moment).properties(title=_title("zoom", words))
    return chart


def _title(key: str, words: Words) -> alt.TitleParams:
    anchor: Literal["end", "start"] = "end" if words.language == "ar" else "start"
    lines = words.say(f"toll_chart.{key}").split("\n")  # a title makes room for itself, and the chart narrow
    return alt.TitleParams(lines, anchor=anchor, fontSize=12, fontWeight="normal")
