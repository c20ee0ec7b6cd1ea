"""Writes docs/schema.md, the views column by column, from timeline/store/views/views.toml: python docs/schema.py"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from timeline.store.views.schema import PUBLIC, Column, Table

PAGE = Path(__file__).parent / "schema.md"
HEAD = """# The public schema

<!-- Written by docs/schema.py from timeline/store/views/views.toml: change that, and run it. -->

These views are what `timeline sql`, `timeline export` and every other tool should rely on; the tables behind them may
change. The unit *local time* is ISO 8601 text in the offset of the article's publication (`2023-05-09T03:00`), half-
open and sortable; *UTC* is the same moment (`2023-05-09T00:00:00Z` in SQLite, `timestamptz` in PostgreSQL), null where
the offset is not known. *Characters* are code points of the article, from 0. "Null" says that a column may be null.
What the values mean stands in [reading.md](reading.md), how to reach them in [database.md](database.md), how each
format of `timeline export` writes them in [columns.md](columns.md).
"""
UNITS = {
    **dict.fromkeys(("start", "end", "characters"), "characters"),
    **dict.fromkeys(("latitude", "longitude"), "degrees"),
}
OF_CLOCKS = {"local": "local time", "offset": "local time with its offset", "instant": "UTC"}


def page() -> str:
    """docs/schema.md as it should be."""
    return "\n".join([HEAD, *(line for table in PUBLIC.values() for line in section(table))])


def section(table: Table) -> Iterator[str]:
    """One view: what a row is, its columns in their order, and an example."""
    yield f"## {table.view.name}\n\n{table.about}\n"
    yield "| column | type | unit | meaning |\n|---|---|---|---|"
    for column in table.columns:
        yield f"| `{column.name}` | {type_of(column)} | {unit_of(column)} | {column.description} |"
    yield f"\n```sql\n{table.example}\n```\n"


def type_of(column: Column) -> str:
    """ "integer, null"."""
    kind = "text" if column.type in ("local", "offset") else column.type
    return f"{kind}, null" if column.optional else kind


def unit_of(column: Column) -> str:
    return OF_CLOCKS.get(column.type) or UNITS.get(column.name, "")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
