"""The database that the dashboard looks at: opened once for all sessions, read and never written here."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from sqlalchemy import Engine, select, text

from timeline.store.models import DOCUMENT
from timeline.store.opening.database import database_url, open_database, reading
from timeline.store.opening.passwords import without_passwords


def database() -> Engine:
    """The database of this process, by `--database` or `TIMELINE_DATABASE_URL`. Raises `DatabaseProblem`."""
    return _opened(database_url())


def is_empty() -> bool:
    """Nothing has been read into the database yet."""
    with reading(database()) as connection:
        return connection.scalar(select(DOCUMENT.c.id).limit(1)) is None


def database_name() -> str:
    """The name of the file, without its folders; on a server, the name of the database."""
    return Path(database().url.database or "").name


def database_option() -> str:
    """What `--database` takes to mean this database; a password is not repeated."""
    return without_passwords(database_url())


def version() -> str:
    """Another text whenever something was written: what is remembered for one of them holds for as long as it lasts."""
    url = database().url
    if url.get_backend_name() == "sqlite":
        return f"{url} {[_written(Path(f'{url.database}{suffix}')) for suffix in ('', '-wal')]}"
    with reading(database()) as connection:
        return f"{url} {connection.scalar(text('SELECT pg_current_snapshot()::text'))}"


@st.cache_resource(show_spinner=False)
def _opened(url: str) -> Engine:
    return open_database(url)


def _written(path: Path) -> tuple[int, int] | None:
    """When it was last written to, and its size."""
    try:
        known = path.stat()
    except OSError:
        return None
    return known.st_mtime_ns, known.st_size
