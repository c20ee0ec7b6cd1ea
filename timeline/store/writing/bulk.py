"""Many rows into one table: statements of SQLAlchemy, rows straight to the driver; COPY on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, insert

from timeline.store.storable import Columns
from timeline.store.writing.copying import copy_rows


def insert_many(connection: Connection, table: Table, rows: list[Columns]) -> None:
    """Inserts rows that all have the same columns, in their order; what is no column of the table is left out.

    SQLAlchemy looks at every value of every row. For SQLite only instants need that: the rest goes in as it is. The
    rows are used up.
    """
    if not rows:
        return
    names = [name for name in rows[0] if name in table.c]
    if connection.dialect.name != "sqlite":
        copy_rows(connection, table, names, ([row[name] for name in names] for row in rows))
        return
    compiled = insert(table).compile(dialect=connection.dialect, column_keys=names)
    for name, write in _writers(connection, table, names).items():
        for row in rows:
            row[name] = write(row[name])
    connection.exec_driver_sql(str(compiled), list(map(itemgetter(*compiled.positiontup or ()), rows)))


def _writers(connection: Connection, table: Table, names: list[str]) -> dict[str, Callable[[Any], Any]]:
    """Columns whose values the driver does not take as they are, and what it takes instead."""
    types = {name: table.c[name].type.dialect_impl(connection.dialect) for name in names}
    writers = {name: kind.bind_processor(connection.dialect) for name, kind in types.items()}
    return {name: write for name, write in writers.items() if write}
