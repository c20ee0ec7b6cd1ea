"""What goes in and what comes out, on either engine."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from math import isfinite
from typing import Any

from timeline.told import told

Value = str | int | float | None
LONGEST_QUERY = 20_000  # characters
_LARGEST_ANSWER = 30_000_000  # bytes of memory for all cells


class QueryProblem(Exception):
    """The query was not run, or not to its end; the message is one line that says why."""


@dataclass(frozen=True, slots=True)
class Result:
    """The answer: a tuple a row. `cut` says that there was more than was asked for."""

    columns: tuple[str, ...]
    rows: list[tuple[Value, ...]]
    cut: bool


def check_text(query: str) -> None:
    """Refuses what is no query at all."""
    if len(query) > LONGEST_QUERY:
        line = "the query is longer than {most} characters: shorten it"
        raise QueryProblem(told("query_too_long", line, most=f"{LONGEST_QUERY:,}"))
    if not query.strip(" \t\r\n;"):
        line = "the query is empty: write a SELECT, such as SELECT * FROM timeline_events"
        raise QueryProblem(told("query_empty", line))


def collect(columns: Sequence[str], rows: Iterable[Sequence[Any]], limit: int) -> Result:
    """The first rows, as many as were asked for and fit into memory."""
    taken: list[tuple[Value, ...]] = []
    size = 0
    for row in rows:
        cells = tuple(map(_cell, row))
        size += sum(map(sys.getsizeof, cells))
        if len(taken) >= limit or size > _LARGEST_ANSWER:
            return Result(tuple(columns), taken, cut=True)
        taken.append(cells)
    return Result(tuple(columns), taken, cut=False)


def too_slow(seconds: float) -> str:
    """What is said at the deadline."""
    line = "the query took longer than {seconds:g} seconds: narrow it with WHERE or LIMIT"
    return told("query_too_slow", line, seconds=seconds)


def one_line(message: object) -> str:
    """What the database said, short and on one line."""
    return " ".join(str(message).split())[:300]


def _cell(value: Any) -> Value:
    """The value as SQLite and JSON have it: instants in UTC, whole numbers where they are whole, else text."""
    if isinstance(value, float) and not isfinite(value):
        return str(value)  # JSON has no number for it
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, bytes | memoryview):
        return f"x'{bytes(value).hex()}'"
    if isinstance(value, datetime) and value.tzinfo:
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    if isinstance(value, Decimal):
        return int(value) if value.is_finite() and value == value.to_integral_value() else float(value)
    return str(value)
