"""The parts that pages are put together from. A part that has nothing to show says what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from dashboard import data, tables
from dashboard.address import Filters
from dashboard.article import notice_html
from dashboard.charts import timeline_chart
from dashboard.filters import language_switch
from dashboard.i18n import Words
from dashboard.layers import CLICK
from dashboard.opening import open_from_chart
from dashboard.wording import left_to_right
from timeline.store.database import DatabaseProblem
from timeline.store.views import EventRow

CHART = "timeline_chart"
FIRST_COMMAND = "timeline ingest examples/"


@contextmanager
def one_line_errors(words: Words) -> Iterator[None]:
    """What is wrong with the database stands in one line where the page would be."""
    try:
        yield
    except DatabaseProblem as problem:
        text = words.say("error.database", reason=left_to_right(str(problem)))
        st.html(notice_html(text, words.direction, role="alert"))


def title_row(words: Words) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.html(f'<h1 class="title" dir="{words.direction}">{words.say("page.title")}</h1>', width="content")
        language_switch(words)


def stop_if_empty(words: Words) -> None:
    """With no article there is nothing to filter; the page ends here with the command that reads some."""
    if data.is_empty():
        st.html(notice_html(words.say("empty.database"), words.direction))
        st.code(FIRST_COMMAND, language="shell")
        st.stop()


def events(filters: Filters, words: Words) -> None:
    """The timeline, its table twin, and the events that have no place on it."""
    dated, undated = data.dated_events(filters), data.undated_events(filters)
    st.html(_counts(dated, undated, words))
    timeline, table, others = st.tabs([words.say(f"tab.{name}") for name in ("timeline", "events", "undated")])
    with timeline:
        _timeline(dated[: data.MOST_MARKS], filters, words)
    with table:
        _table("events", dated[: data.MOST_ROWS], "empty.events", words)
    with others:
        _table("undated", undated, "empty.undated", words)


def figures(filters: Filters, words: Words) -> None:
    """Every figure that was reported, as it was reported: nothing is added up."""
    st.html(f'<h2 class="title" dir="{words.direction}">{words.say("tab.figures")}</h2>')
    found = data.reported_figures(filters)
    if found:
        tables.figure_table("figures", found, words)
    else:
        _nothing("empty.figures", words)


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
    return None


def _table(key: str, events: Sequence[EventRow], empty: str, words: Words) -> None:
    if events:
        tables.event_table(key, events, words)
    else:
        _nothing(empty, words)


def _nothing(key: str, words: Words) -> None:
    st.html(notice_html(words.say(key), words.direction))


def _counts(dated: Sequence[EventRow], undated: Sequence[EventRow], words: Words) -> str:
    """How much there is; and where there is more than can be drawn, that it is not all."""
    shown = min(len(dated), data.MOST_MARKS)
    line = words.say("page.count", events=words.number(shown), undated=words.number(len(undated)))
    if len(dated) > data.MOST_MARKS:
        line = words.say("page.truncated", shown=words.number(shown))
    return f'<p class="counts" dir="{words.direction}">{line}</p>'
