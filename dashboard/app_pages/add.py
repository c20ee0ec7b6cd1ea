"""Add documents: a text, files or addresses are read, shown, and stored when that is asked for."""

from __future__ import annotations

import streamlit as st

from dashboard import sections
from dashboard.adding.page import show
from dashboard.i18n import words_asked_for

words = words_asked_for(st.query_params)

with sections.one_line_errors(words):
    show(words)
