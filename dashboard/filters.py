"""The row of filters. The URL is their only memory: it seeds every widget, and every change is written to it."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from dashboard import data
from dashboard.address import (
    ALL,
    CODES,
    EARLIEST,
    LATEST,
    NAMES,
    PAGES,
    PARAMETERS,
    Filters,
    filters_in,
    parameter,
)
from dashboard.article import notice_html
from dashboard.exporting import export_button
from dashboard.i18n import Words
from dashboard.opening import query, rewrite

# Other filters, other rows: the tables begin again.
_FIRST_PAGES = dict.fromkeys(PAGES.values(), "")
# field -> the section of its words
_CODES = {"types": "type", "kinds": "kind", "statuses": "status", "reviews": "review", "categories": "category"}
_MORE = ("categories", "places", "claimants", "outlets", "statuses", "reviews")


def filter_row(words: Words, what: str = "events") -> Filters:
    """Shows the filters and returns what they are set to; an export has the rows of `what` unless told otherwise.

    Where the first day is after the last one, the page ends here and says so.
    """
    filters = filters_in(query())
    _seed(filters)
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        _day("first_day", words)
        _day("last_day", words)
        _choice("types", words)
        _choice("kinds", words)
        _words(words)
        with st.popover(_more(filters, words), icon=":material/tune:", width="content"):
            for field in _MORE:
                _choice(field, words)
        export_button(filters, words, what)
        clear = words.say("filter.clear")
        st.button(clear, on_click=_clear, type="tertiary", disabled=filters == ALL, key="clear_filters")
    if filters.is_backwards:
        st.html(notice_html(words.say("filter.order"), words.direction))
        st.stop()
    return filters


def _more(filters: Filters, words: Words) -> str:
    """The name of the other filters, and how many of them are set."""
    number = sum(bool(getattr(filters, field)) for field in _MORE)
    return words.say("filter.more") + (f" ({words.number(number)})" if number else "")


def _seed(filters: Filters) -> None:
    for field in (*CODES, *NAMES, "first_day", "last_day", "words"):
        value = getattr(filters, field)
        st.session_state[field] = list(value) if isinstance(value, tuple) else value


def _day(field: str, words: Words) -> None:
    st.date_input(
        words.say(f"filter.{field}"),
        key=field,
        format="YYYY-MM-DD",
        min_value=EARLIEST,
        max_value=LATEST,
        on_change=_keep,
        args=(field,),
        width=165,  # with room for the button that clears it
    )


def _words(words: Words) -> None:
    label, placeholder = words.say("filter.words"), words.say("filter.words_in")
    st.text_input(label, key="words", placeholder=placeholder, on_change=_keep, args=("words",), width=200)


def _choice(field: str, words: Words) -> None:
    """Codes by their names, or names as they stand in the articles; a name may also be written."""
    section = _CODES.get(field)
    st.multiselect(
        words.say(f"filter.{field}"),
        _options(field),
        format_func=lambda code: _named(section, code, words),
        key=field,
        placeholder=words.say("filter.any"),
        accept_new_options=section is None,
        on_change=_keep,
        args=(field,),
    )


def _options(field: str) -> list[str]:
    known: Iterable[str] = CODES.get(field) or data.names_of(field)
    return list(dict.fromkeys([*known, *st.session_state[field]]))


def _named(section: str | None, code: str, words: Words) -> str:
    if section == "category":
        return words.category(code)
    return words.name(section, code) if section else code


def _keep(field: str) -> None:
    rewrite(_FIRST_PAGES | {PARAMETERS[field]: parameter(field, st.session_state[field])})


def _clear() -> None:
    rewrite(_FIRST_PAGES | dict.fromkeys(PARAMETERS.values(), ""))
