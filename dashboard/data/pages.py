"""Tables a page at a time: what is not looked at is not read, and not sent."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, TableClause, func, select

from dashboard.data.opened import database
from timeline.store.asking.filtered import snapshot
from timeline.store.asking.filters import Filters
from timeline.store.asking.pages import how_many, page
from timeline.store.views.schema import What

PAGE_ROWS = 100  # rows of a table sent at once

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """The rows from `first` (counted from 0) on, out of `total`; pages are counted from 1."""

    rows: list[Row]
    total: int
    first: int = 0

    @property
    def number(self) -> int:
        return self.first // PAGE_ROWS + 1

    @property
    def last(self) -> int:
        return last_page(self.total)


def page_of_view(
    view: TableClause,
    row: Callable[..., Row],
    where: Sequence[ColumnElement[bool]],
    order: Sequence[ColumnElement[Any]],
    number: int = 1,
    *,
    rows: int | None = None,
) -> Page[Row]:
    """The page of that number, or the last one there is; `rows` are on it, `PAGE_ROWS` unless told otherwise.

    Only the ids are put in order: sorting whole rows takes five times as long.
    """
    rows = rows or PAGE_ROWS
    with snapshot(database()) as connection:
        total = connection.scalar(select(func.count()).select_from(view).where(*where)) or 0
        first = first_row(number, total)
        ids = select(view.c.id).where(*where).order_by(*order).limit(rows).offset(first)
        found = connection.execute(select(view).where(view.c.id.in_(ids)).order_by(*order))
        return Page([row(*each) for each in found], total, first)


def page_of_table(
    what: What, row: type[Row], filters: Filters, number: int = 1, *, rows: int | None = None, dated: bool | None = None
) -> Page[Row]:
    """The same of all that filters leave of a table, as quick at the end of a million rows as at the beginning."""
    rows = rows or PAGE_ROWS
    total = how_many(database(), what, filters, dated=dated)
    first = first_row(number, total)
    found = page(database(), what, filters, first=first, rows=rows, dated=dated)
    return Page([each for each in found if isinstance(each, row)], total, first)


def page_of(rows: Collection[Row], number: int = 1) -> Page[Row]:
    """One page of rows that are here already."""
    first = first_row(number, len(rows))
    return Page(list(rows)[first : first + PAGE_ROWS], len(rows), first)


def last_page(total: int) -> int:
    """The number of the page with the last row; 1 where there are no rows."""
    return max(1, -(-total // PAGE_ROWS))


def first_row(number: int, total: int) -> int:
    """The place of the first row of a page, counted from 0; of the last page, where there is no such page."""
    return (min(max(1, number), last_page(total)) - 1) * PAGE_ROWS
