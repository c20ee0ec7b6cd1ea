"""Writes docs/schema.md, column by column, from docs/schema.toml and the rows of the views: python docs/schema.py"""

from __future__ import annotations

import tomllib
import types
from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import Any, get_args, get_type_hints

from timeline.store import views

HERE = Path(__file__).parent
PAGE = HERE / "schema.md"
DESCRIPTIONS: dict[str, Any] = tomllib.loads((HERE / "schema.toml").read_text("utf-8"))
ROWS: dict[str, type] = {
    "timeline_events": views.EventRow,
    "reported_figures": views.FigureRow,
    "documents": views.DocumentRow,
    "unresolved_times": views.UnresolvedTimeRow,
}
TYPES = {int: "integer", str: "text", float: "number", datetime: "instant"}
HEAD = """# The public schema

<!-- Written by docs/schema.py from docs/schema.toml: change that, and run it. -->

These views are what `timeline sql`, `timeline export` and every other tool should rely on; the tables behind them may
change. A *local time* is ISO 8601 text in the offset of the article's publication (`2023-05-09T03:00`), half-open and
sortable; an *instant* is the same moment in UTC (`2023-05-09T00:00:00Z` in SQLite, `timestamptz` in PostgreSQL), null
where the offset is not known. Offsets count characters (code points) of the article from 0. "Null" says that a column
may be null. What the values mean stands in [reading.md](reading.md), how to reach them in [database.md](database.md).
"""


def page() -> str:
    """docs/schema.md as it should be."""
    return "\n".join([HEAD, *(line for name, row in ROWS.items() for line in section(name, row))])


def section(name: str, row: type) -> Iterator[str]:
    """One view: what a row is, its columns in their order, and an example."""
    described = DESCRIPTIONS[name]
    yield f"## {name}\n\n{described['about']}\n"
    yield "| column | type | unit | meaning |\n|---|---|---|---|"
    hints = get_type_hints(row)
    for field in fields(row):
        unit, meaning = described["columns"][field.name]
        yield f"| `{field.name}` | {type_of(hints[field.name])} | {unit} | {meaning} |"
    yield f"\n```sql\n{described['example'].strip()}\n```\n"


def type_of(hint: Any) -> str:
    """`int | None` -> "integer, null"."""
    if not isinstance(hint, types.UnionType):
        return TYPES[hint]
    (known,) = (each for each in get_args(hint) if each is not types.NoneType)
    return f"{TYPES[known]}, null"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
