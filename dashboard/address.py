"""The state of a page, all of it in the URL, so that a link opens the same view in another browser.

`?lang=en&from=2023-05-01&type=raid,arrest&place=غزة&place=رفح&article=3&at=120&tab=events&events_page=2`
The timeline has `&lanes=place&window=2023-05-01..2023-05-14` too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from dashboard.families import TYPES
from dashboard.lanes.spans import Window
from timeline.store.asking.filters import ALL, PARAMETERS, REVIEWS, Filters
from timeline.values import Kind, Status

__all__ = [
    "ALL",
    "CODES",
    "EARLIEST",
    "KINDS",
    "LANES",
    "LATEST",
    "NAMES",
    "PAGES",
    "PARAMETERS",
    "SHARED",
    "TABS",
    "Filters",
    "Opened",
    "Query",
    "Window",
    "filters_in",
    "lanes_in",
    "number_in",
    "opened_in",
    "page_in",
    "parameter",
    "tab_in",
    "window_in",
    "written_window",
]

# Every parameter with all of its values, as `st.query_params.get_all` has them.
Query = Mapping[str, Sequence[str]]

KINDS: tuple[str, ...] = get_args(Kind)
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)

# Codes share one parameter, with commas; a name may hold a comma, so each has a parameter of its own.
CODES: dict[str, Collection[str]] = {
    "types": TYPES,
    "kinds": KINDS,
    "categories": (),  # also every country's code
    "statuses": get_args(Status),
    "reviews": REVIEWS,
}
NAMES = ("places", "claimants", "outlets")
MOST_NAMES, MOST_LETTERS = 50, 200  # of a filter: a link can be made by anyone, and SQLite refuses endless conditions

# What a link to another page takes along.
SHARED = (*PARAMETERS.values(), "lang")

TABS = ("timeline", "events", "undated", "figures")
LANES = ("type", "place", "outlet", "claimant")
# table -> the parameter that holds the number of its page
_TABLES = (
    *("events", "undated", "figures", "article_figures", "article_events", "places", "claims", "days"),
    *("documents", "queue", "log", "answer"),
)
PAGES = {table: f"{table}_page" for table in _TABLES}


@dataclass(frozen=True, slots=True)
class Opened:
    """The article that is open, by its row, and the offset of the event or figure that was clicked in it."""

    document_id: int
    at: int | None = None


def filters_in(query: Query) -> Filters:
    """The filters that a URL asks for; what cannot be read in it filters nothing."""
    codes = {field: _codes(_last(query, field), known) for field, known in CODES.items()}
    names = {field: _names(query.get(PARAMETERS[field], ())) for field in NAMES}
    return Filters(
        first_day=_day(_last(query, "first_day")),
        last_day=_day(_last(query, "last_day")),
        words=_plain(_last(query, "words")),
        **codes,
        **names,
    )


def parameter(field: str, value: date | str | Sequence[str] | None) -> list[str]:
    """A filter as the values of its URL parameter; none where it filters nothing."""
    if not value:
        return []
    if isinstance(value, str | date):
        return [str(value)]
    return list(value) if field in NAMES else [",".join(value)]


def opened_in(query: Mapping[str, str]) -> Opened | None:
    """The article that a URL opens, if any."""
    document_id, at = number_in(query.get("article")), number_in(query.get("at"))
    return None if document_id is None else Opened(document_id, at)


def tab_in(query: Mapping[str, str]) -> str:
    """The tab that a URL shows; the first one where it asks for none that there is."""
    return next((tab for tab in TABS if tab == query.get("tab")), TABS[0])


def lanes_in(query: Mapping[str, str]) -> str:
    """What the lanes of the timeline stand for; types where the URL asks for none that there is."""
    return next((by for by in LANES if by == query.get("lanes")), LANES[0])


def window_in(query: Mapping[str, str]) -> Window | None:
    """The days that the lanes of the timeline show: `window=2023-05-01..2023-05-14`."""
    first, _, last = query.get("window", "").partition("..")
    begin, end = _day(first), _day(last)
    return Window(begin, end) if begin and end and begin <= end else None


def written_window(window: Window) -> str:
    """As `window_in` reads it."""
    return f"{window.first}..{window.last}"


def page_in(query: Mapping[str, str], table: str) -> int:
    """The page of a table that a URL shows, from 1; it may be beyond the last one."""
    return number_in(query.get(PAGES[table])) or 1


def _last(query: Query, field: str) -> str:
    values = query.get(PARAMETERS[field], ())
    return values[-1] if values else ""


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None


def _codes(text: str, known: Collection[str]) -> tuple[str, ...]:
    """In the order of those that are known; where any may be meant, whatever looks like a code."""
    asked = dict.fromkeys(text.split(","))
    if known:
        return tuple(code for code in known if code in asked)
    return tuple(code for code in asked if code.isascii() and code.isidentifier())[:MOST_NAMES]


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_plain, values))))[:MOST_NAMES]


def _plain(text: str) -> str:
    return "".join(filter(str.isprintable, text[:MOST_LETTERS])).strip()


def number_in(text: str | None) -> int | None:
    """A row or an offset; nothing that SQLite's integers could not hold."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None
