"""Where the reader looks: `view=33.9,35.5,7.25` in the URL is a middle in degrees, and a zoom as `clusters` counts it.

A map that is moved tells where it is, and the URL keeps that. It must not be drawn anew for it: it is there already.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from math import isfinite, log2
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from dashboard import data
from dashboard.map.clusters import DEEPEST
from dashboard.map.mercator import FARTHEST, WORLD, View, degrees_of, plane
from dashboard.opening import query

VIEW = "view"  # in the URL
_DRAWN = "map_drawn"  # in the session


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The map that is on the page: what else it shows, where it began, and where it said it was moved to."""

    about: str
    start: str
    moved_to: str = ""


def start() -> str:
    """Where the map begins: where the URL looks, or where the same map began that was moved there by hand."""
    asked, about = st.query_params.get(VIEW, ""), _about()
    drawn: _Drawn | None = st.session_state.get(_DRAWN)
    if drawn and drawn.about == about and asked and drawn.moved_to == asked:
        return drawn.start
    st.session_state[_DRAWN] = _Drawn(about, asked)
    return asked


def followed(window: Mapping[str, Sequence[float]]) -> str:
    """What the URL says after the map on the page told of its window: a map that was not moved changes nothing."""
    drawn: _Drawn | None = st.session_state.get(_DRAWN)
    view = moved_to(window)
    if drawn is None or not (view or drawn.moved_to):
        return st.query_params.get(VIEW, "")
    st.session_state[_DRAWN] = replace(drawn, moved_to=view)
    return view


def moved_to(window: Mapping[str, Sequence[float]]) -> str:
    """What the URL says of the window of a chart, edges in the plane; nothing for one that was set back."""
    edges = [edge for axis in ("x", "y") for edge in window.get(axis) or ()]
    if len(edges) != 4 or not all(map(isfinite, edges)) or edges[0] == edges[1]:
        return ""
    west, east, south, north = edges
    latitude, longitude = degrees_of((west + east) / 2, (south + north) / 2)
    return f"{latitude:.4f},{longitude:.4f},{log2(WORLD / abs(east - west)):.2f}"


def view_in(text: str) -> View | None:
    """The view that a URL asks for, if there is such a one."""
    with suppress(ValueError):
        latitude, longitude, zoom = map(float, text.split(","))
        if abs(latitude) <= FARTHEST and abs(longitude) <= 180 and -1 <= zoom <= DEEPEST + 2:
            return View(*plane(latitude, longitude), WORLD / 2**zoom, 0)
    return None


def _about() -> str:
    """Everything else that the map depends on: the rest of the URL, and the database."""
    rest: dict[str, Any] = {name: values for name, values in query().items() if name != VIEW}
    return f"{data.version()} {urlencode(sorted(rest.items()), doseq=True)}"
