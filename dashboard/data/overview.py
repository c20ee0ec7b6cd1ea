"""What the database holds, in short."""

from __future__ import annotations

import streamlit as st

from dashboard.data.opened import database, version
from timeline.store import queries
from timeline.store.queries import Counts


def counts() -> Counts:
    """The size of the database; what is told twice is counted once."""
    return _counts(version())


@st.cache_data(show_spinner=False, max_entries=4)
def _counts(at: str) -> Counts:
    """Remembered for as long as the database is as it was `at` that version."""
    return queries.counts(database())
