"""How a toll moves -> a chart, drawn with Altair; no Streamlit here.

Three views share one time axis: a strip of all claims, over which one drags to zoom; the claims as steps, a line for
each claimant; how many a day. A line is told from the others by its dashes as well as by its colour.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import altair as alt

from dashboard.charts import date_of, locale_of
from dashboard.i18n import Words
from dashboard.layers import GREY, time_axis
from dashboard.tolls import records
from dashboard.tolls.records import OTHERS, Record
from dashboard.tolls.shown import Shown
from dashboard.wording import arabic

CLICK = "claim"  # the selection that the page listens to; its field is the id of a claim
ALERT = "#b3261e"
# Okabe and Ito's palette: told apart by readers of every colour vision, on white and on black.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c6d46")
DASHES = ([1, 0], [8, 3], [2, 2], [10, 3, 2, 3], [5, 2], [12, 4], [3, 5])
SHAPES = {
    "falls": "triangle-down",
    "claimants_disagree": "diamond",
    "increments_differ": "square",
    "part_exceeds_whole": "cross",
    "parts_exceed_whole": "cross",
    "stale_repeat": "triangle-left",
    "same_wire": "triangle-right",
}
TOOLTIP = ("count", "claimant", "published", "delta", "remark", "text")
SPAN = timedelta(days=1)  # of a chart at least


def movement_chart(shown: Shown, named: Mapping[str, str], words: Words) -> dict[str, Any]:
    """The chart of a toll with a claim that was published, or a day. `named` has the names of its claimants.

    The answer is a Vega-Lite specification with its data sets, for the reason that `dashboard.charts` gives.
    """
    lines = lines_of(shown)
    claims = records.claims(shown, named, lines, words)
    sets = {
        "claims": claims,
        "steps": [claim for claim in claims if claim["counts"]],
        "resolved": records.resolved(shown),
        "days": records.days(shown, words),
        "periods": records.periods(shown, named, lines, words),
    }
    brush = alt.selection_interval(name="window", encodings=["x"], translate=False, value={"x": _ends(sets)})
    drawn = [line for line in dict.fromkeys(lines.values()) if _is_drawn(line, sets)]
    paint = _Paint(drawn, named, words)
    views: list[alt.Chart | alt.LayerChart] = [_strip(sets, brush, words), _steps(sets, brush, paint, words)]
    if sets["days"] or sets["periods"]:
        views.append(_days(sets, brush, paint, words))
    chart: alt.VConcatChart = (
        alt.vconcat(*views)
        .properties(
            spacing=12,
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
            usermeta={"embedOptions": {"renderer": "svg"}},
        )
        .configure(locale=locale_of(words))
        .configure_view(stroke=None)
    )
    specification: dict[str, Any] = chart.to_dict()
    specification["datasets"] = specification.get("datasets", {}) | {name: rows for name, rows in sets.items() if rows}
    return specification


def lines_of(shown: Shown) -> dict[str, str]:
    """claimant -> its line; those who count least share one, for there are only so many colours."""
    claimants = shown.claimants
    most = len(COLOURS)
    own = claimants if len(claimants) <= most else claimants[: most - 1]
    every = [*claimants, *(step.claim.claimant for step in shown.series.steps)]
    return {claimant: claimant if claimant in own else OTHERS for claimant in every}


class _Paint:
    """The colour and the dashes of each line, under one legend."""

    def __init__(self, lines: Sequence[str], named: Mapping[str, str], words: Words) -> None:
        self._lines = list(lines)
        names = {line: arabic(named[line]) if line in named else words.say("toll_chart.others") for line in lines}
        said = f"({json.dumps(names, ensure_ascii=False)})[datum.label]"
        self._legend = alt.Legend(orient="top", title=None, labelExpr=said, symbolType="stroke", symbolOpacity=1, symbolSize=400, labelLimit=260, columns=4)

    def colour(self) -> alt.Color:
        colours = [*COLOURS[: len(self._lines)]]
        if OTHERS in self._lines:
            colours = [GREY if line == OTHERS else colour for line, colour in zip(self._lines, colours, strict=True)]
        return alt.Color("line:N", scale=alt.Scale(domain=self._lines, range=colours), legend=self._legend)

    def dashes(self) -> alt.StrokeDash:
        dashes = [list(dash) for dash in DASHES[: len(self._lines)]]
        return alt.StrokeDash("line:N", scale=alt.Scale(domain=self._lines, range=dashes), legend=self._legend)


def _is_drawn(line: str, sets: Mapping[str, Sequence[Record]]) -> bool:
    return any(record["line"] == line for name in ("steps", "periods") for record in sets[name])


def _ends(sets: Mapping[str, Sequence[Record]]) -> list[alt.DateTime]:
    """The time axis at first: from the first claim to the last, and a little more; without any, all the periods."""
    rows = sets["claims"] or [*sets["days"], *sets["periods"]]
    moments = [row[edge] for row in rows for edge in ("at", "begin", "end") if edge in row]
    begin, end = (datetime.fromisoformat(edge).replace(tzinfo=None) for edge in (min(moments), max(moments)))
    air = max((end - begin) / 40, SPAN / 8)
    return [date_of(begin - air), date_of(max(end, begin + SPAN) + air)]


def _strip(sets: Mapping[str, Sequence[Record]], brush: alt.Parameter, words: Words) -> alt.Chart:
    """A tick for each claim; dragging over it zooms the views below."""
    name = "claims" if sets["claims"] else "days"
    field = "at:T" if sets["claims"] else "begin:T"
    domain = alt.Scale(type="utc", domain=brush.param.value["x"])
    chart: alt.Chart = (
        alt.Chart(alt.NamedData(name), height=26)
        .mark_tick(color=GREY, thickness=1.5, tooltip=None)
        .encode(x=alt.X(field, title=None, scale=domain, axis=alt.Axis(labels=False, ticks=False, grid=False)))
        .properties(title=_title(words.say("toll_chart.zoom"), words))
        .add_params(brush)
    )
    return chart


def _steps(
    sets: Mapping[str, Sequence[Record]], brush: alt.Parameter, paint: _Paint, words: Words
) -> alt.LayerChart:
    layers = [*_rule(brush), *_lines(brush, paint), *_marks(sets, brush, paint, words)] if sets["claims"] else []
    y = alt.Axis(orient=words.side, tickMinStep=1, title=None)
    if not layers:
        layers = [alt.Chart(alt.NamedData("days")).mark_point(opacity=0).encode(x=_x("begin:T", brush), y="none:Q")]
    chart: alt.LayerChart = alt.layer(*layers).properties(height=330, title=_title(words.say("toll_chart.claims"), words))
    for layer in chart.layer:
        if layer.encoding.y is not alt.Undefined:
            layer.encoding.y.axis = y
    return chart


def _rule(brush: alt.Parameter) -> list[alt.Chart]:
    """What the rule says lies under the lines: broad and grey, with its band."""
    base = alt.Chart(alt.NamedData("resolved")).encode(x=_x("at:T", brush))
    return [
        base.mark_area(interpolate="step-after", color=GREY, opacity=0.22, clip=True, tooltip=None).encode(
            y=_y("low:Q"), y2="high:Q"
        ),
        base.mark_line(interpolate="step-after", color=GREY, strokeWidth=7, opacity=0.45, clip=True, tooltip=None).encode(
            y=_y("best:Q")
        ),
    ]


def _lines(brush: alt.Parameter, paint: _Paint) -> list[alt.Chart]:
    base = alt.Chart(alt.NamedData("steps")).encode(x=_x("at:T", brush), color=paint.colour())
    band = base.mark_area(interpolate="step-after", opacity=0.2, clip=True, line=False, tooltip=None)
    line = base.mark_line(interpolate="step-after", strokeWidth=2, clip=True, tooltip=None)
    return [
        band.encode(y=_y("low:Q"), y2="high:Q"),
        line.encode(y=_y("low:Q"), strokeDash=paint.dashes()),
    ]


def _marks(
    sets: Mapping[str, Sequence[Record]], brush: alt.Parameter, paint: _Paint, words: Words
) -> list[alt.Chart]:
    """Every claim; open ones point upwards, those that are set aside are hollow, and flags lie around them."""
    base = alt.Chart(alt.NamedData("claims")).encode(x=_x("at:T", brush), y=_y("low:Q"))
    points = base.mark_point(size=46, filled=True, opacity=1, clip=True, tooltip=None)
    aside = base.mark_point(size=52, filled=False, stroke=GREY, strokeWidth=1.5, clip=True, tooltip=None)
    found = [
        aside.transform_filter("!datum.counts"),
        points.transform_filter("datum.counts").encode(
            color=paint.colour(),
            shape=alt.condition("datum.open", alt.value("triangle-up"), alt.value("circle")),
        ),
    ]
    seen = [flag for flag in SHAPES if any(claim["flag"] == flag for claim in sets["claims"])]
    return [*found, *([_flags(base, seen, words)] if seen else []), _clickable(base, words)]


def _flags(base: alt.Chart, seen: Sequence[str], words: Words) -> alt.Chart:
    names = json.dumps({flag: words.say(f"toll_flag_name.{flag}") for flag in seen}, ensure_ascii=False)
    legend = alt.Legend(orient="top", title=None, labelExpr=f"({names})[datum.label]", labelLimit=260, symbolOpacity=1, columns=4)
    scale = alt.Scale(domain=list(seen), range=[SHAPES[flag] for flag in seen])
    chart: alt.Chart = (
        base.transform_filter("datum.flag")
        .mark_point(size=230, filled=False, stroke=ALERT, strokeWidth=2, clip=True, tooltip=None)
        .encode(shape=alt.Shape("flag:N", scale=scale, legend=legend))
    )
    return chart


def _clickable(base: alt.Chart, words: Words) -> alt.Chart:
    """A transparent area over every claim, wide enough for a finger; it alone has the tooltip and the click."""
    click = alt.selection_point(name=CLICK, fields=["id"], on="click", clear="dblclick")
    chart: alt.Chart = (
        base.mark_point(size=260, filled=True, opacity=0, cursor="pointer", clip=True)
        .encode(tooltip=[alt.Tooltip(f"{field}:N", title=words.say(f"toll_column.{field}")) for field in TOOLTIP])
        .add_params(click)
    )
    return chart


def _days(
    sets: Mapping[str, Sequence[Record]], brush: alt.Parameter, paint: _Paint, words: Words
) -> alt.LayerChart:
    """Bars whose area is the count, under the counts of periods as they were reported."""
    axis = alt.Axis(orient=words.side, tickCount=4, title=None)
    layers: list[alt.Chart] = []
    if sets["days"]:
        layers.append(
            alt.Chart(alt.NamedData("days"))
            .mark_bar(color=COLOURS[0], opacity=0.4, stroke=COLOURS[0], strokeWidth=0.8, clip=True)
            .encode(
                x=_x("begin:T", brush),
                x2="end:T",
                y=alt.Y("a_day:Q", axis=axis),
                y2="none:Q",
                tooltip=[
                    alt.Tooltip(f"{field}:N", title=words.say(f"toll_column.{field}"))
                    for field in ("days", "count", "basis_said", "claims")
                ],
            )
        )
    if sets["periods"]:
        layers.append(
            alt.Chart(alt.NamedData("periods"))
            .mark_rule(strokeWidth=3, clip=True)
            .encode(
                x=_x("begin:T", brush),
                x2="end:T",
                y=alt.Y("a_day:Q", axis=axis),
                color=paint.colour(),
                tooltip=[
                    alt.Tooltip(f"{field}:N", title=words.say(f"toll_column.{field}"))
                    for field in ("days", "count", "claimant", "text")
                ],
            )
        )
    chart: alt.LayerChart = alt.layer(*layers).properties(height=150, title=_title(words.say("toll_chart.days"), words))
    return chart


def _x(field: str, brush: alt.Parameter) -> alt.X:
    return alt.X(field, title=None, scale=alt.Scale(type="utc", domain=brush), axis=time_axis())


def _y(field: str) -> alt.Y:
    return alt.Y(field, title=None, scale=alt.Scale(zero=False))


def _title(text: str, words: Words) -> alt.TitleParams:
    return alt.TitleParams(text, anchor="end" if words.language == "ar" else "start", fontSize=12, fontWeight="normal")
