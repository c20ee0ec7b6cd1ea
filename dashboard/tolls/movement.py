"""How a toll moves -> a chart, drawn with Altair; no Streamlit here.

Three views share one time axis: a strip of all claims, over which one drags to zoom; the claims as steps, a line for
each claimant; how many a day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal

import altair as alt

from dashboard.families import GREY
from dashboard.i18n import Words
from dashboard.lanes.axes import date_of, locale
from dashboard.tolls import records
from dashboard.tolls.claim_layers import claim_layers
from dashboard.tolls.day_layers import day_layers
from dashboard.tolls.paint import Paint, lines_of
from dashboard.tolls.records import Record
from dashboard.tolls.shown import Shown

SHORTEST = timedelta(days=1)  # that a time axis is
RENDERED_AS_SVG = 500  # claims; a canvas is faster above, SVG is sharper and reads aloud below
DRAWN = ("claims", "days", "periods")  # one of these has to be there

Sets = dict[str, list[Record]]


def movement_chart(shown: Shown, named: Mapping[str, str], words: Words) -> dict[str, Any]:
    """The chart of a toll that has a claim with a publication, a day, or a period. `named` has its claimants' names.

    The answer is a Vega-Lite specification with its data sets, for the reason that `dashboard.lanes.axes` gives.
    """
    sets = _sets(shown, named, words)
    ends = _ends(sets)
    brush = alt.selection_interval(name="window", encodings=["x"], translate=False, value={"x": ends})
    drawn = {record["line"] for name in ("steps", "periods") for record in sets[name]}
    lines = Paint([line for line in dict.fromkeys(lines_of(shown).values()) if line in drawn], named, words)
    views: list[Any] = [_strip(sets, ends, words).add_params(brush)]
    if sets["claims"]:
        layers = claim_layers(sets["claims"], brush, lines, words, is_resolved=bool(sets["resolved"]))
        views.append(alt.layer(*layers).properties(height=330, title=_title("claims", words)))
    if sets["days"] or sets["periods"]:
        layers = day_layers([name for name, rows in sets.items() if rows], brush, lines, words)
        views.append(alt.layer(*layers).properties(height=150, title=_title("days", words)))
    chart = _together(views, "svg" if len(sets["claims"]) <= RENDERED_AS_SVG else "canvas", words)
    return chart | {"datasets": chart.get("datasets", {}) | {name: rows for name, rows in sets.items() if rows}}


def _sets(shown: Shown, named: Mapping[str, str], words: Words) -> Sets:
    """By the names under which the layers refer to them."""
    lines = lines_of(shown)
    claims = records.claims(shown, named, lines, words)
    return {
        "claims": claims,
        "steps": [claim for claim in claims if claim["counts"]],
        "resolved": records.resolved(shown),
        "days": records.days(shown, words),
        "periods": records.periods(shown, named, lines, words),
    }


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
    ticks = alt.Chart(alt.NamedData(name), height=26).mark_tick(
        color=GREY, thickness=1.5, clip=True, tooltip=None, aria=False
    )
    chart: alt.Chart = ticks.encode(x=moment).properties(title=_title("zoom", words))
    return chart


def _title(key: str, words: Words) -> alt.TitleParams:
    anchor: Literal["end", "start"] = "end" if words.language == "ar" else "start"
    return alt.TitleParams(words.say(f"toll_chart.{key}"), anchor=anchor, fontSize=12, fontWeight="normal")
