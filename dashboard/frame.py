"""What stands above every page: the menu, the language switch, the title."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.address import SHARED
from dashboard.i18n import LANGUAGES, Words
from dashboard.opening import query, rewrite


def title(page: st.Page, words: Words) -> str:
    """As the browser shows it: "Tolls · Event timeline"."""
    return f"{page.title} · {words.say('page.title')}"


def top(pages: Sequence[st.Page], page: st.Page, words: Words) -> None:
    """Links to the other pages, which take the filters and the language along."""
    st.html(f'<span class="interface" dir="{words.direction}" lang="{words.language}"></span>')
    kept = {name: values for name, values in query().items() if name in SHARED}
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="top"):
        with st.container(horizontal=True, width="content", key="menu", gap="xxsmall"):
            for each in pages:
                st.page_link(each, query_params=kept)
        _language_switch(words)
    st.html(f'<h1 class="title" dir="{words.direction}">{page.title}</h1>')


def _language_switch(words: Words) -> None:
    st.session_state["lang"] = words.language
    st.segmented_control(
        words.say("page.language"),
        list(LANGUAGES),
        format_func=LANGUAGES.__getitem__,
        key="lang",
        required=True,
        on_change=_keep_language,
        label_visibility="collapsed",
    )


def _keep_language() -> None:
    rewrite({"lang": "en" if st.session_state["lang"] == "en" else ""})
