"""The parts of the overview."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard import data
from dashboard.i18n import Words
from dashboard.opening import address_of_page


def holdings(words: Words) -> None:
    """How much there is of everything."""
    counts = data.counts()
    tiles = {
        "documents": (counts.documents, address_of_page("timeline")),
        "events": (counts.events, address_of_page("timeline")),
        "figures": (counts.figures, address_of_page("timeline")),
        "undated_events": (counts.undated_events, address_of_page("timeline", tab="undated")),
    }
    shown = "".join(
        f'<a class="tile" href="{escape(address)}"><b>{words.number(number)}</b> {words.say(f"overview.{name}")}</a>'
        for name, (number, address) in tiles.items()
    )
    st.html(f'<div class="tiles" dir="{words.direction}">{shown}</div>')
