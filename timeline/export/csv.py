"""Rows -> CSV (RFC 4180, UTF-8). The columns are those of the database views, in their order.

`excel=True` writes what Excel opens rightly: a byte order mark, so that Arabic is Arabic, and an apostrophe before
whatever a spreadsheet would take for a formula. Without it the cells are exactly the values.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, TextIO

from sqlalchemy import Engine

from timeline.store.queries import all_events, all_figures
from timeline.store.views import EventRow, FigureRow

What = Literal["figures", "events"]
EVENT_COLUMNS = tuple(field.name for field in fields(EventRow))
FIGURE_COLUMNS = tuple(field.name for field in fields(FigureRow))

# A formula starts a cell, or what becomes a cell where Excel splits at semicolons or tabs, as it does in much of
# Europe and North Africa. Spaces and the invisible marks of right-to-left text before it do not stop Excel.
_UNSEEN = r"[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*"
_FORMULA = re.compile(rf"(?:^|(?<=[;\t\r\n]))(?={_UNSEEN}[=+\-@\uff1d\uff0b\uff0d\uff20\u2212])")


class ExportProblem(Exception):
    """The file cannot be written; the message is one line that says what and what to do."""


def export_csv(engine: Engine, path: str | Path | TextIO, what: What = "figures", *, excel: bool = False) -> int:
    """Every event or figure of the database -> a file or stream; the number of rows.

    Raises `ExportProblem`, and `DatabaseProblem` when the database cannot be read; a file is then left as it was.
    """
    if what == "events":
        return write_csv(all_events(engine), EVENT_COLUMNS, path, excel=excel)
    return write_csv(all_figures(engine), FIGURE_COLUMNS, path, excel=excel)


def write_csv(
    rows: Iterable[object], columns: Sequence[str], target: str | Path | TextIO, *, excel: bool = False
) -> int:
    """One line for each row (its attributes named by `columns`), below a header; the number of rows.

    A path is written beside itself and then renamed, so that a reader sees the old file or the whole new one.
    """
    if not isinstance(target, str | Path):
        return _write(rows, columns, target, excel)
    with _one_line(target), _replacing(Path(target)) as stream:
        return _write(rows, columns, stream, excel)


def _write(rows: Iterable[object], columns: Sequence[str], stream: TextIO, excel: bool) -> int:
    if excel:
        stream.write("\ufeff")
    writer = csv.writer(stream, lineterminator="\r\n", quoting=csv.QUOTE_ALL if excel else csv.QUOTE_MINIMAL)
    writer.writerow(columns)
    count = 0
    for row in rows:
        writer.writerow([_cell(getattr(row, column), excel) for column in columns])
        count += 1  # not len(): the rows are streamed
    return count


def _cell(value: object, excel: bool) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return without_formula(value) if excel and isinstance(value, str) else value


def without_formula(text: str) -> str:
    """ "=1+1" -> "'=1+1": what a spreadsheet would run is shown instead."""
    return _FORMULA.sub("'", text)


@contextmanager
def _replacing(path: Path) -> Iterator[TextIO]:
    if path.exists() and not path.is_file() and not path.is_dir():  # a pipe or a terminal is not replaced
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    final = path.resolve()  # a link keeps pointing to the file
    part = final.with_name(f".{final.name}.part")
    part.unlink(missing_ok=True)  # left by a run that was killed
    try:
        with part.open("x", encoding="utf-8", newline="") as stream:
            yield stream
        part.replace(final)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _one_line(target: str | Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ExportProblem(f"cannot write {target} ({error.strerror or error}): choose another file") from error
