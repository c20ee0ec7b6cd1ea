"""The state of a page, all of it in the URL, so that a link opens the same view in another browser.

`?lang=en&from=2023-05-01&type=raid,arrest&article=3&at=120&tab=events&events_page=2`
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

from dashboard.lanes import TYPES
from timeline.store.filters import ALL, Filters
from timeline.store.filters import PARAMETERS as NAMES
from timeline.values import Kind

__all__ = [
    "ALL",
    "EARLIEST",
    "KINDS",
    "LATEST",
    "PAGES",
    "PARAMETERS",
    "TABS",
    "Filters",
    "Opened",
    "filters_in",
    "opened_in",
    "page_in",
    "parameter",
    "tab_in",
]

KINDS: tuple[str, ...] = get_args(Kind)
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)

# The filters that the page has widgets for, by the names that they have in the URL.
PARAMETERS = {name: NAMES[name] for name in ("first_day", "last_day", "types", "kinds")}

TABS = ("timeline", "events", "undated")
# table -> the parameter that holds the number of its page
PAGES = {table: f"{table}_page" for table in ("events", "undated", "figures", "article_figures")}


@dataclass(frozen=True, slots=True)
class Opened:
    """The article that is open, by its row, and the offset of the event or figure that was clicked in it."""

    document_id: int
    at: int | None = None


def filters_in(query: Mapping[str, str]) -> Filters:
    """The filters that a URL asks for; what cannot be read in it filters nothing."""
    return Filters(
        first_day=_day(query.get("from")),
        last_day=_day(query.get("to")),
        types=_known(query.get("type"), TYPES),
        kinds=_known(query.get("kind"), KINDS),
    )


def parameter(value: date | tuple[str, ...] | list[str] | None) -> str:
    """A filter as its URL parameter; empty where it filters nothing."""
    if isinstance(value, date):
        return value.isoformat()
    return ",".join(value or ())


def opened_in(query: Mapping[str, str]) -> Opened | None:
    """The article that a URL opens, if any."""
    document_id, at = _number(query.get("article")), _number(query.get("at"))
    return None if document_id is None else Opened(document_id, at)


def tab_in(query: Mapping[str, str]) -> str:
    """The tab that a URL shows; the first one where it asks for none that there is."""
    return next((tab for tab in TABS if tab == query.get("tab")), TABS[0])


def page_in(query: Mapping[str, str], table: str) -> int:
    """The page of a table that a URL shows, from 1; it may be beyond the last one."""
    return _number(query.get(PAGES[table])) or 1


def _day(text: str | None) -> date | None:
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None


def _known(text: str | None, names: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    asked = (text or "").split(",")
    return tuple(name for name in names if name in asked)


def _number(text: str | None) -> int | None:
    """A row or an offset; nothing that SQLite's integers could not hold."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None
