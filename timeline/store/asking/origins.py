"""What articles are called that have no title."""

from __future__ import annotations

from sqlalchemy import Engine, select

from timeline.store.models import DOCUMENT
from timeline.store.opening.database import reading


def given_ids(engine: Engine) -> dict[int, str]:
    """Number of each document -> the id that it came with."""
    with reading(engine) as connection:
        rows = connection.execute(select(DOCUMENT.c.id, DOCUMENT.c.given_id))
        return {row.id: row.given_id for row in rows}
