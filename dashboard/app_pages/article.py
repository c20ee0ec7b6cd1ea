"""One article with all that was read in it, and why; without one in the address, the articles to choose from."""

from __future__ import annotations

import streamlit as st

from dashboard import sections
from dashboard.address import opened_in
from dashboard.i18n import words_asked_for
from dashboard.reading.listing import list_articles
from dashboard.reading.page import show

words = words_asked_for(st.query_params)

with sections.one_line_errors(words):
    sections.stop_if_empty(words)
    opened = opened_in(st.query_params)
    if opened is None:
        list_articles(words)
    else:
        show(opened, words)
