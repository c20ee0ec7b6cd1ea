"""The overview: what is in the database, each number a link into the page that shows it."""

from __future__ import annotations

import streamlit as st

from dashboard import overview, sections
from dashboard.i18n import words_asked_for

words = words_asked_for(st.query_params)

with sections.one_line_errors(words):
    sections.stop_if_empty(words)
    overview.holdings(words)
