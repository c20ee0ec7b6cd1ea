"""What there is to review, and what was decided, as rows of text for a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Engine, Select, func, select

from timeline.store.models import EVENT, FIGURE, PLACE, REVIEW, TIME
from timeline.store.opening.database import reading
from timeline.store.reviewing.corrections import ITEMS


@dataclass(frozen=True, slots=True)
class Reviewable:
    """One row: `reference` names it in the other commands, `says` is what was read (or corrected) in short."""

    reference: str
    text: str
    says: str
    reviewed: str | None
    document_id: int


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the log. `before` and `after` are JSON."""

    at: datetime
    who: str
    verdict: str
    item: str
    kind: str
    text: str
    before: str | None
    after: str | None
    why: str | None
    document_id: int


def reviewable(
    engine: Engine, item: str, status: str | None = None, document: int | None = None, limit: int | None = None
) -> list[Reviewable]:
    """Rows of one kind in the order of their articles; `status` "pending" is what nobody has looked at."""
    table = ITEMS[item]
    conditions: list[ColumnElement[bool]] = []
    if status:
        conditions.append(func.coalesce(table.c.reviewed, "pending") == status)
    if document is not None:
        conditions.append(table.c.document_id == document)
    query = _SAYS[item].where(*conditions).order_by(table.c.document_id, table.c.start, table.c.id).limit(limit)
    with reading(engine) as connection:
        return [_row(item, row) for row in connection.execute(query)]


def decisions(engine: Engine, document: int | None = None, limit: int | None = None) -> Iterator[Decision]:
    """The log, latest first."""
    query = select(*(REVIEW.c[name] for name in Decision.__slots__)).order_by(REVIEW.c.id.desc()).limit(limit)
    with reading(engine) as connection:
        for row in connection.execute(query if document is None else query.where(REVIEW.c.document_id == document)):
            yield Decision(*row)


_SAYS: dict[str, Select[Any]] = {
    "event": select(EVENT, PLACE.c.name.label("place")).outerjoin_from(EVENT, PLACE),
    "figure": select(FIGURE),
    "time": select(TIME),
}
_SHOWN = {
    "event": ("type", "place", "status"),
    "figure": ("kind", "low", "high", "qualifier", "scope", "source"),
    "time": ("value", "begin", "end_time"),
}


def _row(item: str, row: Any) -> Reviewable:
    columns = row._mapping
    says = " ".join(f"{name}={'' if columns[name] is None else columns[name]}" for name in _SHOWN[item])
    return Reviewable(f"{item}:{row.id}", row.text, says, row.reviewed, row.document_id)
