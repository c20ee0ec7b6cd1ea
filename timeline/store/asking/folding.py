"""`folded(column)`: the column in one spelling, as `timeline.lexicon.fold` has it, inside a query.

SQLite is taught the function itself; PostgreSQL has `translate`, which does the same but for presentation forms.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from timeline.lexicon.fold import TABLE, fold


class folded(FunctionElement[str]):  # noqa: N801  # it is written and read as a function of SQL
    """`folded(view.c.place)`: in one spelling and in small letters."""

    type = Text()
    inherit_cache = True


def teach(connection: Connection) -> None:
    """Makes `folded` known to a connection before a query that uses it."""
    if connection.dialect.name == "sqlite":
        driver: Any = connection.connection.driver_connection
        driver.create_function("folded", 1, _fold, deterministic=True)


def _fold(text: str | None) -> str | None:
    return None if text is None else fold(text).lower()


@compiles(folded)
def _by_name(element: folded, compiler: Any, **options: Any) -> str:
    return f"folded({compiler.process(element.clauses, **options)})"


@compiles(folded, "postgresql")
def _by_letters(element: folded, compiler: Any, **options: Any) -> str:
    kept = {letter: as_ for letter, as_ in TABLE.items() if as_}
    dropped = [letter for letter, as_ in TABLE.items() if not as_]
    letters = "".join(map(chr, [*kept, *dropped]))  # translate() drops what has no letter to become
    return f"lower(translate({compiler.process(element.clauses, **options)}, '{letters}', '{''.join(kept.values())}'))"
