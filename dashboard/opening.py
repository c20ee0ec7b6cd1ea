"""What a click does: it puts the article and the place in it into the URL, and the page shows what the URL says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

from dashboard import pages
from dashboard.address import PAGES, SHARED


def query() -> dict[str, list[str]]:
    """The parameters of the URL, each with all of its values."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def rewrite(changes: Mapping[str, str | Sequence[str]]) -> None:
    """Changes the URL in one step, so that the browser's Back undoes one act of the reader, not a part of it.

    An empty value leaves the URL without the parameter: the plain view has the plain address.
    """
    after = {**query(), **changes}
    st.query_params.from_dict({name: value for name, value in after.items() if value})


def open_article(document_id: int, at: int) -> None:
    rewrite({"article": str(document_id), "at": str(at), PAGES["article_figures"]: ""})


def address_of(document_id: int, at: int) -> str:
    """The address of this view with that article open: `?lang=en&article=3&at=120`."""
    opened = {"article": [str(document_id)], "at": [str(at)]}
    before = query()
    if before.get("article") != opened["article"]:
        before.pop(PAGES["article_figures"], None)
    return f"?{urlencode(before | opened, doseq=True)}"


def address_of_page(name: str, **changes: str | Sequence[str]) -> str:
    """The address of another page with the filters and the language of this one, and what changes in them.

    `address_of_page("article", article="3", at="120")` is `/article?lang=en&article=3&at=120`.
    """
    kept = {each: values for each, values in query().items() if each in SHARED}
    asked = {each: value for each, value in (kept | changes).items() if value}
    return f"{pages.address(name)}{'?' if asked else ''}{urlencode(asked, doseq=True)}"


def close_article() -> None:
    rewrite({"article": "", "at": "", PAGES["article_figures"]: ""})
