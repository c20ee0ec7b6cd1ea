"""The articles that the filters leave, latest first."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard import data, wording
from dashboard.address import page_in
from dashboard.article import notice_html
from dashboard.data.article import Listed
from dashboard.filters import filter_row
from dashboard.i18n import Words
from dashboard.opening import address_of_page
from dashboard.tables import pager


def list_articles(words: Words) -> None:
    """A line for each article, which opens it."""
    filters = filter_row(words, "documents")
    page = data.documents(filters, page_in(st.query_params, "documents"))
    if not page.rows:
        st.html(notice_html(words.say("reading.no_articles"), words.direction))
        return
    st.html(f'<p class="counts" dir="{words.direction}">{words.counted("articles", page.total)}</p>')
    st.html(listing_html(page.rows, words))
    if page.total > len(page.rows):
        pager("documents", page, words)


def listing_html(articles: list[Listed], words: Words) -> str:
    """Title, outlet and time of each, the title a link to its page."""
    return f'<ul class="listing" dir="{words.direction}">{"".join(_item(one, words) for one in articles)}</ul>'


def _item(one: Listed, words: Words) -> str:
    title = escape(wording.named(one.title, one.begins, words))
    published = one.published and wording.left_to_right(one.published[:16].replace("T", " "))
    details = (one.outlet, published or words.say("page.unpublished"))
    about = " · ".join(f"<bdi>{escape(detail)}</bdi>" for detail in details if detail)
    link = f'<a href="{escape(address_of_page("article", article=str(one.id)))}"><bdi>{title}</bdi></a>'
    return f"<li>{link} <small>{about}</small></li>"
