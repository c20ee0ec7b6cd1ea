"""The timeline in a real browser: what AppTest cannot see is drawn, clicked and reported here."""

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

# One sentence, without a full stop before its end, so that all of it stands on the card.
HOSTILE = "<img src=x onerror=name='owned'> <script>name='owned'</script> $x$ :red[نص] " + TEXT
EVENT = '.stVegaLiteChart svg path[aria-label*="{}"][stroke="transparent"]'
AT = TEXT.index("غارة")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("browser")
    database(folder, article(), article(HOSTILE, id="a2", title=HOSTILE[:60])).dispose()
    with dashboard(folder / "timeline.db") as address:
        yield f"{address}timeline"


def test_a_link_opens_the_card_with_its_marks(url: str, page: Page) -> None:
    page.goto(f"{url}?article=1&at={AT}")
    page.wait_for_selector(EVENT.format("غارة جوية"))
    page.wait_for_selector(".card article mark")
    marks = page.locator(".card article mark")
    assert marks.evaluate_all("all => all.map(one => one.textContent)") == [
        "وزارة الصحة", "غارة", "القطاع", "21 فلسطينياً", "4 أطفال", "فجر الثلاثاء",
    ]  # fmt: skip
    assert page.locator(".card article").evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert page.locator(".stVegaLiteChart").first.evaluate("one => getComputedStyle(one).direction") == "ltr"
    styles = [page.locator(f"article mark.{kind}").first.evaluate(SHAPE) for kind in KINDS]
    assert len(set(map(str, styles))) == len(KINDS)


KINDS = ("time", "figure", "trigger")
SHAPE = (
    "one => { const s = getComputedStyle(one); return [s.borderBottomStyle, s.outlineStyle, s.textDecorationStyle] }"
)


def test_a_click_on_an_event_opens_its_card_and_closing_it_lets_it_be_clicked_again(url: str, page: Page) -> None:
    page.goto(f"{url}?lang=en")
    for _ in range(2):
        page.locator(EVENT.format("Air strike")).first.click(force=True)
        page.wait_for_selector(".card mark.trigger.chosen")
        page.wait_for_url(re.compile(r"article=\d+&at=\d+"))
        assert "lang=en" in page.url
        page.get_by_role("button", name="Close the article").click()
        page.wait_for_selector(".card", state="detached")


def test_dragging_over_the_overview_chooses_days(url: str, page: Page) -> None:
    page.goto(f"{url}?from=2023-05-01&to=2023-05-20")
    page.wait_for_selector(EVENT.format("غارة جوية"))
    plot = page.locator(".stVegaLiteChart canvas").first.bounding_box()
    assert plot
    height = plot["y"] + plot["height"] / 2  # the columns are in the middle, between the title and the axis
    page.mouse.move(plot["x"] + plot["width"] * 0.3, height)
    page.mouse.down()
    page.mouse.move(plot["x"] + plot["width"] * 0.6, height, steps=5)
    page.mouse.up()
    page.wait_for_url(re.compile(r"window=2023-05-\d\d\.\.2023-05-\d\d"))


def test_the_wheel_over_the_lanes_chooses_days_as_well(url: str, page: Page) -> None:
    page.goto(f"{url}?lang=en&window=2023-05-01..2023-05-30")
    page.wait_for_selector(EVENT.format("Air strike"))
    page.wait_for_timeout(500)
    page.locator(".stVegaLiteChart").nth(1).hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    page.wait_for_function("!location.search.includes('2023-05-01..')")
    first, last = re.findall(r"\d{4}-\d\d-\d\d", page.url)
    assert "2023-05-01" < first < last < "2023-05-30"
    page.wait_for_selector(f"text={first} → {last}")


def test_nothing_in_an_article_runs(url: str, page: Page) -> None:
    page.goto(f"{url}?article=2&at={HOSTILE.index('غارة')}&lang=en")
    page.wait_for_selector(".card article mark")
    assert page.evaluate("name") == ""
    assert "<script>name='owned'</script> $x$ :red[نص]" in page.inner_text(".card article")
    assert page.locator(".card :is(img, script, .katex)").count() == 0


@pytest.mark.parametrize("width", [1400, 800])
def test_the_chart_fits_its_column(url: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(url)
    page.wait_for_selector(EVENT.format("غارة جوية"))
    page.wait_for_timeout(500)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for number in (0, 1):
        chart, column = (
            page.locator(f".stVegaLiteChart{inner}").nth(number).bounding_box() for inner in (" :is(svg, canvas)", "")
        )
        assert chart
        assert column
        assert chart["width"] <= column["width"] + 1
        page.locator(".stVegaLiteChart").nth(number).hover()  # Streamlit's own buttons would lie on ours
        assert page.locator('[data-testid="stElementToolbar"]:visible').count() == 0


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_cell_shows_the_beginning_of_its_text(url: str, page: Page, language: str) -> None:
    """The first letter of a sentence lies in the frame of the table, and all of «21 فلسطينياً» does."""
    page.goto(f"{url}?lang={language}&tab=figures")
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


def test_an_event_is_told_in_words_to_the_eye_and_to_the_ear(url: str, page: Page) -> None:
    page.goto(f"{url}?lang=en")
    first = page.locator(EVENT.format("Air strike")).first
    first.wait_for(state="attached")
    spoken = first.get_attribute("aria-label")
    assert spoken == "Air strike, غارة, 2023-05-09 03:00 → 2023-05-10 20:15, القطاع, Reported, وكالة المثال"
    assert page.locator('.stVegaLiteChart svg [aria-label*="#0"]').count() == 0
    first.hover(force=True)
    page.wait_for_selector("#vg-tooltip-element.visible")
    rows = page.locator("#vg-tooltip-element tr")
    name, value = (rows.first.locator("td").nth(number).bounding_box() for number in (0, 1))
    assert name
    assert value
    assert name["y"] == value["y"]
    assert all(rows.locator("td.value").all_inner_texts())


def test_the_link_in_a_row_opens_its_card(url: str, page: Page) -> None:
    page.goto(f"{url}?lang=en&tab=undated")
    page.locator(".grid:visible a").first.click()
    page.wait_for_selector(".card mark.trigger.chosen")
    assert page.locator('[role="tab"][aria-selected="true"]').inner_text() == "Undated events"
    assert "lang=en&tab=undated&article=" in page.url


def test_a_database_without_articles(tmp_path: Path) -> None:
    """Without articles there is no chart, but a page that says so."""
    with dashboard(tmp_path / "new.db") as address, browser(900, 700) as context:
        page = context.new_page()
        page.goto(address)
        page.wait_for_selector('.notice[role="status"]')
        assert "timeline ingest" in page.inner_text(".stCode")
