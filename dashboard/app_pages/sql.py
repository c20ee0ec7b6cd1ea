"""SQL: read-only queries over the public views."""

from __future__ import annotations

import streamlit as st

from dashboard import sections
from dashboard.i18n import words_asked_for
from dashboard.sql.page import show

words = words_asked_for(st.query_params)

with sections.one_line_errors(words):
    show(words)
