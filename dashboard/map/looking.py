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
class Drawn:
    """A map on the page: what else it shows, the view it began with, and where it is now, as the URL says it."""

    number: int
    about: str
    start: str
    at: str | None
    moved: bool = False


def drawn() -> Drawn:
    """The map that the URL asks for: the one that is there, where it is there already, else a new one."""
    asked, about = st.query_params.get(VIEW, ""), _about()
    before: Drawn | None = st.session_state.get(_DRAWN)
    if before and (before.about, before.at) == (about, asked):
        return before
    after = Drawn(before.number + 1 if before else 1, about, asked, asked)
    st.session_state[_DRAWN] = after
    return after


def followed(window: Mapping[str, Sequence[float]]) -> str:
    """What the URL says after the map on the page told of its window: a map that was not moved changes nothing.

    One that is set back is where it began, which is not where all marks are seen if it began elsewhere.
    """
    before, view = st.session_state[_DRAWN], moved_to(window)
    if view or before.moved:
        at = view or (None if before.start else "")
        st.session_state[_DRAWN] = replace(before, at=at, moved=bool(view))
        return view
    return st.query_params.get(VIEW, "")


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
