"""Who reviews: the one who is logged in; else the name that they give, at first that of the environment."""

from __future__ import annotations

import getpass
import os

import streamlit as st

from dashboard.i18n import Words

_KEY, _KEPT = "reviewer", "reviewer_kept"  # a widget's own state ends where it is not shown


def ask_for_name(words: Words) -> None:
    """The field for the name, where nobody is logged in."""
    if _logged_in():
        return
    if _KEY not in st.session_state:
        st.session_state[_KEY] = st.session_state.get(_KEPT) or os.environ.get("TIMELINE_REVIEWER") or _of_the_system()
    st.text_input(words.say("reviewing.who"), key=_KEY, max_chars=100, on_change=_keep)


def name() -> str:
    """The name under which a decision is written; empty where none was given."""
    return _logged_in() or str(st.session_state.get(_KEY, "")).strip()


def _keep() -> None:
    st.session_state[_KEPT] = st.session_state[_KEY]


def _logged_in() -> str:
    """The address, or the name, by which the provider of identities knows the reader; empty where there is none."""
    known = st.user.to_dict()
    return str(known.get("email") or known.get("name") or "") if known.get("is_logged_in") else ""


def _of_the_system() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
