"""The fields of the page: what to read, and when it was published where it does not say so itself."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import available_timezones

import streamlit as st

from dashboard.adding.inputs import Pasted, read_files, read_pasted
from dashboard.adding.urls import read_urls
from dashboard.i18n import Words
from timeline.sources import Given, read_given
from timeline.sources.inputs import Item

WAYS = ("text", "files", "addresses")
LONGEST = 1_000_000  # letters of a pasted text
# Those of the places that Arabic wires write from, before the six hundred others.
NEAR = tuple(
    """
    Asia/Gaza Asia/Jerusalem Asia/Beirut Asia/Damascus Asia/Amman Asia/Baghdad Asia/Riyadh Asia/Aden Asia/Qatar
    Asia/Dubai Asia/Kuwait Africa/Cairo Africa/Khartoum Africa/Tripoli Africa/Tunis Africa/Algiers Africa/Casablanca
    UTC
    """.split()
)


def ask_what(words: Words) -> str:
    """Which way the articles come in; the fields of that way."""
    label = words.say("adding.way")
    way = st.segmented_control(
        label, WAYS, default=WAYS[0], format_func=lambda code: words.say(f"adding.{code}"), key="add_way", required=True
    )
    if way == "files":
        st.file_uploader(words.say("adding.drop"), accept_multiple_files=True, key="add_files")
    elif way == "addresses":
        st.text_area(words.say("adding.one_a_line"), key="add_urls", placeholder="https://…", max_chars=20_000)
    else:
        _ask_text(words)
    return str(way)


def ask_when(words: Words) -> None:
    """The time and the zone of publication, for articles that have none of their own."""
    with st.container(horizontal=True):
        label, note = words.say("adding.published"), words.say("adding.published_help")
        st.text_input(label, key="add_published", placeholder="2023-05-10 20:15", help=note, max_chars=100)
        zones = [*NEAR, *sorted(available_timezones() - set(NEAR))]
        label, note = words.say("adding.zone"), words.say("adding.zone_help")
        st.selectbox(label, zones, None, key="add_zone", placeholder=words.say("adding.no_zone"), help=note)


def given() -> Given:
    """What was said about the publication. Raises SourceProblem."""
    published = str(st.session_state.get("add_published") or "").strip()
    return read_given(published or None, st.session_state.get("add_zone"))


def items(way: str, known: Given) -> Iterator[Item]:
    """The documents in what was given."""
    state = st.session_state
    if way == "files":
        return read_files(((file.name, file.getvalue()) for file in state.get("add_files") or ()), known)
    if way == "addresses":
        return read_urls(str(state.get("add_urls") or ""), known)
    parts = {name: str(state.get(f"add_{name}") or "") for name in ("text", "title", "outlet", "url")}
    return read_pasted(Pasted(**parts), known)


def is_given(way: str) -> bool:
    """Whether there is anything to read."""
    key = {"text": "add_text", "files": "add_files", "addresses": "add_urls"}[way]
    value = st.session_state.get(key)
    return bool(value.strip() if isinstance(value, str) else value)


def _ask_text(words: Words) -> None:
    st.text_area(words.say("adding.paste"), key="add_text", height=220, max_chars=LONGEST)
    with st.container(horizontal=True):
        for name in ("title", "outlet", "url"):
            st.text_input(words.say(f"adding.{name}"), key=f"add_{name}", max_chars=1_000)
