"""The card beside the lanes: the sentence that tells of the event, its figures and place, and why it has this date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape

import streamlit as st

from dashboard import data, wording
from dashboard.address import opened_in
from dashboard.article import article_html, notice_html
from dashboard.i18n import Words
from dashboard.opening import address_of_page, close_article
from dashboard.reading.cards import Line, lines_html, lines_of
from dashboard.reading.heading import heading
from dashboard.reading.locating import sentence_of
from dashboard.reading.marks import Address, Found, found_in, marks
from dashboard.reading.stored import time_of, times_of
from timeline.reasons import reasons
from timeline.store.views.article import Article, TimeRow
from timeline.store.views.rows import EventRow, FigureRow

Row = EventRow | FigureRow


def event_card(words: Words) -> None:
    """The event, or the figure, that the URL opens."""
    opened = opened_in(st.query_params)
    article = data.article(opened.document_id) if opened else None
    st.button(words.say("page.close"), icon=":material/close:", type="tertiary", on_click=_close, key="close_card")
    if article is None or opened is None:
        missing = words.say("page.no_article", id=opened.document_id if opened else "")
        st.html(notice_html(missing, words.direction))
        return
    rows: list[Row] = [*article.events, *article.figures]
    row = next((row for row in rows if row.start == opened.at), None)
    number = str(article.document.id)
    st.html(card_html(article, row, words, lambda at: address_of_page("article", article=number, at=str(at))))


def card_html(article: Article, row: Row | None, words: Words, address: Address) -> str:
    """All of it; `address` opens the article's own page at an offset, and so does every mark."""
    lead = "" if row is None else _lead(article, row, words, address)
    link = f'<a href="{escape(address(row.start if row else 0))}">{escape(words.say("card.article"))}</a>'
    return f'<section class="card" dir="{words.direction}">{lead}{heading(article, words)}<p>{link}</p></section>'


def _close() -> None:
    """Another chart follows: in this one the event would stay chosen, and a second click on it would say nothing."""
    st.session_state["closed"] = st.session_state.get("closed", 0) + 1
    close_article()


def _lead(article: Article, row: Row, words: Words, address: Address) -> str:
    time = time_of(article, row)
    why = f"<p>{escape(words.say('card.no_time'))}</p>"
    if time is not None:
        why = lines_html(_reasons(article, time, words, address))
    return (
        f"<h2>{escape(_title(row, words))}</h2>"
        f"{_sentence(article, row, words, address)}"
        f"{lines_html(_facts(article, row, words))}"
        f"<h3>{escape(words.say('card.why'))}</h3>{why}"
    )


def _title(row: Row, words: Words) -> str:
    """«غارة جوية · 2023-05-09 03:00 → …», and the status where it is not that it happened."""
    named = words.name("type", row.type) if isinstance(row, EventRow) else words.name("kind", row.kind)
    status = words.name("status", row.status) if isinstance(row, EventRow) and row.status != "asserted" else ""
    return " · ".join(filter(None, (named, status, wording.when(row.begin, row.end_time))))


def _sentence(article: Article, row: Row, words: Words, address: Address) -> str:
    """The sentence with what was read in it marked: the event, its figures and its time stand out."""
    start, end = sentence_of(article.text, row)
    drawn = marks(article, found_in(article), row.start, words, address)
    inside = (mark for mark in drawn if start <= mark.start < end)
    moved = [replace(mark, start=mark.start - start, end=min(mark.end, end) - start) for mark in inside]
    return article_html(article.text[start:end], moved)


def _facts(article: Article, row: Row, words: Words) -> Iterator[Line]:
    """Where it was, and how many of whom by whose count."""
    if row.place:
        yield Line(words.say("column.place"), row.place, "rtl")
    figures = [row] if isinstance(row, FigureRow) else [one for one in article.figures if one.event_id == row.id]
    for figure in figures:
        said = (wording.count(figure, words), wording.one_line(figure.text), figure.source)
        yield Line(words.name("kind", figure.kind), " · ".join(filter(None, said)), "rtl")


def _reasons(article: Article, time: TimeRow, words: Words, address: Address) -> Iterator[Line]:
    """The chain of `timeline explain`, from the phrase to the interval."""
    yield Line(words.say("reason.phrase"), time.text, "rtl", address(time.start))
    found = Found("time", time.start, time.end, (time,))
    yield from lines_of(found, reasons(times_of(article)), words, address)
