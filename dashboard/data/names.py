"""The names that the filters offer: of places, outlets and claimants, the most frequent first."""

from __future__ import annotations

import streamlit as st
from sqlalchemy import Select, func, select

from dashboard.data.opened import database, version
from timeline.store.models import CATEGORY, DOCUMENT, EVENT, FIGURE, PLACE, SOURCE
from timeline.store.opening.database import reading

OFFERED = 300  # of one filter: who means another name writes it

_QUERIES: dict[str, Select[tuple[str]]] = {
    "places": select(PLACE.c.name).join(EVENT, EVENT.c.place_id == PLACE.c.id).group_by(PLACE.c.name),
    "outlets": select(SOURCE.c.name).join(DOCUMENT, DOCUMENT.c.source_id == SOURCE.c.id).group_by(SOURCE.c.name),
    "claimants": select(FIGURE.c.source).where(FIGURE.c.source.is_not(None)).group_by(FIGURE.c.source),
    "categories": select(CATEGORY.c.category).group_by(CATEGORY.c.category),
}


def names_of(field: str) -> list[str]:
    """The names or codes that the database has for a filter, such as `places`."""
    return _names(field, version())


@st.cache_data(show_spinner=False, max_entries=16)
def _names(field: str, at: str) -> list[str]:
    """Remembered for as long as the database is as it was `at` that version."""
    query = _QUERIES[field]
    name = query.selected_columns[0]
    with reading(database()) as connection:
        return list(connection.scalars(query.order_by(func.count().desc(), name).limit(OFFERED)))
