"""What every page is set in: filters that fit, switches in reading order, lists at the edge, tables that can be read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scripts.browsing import chromium
from tests.browser.watching import dashboard_of, watched
from tests.dashboard.test_tolls_page import THREE

pytest.importorskip("playwright", reason="needs Playwright for Python")
pytestmark = pytest.mark.skipif(chromium() is None, reason="needs the system's chromium")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with dashboard_of(tmp_path_factory.mktemp("layout"), *THREE) as address:
        yield address


def test_filters_on_a_narrow_screen_stand_below_each_other_and_inside(url: str) -> None:
    with watched(400, 900) as page:
        page.goto(f"{url}timeline?lang=en")
        page.wait_for_selector(".st-key-kinds .stMultiSelect")
        boxes = {name: page.locator(f".st-key-{name} > *").bounding_box() for name in ("types", "kinds", "words")}
        for box in boxes.values():
            assert box
            assert 0 <= box["x"] < box["x"] + box["width"] <= 400
        assert len({box["y"] for box in boxes.values() if box}) == 3
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_switch_begins_where_a_line_does(url: str, language: str) -> None:
    with watched() as page:
        page.goto(f"{url}timeline?lang={language}")
        buttons = page.locator('.st-key-top [role="radio"]')
        buttons.first.wait_for()
        first, last = (one.bounding_box() for one in (buttons.first, buttons.last))
        assert first
        assert last
        assert (first["x"] > last["x"]) == (language == "ar")
        outer, inner = ("Right", "Left") if language == "ar" else ("Left", "Right")
        corners = buttons.first.evaluate(
            f"one => {{ const s = getComputedStyle(one); return [s.borderTop{outer}Radius, s.borderTop{inner}Radius] }}"
        )
        assert corners == ["8px", "0px"]


def test_lists_begin_at_the_edge(url: str) -> None:
    with watched() as page:
        page.goto(f"{url}?lang=en")
        page.wait_for_selector("ul.tiles")
        title, tile = (page.locator(one).first.bounding_box() for one in ("h1.title", "ul.tiles li"))
        assert title
        assert tile
        assert title["x"] == tile["x"]


def test_the_sentence_of_a_claim_is_in_sight_and_no_date_is_broken(url: str) -> None:
    with watched() as page:
        page.goto(f"{url}tolls?lang=en")
        sentence = page.locator(".grid td.sentence").first
        sentence.wait_for()
        frame, cell = page.locator(".grid").first.bounding_box(), sentence.bounding_box()
        assert frame
        assert cell
        assert cell["x"] + cell["width"] <= frame["x"] + frame["width"]
        dates = page.locator(".grid:visible .whole")
        assert dates.count() >= 3
        assert all(dates.evaluate_all("all => all.map(one => one.getClientRects().length === 1)"))
