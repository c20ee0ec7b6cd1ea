"""What waits for a reviewer, what was decided about it, and the decision itself.

Articles that repeat another one are passed over: what they say is reviewed there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Table, TableClause, func, select

from dashboard.data.opened import database
from dashboard.data.pages import PAGE_ROWS, Page, first_row
from dashboard.data.queues import wanted
from timeline.store.asking.filtered import snapshot
from timeline.store.asking.filters import ALL, Filters, conditions
from timeline.store.models import DOCUMENT, EVENT, FIGURE, PLACE, REVIEW, SOURCE, TIME, Item, Verdict
from timeline.store.opening.database import reading
from timeline.store.reviewing.corrections import ITEMS, shown
from timeline.store.reviewing.reviewable import Decision
from timeline.store.reviewing.reviews import Changes, Reference
from timeline.store.reviewing.reviews import review as write_review
from timeline.store.storable import Columns
from timeline.store.views.rows import DOCUMENTS, REPORTED_FIGURES, TIMELINE_EVENTS
from timeline.store.views.schema import What

STATES = ("pending", "accepted", "corrected", "rejected")

_Condition = ColumnElement[bool]
_CODES = {"figure": FIGURE.c.kind, "event": EVENT.c.type, "time": TIME.c.type}
_VIEWS: dict[Item, tuple[What, TableClause]] = {
    "figure": ("figures", REPORTED_FIGURES),
    "event": ("events", TIMELINE_EVENTS),
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row of the queue. `code` is the kind of a figure or the type of an event or time; `place` of an event."""

    reference: Reference
    text: str
    code: str
    low: int | None
    high: int | None
    value: str | None
    place: str | None
    confidence: float | None
    reviewed: str | None
    document_id: int
    start: int
    end: int
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One thing to review: its columns that can be corrected, and every decision about it."""

    waiting: Waiting
    columns: Columns
    decisions: tuple[Decision, ...]


def queue(item: Item, order: str, state: str, filters: Filters, number: int = 1) -> Page[Waiting]:
    """One page of what waits, in its order."""
    chosen = [*wanted(item, order), *_in_state(item, state), *_filtered(item, state, filters)]
    where = [*chosen, DOCUMENT.c.copy_of.is_(None)]
    with snapshot(database()) as connection:
        total = connection.scalar(select(func.count()).select_from(_joined(item)).where(*where)) or 0
        first = first_row(number, total)
        query = _selected(item).where(*where).order_by(*_ordered(item, order)).limit(PAGE_ROWS).offset(first)
        return Page([_waiting(item, row) for row in connection.execute(query)], total, first)


def reviewed(reference: Reference) -> Reviewed | None:
    """One thing as it is now, with every decision about it, the latest first; None where it is no more."""
    table = ITEMS[reference.item]
    with reading(database()) as connection:
        found = connection.execute(_selected(reference.item).where(table.c.id == reference.id)).first()
        if found is None:
            return None
        row = connection.execute(select(table).where(table.c.id == reference.id)).one()
        columns = shown(connection, reference.item, row)
        log = select(*(REVIEW.c[name] for name in Decision.__slots__)).where(*_about(reference.item, row))
        decided = tuple(Decision(*each) for each in connection.execute(log.order_by(REVIEW.c.id.desc())))
    return Reviewed(_waiting(reference.item, found), columns, decided)


def decisions(number: int = 1) -> Page[Decision]:
    """One page of the log of all that was decided, the latest first."""
    columns = [REVIEW.c[name] for name in Decision.__slots__]
    with reading(database()) as connection:
        total = connection.scalar(select(func.count()).select_from(REVIEW)) or 0
        first = first_row(number, total)
        rows = connection.execute(select(*columns).order_by(REVIEW.c.id.desc()).limit(PAGE_ROWS).offset(first))
        return Page([Decision(*row) for row in rows], total, first)


def decide(reference: Reference, verdict: Verdict, changes: dict[str, str], *, who: str, why: str) -> Changes:
    """Writes a decision, of now. Raises `ReviewProblem` and `DatabaseProblem`."""
    return write_review(database(), reference, verdict, changes, who=who, at=datetime.now(UTC), why=why.strip() or None)


def _in_state(item: Item, state: str) -> list[_Condition]:
    return [func.coalesce(ITEMS[item].c.reviewed, "pending") == state]


def _filtered(item: Item, state: str, filters: Filters) -> list[_Condition]:
    """The rows that the filters leave; of times and what was rejected, which no view has, all of such articles."""
    filters = replace(filters, reviews=())  # the state says it
    if filters == ALL:
        return []
    if item != "time" and state != "rejected":
        what, view = _VIEWS[item]
        return [ITEMS[item].c.id.in_(select(view.c.id).where(*conditions(what, filters)))]
    return [DOCUMENT.c.id.in_(select(DOCUMENTS.c.id).where(*conditions("documents", filters)))]


def _ordered(item: Item, order: str) -> list[ColumnElement[Any]]:
    table = ITEMS[item]
    newest = [DOCUMENT.c.published_utc.desc().nulls_last(), table.c.document_id.desc(), table.c.start, table.c.id]
    return [TIME.c.confidence.nulls_last(), *newest] if order == "unsure" else newest


def _joined(item: Item) -> Any:
    table = ITEMS[item]
    joined = table.join(DOCUMENT, DOCUMENT.c.id == table.c.document_id)
    if item != "time":
        joined = joined.outerjoin(TIME, TIME.c.id == table.c.time_id).outerjoin(PLACE, PLACE.c.id == table.c.place_id)
    return joined.outerjoin(SOURCE, SOURCE.c.id == DOCUMENT.c.source_id)


def _selected(item: Item) -> Select[Any]:
    table: Table = ITEMS[item]
    own = [table.c[name] for name in ("id", "text", "reviewed", "document_id", "start", "end")]
    figure = [FIGURE.c.low, FIGURE.c.high] if item == "figure" else []
    place = [PLACE.c.name.label("place")] if item != "time" else []
    date = [_CODES[item].label("code"), TIME.c.value, TIME.c.confidence]
    article = [SOURCE.c.name.label("outlet"), DOCUMENT.c.published]
    return select(*own, *figure, *place, *date, *article).select_from(_joined(item))


def _waiting(item: Item, row: Row[Any]) -> Waiting:
    cells: dict[str, Any] = row._asdict()
    reference = Reference(item, cells.pop("id"))
    return Waiting(reference, **{"low": None, "high": None, "place": None, **cells})


def _about(item: Item, row: Row[Any]) -> list[_Condition]:
    """A decision is tied to the words at their place."""
    words = [REVIEW.c.text == row.text, REVIEW.c.start == row.start, REVIEW.c.end == row.end]
    return [REVIEW.c.document_id == row.document_id, REVIEW.c.item == item, *words]
