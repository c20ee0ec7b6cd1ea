"""Events -> the lanes, drawn with Altair; no Streamlit here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import altair as alt

from dashboard.i18n import Words
from dashboard.lanes import marks
from dashboard.lanes.axes import locale
from dashboard.lanes.drawn import Drawn
from dashboard.lanes.layers import label_of, lane_layers
from dashboard.lanes.records import as_arrow
from dashboard.lanes.spans import Span

RENDERED_AS_SVG = 1_500  # marks; a canvas is faster above, SVG is sharper and reads aloud below
ROW = 28  # pixels


def lanes_chart(events: Sequence[Drawn], names: Sequence[str], by: str, view: Span, words: Words) -> dict[str, Any]:
    """The lanes of those `names`, each event with a begin or an end_time; there may be no event.

    The answer is a Vega-Lite specification with its data sets, not an Altair chart: Altair copies and checks everything
    it is given, and for 10,000 events that takes seconds.
    """
    placed = marks.placed_in(view, events, names)
    labels = [label_of(name, by, words) for name in names]
    layers = cast(alt.LayerChart, alt.layer(*lane_layers(placed, view, words, labels)))
    rows = len({one.row for one in placed})
    specification = framed(layers.properties(height=ROW * rows), words, len(events))
    sets = marks.data_sets(placed, view, words)
    specification.setdefault("datasets", {}).update({name: as_arrow(records) for name, records in sets.items()})
    return specification


def framed(chart: alt.LayerChart, words: Words, drawn: int) -> dict[str, Any]:
    """The chart as wide as the page gives it room, drawn in the way that suits so many marks."""
    renderer = "svg" if drawn <= RENDERED_AS_SVG else "canvas"
    specification: dict[str, Any] = (
        chart.properties(
            width="container",
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
            usermeta={"embedOptions": {"renderer": renderer}},
        )
        .configure(locale=locale(words))
        .configure_view(stroke=None)
        .to_dict()
    )
    return specification
