"""The pages, in the order of the menu."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.access import is_read_only
from dashboard.i18n import Words

HERE = Path(__file__).parent / "app_pages"

# Each is `app_pages/NAME.py`, has NAME as its address, and its title under `[menu]`; the first is at the plain address.
NAMES = ("overview", "timeline", "tolls", "map", "article", "review", "sql", "add")
WRITING = frozenset({"review", "add"})  # these are not there where nothing may be written


def shown() -> list[str]:
    """The names of the pages that this dashboard has."""
    return [name for name in NAMES if not (name in WRITING and is_read_only())]


def navigation(words: Words) -> list[st.Page]:
    """What `st.navigation` takes."""
    return [st.Page(HERE / f"{name}.py", title=words.say(f"menu.{name}"), default=name == NAMES[0]) for name in shown()]


def address(name: str) -> str:
    """`/timeline`; of the first page `/`."""
    return "/" if name == NAMES[0] else f"/{name}"
