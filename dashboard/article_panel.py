"""The article that is open, beside the timeline: headline, legend, marked text, figures."""

from __future__ import annotations

import streamlit as st

from dashboard import data, tables
from dashboard.address import Opened, opened_in, page_in
from dashboard.article import MARK_KINDS, article_html, legend_html, notice_html
from dashboard.i18n import Words
from dashboard.opening import address_of, close_article
from dashboard.reading.heading import heading
from dashboard.reading.locating import sentence_of
from dashboard.reading.marks import chosen_at, found_in, marks, row_of
from timeline.store.queries import Article


def article_panel(words: Words) -> None:
    """The open article, or what to do to open one."""
    opened = opened_in(st.query_params)
    if opened is None:
        st.html(notice_html(words.say("page.nothing_chosen"), words.direction))
        st.html(_legend(words))
    elif (article := data.article(opened.document_id)) is None:
        st.html(notice_html(words.say("page.no_article", id=opened.document_id), words.direction))
    else:
        _show(article, opened, words)


def _show(article: Article, opened: Opened, words: Words) -> None:
    found = found_in(article)
    drawn = marks(article, found, opened.at, words, lambda at: address_of(article.document.id, at))
    sentence = sentence_of(article.text, row_of(chosen_at(found, opened.at)))
    st.button(words.say("page.close"), icon=":material/close:", type="tertiary", on_click=close_article)
    st.html(heading(article, words))
    st.html(_legend(words))
    st.html(article_html(article.text, drawn, sentence))
    st.html(f'<h4 class="title">{words.say("tab.article_figures")}</h4>')
    if article.figures:
        page = data.page_of(article.figures, page_in(st.query_params, "article_figures"))
        tables.figure_table("article_figures", page, words, without=("sentence", "document", "outlet"))
    else:
        st.html(notice_html(words.say("empty.article_figures"), words.direction))


def _legend(words: Words) -> str:
    return legend_html({kind: words.say(f"mark.{kind}") for kind in MARK_KINDS}, words.direction)
