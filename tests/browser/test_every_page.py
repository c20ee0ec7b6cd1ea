"""Every page in a real browser: no error, nothing that shuts readers out, and a menu that keeps the filters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dashboard import pages
from scripts.browsing import chromium, dashboard
from tests.dashboard.test_map_page import PLACED
from tests.dashboard.test_tolls_page import THREE
from tests.store.articles import TEXT, article, database

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytest.importorskip("playwright", reason="needs Playwright for Python")
pytestmark = pytest.mark.skipif(chromium() is None, reason="needs the system's chromium")

CHARTED = {"timeline", "tolls", "map"}


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("pages")
    database(folder, article(title="غارة على القطاع"), *PLACED, *THREE).dispose()
    with dashboard(folder / "timeline.db") as address:
        yield address.rstrip("/")


@pytest.mark.parametrize("name", pages.NAMES)
@pytest.mark.parametrize(("language", "colours"), [("ar", "light"), ("en", "dark")])
def test_axe_finds_no_serious_fault(
    url: str, page: Page, faults: Callable[[Page], list[str]], name: str, language: str, colours: str
) -> None:
    page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    page.goto(f"{url}{pages.address(name)}?lang={language}&article=1&at={TEXT.index('غارة')}")
    page.wait_for_selector("h1.title")
    if name in CHARTED:  # a page that has nothing to draw has nothing to find either
        page.wait_for_selector(".stVegaLiteChart svg [aria-label]", state="attached")
    page.wait_for_timeout(1_500)  # until charts are drawn
    assert faults(page) == []


def test_the_menu_keeps_the_filters_and_the_language(url: str, page: Page) -> None:
    page.goto(f"{url}/?lang=en&type=air_strike&place=القطاع")
    page.get_by_role("link", name="Timeline", exact=True).click()
    page.wait_for_selector(".stVegaLiteChart")
    assert "/timeline?lang=en&type=air_strike&place=" in page.url
    assert page.get_by_text("1 of 1 dated event").count() == 1


def test_an_export_has_what_the_filters_leave(url: str, page: Page, tmp_path: Path) -> None:
    page.goto(f"{url}/timeline?lang=en&type=explosion")
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download events.csv").click()
    download.value.save_as(tmp_path / "events.csv")
    rows = (tmp_path / "events.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) == 3
    assert all("explosion" in row for row in rows[1:])
