"""What was read, before it is stored: how much, what is missing, and each article with its marks."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard import wording
from dashboard.adding.batch import Batch, waiting
from dashboard.adding.preview import article_of
from dashboard.article import MARK_KINDS, article_html, heading_html, legend_html, notice_html
from dashboard.i18n import Words
from dashboard.plain import plain_table_html
from dashboard.problems import said
from dashboard.reading.marks import found_in, marks
from timeline.store.views.article import Article
from timeline.values import Extraction

LISTED = 20  # remarks


def show_batch(batch: Batch, words: Words) -> None:
    """The whole batch in a few lines, then the article that was chosen."""
    st.html(f'<p class="counts" dir="{words.direction}">{_counted(batch, words)}</p>')
    for line in _missing(batch, words):
        st.html(notice_html(line, words.direction))
    for where, what in batch.remarks[:LISTED]:
        line = words.say("adding.remark", where=where, what=said(what, words))
        st.html(notice_html(line, words.direction, role="alert"))
    if len(batch.remarks) > LISTED:
        more = words.say("adding.more_remarks", number=words.number(len(batch.remarks) - LISTED))
        st.html(notice_html(more, words.direction, role="alert"))
    if batch.extractions:
        _show(_chosen(batch, words), words)


def _counted(batch: Batch, words: Words) -> str:
    found = batch.found
    parts = (
        words.counted("articles", len(batch.extractions)),
        words.counted("times_read", found.times),
        words.counted("figures", found.figures),
        words.counted("events_read", found.events),
    )
    return " · ".join(parts)


def _missing(batch: Batch, words: Words) -> list[str]:
    """What to give above, and what for."""
    found = batch.found
    lines = []
    if batch.is_cut:
        lines.append(words.say("adding.cut", number=words.number(len(batch.extractions))))
    if found.undated:
        number, times = words.number(found.undated), words.number(sum(map(waiting, batch.extractions)))
        lines.append(words.say("adding.undated", number=number, times=times))
    if batch.without_zone:
        lines.append(words.say("adding.without_zone", number=words.number(batch.without_zone)))
    return lines


def _chosen(batch: Batch, words: Words) -> Extraction:
    if len(batch.extractions) == 1:
        return batch.extractions[0]

    def title(number: int) -> str:
        document = batch.extractions[number].document
        return f"{number + 1} · {wording.one_line(document.title or document.id)[:80]}"

    number = st.selectbox(words.say("adding.which"), range(len(batch.extractions)), format_func=title, key="add_which")
    return batch.extractions[number]


def _show(extraction: Extraction, words: Words) -> None:
    article = article_of(extraction)
    st.html(_heading(extraction, words))
    st.html(legend_html({kind: words.say(f"mark.{kind}") for kind in MARK_KINDS}, words.direction))
    drawn = marks(article, found_in(article), None, words, lambda at: "")
    st.html(article_html(article.text, drawn))
    _tables(article, words)


def _heading(extraction: Extraction, words: Words) -> str:
    """Title and outlet, and where the time of publication was found: what is proposed can be corrected above."""
    document = extraction.document
    title = document.title or words.say("page.untitled")
    details = [document.outlet or "", _published(extraction, words)]
    return heading_html(title, details, document.url, words.say("page.original"), words.direction)


def _published(extraction: Extraction, words: Words) -> str:
    moment = extraction.document.published
    if moment is None:
        return words.say("page.unpublished")
    zone = f"{moment:%z}" if moment.tzinfo else words.say("adding.no_zone")
    shown = wording.left_to_right(f"{moment:%Y-%m-%d %H:%M} {zone}")
    return (
        f"{words.say('page.published', when=shown)} ({words.say(f'adding.from_{extraction.document.published_from}')})"
    )


def _tables(article: Article, words: Words) -> None:
    rows = {
        "article_events": [wording.event_cells(row, words) for row in article.events],
        "article_figures": [wording.figure_cells(row, words) for row in article.figures],
    }
    for key, cells in rows.items():
        st.html(f'<h4 class="title" dir="{words.direction}">{escape(words.say(f"tab.{key}"))}</h4>')
        if not cells:
            st.html(notice_html(words.say(f"empty.{key}"), words.direction))
            continue
        names = [name for name in cells[0] if name not in ("document", "outlet")]
        headings = [words.say(f"column.{name}") for name in names]
        lines = [[row[name] for name in names] for row in cells]
        st.html(plain_table_html(headings, lines, words.say(f"tab.{key}"), words.direction))
