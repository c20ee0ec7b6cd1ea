"""SQLite changes a table by copying it. Views and triggers would hinder that, or get lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op

_ASIDE = "SELECT type, name, sql FROM sqlite_master WHERE type IN ('view', 'trigger')"


@contextmanager
def views_aside() -> Iterator[None]:
    """Takes the views and triggers of SQLite away and puts them back as they were; PostgreSQL needs no such thing."""
    connection = op.get_bind()
    lite = connection.dialect.name == "sqlite"
    aside = connection.execute(sa.text(_ASIDE)).all() if lite else []
    for kind, name, _ in aside:
        op.execute(f"DROP {kind} {name}")
    yield
    for _, _, definition in aside:
        connection.exec_driver_sql(definition)
