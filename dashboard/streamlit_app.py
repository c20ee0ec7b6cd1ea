"""The frame around every page: `streamlit run dashboard/streamlit_app.py`, or `timeline dashboard`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard import access, frame, pages
from dashboard.i18n import words_asked_for

HERE = Path(__file__).parent
words = words_asked_for(st.query_params)
every = pages.navigation(words)
page = st.navigation(every, position="hidden")

st.set_page_config(page_title=frame.title(page, words), page_icon=HERE / "icon.svg", layout="wide")
for sheet in sorted((HERE / "theme").glob("*.css")):
    st.html(sheet)
st.html(f"<script>{(HERE / 'links.js').read_text('utf-8')}</script>", unsafe_allow_javascript=True)
frame.top(every, page, words)
access.stop_at_the_door(words)
page.run()
