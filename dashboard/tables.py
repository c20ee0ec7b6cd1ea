"""The table twins of the charts: rows of the database, a tick on one opens its article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard.i18n import Words
from dashboard.opening import open_from_table
from dashboard.wording import event_cells, figure_cells
from timeline.store.views import EventRow, FigureRow

Row = EventRow | FigureRow
WIDE = ("sentence", "document")


def event_table(key: str, events: Sequence[EventRow], words: Words) -> None:
    _table(key, events, [event_cells(event, words) for event in events], words)


def figure_table(key: str, figures: Sequence[FigureRow], words: Words, without: Sequence[str] = ()) -> None:
    """`without` names the columns that the surroundings make superfluous."""
    cells = [figure_cells(figure, words) for figure in figures]
    _table(key, figures, [{name: cell for name, cell in row.items() if name not in without} for row in cells], words)


def _table(key: str, rows: Sequence[Row], cells: list[dict[str, str]], words: Words) -> None:
    st.dataframe(
        cells,
        key=key,
        hide_index=True,
        column_config={name: _column(name, words) for name in cells[0]},
        on_select=lambda: open_from_table(key, rows),
        selection_mode="single-row",
    )


def _column(name: str, words: Words) -> Any:
    return st.column_config.TextColumn(
        words.say(f"column.{name}"),
        width="large" if name in WIDE else None,
        alignment=words.side,
    )
