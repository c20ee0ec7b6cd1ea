"""What a click does: it puts the article and the place in it into the URL, and the page shows what the URL says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from dashboard.address import PAGES
from dashboard.layers import CLICK


def rewrite(changes: Mapping[str, str]) -> None:
    """Changes the URL in one step, so that the browser's Back undoes one act of the reader, not a part of it.

    An empty value leaves the URL without the parameter: the plain view has the plain address.
    """
    query = {**st.query_params.to_dict(), **changes}
    st.query_params.from_dict({name: value for name, value in query.items() if value})


def open_article(document_id: int, at: int) -> None:
    rewrite({"article": str(document_id), "at": str(at), PAGES["article_figures"]: ""})


def address_of(document_id: int, at: int) -> str:
    """The address of this view with that article open: `?lang=en&article=3&at=120`."""
    query = st.query_params.to_dict() | {"article": str(document_id), "at": str(at)}
    if st.query_params.get("article") != query["article"]:
        query.pop(PAGES["article_figures"], None)
    return f"?{urlencode(query)}"


def close_article() -> None:
    rewrite({"article": "", "at": "", PAGES["article_figures"]: ""})


def open_from_chart(key: str) -> None:
    """The chart's selection is a list of the marks clicked; an empty one is a click beside them."""
    clicked: Any = st.session_state[key]["selection"].get(CLICK)
    if clicked:
        open_article(int(clicked[0]["document"]), int(clicked[0]["start"]))
