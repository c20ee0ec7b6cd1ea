"""Loads the grammar before it is asked for: the first click on a mark need not wait for it."""

from __future__ import annotations

from threading import Thread

import streamlit as st

from timeline.pipeline import read_article
from timeline.values import Document


@st.cache_resource(show_spinner=False)
def warm_up() -> None:
    """Once for the server, in a thread of its own, while the reader looks at the page."""
    Thread(target=read_article, args=(Document("", "نص"),), name="grammar", daemon=True).start()
