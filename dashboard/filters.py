"""The row of filters. The URL is their only memory: it seeds every widget, and every change is written to it."""

from __future__ import annotations

import streamlit as st

from dashboard.address import ALL, EARLIEST, KINDS, LATEST, PAGES, PARAMETERS, Filters, filters_in, parameter
from dashboard.i18n import LANGUAGES, Words, language_of
from dashboard.lanes import TYPES
from dashboard.opening import rewrite

# Other filters, other rows: the tables begin again.
_FIRST_PAGES = dict.fromkeys(PAGES.values(), "")


def words_asked_for() -> Words:
    """The words of the language that the URL asks for."""
    return Words(language_of(st.query_params.get("lang")))


def language_switch(words: Words) -> None:
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


def filter_row(words: Words) -> Filters:
    """Shows the filters and returns what they are set to."""
    filters = filters_in(st.query_params)
    _seed(filters)
    columns = st.columns([2, 2, 4, 4, 2], vertical_alignment="bottom")
    with columns[0]:
        _day_input("first_day", words.say("filter.begin"))
    with columns[1]:
        _day_input("last_day", words.say("filter.end"))
    with columns[2]:
        _choice("types", words, "type", TYPES)
    with columns[3]:
        _choice("kinds", words, "kind", KINDS)
    columns[4].button(words.say("filter.clear"), on_click=_clear, width="stretch", disabled=filters == ALL)
    return filters


def _seed(filters: Filters) -> None:
    for name in PARAMETERS:
        value = getattr(filters, name)
        st.session_state[name] = list(value) if isinstance(value, tuple) else value


def _day_input(name: str, label: str) -> None:
    st.date_input(
        label,
        key=name,
        format="YYYY-MM-DD",
        min_value=EARLIEST,
        max_value=LATEST,
        on_change=_keep,
        args=(name,),
    )


def _choice(name: str, words: Words, section: str, codes: list[str] | tuple[str, ...]) -> None:
    st.multiselect(
        words.say(f"filter.{name}"),
        codes,
        format_func=lambda code: words.name(section, code),
        key=name,
        placeholder=words.say("filter.any"),
        on_change=_keep,
        args=(name,),
    )


def _keep(name: str) -> None:
    rewrite(_FIRST_PAGES | {PARAMETERS[name]: parameter(st.session_state[name])})


def _keep_language() -> None:
    rewrite({"lang": "en" if st.session_state["lang"] == "en" else ""})


def _clear() -> None:
    rewrite(_FIRST_PAGES | dict.fromkeys(PARAMETERS.values(), ""))
