"""A corpus in a table -> Documents: CSV, TSV and Parquet, one article a row, the columns named on the command line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from itertools import islice
from typing import Any

from timeline.sources.decoding import TOO_LONG, decode
from timeline.sources.document import make_document
from timeline.sources.given import Columns, Given
from timeline.sources.problems import SourceProblem, Unreadable
from timeline.values import Document

LONGEST_CELL = 10_000_000  # characters; a longer one is a quotation mark that nobody closed
_AT_ONCE = 100
Row = Mapping[str, Any]


def read_csv(lines: Iterable[bytes | None], name: str, given: Given) -> Iterator[Document | Unreadable]:
    """Separated by commas, semicolons or tabs, whichever the header has most of. Raises ValueError."""
    texts = map(_decode, lines)
    header = next(texts, "")
    csv.field_size_limit(LONGEST_CELL)
    separator = max(",;\t", key=header.count)
    columns = _names(header, separator)
    check_columns(columns, given.columns)
    rows = csv.DictReader(texts, columns, delimiter=separator)
    try:
        yield from documents_in(rows, name, given)
    except csv.Error as error:
        yield Unreadable(f"{name}, row {rows.line_num + 1}", f"it is not CSV ({error}); the rest of it is not read")


def _decode(line: bytes | None) -> str:
    if line is None:
        raise ValueError(f"{TOO_LONG}; the rest of it is not read")
    return decode(line)


def _names(header: str, separator: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(header), delimiter=separator), [])
    except csv.Error as error:  # a carriage return in the middle of the line
        raise ValueError(f"its first line is no header of CSV ({error})") from error


def read_parquet(stream: Any, name: str, given: Given) -> Iterator[Document | Unreadable]:
    """Only the columns that are named, a few rows at a time. Raises ValueError or SourceProblem."""
    file = _parquet(stream)
    columns = file.schema_arrow.names
    check_columns(columns, given.columns)
    wanted = [column for column in asdict(given.columns).values() if column in columns]
    batches = file.iter_batches(batch_size=_AT_ONCE, columns=wanted)
    yield from documents_in((row for batch in batches for row in batch.to_pylist()), name, given)


def _parquet(stream: Any) -> Any:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise SourceProblem("Parquet needs pyarrow: pip install 'arabic-event-timeline[export]'") from error
    try:
        return pq.ParquetFile(stream)
    except (pa.ArrowException, OSError) as error:
        raise ValueError(f"it is not a whole Parquet file ({str(error).splitlines()[0]})") from error


def check_columns(columns: Sequence[str], wanted: Columns) -> None:
    """Raises ValueError where there is no column of texts, or none of a name that somebody gave."""
    for field, name in ({"text": wanted.text} | wanted.named).items():
        if name not in columns:
            there = ", ".join(islice(columns, 20)) or "none"
            raise ValueError(f"it has no column {name!r}; name one with --{field}-column, there are: {there}")


def documents_in(rows: Iterable[Row], name: str, given: Given, first: int = 1) -> Iterator[Document | Unreadable]:
    """The document of each row, called `name:row` where it has no id, or what is wrong with the row.

    `first` is the number of the first of these rows in their table.
    """
    for number, row in enumerate(rows, first):
        try:
            yield make_document({"id": f"{name}:{number}"} | _fields(row, given.columns), given)
        except (ValueError, SourceProblem) as problem:
            yield Unreadable(f"{name}, row {number}", str(problem))


def _fields(row: Row, columns: Columns) -> dict[str, Any]:
    """The row under the names of a document; an empty cell says nothing."""
    cells = {field: row.get(column) for field, column in asdict(columns).items()}
    return {field: _plain(cell) for field, cell in cells.items() if cell not in (None, "")}


def _plain(cell: Any) -> Any:
    """A date of Parquet as text, a number that is an id as it is written."""
    if isinstance(cell, datetime):
        return cell.isoformat()
    return cell.isoformat() if isinstance(cell, date) else cell
