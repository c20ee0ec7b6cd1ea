"""What a click does: it puts the article and the place in it into the URL, and the page shows what the URL says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.layers import CLICK
from timeline.store.views import EventRow, FigureRow


def rewrite(changes: Mapping[str, str]) -> None:
    """Changes the URL in one step, so that the browser's Back undoes one act of the reader, not a part of it.

    An empty value leaves the URL without the parameter: the plain view has the plain address.
    """
    query = {**st.query_params.to_dict(), **changes}
    st.query_params.from_dict({name: value for name, value in query.items() if value})


def open_article(document_id: int, at: int) -> None:
    rewrite({"article": str(document_id), "at": str(at)})


def close_article() -> None:
    rewrite({"article": "", "at": ""})


def open_from_chart(key: str) -> None:
    """The chart's selection is a list of the marks clicked; an empty one is a click beside them."""
    clicked: Any = st.session_state[key]["selection"].get(CLICK)
    if clicked:
        open_article(int(clicked[0]["document"]), int(clicked[0]["start"]))


def open_from_table(key: str, rows: Sequence[EventRow | FigureRow]) -> None:
    chosen: Any = st.session_state[key]["selection"]["rows"]
    if chosen and chosen[0] < len(rows):
        row = rows[chosen[0]]
        open_article(row.document_id, row.start)
