"""Pages of what filters leave, and how much that is, in databases of a million events.

Only the ids are put in order, along an index that has all that is mostly asked for
(`timeline.store.models.columns.in_time`): a page costs little more in the middle than at the beginning. What is told
twice is passed over.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Select, Table, func, select, tuple_

from timeline.store.asking.between import overlapping, repeats
from timeline.store.asking.filtered import snapshot
from timeline.store.asking.filters import ALL, Condition, Filters, conditions
from timeline.store.asking.spelling import named
from timeline.store.models import DOCUMENT, EVENT, FIGURE, PLACE, SOURCE
from timeline.store.views.schema import TABLES, Row, What

After = tuple[str | None, int]
"""Where the next page begins: the moment and the id of the last row of the one before."""

_IN_TIME: dict[What, Table] = {"events": EVENT, "figures": FIGURE}


def how_many(engine: Engine, what: What, filters: Filters = ALL, *, dated: bool | None = None) -> int:
    """How many rows there are; `dated` leaves those that have a begin or an end, or only those that have neither."""
    with snapshot(engine) as connection:
        return connection.scalar(chosen(what, filters, dated, func.count())) or 0


def page(
    engine: Engine, what: What, filters: Filters = ALL, *, first: int = 0, rows: int = 100, dated: bool | None = None
) -> list[Row]:
    """The rows from `first` (counted from 0) on, in the order of `timeline.store.asking.between.earliest_first`."""
    with snapshot(engine) as connection:
        ids = chosen(what, filters, dated, _table(what).c.id).order_by(*_order(what, dated)).limit(rows).offset(first)
        return rows_of(connection, what, list(connection.scalars(ids)))


def page_after(
    engine: Engine, what: What, filters: Filters = ALL, *, after: After | None = None, rows: int = 100
) -> tuple[list[Row], After | None]:
    """The dated events or figures behind `after`, and where the next page begins; None behind the last one.

    It costs the same wherever it is, and misses nothing when rows are added meanwhile.
    """
    table = _IN_TIME[what]
    query = chosen(what, filters, True, table.c.moment, table.c.id)
    if after is not None:
        query = query.where(tuple_(table.c.moment, table.c.id) > after)
    with snapshot(engine) as connection:
        found = connection.execute(query.order_by(table.c.moment, table.c.id).limit(rows)).all()
        last = (found[-1].moment, found[-1].id) if len(found) == rows else None
        return rows_of(connection, what, [row.id for row in found]), last


def rows_of(connection: Connection, what: What, ids: list[int]) -> list[Row]:
    """The rows with those ids, in their order; as many ids as a statement takes."""
    table = TABLES[what]
    found = {row.id: table.row(*row) for row in connection.execute(select(table.view).where(table.view.c.id.in_(ids)))}
    return [found[key] for key in ids if key in found]


def chosen(what: What, filters: Filters, dated: bool | None, *columns: ColumnElement[Any]) -> Select[Any]:
    """Those columns of the rows that filters leave: of the table itself for events and figures, else of the view."""
    if what not in _IN_TIME:
        view = TABLES[what].view
        told = [~repeats(view.c.document_id)] if "document_id" in view.c else []  # all articles are listed
        return select(*columns).select_from(view).where(*told, *conditions(what, filters))
    table, view = _IN_TIME[what], TABLES[what].view
    query = select(*columns).select_from(table).where(*_own(table, filters, dated))
    others = conditions(what, _without_own(what, filters))
    return query.join(view, view.c.id == table.c.id).where(*others) if others else query


def _own(table: Table, filters: Filters, dated: bool | None) -> list[Condition]:
    """What the table can answer by itself."""
    kind, kinds = (table.c.type, filters.types) if table is EVENT else (table.c.kind, filters.kinds)
    where = [~repeats(table.c.document_id), func.coalesce(table.c.reviewed, "") != "rejected"]
    if dated is not None:
        where.append(table.c.moment.is_not(None) if dated else table.c.moment.is_(None))
    if kinds:
        where.append(kind.in_(kinds))
    if filters.outlets:
        published = select(DOCUMENT.c.id).join(SOURCE).where(*named(SOURCE.c.name, filters.outlets))
        where.append(table.c.document_id.in_(published))
    where += overlapping(table, filters.first_day, filters.end)
    return where + (_own_of_events(filters) if table is EVENT else [])


def _own_of_events(filters: Filters) -> list[Condition]:
    where: list[Condition] = [EVENT.c.status.in_(filters.statuses)] if filters.statuses else []
    if filters.places:
        meant = select(PLACE.c.id).where(*named(PLACE.c.name, filters.places))
        where.append(EVENT.c.place_id.in_(meant))
    return where


def _without_own(what: What, filters: Filters) -> Filters:
    asked = replace(filters, first_day=None, last_day=None, outlets=())
    return replace(asked, types=(), statuses=(), places=()) if what == "events" else replace(asked, kinds=())


def _table(what: What) -> Any:
    return _IN_TIME.get(what, TABLES[what].view)


def _order(what: What, dated: bool | None) -> list[ColumnElement[Any]]:
    table = _table(what)
    if what == "documents":
        return [table.c.published_utc.desc().nulls_last(), table.c.id]
    if what == "unresolved_times" or dated is False:
        return [table.c.document_id, table.c.start, table.c.id]
    return [table.c.moment.nulls_last(), table.c.id]
