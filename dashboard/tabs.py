"""Tabs of which the open one stands in the URL, so that a link out of one comes back to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.opening import rewrite

TAB = "tab"  # in the URL


def tabs(labels: Mapping[str, str], key: str) -> Sequence[Any]:
    """One tab for each name, under its label; the first is open where the URL names none of them."""
    names = {label: name for name, label in labels.items()}
    first = next(iter(labels))

    def keep() -> None:
        name = names.get(st.session_state[key], first)
        rewrite({TAB: "" if name == first else name})

    opened = labels.get(st.query_params.get(TAB, ""), labels[first])
    return st.tabs(list(names), key=key, default=opened, on_change=keep)
