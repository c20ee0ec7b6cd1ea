"""How long a reader waits for the dashboard, and what a session costs its server: `python -m benchmarks.pages`

In a real browser (Chromium, driven by Playwright), on a SQLite database of 20,000 articles and 100,000 events. Every
number is the median of five; a blank page of Streamlit is loaded in the same run, for no page can be faster than that.
`PAGES_DATABASE=FILE` keeps the database for the next run.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from sqlalchemy import text

from benchmarks.texts import EXAMPLES
from dashboard import pages
from scripts.browsing import ROOT, Server, browser, chromium, serve
from timeline.pipeline import read_article
from timeline.sources import read_documents
from timeline.store.asking.queries import counts
from timeline.store.opening.database import open_database, writing
from timeline.store.writing.save import save
from timeline.values import Document

if TYPE_CHECKING:
    from playwright.sync_api import Page

ARTICLES, EVENTS = 20_000, 100_000
OUTLETS = 25
DAYS = 730  # that the articles are spread over
BATCH = 1_000
TIMES = 5
READERS = 8
READ_AT = datetime(2024, 1, 1, tzinfo=UTC)
BLANK = "import streamlit as st\nst.html('<h1 class=\"title\">Blank</h1>')\n"
AT_REST = '[data-testid="stApp"][data-test-script-state="notRunning"]'
CHART = ".stVegaLiteChart :is(svg, canvas)"
# What must be there on a page, and on one article's.
READY = {
    "overview": ".tiles",
    "timeline": CHART,
    "tolls": CHART,
    "map": CHART,
    "article": "article.article mark",
    "review": ".mark-card",
    "sql": "textarea",
    "add": "textarea",
}
# The middle of the first of these marks that one can see.
IN_VIEW = """selector => [...document.querySelectorAll(selector)].map(one => one.getBoundingClientRect())
  .filter(box => box.left > 0 && box.right < innerWidth && box.bottom < innerHeight)
  .map(box => [box.x + box.width / 2, box.y + box.height / 2])[0]"""
SAYS = "one => document.querySelector(one)?.innerText"
APP = ROOT / "dashboard" / "streamlit_app.py"
# Days and an outlet with so few events that each is an SVG path, which can be clicked.
FEW = "/timeline?lang=en&window=2023-06-01..2023-06-02&outlet=wire-3"


def fill(path: Path) -> None:
    """A database of that size, of paragraphs of the examples put together anew, each article with a day of its own."""
    draw = random.Random(1)
    originals = (each for each in read_documents([str(EXAMPLES)]) if isinstance(each, Document))
    paragraphs = [part for each in originals for part in each.text.split("\n\n")]
    engine = open_database(path)
    for first in range(0, ARTICLES, BATCH):
        drawn = (_article(number, draw, paragraphs) for number in range(first, first + BATCH))
        save(engine, list(map(read_article, drawn)), READ_AT, "1")
    with writing(engine) as connection:  # articles of the same paragraphs are taken for copies of each other
        connection.execute(text("UPDATE document SET copy_of = NULL"))
    held = counts(engine)
    engine.dispose()
    print(f"database: {held.documents} articles, {held.events} events, {held.figures} figures")
    if held.events < EVENTS:
        sys.exit(f"these are fewer than {EVENTS} events")


def _article(number: int, draw: random.Random, paragraphs: list[str]) -> Document:
    published = datetime(2022, 1, 1, tzinfo=UTC) + timedelta(days=draw.randrange(DAYS), minutes=draw.randrange(1440))
    body = "\n\n".join(draw.sample(paragraphs, 3))
    return Document(f"b{number}", f"{body}\n\n{number}", published, "given", outlet=f"wire-{draw.randrange(OUTLETS)}")


def first_view(url: str, ready: str) -> float:
    """Seconds until `ready` is there and nothing more is under way, in a browser that knows nothing of the page yet."""
    with browser(1400, 1000) as context:
        page = context.new_page()
        begin = time.perf_counter()
        page.goto(url)
        page.wait_for_selector(ready, timeout=60_000)
        page.wait_for_selector(AT_REST)
        return time.perf_counter() - begin


def filter_change(url: str) -> float:
    """Seconds from choosing a type of event until other numbers stand over the lanes."""

    def change(page: Page) -> None:
        page.keyboard.press("Enter")

    def prepare(page: Page) -> None:
        page.wait_for_selector(CHART)
        page.locator(".stMultiSelect input").first.click()
        page.keyboard.type("Arrest", delay=20)

    return _answered(f"{url}timeline?lang=en", prepare, change, ".counts")


def click(url: str) -> float:
    """Seconds from a click on an event until its card is there."""
    event = '.stVegaLiteChart svg path[stroke="transparent"][aria-label]'

    def prepare(page: Page) -> None:
        page.wait_for_selector(event, state="attached")

    def act(page: Page) -> None:
        page.mouse.click(*page.evaluate(IN_VIEW, event))

    return _answered(f"{url.rstrip('/')}{FEW}", prepare, act, ".card")


def _answered(url: str, prepare: Callable[[Page], object], act: Callable[[Page], object], answer: str) -> float:
    """Seconds from the act until the first `answer` is there, or says something else."""
    with browser(1400, 1000) as context:
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.goto(url)
        prepare(page)
        page.wait_for_selector(AT_REST)
        page.wait_for_timeout(1_000)
        before = page.evaluate(SAYS, answer)
        begin = time.perf_counter()
        act(page)
        page.wait_for_function(f"before => ({SAYS})({answer!r}) !== before", arg=before, polling=10)
        page.wait_for_selector(AT_REST)
        return time.perf_counter() - begin


def memory(process: int) -> float:
    """MB of the process that are in use."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def address(server: Server, name: str) -> str:
    """A page, in English; of the articles one."""
    opened = "&article=3" if name == "article" else ""
    return f"{server.url.rstrip('/')}{pages.address(name)}?lang=en{opened}"


