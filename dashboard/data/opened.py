"""The database that the dashboard looks at: opened once for all sessions, read and never written here."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from sqlalchemy import Engine, make_url

from timeline.store import queries
from timeline.store.database import database_url, open_database


def database() -> Engine:
    """The database of this process, by `--database` or `TIMELINE_DATABASE_URL`. Raises `DatabaseProblem`."""
    return _opened(database_url())


def is_empty() -> bool:
    """Nothing has been read into the database yet."""
    return queries.counts(database()).documents == 0


def database_name() -> str:
    """The name of the file, without its folders; on a server, the name of the database."""
    return Path(database().url.database or "").name


def database_option() -> str:
    """What `--database` takes to mean this database; a password is not repeated."""
    given = database_url()
    return make_url(given).render_as_string() if "://" in given else given


@st.cache_resource(show_spinner=False)
def _opened(url: str) -> Engine:
    return open_database(url)
