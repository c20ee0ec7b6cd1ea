"""The page of one article: the marked text, the card of the mark that was clicked, what stands around it."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard import data, tables
from dashboard.access import is_read_only
from dashboard.address import Opened, page_in
from dashboard.article import MARK_KINDS, article_html, legend_html, notice_html
from dashboard.i18n import Words
from dashboard.opening import address_of, address_of_page
from dashboard.reading.cards import ITEMS, Line, card_html, lines_of
from dashboard.reading.heading import heading
from dashboard.reading.listing import listing_html
from dashboard.reading.locating import sentence_of
from dashboard.reading.marks import Found, chosen_at, found_in, marks, row_of
from dashboard.reading.stored import extraction_of
from dashboard.reading.warming import warm_up
from timeline.reasons import reasons
from timeline.store.views.article import Article


def show(opened: Opened, words: Words) -> None:
    """The article that the address opens."""
    article = data.article(opened.document_id)
    if article is None:
        st.html(notice_html(words.say("page.no_article", id=opened.document_id), words.direction))
        return
    _ways(article, words)
    text, beside = st.columns([3, 2], gap="medium")
    found = found_in(article)
    with text:
        _text(article, found, opened, words)
    _tables(article, words)
    with beside, st.container(key="article_panel"):  # last: the first time, the reasons wait for the grammar
        _cards(article, found, opened, words)


def _ways(article: Article, words: Words) -> None:
    """Links to the articles before and after, and to the list of them all."""
    near = data.around(article.document.id)
    ways = {"reading.previous": near.previous, "reading.next": near.next}
    links = [_link(key, words, article=str(there)) for key, there in ways.items() if there]
    st.html(f'<nav class="ways" dir="{words.direction}">{"".join([_link("reading.back", words), *links])}</nav>')
    if near.carried:
        with st.expander(f"{words.say('reading.carried')} ({words.number(len(near.carried))})"):
            if article.document.copy_of:
                st.html(f'<p class="counts" dir="{words.direction}">{words.say("reading.copy")}</p>')
            st.html(listing_html(list(near.carried), words))


def _link(key: str, words: Words, **changes: str) -> str:
    return f'<a href="{escape(address_of_page("article", **changes))}">{words.say(key)}</a>'


def _text(article: Article, found: list[Found], opened: Opened, words: Words) -> None:
    st.html(heading(article, words))
    st.html(legend_html({kind: words.say(f"mark.{kind}") for kind in MARK_KINDS}, words.direction))
    drawn = marks(article, found, opened.at, words, lambda at: address_of(article.document.id, at))
    sentence = sentence_of(article.text, row_of(chosen_at(found, opened.at)))
    st.html(article_html(article.text, drawn, sentence))


def _cards(article: Article, found: list[Found], opened: Opened, words: Words) -> None:
    """The reading and the reasons of what begins at the place that was clicked."""
    chosen = chosen_at(found, opened.at)
    if not chosen:
        warm_up()
        key = "reading.choose" if found else "reading.nothing"
        st.html(notice_html(words.say(key), words.direction))
        return
    why = reasons(extraction_of(article))
    for one in chosen:
        lines = lines_of(one, why, words, lambda at: address_of(article.document.id, at)) + _judged(one, words)
        st.html(card_html(one.kind, article.text[one.start : one.end], lines, words))


def _judged(one: Found, words: Words) -> list[Line]:
    """Whether a person looked at it, and the way to do so."""
    if one.kind not in ITEMS:
        return []
    item, row = ITEMS[one.kind], one.rows[0]
    address = "" if is_read_only() else address_of_page("review", what=item, item=f"{item}:{row.id}")
    return [
        Line(
            words.say("reading.review"), words.say(f"reading.{row.reviewed or 'unreviewed'}"), words.direction, address
        )
    ]


def _tables(article: Article, words: Words) -> None:
    """The same marks as rows, for who reads tables or cannot see colours."""
    for key, rows in (("article_events", article.events), ("article_figures", article.figures)):
        st.html(f'<h4 class="title" dir="{words.direction}">{words.say(f"tab.{key}")}</h4>')
        if not rows:
            st.html(notice_html(words.say(f"empty.{key}"), words.direction))
        elif key == "article_events":
            page = data.page_of(article.events, page_in(st.query_params, key))
            tables.event_table(key, page, words, without=("document", "outlet"))
        else:
            figures = data.page_of(article.figures, page_in(st.query_params, key))
            tables.figure_table(key, figures, words, without=("document", "outlet"))
