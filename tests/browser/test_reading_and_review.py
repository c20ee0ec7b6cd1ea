"""An article, its review, a query and a new article in a real browser: links, keys, and that nothing in a text runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from scripts.browsing import chromium, dashboard
from tests.store.articles import TEXT, article, database

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytest.importorskip("playwright", reason="needs Playwright for Python")
pytestmark = pytest.mark.skipif(chromium() is None, reason="needs the system's chromium")

HOSTILE = "<img src=x onerror=document.title='owned'> <script>document.title='owned'</script> $x$ :red[نص]. " + TEXT
SAME_PAGE = "window.sameDocument = true"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("browser")
    database(folder, article(), article(HOSTILE, id="a2", title=HOSTILE[:60])).dispose()
    with dashboard(folder / "timeline.db") as address:
        yield address


def test_a_click_on_a_mark_shows_its_reasons_at_once(url: str, page: Page) -> None:
    page.goto(f"{url}article?article=1&lang=en")
    page.wait_for_selector("article.article a")
    page.evaluate(SAME_PAGE)
    page.locator("article.article a", has_text="فجر الثلاثاء").click()
    page.wait_for_selector("section.mark-card >> text=2023-05-09TDA")
    page.wait_for_url(re.compile(rf"at={TEXT.index('فجر')}"))
    page.locator("section.mark-card").wait_for()
    page.wait_for_timeout(800)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("section.mark-card >> text=Explosion")
    page.go_back()
    page.wait_for_selector("section.mark-card >> text=2023-05-09TDA")
    assert page.evaluate("window.sameDocument")
    kinds = ("time", "figure", "trigger", "place", "claimant")
    styles = [page.locator(f"article mark.{kind}").first.evaluate(SHAPE) for kind in kinds]
    assert len(set(map(str, styles))) == len(kinds)


SHAPE = """one => { const s = getComputedStyle(one);
  return [s.borderBottomStyle, s.outlineStyle, s.textDecorationLine, s.textDecorationStyle, s.borderInlineStartStyle] }"""


def test_nothing_in_an_article_runs(url: str, page: Page) -> None:
    for address in ("article?article=2", "article", "review?queue=newest&what=event&item=event:3"):
        page.goto(f"{url}{address}")
        page.wait_for_selector("text=onerror=document.title")
        assert page.title() != "owned"
        assert page.locator(".stHtml :is(img, script[src], .katex)").count() == 0


def test_a_review_by_keys(url: str, page: Page) -> None:
    page.goto(f"{url}review?queue=newest&lang=en")
    page.wait_for_selector("section.mark-card")
    page.wait_for_timeout(1000)
    first = page.locator("section.mark-card h4 bdi").inner_text()
    page.get_by_label("Why (optional)").click()
    page.keyboard.type("axju")
    page.locator("h1").click()
    page.keyboard.press("a")
    page.wait_for_function(
        "first => document.querySelector('section.mark-card h4 bdi').textContent !== first", arg=first
    )
    page.wait_for_timeout(800)
    page.keyboard.press("u")
    page.wait_for_function(
        "first => document.querySelector('section.mark-card h4 bdi').textContent === first", arg=first
    )
    page.wait_for_selector(".grid.plain >> text=Undone")
    assert page.locator(".grid.plain tbody tr").first.locator("td").count() == 7


def test_a_link_carries_the_query(url: str, page: Page) -> None:
    page.goto(f"{url}sql?lang=en")
    page.get_by_role("link", name="Events by type").click()
    page.wait_for_selector(".grid.plain >> text=air_strike")
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector(".grid.plain >> text=air_strike")
    assert page.locator("textarea").evaluate("one => getComputedStyle(one).direction") == "ltr"


def test_a_text_is_pasted_shown_and_stored(url: str, page: Page) -> None:
    page.goto(f"{url}add?lang=en")
    page.locator("textarea").fill(HOSTILE.replace("21", "24"))
    page.get_by_role("textbox", name="Published, where").fill("2023-05-12 10:00")
    page.get_by_role("button", name="Read", exact=True).click()
    page.wait_for_selector("article.article mark.figure >> text=24 فلسطينياً")
    page.get_by_role("button", name=re.compile("Store")).click()
    page.get_by_role("link", name=re.compile("<img src=x")).click()
    page.wait_for_url(re.compile("/article"))
    page.wait_for_selector("article.article mark.figure >> text=24 فلسطينياً")
    assert page.title() != "owned"
