"""Where the reader of the map looks: what the URL says of it, and when a map is drawn anew."""

from __future__ import annotations

from dataclasses import replace
from math import log2

import pytest
import streamlit as st
from hypothesis import given
from hypothesis import strategies as some

from dashboard.map import looking
from dashboard.map.looking import moved_to, view_in
from dashboard.map.mercator import WORLD, degrees_of, plane
from tests.dashboard.conftest import Open
from tests.dashboard.test_map_page import PLACED, chart

BAALBEK = "34.0,36.2,7.5"


@given(some.floats(-85, 85), some.floats(-180, 180))
def test_degrees_and_the_plane_are_each_other_s_way_back(latitude: float, longitude: float) -> None:
    assert degrees_of(*plane(latitude, longitude)) == pytest.approx((latitude, longitude), abs=1e-9)


@given(some.floats(-80, 80), some.floats(-170, 170), some.floats(1, 13))
def test_a_view_that_a_map_was_moved_to_is_read_again(latitude: float, longitude: float, zoom: float) -> None:
    (x, y), half = plane(latitude, longitude), WORLD / 2**zoom / 2
    view = view_in(moved_to({"x": [x - half, x + half], "y": [y - half / 2, y + half / 2]}))
    assert view is not None
    assert (view.x, view.y) == pytest.approx((x, y), abs=1e-5)
    assert log2(WORLD / view.width) == pytest.approx(zoom, abs=0.01)


@pytest.mark.parametrize("window", [{}, {"x": [1.0, 2.0]}, {"x": [], "y": []}, {"x": [1.0, 1.0], "y": [0.0, 1.0]}])
def test_a_map_that_was_set_back_has_no_view(window: dict[str, list[float]]) -> None:
    assert moved_to(window) == ""


@pytest.mark.parametrize(
    "text", ["", "34", "34,36", "a,b,c", "nan,0,3", "91,0,3", "0,181,3", "0,0,99", "0,0,inf", "1,2,3,4"]
)
def test_what_is_no_view_shows_all_marks(page: Open, text: str) -> None:
    assert view_in(text) is None
    app = page(*PLACED, name="map", view=text)
    assert not app.exception
    assert sight(chart(app)) == sight(chart(page(*PLACED, name="map")))


def test_the_map_begins_where_the_url_looks(page: Open) -> None:
    view = view_in(BAALBEK)
    assert view is not None
    assert f"{view.x} - " in str(sight(chart(page(*PLACED, name="map", view=BAALBEK))))


def test_a_map_that_was_moved_is_not_drawn_anew_but_another_one_begins_there(page: Open) -> None:
    app = page(*PLACED, name="map")
    first = chart(app)
    app.session_state["map_drawn"] = replace(app.session_state["map_drawn"], at=BAALBEK, moved=True)
    app.query_params["view"] = BAALBEK
    assert sight(chart(app.run())) == sight(first)
    assert app.session_state["map_drawn"].number == 1
    app.query_params["lang"] = "en"
    assert sight(chart(app.run())) != sight(first)
    assert app.session_state["map_drawn"].number == 2


@pytest.mark.parametrize(
    ("drawn", "window", "view", "at"),
    [
        (looking.Drawn(1, "", "", ""), {}, "", ""),
        (looking.Drawn(1, "", "", ""), {"x": [0.0, WORLD / 8], "y": [0.0, 0.2]}, "5.7201,22.5000,3.00", "5.7201,22.5000,3.00"),
        (looking.Drawn(1, "", "", BAALBEK, moved=True), {}, "", ""),  # set back to all marks
        (looking.Drawn(1, "", BAALBEK, "1,1,1", moved=True), {}, "", None),  # set back to a view: all marks are elsewhere
    ],
)  # fmt: skip
def test_a_map_tells_where_it_is(
    monkeypatch: pytest.MonkeyPatch, drawn: looking.Drawn, window: dict[str, list[float]], view: str, at: str | None
) -> None:
    monkeypatch.setattr(st, "session_state", {"map_drawn": drawn})
    assert looking.followed(window) == view
    assert st.session_state["map_drawn"].at == at


def test_a_button_leads_back_to_all_places(page: Open) -> None:
    app = page(*PLACED, name="map", lang="en", view=BAALBEK)
    next(button for button in app.button if button.label == "Show all places").click().run()
    assert app.query_params == {"lang": "en"}
    assert "Show all places" not in [button.label for button in app.button]


def test_another_country_in_sight_takes_the_view_away(page: Open) -> None:
    app = page(*PLACED, name="map", view=BAALBEK)
    app.selectbox(key="country").set_value("LB").run()
    assert app.query_params == {"country": "LB"}


def sight(specification: dict[str, object]) -> object:
    """Where the map begins."""
    return specification["layer"][0]["encoding"]  # type: ignore[index]  # the layer of the axes
