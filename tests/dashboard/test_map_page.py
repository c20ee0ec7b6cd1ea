"""The map as Streamlit runs it: its marks, the list of a mark, the table twin, in both languages."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from tests.dashboard.conftest import Open
from tests.dashboard.test_timeline_page import html, tables
from tests.store.articles import PUBLISHED, article
from timeline.pipeline import read_article
from timeline.values import Document, Extraction


def wire(text: str, number: int = 1, **more: Any) -> Extraction:
    return read_article(replace(Document(f"w{number}", text, PUBLISHED, "given", outlet="وكالة المثال"), **more))


BAALBEK = wire("قُتل 7 أشخاص في غارة على بعلبك فجر الثلاثاء.")
TYRE = wire("أصيب 3 أشخاص في انفجار في صور مساء الاثنين.", 2)
LEBANON = wire("اعتقل 5 أشخاص في لبنان الاثنين الماضي.", 3)
PLACED = (BAALBEK, TYRE, LEBANON)


def chart(app: AppTest) -> dict[str, Any]:
    [found] = app.get("vega_lite_chart")
    specification: dict[str, Any] = json.loads(found.proto.spec)
    return specification


@pytest.mark.parametrize(("language", "words"), [("ar", "مدينة أو بلدة"), ("en", "town")])
def test_the_page_in_both_languages(page: Open, language: str, words: str) -> None:
    app = page(*PLACED, name="map", lang=language)
    assert not app.exception
    [places] = tables(app)
    assert len(places) == 3
    assert "بعلبك" in html(app)
    assert words in html(app)
    assert 'class="key"' in html(app)


def test_the_outlines_come_with_the_page(page: Open) -> None:
    """Nothing of the map is asked of the network."""
    specification = chart(page(*PLACED, name="map"))
    assert specification["datasets"]["outlines"]["type"] == "Topology"
    assert "url" not in json.dumps(specification["layer"])


def test_how_precisely_a_place_is_known(page: Open) -> None:
    [places] = tables(page(*PLACED, name="map", lang="en"))
    precisions = {row.split('class="name"')[1].split("</td>")[0].split(">")[1]: row for row in places}
    assert ">town</td>" in precisions["بعلبك"]
    assert ">country: somewhere in it</td>" in precisions["لبنان"]
    assert ">Lebanon</td>" in precisions["لبنان"]


def test_a_mark_lists_the_events_and_figures_there(page: Open) -> None:
    app = page(*PLACED, name="map", lang="en")
    [places] = tables(app)
    row = next(row for row in places if "بعلبك" in row)
    spot = row.split("spot=")[1].split('"')[0].replace("%3A", ":")
    events, figures, _ = tables(page(*PLACED, name="map", lang="en", spot=spot))
    assert len(events) == len(figures) == 1
    assert "غارة" in events[0]
    at = BAALBEK.document.text.index("غارة")
    assert f'<a href="/article?lang=en&amp;article=1&amp;at={at}">' in events[0]
    assert ">7</td>" in figures[0]


def test_closing_a_mark_keeps_the_filters(page: Open) -> None:
    app = page(*PLACED, name="map", lang="en", kinds="detained", spot="ISO:LB")
    next(button for button in app.button if button.label == "Close the list").click().run()
    assert app.query_params == {"lang": "en", "kind": "detained"}


@pytest.mark.parametrize("spot", ["nowhere", "ISO:LB@99", "@"])
def test_a_mark_that_is_not_there(page: Open, spot: str) -> None:
    app = page(*PLACED, name="map", lang="en", spot=spot)
    assert not app.exception
    assert "No mark of that name" in html(app)


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ({"types": "air_strike"}, 1),
        ({"first_day": "2023-05-09", "last_day": "2023-05-09"}, 1),
        ({"counted": "figures", "kinds": "injured"}, 1),
        ({"country": "LB"}, 3),
    ],
)
def test_filters(page: Open, query: dict[str, str], places: int) -> None:
    app = page(*PLACED, name="map", **query)
    assert not app.exception
    assert len(tables(app)[-1]) == places


def test_what_is_counted_goes_into_the_url(page: Open) -> None:
    app = page(*PLACED, name="map", lang="en", spot="ISO:LB")
    app.segmented_control(key="counted").set_value("figures").run()
    assert app.query_params == {"lang": "en", "counted": "figures"}
    app.selectbox(key="country").set_value("LB").run()
    assert app.query_params == {"lang": "en", "counted": "figures", "country": "LB"}


def test_nothing_that_has_a_place(page: Open) -> None:
    app = page(article(), name="map", lang="en", types="explosion")
    assert not app.exception
    assert "has a place that is known" in html(app)
    assert "for want of a known place: 1 event." in html(app)
    assert not tables(app)


def test_what_an_article_says_is_shown_as_written(page: Open) -> None:
    hostile = "<script>alert(1)</script> **x** $y$ :red[z]"
    app = page(wire(BAALBEK.document.text, title=hostile, outlet=hostile), name="map", spot="ISO:LB")
    assert not app.exception
    assert "<script" not in html(app)


def test_long_tables_have_pages(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data.pages, "PAGE_ROWS", 2)
    assert len(tables(page(*PLACED, name="map", places_page="2"))[-1]) == 1
