"""The timeline: events in their lanes, the card of the one that was clicked, and the tables."""

from __future__ import annotations

import streamlit as st

from dashboard import sections
from dashboard.filters import filter_row
from dashboard.i18n import words_asked_for
from dashboard.lanes import page

words = words_asked_for(st.query_params)

with sections.one_line_errors(words):
    sections.stop_if_empty(words)
    page.show(filter_row(words, page.rows_of_tab()), words)
