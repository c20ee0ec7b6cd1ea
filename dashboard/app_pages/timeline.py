"""The timeline: events in their lanes, the article of the one that was clicked, every reported figure."""

from __future__ import annotations

import streamlit as st

from dashboard import sections
from dashboard.article_panel import article_panel
from dashboard.filters import filter_row
from dashboard.i18n import words_asked_for

words = words_asked_for(st.query_params)

with sections.one_line_errors(words):
    sections.stop_if_empty(words)
    filters = filter_row(words)
    beside, panel = st.columns([3, 2], gap="medium")
    with beside:
        sections.events(filters, words)
    with panel, st.container(key="article_panel"):
        article_panel(words)
    sections.figures(filters, words)
