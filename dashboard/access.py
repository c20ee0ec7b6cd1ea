"""Who may come in, and what may be done here: a dashboard that others can reach may ask for a name, or only show.

Where `.streamlit/secrets.toml` has a section `[auth]`, Streamlit knows who is logged in; without it nobody is asked.
`[access] allowed = ["@example.org", "someone@example.net"]` names who of them may come in.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from typing import Any

import streamlit as st

from dashboard.article import notice_html
from dashboard.i18n import Words
from timeline.commands.dashboard import READ_ONLY


def is_read_only() -> bool:
    """`timeline dashboard --read-only`, or TIMELINE_READ_ONLY=1: nothing is reviewed or added."""
    return os.environ.get(READ_ONLY, "").strip().lower() not in {"", "0", "false", "no"}


def stop_at_the_door(words: Words) -> None:
    """Ends the page for who is not logged in, or not expected; does nothing where nobody is asked."""
    user: Mapping[str, Any] = st.user
    if "is_logged_in" not in user:
        return
    if not user["is_logged_in"]:
        st.html(notice_html(words.say("access.ask"), words.direction))
        st.button(words.say("access.log_in"), on_click=st.login, type="primary")
    elif not is_expected(user, st.secrets.get("access", {}).get("allowed", ())):
        st.html(notice_html(words.say("access.refused", who=str(user.get("email", ""))), words.direction, role="alert"))
        st.button(words.say("access.log_out"), on_click=st.logout)
    else:
        return
    st.stop()


def is_expected(user: Mapping[str, Any], allowed: Collection[str]) -> bool:
    """Whether a verified address of theirs is among those allowed, whole or by its domain; no list allows everyone."""
    email = str(user.get("email") or "").lower()
    verified = str(user.get("email_verified", True)).lower() != "false"
    names = {each.lower() for each in allowed}
    return not names or (verified and bool(email) and (email in names or email[email.rfind("@") :] in names))
