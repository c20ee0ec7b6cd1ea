"""The page of tolls in a real browser: a claim is clicked, the strip is dragged over, nothing runs off the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from scripts.browsing import chromium
from tests.browser.watching import dashboard_of, watched
from tests.dashboard.test_tolls_page import THREE

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytest.importorskip("playwright", reason="needs Playwright for Python")
pytestmark = pytest.mark.skipif(chromium() is None, reason="needs the system's chromium")

CLAIMS = '.stVegaLiteChart svg path[opacity="0"][aria-label]'


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with dashboard_of(tmp_path_factory.mktemp("tolls"), *THREE) as address:
        yield address


def test_a_click_on_a_claim_shows_its_sentence(url: str) -> None:
    with watched() as page:
        page.goto(f"{url}tolls?lang=en&rule=range")
        page.wait_for_selector(CLAIMS)
        assert page.locator(CLAIMS).count() == 3
        claim = page.locator(CLAIMS).nth(1).bounding_box()
        assert claim
        page.mouse.click(claim["x"] + claim["width"] / 2, claim["y"] + claim["height"] / 2)
        page.wait_for_selector("section.claim")
        page.wait_for_url(re.compile(r"claim=\d+"))
        assert "95" in page.inner_text("section.claim .sentence")


def drag(page: Page, begin: float, end: float) -> None:
    """Over a part of the strip of all claims."""
    # Its ground, of which the brush covers less and less.
    strip = page.locator(".stVegaLiteChart svg .mark-group.role-scope .background").first.bounding_box()
    assert strip
    height = strip["y"] + strip["height"] / 2
    page.mouse.move(strip["x"] + strip["width"] * begin, height)
    page.mouse.down()
    page.mouse.move(strip["x"] + strip["width"] * end, height, steps=5)
    page.mouse.up()
    page.wait_for_timeout(500)


def test_dragging_over_the_strip_zooms(url: str) -> None:
    with watched() as page:
        page.goto(f"{url}tolls")
        page.wait_for_selector(CLAIMS)
        before = page.locator(CLAIMS).nth(1).bounding_box()
        assert before
        drag(page, 0.02, 0.6)
        after = page.locator(CLAIMS).nth(1).bounding_box()
        assert after
        assert abs(after["x"] - before["x"]) > 50


def test_the_axis_fits_what_the_window_has(url: str) -> None:
    """Of 90, 95 and 93 the first alone; then nothing at all, of which Vega must not complain."""
    with watched() as page:
        page.goto(f"{url}tolls?lang=en")
        page.wait_for_selector(CLAIMS)
        labels = page.locator(".stVegaLiteChart svg .role-axis-label text")
        assert "95" in labels.all_text_contents()
        drag(page, 0.01, 0.3)
        shown = labels.all_text_contents()
        assert "90" in shown
        assert not {"93", "95"} & set(shown)
        drag(page, 0.985, 0.999)


def test_every_group_has_a_row_of_its_own(url: str) -> None:
    with watched() as page:
        page.goto(f"{url}tolls?tab=people")
        bars = page.locator(".stVegaLiteChart").last.locator('path[aria-roledescription="bar"]')
        bars.nth(1).wait_for()
        first, second = bars.nth(0).bounding_box(), bars.nth(1).bounding_box()
        assert first
        assert second
        assert first["height"] > 10
        assert second["y"] > first["y"] + first["height"]


@pytest.mark.parametrize("width", [400, 800, 1400])
def test_the_page_fits_its_window(url: str, width: int) -> None:
    with watched(width) as page:
        page.goto(f"{url}tolls?tab=people")
        page.wait_for_selector(CLAIMS)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        chart = page.locator(".stVegaLiteChart svg").first.bounding_box()
        assert chart
        assert chart["width"] <= width
