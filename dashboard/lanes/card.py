"""The card beside the lanes: the sentence that tells of the event, its figures and place, and why it has this date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

import streamlit as st

from dashboard import data, wording
from dashboard.address import opened_in
from dashboard.article import Mark, MarkKind, article_html, heading_html, notice_html
from dashboard.i18n import Words
from dashboard.opening import address_of_page, close_article
from timeline.store.queries import Article, TimeRow
from timeline.store.views import EventRow, FigureRow

Row = EventRow | FigureRow
# What a line of the card is called, what it says, and the direction in which that runs.
Line = tuple[str, str, str]


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
    st.html(card_html(article, row, address_of_page("article", **_place(article, row)), words))


def card_html(article: Article, row: Row | None, address: str, words: Words) -> str:
    """All of it; `address` is that of the article's own page."""
    lead = "" if row is None else _lead(article, row, words)
    link = f'<p><a class="onward" href="{escape(address)}" target="_self">{escape(words.say("card.article"))}</a></p>'
    return f'<section class="card" dir="{words.direction}">{lead}{_source(article, words)}{link}</section>'


def _close() -> None:
    """Another chart follows: in this one the event would stay chosen, and a second click on it would say nothing."""
    st.session_state["closed"] = st.session_state.get("closed", 0) + 1
    close_article()


def _place(article: Article, row: Row | None) -> dict[str, str]:
    return {"article": str(article.document.id), "at": "" if row is None else str(row.start)}


def _lead(article: Article, row: Row, words: Words) -> str:
    time = time_of(article, row)
    figures = [one for one in article.figures if isinstance(row, EventRow) and one.event_id == row.id]
    sentence = sentence_html(article, row, time, figures, words)
    why = _list(_reasons(time, words)) if time else f"<p>{escape(words.say('card.no_time'))}</p>"
    why_title = f"<h3>{escape(words.say('card.why'))}</h3>"
    return f"<h2>{escape(_title(row, words))}</h2>{sentence}{_list(_facts(row, figures, words))}{why_title}{why}"


def _title(row: Row, words: Words) -> str:
    """«غارة جوية · 2023-05-09 03:00 → …», and the status where it is not that it happened."""
    named = words.name("type", row.type) if isinstance(row, EventRow) else words.name("kind", row.kind)
    status = words.name("status", row.status) if isinstance(row, EventRow) and row.status != "asserted" else ""
    return " · ".join(filter(None, (named, status, wording.when(row.begin, row.end_time))))


def time_of(article: Article, row: Row) -> TimeRow | None:
    """The phrase that dates the row; the nearest one, where the same words stand in the article twice."""
    same = [time for time in article.times if (time.text, time.value) == (row.time, row.value)]
    return min(same, key=lambda time: abs(time.start - row.start), default=None)


def sentence_html(article: Article, row: Row, time: TimeRow | None, figures: Sequence[FigureRow], words: Words) -> str:
    """The sentence with what was read in it marked: the event, its figures and its time stand out."""
    start = max(0, article.text.rfind(row.sentence, 0, row.start + len(row.sentence)))
    end = start + len(row.sentence)
    chosen = {(one.start, one.end) for one in (row, time, *figures) if one}
    marks = [
        Mark(one.start - start, one.end - start, kind, note, (one.start, one.end) in chosen)
        for kind, note, one in _marked(article, words)
        if start <= one.start < end
    ]
    return article_html(row.sentence, marks)


def _marked(article: Article, words: Words) -> Iterator[tuple[MarkKind, str, TimeRow | Row]]:
    for time in article.times:
        yield "time", wording.when(time.begin, time.end_time) or time.value, time
    for figure in article.figures:
        yield "figure", f"{words.name('kind', figure.kind)}: {wording.count(figure, words)}", figure
    for event in article.events:
        yield "trigger", words.name("type", event.type), event


def _facts(row: Row, figures: Sequence[FigureRow], words: Words) -> Iterator[Line]:
    if row.place:
        yield words.say("column.place"), row.place, "rtl"
    for figure in figures or ([row] if isinstance(row, FigureRow) else []):
        said = f"{wording.count(figure, words)} · {figure.text}"
        yield words.name("kind", figure.kind), f"{said} · {figure.source}" if figure.source else said, "rtl"


def _reasons(time: TimeRow, words: Words) -> Iterator[Line]:
    """The chain of `timeline explain`: phrase, rule, reading, value, interval, and what else it may be."""
    value = " ".join(filter(None, (time.value, time.mod, time.signal and f"({time.signal})")))
    yield words.say("column.phrase"), time.text, "rtl"
    yield words.say("card.rule"), time.rule, "ltr"
    yield words.say("card.reading"), time.reading, "ltr"
    yield words.say("column.value"), value, "ltr"
    yield words.say("column.when"), wording.when(time.begin, time.end_time) or words.say("card.unresolved"), "auto"
    if time.alternatives:
        yield words.say("card.or"), time.alternatives, "ltr"


def _source(article: Article, words: Words) -> str:
    document = article.document
    published = words.say("page.unpublished")
    if document.published:
        published = words.say("page.published", when=wording.left_to_right(document.published[:16].replace("T", " ")))
    title, details = document.title or words.say("page.untitled"), [document.outlet or "", published]
    return heading_html(title, details, document.url, words.say("page.original"), words.direction)


def _list(lines: Iterator[Line]) -> str:
    body = "".join(
        f'<dt>{escape(label)}</dt><dd dir="{direction}">{escape(text)}</dd>' for label, text, direction in lines
    )
    return f"<dl>{body}</dl>" if body else ""
