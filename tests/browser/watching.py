"""A page of a real browser that fails its test when it, or anything that it loads, reports an error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from scripts.browsing import browser

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page, Request

LEFT = "ERR_ABORTED"  # a page that is left drops what it was still loading; that is no fault
# Streamlit looks for its server below the address of the page first, and then at the root of the site.
SOUGHT = "/_stcore/"


@contextmanager
def watched(width: int = 1400, height: int = 1000) -> Iterator[Page]:
    """The page; anything that is wrong with it is told when the block ends."""
    wrong: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and SOUGHT not in message.location.get("url", ""):
            wrong.append(message.text)

    def on_request(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            wrong.append(f"asked the network for {request.url}")

    with browser(width, height) as context:
        page = context.new_page()
        page.on("console", on_console)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", on_request)
        page.on(
            "requestfailed", lambda request: wrong.append(request.url) if LEFT not in str(request.failure) else None
        )
        page.set_default_timeout(30_000)
        yield page
    assert wrong == []
