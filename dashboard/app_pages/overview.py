"""The overview: what is in the database, each number a link into the page that shows it."""

from __future__ import annotations

import streamlit as st

from dashboard import overview, sections
from dashboard.i18n import words_asked_for

words = words_asked_for(st.query_params)

with sections.one_line_errors(words):
    sections.stop_if_empty(words)
    overview.holdings(words)
    with st.container(key="overview_columns"):
        days, tolls = st.columns(2, gap="large")
    with days:
        overview.last_days(words)
        overview.flagged(words)
    with tolls:
        overview.newest_tolls(words)
        overview.unresolved(words)
