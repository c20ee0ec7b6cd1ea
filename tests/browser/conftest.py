"""A browser that reports every error of a page, and what axe-core finds in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from scripts.browsing import browser, chromium

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page

LEFT = "ERR_ABORTED"  # a page that is left drops what it was still loading; that is no fault
# Streamlit looks for its server below the address of a page first, and does not find it there.
LOOKED_FOR = "/_stcore/"
AT_REST = '[data-testid="stApp"][data-test-script-state="notRunning"]'


@pytest.fixture
def page() -> Iterator[Page]:
    """A page that fails the test when it, or anything it loads, reports an error."""
    pytest.importorskip("playwright", reason="needs Playwright for Python")
    if chromium() is None:
        pytest.skip("needs the system's chromium")
    wrong: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error" and LOOKED_FOR not in message.location.get("url", ""):
            wrong.append(message.text)

    with browser(1400, 1000) as context:
        page = context.new_page()
        page.on("console", heard)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("requestfailed", lambda failed: wrong.append(failed.url) if LEFT not in str(failed.failure) else None)
        page.set_default_timeout(30_000)
        yield page
    assert wrong == []


@pytest.fixture
def faults() -> Callable[[Page], list[str]]:
    """What on a page shuts readers out, as axe-core finds it: only what it calls serious or critical."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")

    def found(page: Page) -> list[str]:
        page.wait_for_selector(AT_REST)
        violations = axe.Axe().run(page).response["violations"]
        return [
            f"{violation['id']}: {node['html'][:160]}"
            for violation in violations
            if violation["impact"] in {"serious", "critical"}
            for node in violation["nodes"]
        ]

    return found
