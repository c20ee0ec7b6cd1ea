"""The public views as tables of typed columns: what an export writes, and what each column means.

A column's type is one of
- text, integer, number, boolean;
- local: an ISO 8601 reading of the article's own clock, "2023-05-09T03:00";
- offset: the same with its offset from UTC, "2023-05-10T20:15:00+03:00";
- instant: an aware `datetime` in UTC.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args, get_type_hints

from sqlalchemy import TableClause

from timeline.store.views.rows import (
    DAILY_FIGURES,
    DOCUMENTS,
    REPORTED_FIGURES,
    TIMELINE_EVENTS,
    TOLLS,
    UNRESOLVED_TIMES,
    DailyRow,
    DocumentRow,
    EventRow,
    FigureRow,
    TollRow,
    UnresolvedTimeRow,
)

What = Literal["events", "figures", "documents", "unresolved_times"]
Type = Literal["text", "integer", "number", "boolean", "local", "offset", "instant"]
Row = EventRow | FigureRow | DocumentRow | UnresolvedTimeRow

_TYPES: dict[type, Type] = {bool: "boolean", int: "integer", float: "number", datetime: "instant", str: "text"}
_CLOCKS: dict[str, Type] = {"begin": "local", "end_time": "local", "published": "offset"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `optional` where it may be null."""

    name: str
    type: Type
    optional: bool
    description: str


@dataclass(frozen=True, slots=True)
class Table:
    """What `--what` asks for: a view of the database, and the frozen row that one line of it becomes."""

    name: str
    view: TableClause
    row: type[Any]

    @property
    def columns(self) -> tuple[Column, ...]:
        """In the order of the view."""
        return _columns(self.name)

    @property
    def rows_are(self) -> str:
        """ "one row for each event"."""
        return _descriptions()[self.view.name]["_rows"]

    @property
    def about(self) -> str:
        """What a row is, and what to mind when rows are counted."""
        return _descriptions()[self.view.name]["_about"]

    @property
    def example(self) -> str:
        """A query over the view."""
        return _descriptions()[self.view.name]["_example"].strip()


TABLES: dict[str, Table] = {
    "events": Table("events", TIMELINE_EVENTS, EventRow),
    "figures": Table("figures", REPORTED_FIGURES, FigureRow),
    "documents": Table("documents", DOCUMENTS, DocumentRow),
    "unresolved_times": Table("unresolved_times", UNRESOLVED_TIMES, UnresolvedTimeRow),
}
# What is made of figures, and has a command of its own: `timeline tolls`.
DERIVED: dict[str, Table] = {
    "tolls": Table("tolls", TOLLS, TollRow),
    "daily_figures": Table("daily_figures", DAILY_FIGURES, DailyRow),
}
PUBLIC: dict[str, Table] = {**TABLES, **DERIVED}


@cache
def _columns(what: str) -> tuple[Column, ...]:
    table = PUBLIC[what]
    hints, said = get_type_hints(table.row), _descriptions()[table.view.name]
    return tuple(_column(each.name, hints[each.name], said.get(each.name, "")) for each in fields(table.row))


def _column(name: str, hint: Any, description: str) -> Column:
    kinds = set(get_args(hint)) or {hint}
    (kind,) = kinds - {type(None)}
    return Column(name, _CLOCKS.get(name) or _TYPES[kind], type(None) in kinds, description)


@cache
def _descriptions() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("timeline.store.views").joinpath("views.toml").read_text("utf-8"))
