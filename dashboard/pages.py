"""The pages, in the order of the menu."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.i18n import Words

HERE = Path(__file__).parent / "app_pages"

# Each is `app_pages/NAME.py`, has NAME as its address, and its title under `[menu]`.
NAMES = ("timeline",)


def navigation(words: Words) -> list[st.Page]:
    """What `st.navigation` takes; the first page has the plain address."""
    return [st.Page(HERE / f"{name}.py", title=words.say(f"menu.{name}"), default=name == NAMES[0]) for name in NAMES]
