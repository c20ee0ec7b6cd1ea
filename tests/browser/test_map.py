"""The map in a real browser with the network closed: what is drawn, zoomed and clicked."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from scripts.browsing import chromium
from tests.browser.watching import dashboard_of, watched
from tests.dashboard.test_map_page import PLACED

pytest.importorskip("playwright", reason="needs Playwright for Python")
pytestmark = pytest.mark.skipif(chromium() is None, reason="needs the system's chromium")

MARKS = (
    ".stVegaLiteChart svg .mark-symbol.role-mark path[aria-roledescription='point'][stroke-width]:not([opacity='0'])"
)
LAND = ".stVegaLiteChart svg .mark-shape.role-mark path"
NAMES = ".stVegaLiteChart svg .mark-text.role-mark text"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with dashboard_of(tmp_path_factory.mktemp("map"), *PLACED) as address:
        yield address


def test_a_click_on_a_mark_lists_what_is_told_of_it(url: str) -> None:
    with watched() as page:
        page.goto(f"{url}map?lang=en")
        page.wait_for_selector(LAND)
        assert page.locator(LAND).count() > 150
        assert "بعلبك" in page.inner_text(".stVegaLiteChart")
        label = page.locator(NAMES).filter(has_text="بعلبك").bounding_box()
        assert label
        page.mouse.click(label["x"] + label["width"] / 2, label["y"] - 6)
        page.wait_for_selector("text=Close the list")
        page.wait_for_url(re.compile("spot="))
        assert "بعلبك" in page.locator("h2").first.inner_text()


def test_the_wheel_zooms_and_dragging_moves(url: str) -> None:
    with watched() as page:
        page.goto(f"{url}map")
        page.wait_for_selector(LAND)
        name = page.locator(NAMES).filter(has_text="بعلبك")
        before = name.bounding_box()
        frame = page.locator(".stVegaLiteChart").first.bounding_box()
        assert before
        assert frame
        page.mouse.move(before["x"] + before["width"] / 2, before["y"])
        page.mouse.wheel(0, -300)
        page.wait_for_timeout(300)
        page.mouse.down()
        page.mouse.move(before["x"] + before["width"] / 2 + 60, before["y"] + 40, steps=4)
        page.mouse.up()
        page.wait_for_timeout(300)
        after = name.bounding_box()
        assert after
        assert abs(after["x"] - before["x"] - 60) < 12
        assert abs(after["y"] - before["y"] - 40) < 12
