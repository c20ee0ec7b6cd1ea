"""The table twins of the charts: one page of rows at a time; the link in a row opens its article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import streamlit as st

from dashboard.address import PAGES, Opened, opened_in
from dashboard.data import Page
from dashboard.grid import Line, table_html
from dashboard.i18n import Words
from dashboard.opening import address_of, address_of_page, rewrite
from dashboard.wording import event_cells, figure_cells
from timeline.store.views.rows import EventRow, FigureRow

Cells = dict[str, str]
Address = Callable[[int, int], str]
Row = TypeVar("Row", EventRow, FigureRow)


def event_table(
    key: str, page: Page[EventRow], words: Words, without: Sequence[str] = (), address: Address = address_of
) -> None:
    """`without` names the columns that the surroundings make superfluous.

    `address` is where a row leads, given its article and its offset there.
    """
    _table(key, page, lambda event: _without(event_cells(event, words), without), words, address)


def figure_table(
    key: str, page: Page[FigureRow], words: Words, without: Sequence[str] = (), address: Address = address_of
) -> None:
    """The same for figures."""
    _table(key, page, lambda figure: _without(figure_cells(figure, words), without), words, address)


def _without(cells: Cells, names: Sequence[str]) -> Cells:
    return {name: cell for name, cell in cells.items() if name not in names}


def in_article(document_id: int, at: int) -> str:
    """The page of that article, at that place in it."""
    return address_of_page("article", article=str(document_id), at=str(at))


def _table(key: str, page: Page[Row], cells: Callable[[Row], Cells], words: Words, address: Address) -> None:
    opened = opened_in(st.query_params)
    lines = [
        Line(cells(row), address(row.document_id, row.start), Opened(row.document_id, row.start) == opened)
        for row in page.rows
    ]
    st.html(table_html(lines, words, words.say(f"tab.{key}")))
    pager(key, page, words)


def pager(key: str, page: Page[Any], words: Words) -> None:
    """Below a table that has more rows than it shows."""
    if page.total > len(page.rows):
        _pager(key, page, words)


def _pager(key: str, page: Page[Any], words: Words) -> None:
    """Which rows these are, of how many, and the way to the others."""
    with st.container(horizontal=True, vertical_alignment="center"):
        _turn(key, words.say("table.previous"), page.number - 1, disabled=page.number == 1)
        _turn(key, words.say("table.next"), page.number + 1, disabled=page.number == page.last)
        _turn(key, words.say("table.last"), page.last, disabled=page.number == page.last)
        first, last = page.first + 1, page.first + len(page.rows)
        shown = {"first": words.number(first), "last": words.number(last), "total": words.number(page.total)}
        text = words.say("table.shown", **shown)
        st.html(f'<p class="counts" dir="{words.direction}">{text}</p>', width="content")


def _turn(key: str, label: str, number: int, *, disabled: bool) -> None:
    st.button(label, key=f"{key}: {label}", disabled=disabled, on_click=rewrite, args=({PAGES[key]: _number(number)},))


def _number(page: int) -> str:
    return str(page) if page > 1 else ""
