"""The second sheet of a workbook: where the rows are from, and what each column means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from timeline.export.metadata_text import lines_of
from timeline.store.views.schema import Column

NAME = "about"


def describe(book: Any, metadata: Mapping[str, Any], columns: Sequence[Column]) -> None:
    """Adds the sheet; it is written left to right, because it says what it says in English."""
    sheet = book.add_worksheet(NAME)
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 70)
    bold = book.add_format({"bold": True})
    for line, (name, said) in enumerate(_lines(metadata, columns)):
        sheet.write_string(line, 0, name, bold)
        sheet.write_string(line, 1, said)


def _lines(metadata: Mapping[str, Any], columns: Sequence[Column]) -> Iterator[tuple[str, str]]:
    yield from lines_of(metadata)
    yield "", ""
    yield "column", "meaning"
    for column in columns:
        yield column.name, column.description.replace("`", "")
