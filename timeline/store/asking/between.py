"""When is a row "between" two bounds? Half-open intervals that overlap, either of which may be open at an end."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Boolean, ColumnElement, FromClause, TableClause, and_, func, literal, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from timeline.store.models.columns import UtcInstant
from timeline.store.storable import local

Condition = ColumnElement[bool]


def overlapping(view: FromClause, begin: date | None, end: date | None) -> list[Condition]:
    """The conditions under which the interval of a row overlaps `[begin, end)`; none where neither is given."""
    conditions = []
    if begin is not None:
        starts, ends, bound = _compared(view, begin)
        # Open above, or an interval without length that lies on the bound.
        onward = or_(starts >= bound, and_(ends.is_(None), starts.is_not(None)))
        conditions.append(or_(ends > bound, onward))
    if end is not None:
        starts, ends, bound = _compared(view, end)
        conditions.append(or_(starts < bound, and_(starts.is_(None), ends.is_not(None))))
    return conditions


def is_dated(view: TableClause) -> Condition:
    """Whether a row has a begin or an end."""
    return or_(view.c.begin.is_not(None), view.c.end_time.is_not(None))


def told_once(view: TableClause) -> Condition:
    """Whether a row is from an article that repeats no other: a wire that ten outlets carry is told once."""
    return view.c.copy_of.is_(None)


class repeats(FunctionElement[bool]):  # noqa: N801  # it is written and read as a function of SQL
    """`repeats(table.c.document_id)`: the same where only the number of the article is there.

    SQLite makes a list of the few articles that repeat another one, once; PostgreSQL joins them.
    """

    type = Boolean()
    inherit_cache = True


@compiles(repeats)
def _as_join(element: repeats, compiler: Any, **options: Any) -> str:
    key = compiler.process(element.clauses, **options)
    return f"EXISTS (SELECT 1 FROM document copy WHERE copy.id = {key} AND copy.copy_of IS NOT NULL)"


@compiles(repeats, "sqlite")
def _as_list(element: repeats, compiler: Any, **options: Any) -> str:
    key = compiler.process(element.clauses, **options)
    return f"{key} IN (SELECT copy.id FROM document copy WHERE copy.copy_of IS NOT NULL)"


def earliest_first(view: TableClause) -> list[ColumnElement[object]]:
    """The order of a timeline: by local reading, undated rows last."""
    moment = func.coalesce(view.c.begin, view.c.end_time)
    return [moment.is_(None), moment, view.c.id]


def _compared(
    view: FromClause, bound: date
) -> tuple[ColumnElement[object], ColumnElement[object], ColumnElement[object]]:
    moment = bound if isinstance(bound, datetime) else datetime.combine(bound, time.min)
    if moment.tzinfo is None:
        return view.c.begin, view.c.end_time, literal(local(moment))
    return view.c.begin_utc, view.c.end_utc, literal(moment.astimezone(UTC), UtcInstant)