def more_sessions(server: Server) -> float:
    """MB that one more reader of the timeline costs, while others read it too."""
    with browser(1400, 1000) as context:
        held = []
        for _ in range(READERS + 1):
            page = context.new_page()
            page.goto(address(server, "timeline"))
            page.wait_for_selector(CHART, timeout=60_000)
            page.wait_for_selector(AT_REST)
            held.append(memory(server.process))
        return (held[-1] - held[0]) / READERS


def walk(database: Path) -> None:
    """One reader sees every page, on a server that has just started."""
    with serve(APP, database) as server:
        print(f"{'server':12} {memory(server.process):6.0f} MB before anybody asks")
        for name in pages.NAMES:
            first = first_view(address(server, name), READY[name])
            print(f"{name:12} {first:6.2f} s the first time, then the server has {memory(server.process):.0f} MB")
        print(f"{'a session':12} {more_sessions(server):6.1f} MB more for each further reader")


def compare(database: Path, blank: Path) -> None:
    """Each page in turn with a blank one, so that what else the machine does meanwhile delays both."""
    with serve(blank, database) as other, serve(APP, database) as server:
        for name in pages.NAMES:
            first_view(address(server, name), READY[name])
            pairs = [
                (first_view(other.url, "h1"), first_view(address(server, name), READY[name])) for _ in range(TIMES)
            ]
            floor, took = (median(times) for times in zip(*pairs, strict=True))
            print(f"{name:12} {took:6.2f} s, a blank page {floor:.2f} s: {took / floor:.1f} x")
        print(f"filter       {median(filter_change(server.url) for _ in range(TIMES)):6.2f} s")
        print(f"click        {median(click(server.url) for _ in range(TIMES)):6.2f} s")


def main() -> None:
    if chromium() is None:
        sys.exit("Chromium is missing. Debian, Ubuntu: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder:
        database = Path(os.environ.get("PAGES_DATABASE") or Path(folder) / "pages.db")
        if not database.exists():
            fill(database)
        blank = Path(folder) / "blank.py"
        blank.write_text(BLANK)
        walk(database)
        compare(database, blank)


if __name__ == "__main__":
    main()
