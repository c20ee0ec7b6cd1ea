"""The way of a reader through the pages: add an article, see it, open it, correct it, export it, send the address."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dashboard.i18n import LANGUAGES, Language, Words
from scripts.browsing import chromium
from tests.browser.watching import dashboard_of, watched

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytest.importorskip("playwright", reason="needs Playwright for Python")
pytestmark = pytest.mark.skipif(chromium() is None, reason="needs the system's chromium")

TEXT = "قتل 25 فلسطينياً في غارة جوية على خان يونس فجر الثلاثاء، وفق وزارة الصحة في غزة."
PUBLISHED = "2023-05-10 20:15 +03:00"
EVENT = '.stVegaLiteChart svg path[stroke="transparent"][aria-label]'


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_of_a_reader(tmp_path: Path, language: Language) -> None:
    words = Words(language)
    with dashboard_of(tmp_path) as url:
        with watched() as page:
            add(page, url, words)
            open_event(page, words)
            read_article(page, words)
            correct_the_figure(page, words)
            see_the_toll(page, words)
            export_figures(page, words, tmp_path / "figures.csv")
            address, seen = narrow(page, words)
        with watched() as other:  # a browser that knows nothing of the first one
            other.goto(address)
            other.wait_for_selector(".card mark.trigger.chosen")
            other.wait_for_selector(EVENT, state="attached")
            assert said(other) == seen


def add(page: Page, url: str, words: Words) -> None:
    page.goto(f"{url}add?lang={words.language}")
    page.locator("textarea").fill(TEXT)
    page.get_by_role("textbox", name=words.say("adding.published")).fill(PUBLISHED)
    page.get_by_role("button", name=words.say("adding.read"), exact=True).click()
    page.wait_for_selector("article.article mark.figure >> text=25 فلسطينياً")
    store = words.say("adding.store", articles=words.counted("articles", 1))
    page.get_by_role("button", name=store).click()
    page.wait_for_selector("ul.listing")


def open_event(page: Page, words: Words) -> None:
    go_to(page, "timeline", words)
    page.wait_for_selector(EVENT, state="attached")
    page.locator(EVENT).first.click(force=True)
    page.wait_for_selector(".card mark.trigger.chosen >> text=غارة")
    assert "2023-05-09 03:00" in page.inner_text(".card h2")
    assert page.inner_text(".card article").strip() == TEXT.rstrip(".")


def read_article(page: Page, words: Words) -> None:
    page.get_by_role("link", name=words.say("card.article")).click()
    page.wait_for_url(re.compile("/article"))
    page.wait_for_selector("article.article mark.trigger.chosen")
    assert page.locator("article.article mark.time").first.inner_text() == "فجر الثلاثاء"


def correct_the_figure(page: Page, words: Words) -> None:
    page.locator("article.article a", has_text="25 فلسطينياً").click()
    page.wait_for_selector(".mark-card h4 >> text=25 فلسطينياً")
    page.get_by_role("link", name=words.say("reading.unreviewed")).click()
    page.wait_for_url(re.compile("/review"))
    page.get_by_role("textbox", name=words.say("correct.low"), exact=True).fill("27")
    page.get_by_role("textbox", name=words.say("correct.high"), exact=True).fill("27")
    page.get_by_role("button", name=words.say("reviewing.save")).click()
    page.wait_for_selector(f".grid >> text={words.say('reviewing.corrected')}", state="attached")


def see_the_toll(page: Page, words: Words) -> None:
    go_to(page, "tolls", words)
    page.wait_for_selector(".toll strong")
    assert page.inner_text(".toll strong") == "27"


def export_figures(page: Page, words: Words, target: Path) -> None:
    page.get_by_role("button", name=words.say("export.open")).click()
    with page.expect_download() as download:
        page.get_by_role("button", name=words.say("export.download", name="figures.csv")).click()
    download.value.save_as(target)
    [row] = csv.DictReader(target.read_text("utf-8-sig").splitlines())
    assert (row["low"], row["high"], row["reviewed"], row["text"]) == ("27", "27", "corrected", "25 فلسطينياً")
    page.keyboard.press("Escape")


def narrow(page: Page, words: Words) -> tuple[str, list[str]]:
    """Filters, other lanes and an open card; the address of that, and what the page says."""
    go_to(page, "timeline", words)
    page.get_by_role("textbox", name=words.say("filter.words"), exact=True).fill("خان")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("words="))
    page.get_by_role("radio", name=words.say("timeline.by_place"), exact=True).click()
    page.wait_for_url(re.compile("lanes=place"))
    page.locator(EVENT).first.click(force=True)
    page.wait_for_selector(".card mark.trigger.chosen")
    page.wait_for_timeout(1_000)
    return page.url, said(page)


def said(page: Page) -> list[str]:
    """What stands over the lanes, on the card, and what is chosen."""
    texts = [page.inner_text(".counts >> nth=0"), page.inner_text(".card"), page.input_value(".stTextInput input")]
    chosen: list[str] = page.locator('[role="radio"][aria-checked="true"]').all_inner_texts()
    return [*texts, *chosen]


def go_to(page: Page, name: str, words: Words) -> None:
    """By the menu."""
    page.locator(".st-key-menu").get_by_role("link", name=words.say(f"menu.{name}"), exact=True).click()
    page.wait_for_url(re.compile(f"/{name}"))
