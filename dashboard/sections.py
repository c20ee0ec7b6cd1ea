"""The parts that pages are put together from. A part that has nothing to show says what to do."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

import streamlit as st

from dashboard import data, pages
from dashboard.article import notice_html
from dashboard.i18n import Words
from dashboard.opening import address_of_page
from dashboard.wording import left_to_right
from timeline.store.opening.database import DatabaseProblem

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
        if "add" in pages.shown():
            link = f'<a href="{escape(address_of_page("add"))}">{escape(words.say("empty.add"))}</a>'
            st.html(f'<p class="ways" dir="{words.direction}">{link}</p>')
        st.stop()
