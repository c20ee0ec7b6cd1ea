"""The page in a real browser: what AppTest cannot see is drawn, clicked and reported here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scripts.browsing import browser, chromium, dashboard
from tests.store.articles import TEXT, article, database

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytest.importorskip("playwright", reason="needs Playwright for Python")
pytestmark = pytest.mark.skipif(chromium() is None, reason="needs the system's chromium")

HOSTILE = "<img src=x onerror=document.title='owned'> <script>document.title='owned'</script> $x$ :red[نص]. " + TEXT
EVENT = '.stVegaLiteChart svg path[aria-label*="غارة جوية"][stroke="transparent"]'


LEFT = "ERR_ABORTED"  # a page that is left drops what it was still loading; that is no fault


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("browser")
    database(folder, article(), article(HOSTILE, id="a2", title=HOSTILE[:60])).dispose()
    with dashboard(folder / "timeline.db") as address:
        yield address


@pytest.fixture
def page() -> Iterator[Page]:
    """A page that fails the test when it, or anything it loads, reports an error."""
    wrong: list[str] = []
    with browser(1400, 1000) as context:
        page = context.new_page()
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "requestfailed", lambda request: wrong.append(request.url) if LEFT not in str(request.failure) else None
        )
        page.set_default_timeout(30_000)
        yield page
    assert wrong == []


def test_a_link_opens_the_article_with_its_marks(url: str, page: Page) -> None:
    page.goto(f"{url}?article=1&at={TEXT.index('غارة')}")
    page.wait_for_selector(EVENT)
    marks = page.locator("article.article mark")
    assert marks.evaluate_all("all => all.map(one => one.textContent)") == [
        "غارة", "21 فلسطينياً", "4 أطفال", "فجر الثلاثاء", "انفجار", "وقت سابق",
    ]  # fmt: skip
    assert page.locator("article.article").evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert page.locator(".stVegaLiteChart").first.evaluate("one => getComputedStyle(one).direction") == "ltr"
    styles = [page.locator(f"article mark.{kind}").first.evaluate(SHAPE) for kind in ("time", "figure", "trigger")]
    assert len(set(map(str, styles))) == 3


SHAPE = (
    "one => { const s = getComputedStyle(one); return [s.borderBottomStyle, s.outlineStyle, s.textDecorationStyle] }"
)


def test_a_click_on_an_event_opens_its_article(url: str, page: Page) -> None:
    page.goto(f"{url}?lang=en")
    page.wait_for_selector(EVENT.replace("غارة جوية", "Air strike"))
    page.locator(EVENT.replace("غارة جوية", "Air strike")).first.click(force=True)
    page.wait_for_selector("article.article mark.trigger.chosen")
    page.wait_for_url(re.compile(rf"article=\d+&at={TEXT.index('غارة')}|at=\d+"))
    assert "lang=en" in page.url


def test_dragging_over_the_histogram_zooms_the_lanes(url: str, page: Page) -> None:
    page.goto(url)
    page.wait_for_selector(EVENT)
    before = page.locator(EVENT).first.bounding_box()
    columns = page.locator(".stVegaLiteChart svg .mark-rect.role-mark path").first.bounding_box()
    assert before
    assert columns
    height = columns["y"] + columns["height"] / 2
    page.mouse.move(columns["x"] + 2, height)
    page.mouse.down()
    page.mouse.move(columns["x"] + columns["width"] / 3, height, steps=5)
    page.mouse.up()
    page.wait_for_timeout(500)
    after = page.locator(EVENT).first.bounding_box()
    assert after
    assert after["width"] > before["width"] * 1.3
    assert page.url == url


def test_nothing_in_an_article_runs(url: str, page: Page) -> None:
    page.goto(f"{url}?article=2&lang=en")
    page.wait_for_selector("article.article mark")
    assert page.title() == "Event timeline"
    assert "<script>document.title='owned'</script> $x$ :red[نص]." in page.inner_text("article.article")
    assert page.locator("article.article :is(img, script, .katex)").count() == 0


def test_the_chart_fits_its_column(url: str, page: Page) -> None:
    page.goto(url)
    page.wait_for_selector(EVENT)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    chart, column = (page.locator(f".stVegaLiteChart{inner}").first.bounding_box() for inner in (" svg", ""))
    assert chart
    assert column
    assert chart["width"] <= column["width"] + 1


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_cell_shows_the_beginning_of_its_text(url: str, page: Page, language: str) -> None:
    """The first letter of a sentence lies in the frame of the table, and all of «21 فلسطينياً» does."""
    page.goto(f"{url}?lang={language}")
    figures = page.locator(".grid").last
    figures.locator("td.sentence").first.wait_for()
    frame = figures.bounding_box()
    assert frame
    for cell, length in ((figures.get_by_text("21 فلسطينياً", exact=True), 12), (figures.locator(".lines"), 1)):
        seen = cell.first.evaluate(LETTERS, length)
        assert frame["x"] <= seen["left"] < seen["right"] <= frame["x"] + frame["width"]
    assert figures.locator("td.text").first.evaluate("one => getComputedStyle(one).direction") == "rtl"
    first, second = (figures.locator("th").nth(number).bounding_box() for number in (0, 1))
    assert first
    assert second
    assert (first["x"] > second["x"]) == (language == "ar")


LETTERS = """(one, length) => {
  const range = document.createRange();
  range.setStart(one.firstChild, 0);
  range.setEnd(one.firstChild, length);
  return range.getBoundingClientRect().toJSON();
}"""


def test_the_link_in_a_row_opens_its_article(url: str, page: Page) -> None:
    page.goto(f"{url}?lang=en&tab=undated")
    page.locator(".grid:visible a").first.click()
    page.wait_for_selector("article.article mark.trigger.chosen")
    assert page.locator('[role="tab"][aria-selected="true"]').inner_text() == "Undated events"
    assert "lang=en&tab=undated&article=" in page.url


def test_a_database_without_articles(tmp_path: Path) -> None:
    """Without articles there is no chart, but a page that says so."""
    with dashboard(tmp_path / "new.db") as address, browser(900, 700) as context:
        page = context.new_page()
        page.goto(address)
        page.wait_for_selector('.notice[role="status"]')
        assert "timeline ingest" in page.inner_text(".stCode")
