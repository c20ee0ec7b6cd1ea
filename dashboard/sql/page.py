"""The query in the address is shown, and run in the sandbox: read-only, for two seconds, on the public views."""

from __future__ import annotations

from urllib.parse import quote

import streamlit as st

from dashboard import data
from dashboard.article import notice_html
from dashboard.i18n import Words
from dashboard.opening import rewrite
from dashboard.problems import said
from dashboard.sql.answer import show_answer
from dashboard.sql.beside import show_examples, show_schema
from timeline.sql import QueryProblem

LONGEST_LINK = 8_000  # letters of an address; servers and mail programs cut or refuse longer ones


def show(words: Words) -> None:
    """The query with its answer, and beside it what can be asked."""
    asked = st.query_params.get("q", "")
    left, right = st.columns([3, 1], gap="medium")
    with left:
        _form(asked, words)
        if asked.strip():
            _answer(asked, words)
        else:
            data.get_ready()
            st.html(notice_html(words.say("sql.begin"), words.direction))
    with right, st.container(key="schema"):
        show_examples(words)
        show_schema(words)


def _form(asked: str, words: Words) -> None:
    # Under another key for another query: what the address says is what the field says.
    key = f"sql {asked}"
    with st.form("sql_form", border=False):
        st.text_area(words.say("sql.query"), asked, height=190, key=key, placeholder="SELECT …")
        st.form_submit_button(words.say("sql.run"), type="primary", on_click=_run, args=(key,), shortcut="Ctrl+Enter")
    if len(quote(asked)) > LONGEST_LINK:
        st.html(f'<p class="counts" dir="{words.direction}">{words.say("sql.long")}</p>')


def _run(key: str) -> None:
    rewrite({"q": st.session_state[key].strip(), "x": "", "y": "", "answer_page": ""})


def _answer(asked: str, words: Words) -> None:
    try:
        result = data.ask(asked)
    except QueryProblem as problem:
        st.html(notice_html(said(problem, words), words.direction, role="alert"))
        return
    show_answer(result, words)
