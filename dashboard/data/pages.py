"""Tables a page at a time: what is not looked at is not sent."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Generic, TypeVar

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


def page(total: int, number: int, up_to: Callable[[int], list[Row]]) -> Page[Row]:
    """The page of that number, or the last one there is; `up_to` gives the first rows of all."""
    first = (min(max(1, number), last_page(total)) - 1) * PAGE_ROWS
    return Page(up_to(first + PAGE_ROWS)[first:], total, first)


def page_of(rows: Collection[Row], number: int = 1) -> Page[Row]:
    """One page of rows that are here already."""
    return page(len(rows), number, lambda limit: list(rows)[:limit])


def last_page(total: int) -> int:
    """The number of the page with the last row; 1 where there are no rows."""
    return max(1, -(-total // PAGE_ROWS))
