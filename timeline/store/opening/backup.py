"""Copies a database while others write to it: the copy is the database at one moment."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from timeline.store.opening.engines import database_file
from timeline.store.opening.problems import DatabaseProblem, name_of, one_line
from timeline.store.opening.readonly import read_only_address

_PAGES = -1  # all at once: a copy in steps would begin again whenever somebody writes


def back_up(engine: Engine, target: Path) -> None:
    """Writes the whole database to the new file `target`. Raises `DatabaseProblem`.

    It is written beside it under another name first, so that `target` is a whole copy or is not there.
    """
    source = database_file(engine.url)
    if source is None:
        raise DatabaseProblem(_otherwise(engine, target))
    if target.exists():
        raise DatabaseProblem(f"{target} is there already: give a new name for the backup")
    if not target.absolute().parent.is_dir():
        raise DatabaseProblem(f"the folder of {target} is missing: create it first")
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        with one_line(engine):
            _copy(source, unfinished)
            unfinished.rename(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    with (
        closing(sqlite3.connect(read_only_address(source), uri=True)) as there,
        closing(sqlite3.connect(target)) as here,
    ):
        there.backup(here, pages=_PAGES)
        # The copy would otherwise want a log beside it, and be of no use on a read-only disk.
        here.execute("PRAGMA journal_mode = DELETE")


def _otherwise(engine: Engine, target: Path) -> str:
    if engine.dialect.name == "sqlite":
        return "a database in memory has no file to copy"
    address = engine.url._replace(drivername="postgresql", password=None).render_as_string()
    program = f"pg_dump --format=custom --file={target} '{address}'"
    return f"{name_of(engine.url)} is copied by PostgreSQL's own program: {program}"
