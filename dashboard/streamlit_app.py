"""The frame around every page: `streamlit run dashboard/streamlit_app.py`, or `timeline dashboard`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard import filters, pages

HERE = Path(__file__).parent
words = filters.words_asked_for()

st.set_page_config(page_title=words.say("page.title"), page_icon=HERE / "icon.svg", layout="wide")
for sheet in sorted((HERE / "theme").glob("*.css")):
    st.html(sheet)
st.html(f'<span class="interface" dir="{words.direction}" lang="{words.language}"></span>')

page = st.navigation(pages.navigation(words), position="top")
page.run()
