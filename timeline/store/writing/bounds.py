"""Events and figures have the bounds of their times in their own rows: here they follow them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, ScalarSelect, Table, func, select, update

from timeline.store.models import EVENT, FIGURE, TIME
from timeline.store.writing.recognise import pieces


def follow_times(connection: Connection, documents: Iterable[int]) -> None:
    """Gives the events and figures of the documents the bounds that their times have now; a rejected time has none."""
    for some in pieces(sorted(documents)):
        for table in (EVENT, FIGURE):
            bounds = {name: _bound(table, name) for name in ("begin", "end_time")}
            connection.execute(update(table).where(table.c.document_id.in_(some)).values(bounds))


def _bound(table: Table, name: str) -> ScalarSelect[str]:
    kept = func.coalesce(TIME.c.reviewed, "") != "rejected"
    return select(TIME.c[name]).where(TIME.c.id == table.c.time_id, kept).scalar_subquery()
