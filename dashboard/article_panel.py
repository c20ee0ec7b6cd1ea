"""The article that is open, beside the timeline: headline, legend, marked text, figures."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from dashboard import data, tables, wording
from dashboard.address import Opened, opened_in, page_in
from dashboard.article import MARK_KINDS, Mark, article_html, heading_html, legend_html, notice_html
from dashboard.i18n import Words
from dashboard.opening import close_article
from timeline.store.queries import Article, TimeRow
from timeline.store.views import EventRow, FigureRow


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
    chosen = _chosen(article, opened)
    st.button(words.say("page.close"), icon=":material/close:", type="tertiary", on_click=close_article)
    st.html(_heading(article, words))
    st.html(_legend(words))
    st.html(article_html(article.text, marks_of(article, chosen, words), sentence_of(article.text, chosen)))
    st.html(f'<h4 class="title">{words.say("tab.article_figures")}</h4>')
    if article.figures:
        page = data.page_of(article.figures, page_in(st.query_params, "article_figures"))
        tables.figure_table("article_figures", page, words, without=("sentence", "document", "outlet"))
    else:
        st.html(notice_html(words.say("empty.article_figures"), words.direction))


def marks_of(article: Article, chosen: EventRow | FigureRow | None, words: Words) -> list[Mark]:
    """Everything that was read, as marks; those that belong to the chosen event or figure are emphasised."""
    dated_by = _time_of(article, chosen)
    times = [Mark(row.start, row.end, "time", _time_note(row, words), row is dated_by) for row in article.times]
    figures = [
        Mark(row.start, row.end, "figure", _figure_note(row, words), _is_figure_of(chosen, row))
        for row in article.figures
    ]
    events = [
        Mark(row.start, row.end, "trigger", _event_note(row, words), _is_event_of(chosen, row))
        for row in article.events
    ]
    return [*times, *figures, *events]


def sentence_of(text: str, chosen: EventRow | FigureRow | None) -> tuple[int, int]:
    """Where the sentence of the chosen row stands: the last place at or before the row that reads the same."""
    if chosen is None or not chosen.sentence:
        return (0, 0)
    start = text.rfind(chosen.sentence, 0, chosen.start + len(chosen.sentence))
    return (start, start + len(chosen.sentence)) if start >= 0 else (0, 0)


def _chosen(article: Article, opened: Opened) -> EventRow | FigureRow | None:
    rows: list[EventRow | FigureRow] = [*article.events, *article.figures]
    return next((row for row in rows if row.start == opened.at), None)


def _time_of(article: Article, chosen: EventRow | FigureRow | None) -> TimeRow | None:
    """The phrase that dates the row; the nearest one, where the same words stand in the article twice."""
    if chosen is None:
        return None
    same = [time for time in article.times if (time.text, time.value) == (chosen.time, chosen.value)]
    return min(same, key=lambda time: abs(time.start - chosen.start), default=None)


def _is_figure_of(chosen: EventRow | FigureRow | None, figure: FigureRow) -> bool:
    if isinstance(chosen, EventRow):
        return figure.event_id == chosen.id
    return chosen is not None and chosen.id == figure.id


def _is_event_of(chosen: EventRow | FigureRow | None, event: EventRow) -> bool:
    if isinstance(chosen, FigureRow):
        return event.id == chosen.event_id
    return chosen is not None and chosen.id == event.id


def _time_note(time: TimeRow, words: Words) -> str:
    shown = wording.when(time.begin, time.end_time) or words.say("chart.unknown")
    return f"{time.value}: {shown}"


def _figure_note(figure: FigureRow, words: Words) -> str:
    return f"{words.name('kind', figure.kind)}: {wording.count(figure, words)}"


def _event_note(event: EventRow, words: Words) -> str:
    return f"{words.name('type', event.type)} ({words.name('status', event.status)})"


def _legend(words: Words) -> str:
    return legend_html({kind: words.say(f"mark.{kind}") for kind in MARK_KINDS}, words.direction)


def _heading(article: Article, words: Words) -> str:
    document = article.document
    published = words.say("page.unpublished")
    if document.published:
        moment = datetime.fromisoformat(document.published)
        published = words.say("page.published", when=wording.left_to_right(f"{moment:%Y-%m-%d %H:%M}"))
    title, details = document.title or words.say("page.untitled"), [document.outlet or "", published]
    return heading_html(title, details, document.url, words.say("page.original"), words.direction)
