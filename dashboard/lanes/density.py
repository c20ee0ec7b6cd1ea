"""More events than can be drawn one by one: how many there are in each lane and stretch, as a field of tints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any, cast

import altair as alt

from dashboard.hover import description, tooltip
from dashboard.i18n import Words
from dashboard.lanes.axes import time_axis, time_scale
from dashboard.lanes.chart import framed
from dashboard.lanes.layers import label_of, named_axis, stripes
from dashboard.lanes.marks import at
from dashboard.lanes.records import as_arrow
from dashboard.lanes.spans import Window, floor, last_day, shifted, unit_for
from dashboard.lanes.tracks import lane_in, row

CELL = "cell"  # the selection that the page listens to; its fields are first and last, two days
SHADE = "#0072b2"
Count = tuple[str, date, int]  # lane, day, events that begin on it
ROW = 28  # pixels


def density_chart(counts: Iterable[Count], names: Sequence[str], by: str, seen: Window, words: Words) -> dict[str, Any]:
    """A cell for each lane and unit of time, darker for more events; a click on one asks for its days."""
    cells = _cells(counts, names, by, seen, words)
    labels = {row(number): label_of(name, by, words) for number, name in enumerate(names)}
    y = alt.Y("row:N", title=None, scale=alt.Scale(domain=list(labels), padding=0), axis=named_axis(labels, words))
    shade = alt.FillOpacity("count:Q", scale=alt.Scale(type="sqrt", range=[0.12, 1]), legend=None)
    click = alt.selection_point(name=CELL, fields=["first", "last"], on="click", clear="dblclick")
    titles = {"lane": f"timeline.by_{by}", "days": "column.when", "count": "column.events"}
    field = (
        alt.Chart(alt.NamedData("cells"))
        .mark_rect(fill=SHADE, cursor="pointer", clip=True)
        .encode(
            x=alt.X("begin:T", title=None, scale=time_scale(), axis=time_axis("top")),
            x2="end:T",
            y=y,
            fillOpacity=shade,
            tooltip=tooltip({name: words.say(key) for name, key in titles.items()}),
            description=description(titles, words.comma),
        )
        .add_params(click)
    )
    layers = cast(alt.LayerChart, alt.layer(*stripes(y, list(labels)[1::2]), field))
    specification = framed(layers.properties(height=ROW * len(labels)), words, len(cells))
    specification.setdefault("datasets", {})["cells"] = as_arrow(cells)
    return specification


def _cells(counts: Iterable[Count], names: Sequence[str], by: str, seen: Window, words: Words) -> list[dict[str, Any]]:
    """An event that was under way when the days began is counted on the first of them."""
    unit = unit_for(seen.days)
    counted: Counter[tuple[int, date]] = Counter()
    for lane, day, count in counts:
        counted[lane_in(names, lane), floor(unit, max(day, seen.first))] += count
    return [
        {
            "row": row(lane),
            "lane": label_of(names[lane], by, words),
            "begin": at(datetime.combine(first, time())),
            "end": at(datetime.combine(shifted(last_day(unit, first), 1), time())),
            "first": first.isoformat(),
            "last": last_day(unit, first).isoformat(),
            "days": f"{first} → {last_day(unit, first)}",
            "count": count,
        }
        for (lane, first), count in sorted(counted.items())
    ]
