"""The parts that pages are put together from. A part that has nothing to show says what to do."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from dashboard import data, tables
from dashboard.address import TABS, Filters, page_in, tab_in
from dashboard.article import SHAPES, key_html, notice_html
from dashboard.charts import timeline_chart
from dashboard.i18n import Words
from dashboard.layers import CLICK
from dashboard.opening import open_from_chart, rewrite
from dashboard.wording import left_to_right
from timeline.store.database import DatabaseProblem
from timeline.store.views import EventRow

CHART = "timeline_chart"


@contextmanager
def one_line_errors(words: Words) -> Iterator[None]:
    """What is wrong with the database stands in one line where the page would be."""
    try:
        yield
    except DatabaseProblem as problem:
        text = words.say("error.database", reason=left_to_right(str(problem)))
        st.html(notice_html(text, words.direction, role="alert"))


def stop_if_empty(words: Words) -> None:
    """With no article there is nothing to filter; the page ends here with the command that reads some."""
    if data.is_empty():
        text = words.say("empty.database", name=left_to_right(data.database_name()))
        st.html(notice_html(text, words.direction))
        st.code(f"timeline ingest PATH --database {shlex.quote(data.database_option())}", language="shell")
        st.stop()


def events(filters: Filters, words: Words) -> None:
    """The timeline, its table twin, and the events that have no place on it."""
    drawn, number = data.drawn_events(filters), partial(page_in, st.query_params)
    dated, undated = data.dated_events(filters, number("events")), data.undated_events(filters, number("undated"))
    st.html(_counts(drawn, undated, words))
    timeline, table, others = _tabs(words)
    with timeline:
        _timeline(drawn.rows, filters, words)
    with table:
        _table("events", dated, words)
    with others:
        _table("undated", undated, words)


def figures(filters: Filters, words: Words) -> None:
    """Every figure that was reported, as it was reported: nothing is added up."""
    found = data.reported_figures(filters, page_in(st.query_params, "figures"))
    heading, counted = words.say("tab.figures"), words.counted("figures", found.total)
    st.html(f'<h2 class="title" dir="{words.direction}">{heading} <small>{counted}</small></h2>')
    if found.rows:
        tables.figure_table("figures", found, words)
    else:
        _nothing("empty.figures", words)


def _tabs(words: Words) -> Sequence[Any]:
    """The tabs; the one that is open stands in the URL, so that a link out of a table comes back to it."""
    labels = {words.say(f"tab.{name}"): name for name in TABS}
    return st.tabs(
        list(labels),
        key=f"tab_{words.language}",
        default=words.say(f"tab.{tab_in(st.query_params)}"),
        on_change=lambda: _keep_tab(labels[st.session_state[f"tab_{words.language}"]]),
    )


def _keep_tab(name: str) -> None:
    rewrite({"tab": "" if name == TABS[0] else name})


def _timeline(events: Sequence[EventRow], filters: Filters, words: Words) -> None:
    if not events:
        return _nothing("filter.order" if filters.is_backwards else "empty.events", words)
    st.vega_lite_chart(
        timeline_chart(events, words, filters),
        key=CHART,
        width="stretch",
        on_select=lambda: open_from_chart(CHART),
        selection_mode=CLICK,
        alt=words.say("chart.alt"),
    )
    st.html(key_html({shape: words.say(f"chart.{shape}") for shape in SHAPES}, words.direction))
    return None


def _table(key: str, page: data.Page[EventRow], words: Words) -> None:
    if page.rows:
        tables.event_table(key, page, words)
    else:
        _nothing(f"empty.{key}", words)


def _nothing(key: str, words: Words) -> None:
    st.html(notice_html(words.say(key), words.direction))


def _counts(drawn: data.Page[EventRow], undated: data.Page[EventRow], words: Words) -> str:
    """How much there is, and where; if that is more than can be drawn, that it is not all."""
    name = words.say("page.database", name=f"<bdi>{escape(data.database_name())}</bdi>")
    parts = [words.counted("dated_events", drawn.total), words.counted("undated_events", undated.total), name]
    line = " · ".join(parts)
    if drawn.total > len(drawn.rows):
        line += f"<br>{words.say('page.truncated', shown=words.number(len(drawn.rows)))}"
    return f'<p class="counts" dir="{words.direction}">{line}</p>'
