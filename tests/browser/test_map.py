"""The map in a real browser with the network closed: what is drawn, zoomed and clicked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from scripts.browsing import chromium
from tests.browser.watching import dashboard_of, watched
from tests.dashboard.test_map_page import PLACED

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytest.importorskip("playwright", reason="needs Playwright for Python")
pytestmark = pytest.mark.skipif(chromium() is None, reason="needs the system's chromium")

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
        page.wait_for_timeout(1_000)  # the fonts, and the chart's last change of width
        x, y = place_of(page, "بعلبك")
        other, _ = place_of(page, "صور")
        page.mouse.move(x, y)
        page.mouse.wheel(0, -300)
        page.wait_for_function(AWAY, arg=["صور", x, 1.2 * abs(other - x)])
        page.mouse.down()
        page.mouse.move(x + 60, y + 40, steps=4)
        page.mouse.up()
        page.wait_for_function(AT, arg=["بعلبك", x + 60, y + 40])


def test_a_click_leaves_the_map_where_it_was_moved_to_and_so_does_the_link(url: str) -> None:
    with watched() as page:
        page.goto(f"{url}map?lang=en")
        page.wait_for_selector(LAND)
        page.wait_for_timeout(1_000)
        first = place_of(page, "صور")
        page.mouse.move(*place_of(page, "بعلبك"))
        page.mouse.wheel(0, -300)
        page.wait_for_url(re.compile("view="))
        page.wait_for_timeout(800)
        x, y = place_of(page, "بعلبك")
        other = place_of(page, "صور")
        page.mouse.click(x, y - 16)
        page.wait_for_url(re.compile("view=.*spot="))
        page.wait_for_selector("text=Close the list")
        page.wait_for_function(AT, arg=["صور", *other])
        address = page.url
        page.go_back()
        page.wait_for_selector("text=Close the list", state="detached")
        page.wait_for_function(AT, arg=["صور", *other])
        page.go_back()
        page.wait_for_function(AT, arg=["صور", *first])
    with watched() as page:
        page.goto(address)
        page.wait_for_selector(LAND)
        page.wait_for_function(AT, arg=["صور", *other])


def place_of(page: Page, name: str) -> tuple[float, float]:
    """The middle of a name on the map."""
    box = page.locator(NAMES).filter(has_text=name).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


FOUND = f"""const all = [...document.querySelectorAll({NAMES!r})];
  const box = all.find(one => one.textContent.includes(name)).getBoundingClientRect();"""
AWAY = f"([name, x, least]) => {{ {FOUND} return Math.abs(box.x + box.width / 2 - x) >= least }}"
AT = f"([name, x, y]) => {{ {FOUND} return Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y) < 15 }}"
