"""Beside the query: queries to begin with, and every view with its columns."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard.i18n import Words
from dashboard.opening import query
from dashboard.sql.examples import of_views, saved
from timeline.store.views.schema import PUBLIC, Column, Table

_ASKED = ("q", "x", "y", "tab", "answer_page")


def show_examples(words: Words) -> None:
    """Each a link that asks the query."""
    links = "".join(f"<li>{_link(query, words.say(f'sql_examples.{name}'))}</li>" for name, query in saved().items())
    heading = f'<h4 class="title" dir="{words.direction}">{words.say("sql.examples")}</h4>'
    st.html(f'{heading}<ul class="listing" dir="{words.direction}">{links}</ul>')


def show_schema(words: Words) -> None:
    """A drawer for each view. What its columns mean is said in English, as in docs/schema.md."""
    st.html(f'<h4 class="title" dir="{words.direction}">{words.say("sql.schema")}</h4>')
    for table in PUBLIC.values():
        name = table.view.name
        with st.expander(name):
            st.html(_view_html(table, words, _link(of_views()[name], words.say("sql.example"))))


def _link(asked: str, text: str) -> str:
    kept = {name: values for name, values in query().items() if name not in _ASKED}
    return f'<a href="?{escape(urlencode(kept | {"q": [asked]}, doseq=True))}">{escape(text)}</a>'


def _view_html(table: Table, words: Words, link: str) -> str:
    rows = "".join(map(_column_html, table.columns))
    about = f'<p dir="ltr">{escape(table.rows_are)}</p><p class="ways" dir="{words.direction}">{link}</p>'
    return f'{about}<dl class="schema" dir="ltr">{rows}</dl>'


def _column_html(column: Column) -> str:
    kind = f"{column.type}?" if column.optional else column.type
    return f"<dt><code>{escape(column.name)}</code> <small>{kind}</small></dt><dd>{escape(column.description)}</dd>"
