"""A browser that reports every error of a page, and what axe-core finds in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from scripts.browsing import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Page

AT_REST = '[data-testid="stApp"][data-test-script-state="notRunning"]'


@pytest.fixture
def page() -> Iterator[Page]:
    """A page that fails the test when it, or anything it loads, reports an error."""
    pytest.importorskip("playwright", reason="needs Playwright for Python")
    if chromium() is None:
        pytest.skip("needs the system's chromium")
    from tests.browser.watching import watched

    with watched() as page:
        yield page


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
