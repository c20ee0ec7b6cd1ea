"""Review: what was read is accepted, corrected or rejected, one thing after the other."""

from __future__ import annotations

import streamlit as st

from dashboard import sections
from dashboard.i18n import words_asked_for
from dashboard.review.page import show

words = words_asked_for(st.query_params)

with sections.one_line_errors(words):
    sections.stop_if_empty(words)
    show(words)
