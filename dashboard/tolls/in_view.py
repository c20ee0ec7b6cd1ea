"""What of a chart lies in the window of the brush, so that the axis of counts fits that and not all that there is.

Vega-Lite takes the ends of an axis from all rows. So a row outside of the window is given the height of one inside: it
is not seen there, and moves no axis. Nothing is left out, for Vega complains of a layer without a row.
"""

from __future__ import annotations

from typing import Any

from altair import LayerChart

BRUSH = "window"  # the selection of the strip, by `at` or by `begin`
_EDGES = f"({BRUSH}.at || {BRUSH}.begin)"
_ROOM = "max(1, (datum.most - datum.least) / 25)"  # above and below what is in view


def is_seen(begin: str, end: str) -> str:
    """Whether the window has anything of what goes from the field `begin` to the field `end`; without one, all."""
    return f"!{_EDGES} || (toDate(datum.{begin}) <= {_EDGES}[1] && toDate(datum.{end}) >= {_EDGES}[0])"


def fitted(chart: LayerChart) -> LayerChart:
    """Rows with `begin` and `end`, `low`, `best` and `high` get `y_low`, `y_best` and `y_high`; `floor` and `ceiling`
    are the ends that the axis needs."""
    seen: dict[str, Any] = {
        "seen": is_seen("begin", "end"),
        "seen_low": "datum.seen ? datum.low : null",
        "seen_high": "datum.seen ? datum.high : null",
    }
    heights = {f"y_{name}": _height(name) for name in ("low", "best", "high")}
    ends = {
        "floor": f"isValid(datum.least) ? max(0, datum.least - {_ROOM}) : datum.low",
        "ceiling": f"isValid(datum.most) ? datum.most + {_ROOM} : datum.high",
    }
    with_extent = chart.transform_calculate(**seen).transform_joinaggregate(
        least="min(seen_low)", most="max(seen_high)"
    )
    found: LayerChart = with_extent.transform_calculate(**(heights | ends))
    return found


def _height(name: str) -> str:
    return f"datum.seen || !isValid(datum.least) ? datum.{name} : datum.least"
