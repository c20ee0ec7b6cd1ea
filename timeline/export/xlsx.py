"""Rows -> a workbook for Excel and LibreOffice: right to left, real dates, text that stays text.

A second sheet, "about", says where the rows are from and what the columns mean. What Excel cannot hold is changed as
little as possible and counted there: a cell of more than 32,767 characters is cut, a day before 1900 and a number of
more than 15 digits become text. Rows beyond the 1,048,576 of a sheet go on in the next one.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from timeline.export.about import Request, Tally, metadata
from timeline.export.optional import needed
from timeline.export.xlsx_about import describe
from timeline.store.storable import clean
from timeline.store.views.schema import TABLES, Column

SHEET_ROWS = 1_048_576
CELL_UNITS = 32_767  # in UTF-16, as Excel counts
DIGITS = 10**15
CellWriter = Callable[[Any, int, int, Any], None]  # sheet, line, place, value
FIRST_DAY = datetime(1900, 3, 1)  # before it Excel and LibreOffice count days differently
CUT = " […]"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_WIDTHS = {"text": 18, "integer": 9, "number": 11, "boolean": 9, "local": 17, "offset": 24, "instant": 21}
_WIDE = {"sentence": 80, "title": 40, "url": 30}


def write(rows: Iterable[Any], stream: BinaryIO, request: Request, tally: Tally) -> None:
    """Row by row into a temporary file of the library, which becomes the workbook at the end."""
    library = needed("xlsxwriter", "XLSX")
    with TemporaryDirectory() as folder:  # the library would leave its files behind when it is interrupted
        whole = Path(folder) / "whole.xlsx"
        book = library.Workbook(str(whole), {"constant_memory": True, "use_zip64": True, "tmpdir": folder})
        try:
            _fill(book, rows, request, tally)
            book.close()
        except library.exceptions.FileCreateError as error:
            raise error.args[0] from error  # what the operating system said
        finally:
            for sheet in book.worksheets():  # the same, but open
                sheet.row_data_fh.close()
        with whole.open("rb") as made:
            shutil.copyfileobj(made, stream)


def _fill(book: Any, rows: Iterable[Any], request: Request, tally: Tally) -> None:
    book.set_properties({"created": request.retrieved_utc.replace(tzinfo=None), "title": request.what})
    _Rows(book, request, tally).write(rows)
    describe(book, metadata(request, tally, "xlsx"), TABLES[request.what].columns)


class _Rows:
    """The sheets of rows of one workbook."""

    def __init__(self, book: Any, request: Request, tally: Tally) -> None:
        self.book, self.tally, self.what = book, tally, request.what
        self.columns = TABLES[request.what].columns
        self.heading = book.add_format({"bold": True, "bottom": 1, "align": "right"})
        self.plain = book.add_format({"align": "right"})  # where a cell begins in a sheet from right to left
        self.arabic = book.add_format({"align": "right", "reading_order": 2})  # also where a number stands first
        self.formats: dict[str, Any] = {}
        self.writers = [self._writer(column) for column in self.columns]

    def write(self, rows: Iterable[Any]) -> None:
        sheet, line = self._sheet(1), 0
        for row in self.tally.of(rows):
            line += 1
            if line == SHEET_ROWS:
                self._finish(sheet, line - 1)
                sheet, line = self._sheet(len(self.book.worksheets()) + 1), 1
            for place, (column, writer) in enumerate(zip(self.columns, self.writers, strict=True)):
                value = getattr(row, column.name)
                if value is not None:
                    writer(sheet, line, place, value)
        self._finish(sheet, line)

    def _sheet(self, number: int) -> Any:
        sheet = self.book.add_worksheet(self.what if number == 1 else f"{self.what} {number}")
        sheet.right_to_left()
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        for place, column in enumerate(self.columns):
            sheet.set_column(place, place, _WIDE.get(column.name, _WIDTHS[column.type]))
            sheet.write_string(0, place, column.name, self.heading)
        return sheet

    def _finish(self, sheet: Any, rows: int) -> None:
        sheet.autofilter(0, 0, rows, len(self.columns) - 1)

    def _writer(self, column: Column) -> CellWriter:
        kinds: dict[str, CellWriter] = {"local": self._local, "offset": self._offset, "instant": self._instant}
        numbers: dict[str, CellWriter] = {"integer": self._number, "number": self._number, "boolean": self._boolean}
        return (kinds | numbers).get(column.type, self._text)

    def _text(self, sheet: Any, line: int, place: int, value: str) -> None:
        text = clean(value)
        if len(text) * 2 > CELL_UNITS and _units(text) > CELL_UNITS:
            self.tally.changed["cells cut to the 32,767 characters of Excel"] += 1
            text = fitting(text)
        sheet.write_string(line, place, text, self.arabic if _RIGHT_TO_LEFT.search(text) else self.plain)

    def _number(self, sheet: Any, line: int, place: int, value: float) -> None:
        if abs(value) < DIGITS:
            sheet.write_number(line, place, value, self.plain)
        else:
            self._as_text(sheet, line, place, str(value), "numbers of more than 15 digits, as text")

    def _boolean(self, sheet: Any, line: int, place: int, value: bool) -> None:
        sheet.write_boolean(line, place, value, self.plain)

    def _local(self, sheet: Any, line: int, place: int, value: str) -> None:
        self._date(sheet, line, place, datetime.fromisoformat(value), "", value)

    def _offset(self, sheet: Any, line: int, place: int, value: str) -> None:
        """A real date that shows its offset: 2023-05-10 20:15 +03:00."""
        moment = datetime.fromisoformat(value)
        self._date(sheet, line, place, moment.replace(tzinfo=None), f" {value[19:]}".rstrip(), value)

    def _instant(self, sheet: Any, line: int, place: int, value: datetime) -> None:
        moment = value.astimezone(UTC).replace(tzinfo=None)
        self._date(sheet, line, place, moment, " UTC", f"{moment.isoformat()}Z")

    def _date(self, sheet: Any, line: int, place: int, moment: datetime, zone: str, text: str) -> None:
        if moment >= FIRST_DAY:
            sheet.write_datetime(line, place, moment, self._format(bool(moment.second), zone))
        else:
            self._as_text(sheet, line, place, text, "days before March 1900, as text")

    def _as_text(self, sheet: Any, line: int, place: int, text: str, why: str) -> None:
        self.tally.changed[why] += 1
        sheet.write_string(line, place, text, self.plain)

    def _format(self, seconds: bool, zone: str) -> Any:
        shown = f"yyyy-mm-dd hh:mm{':ss' if seconds else ''}" + (f'"{zone}"' if zone else "")
        if shown not in self.formats:
            self.formats[shown] = self.book.add_format({"num_format": shown, "align": "right"})
        return self.formats[shown]


def fitting(text: str) -> str:
    """As much of the text as one cell holds, and a mark that there was more."""
    room = CELL_UNITS - len(CUT)
    cut = text.encode("utf-16-le")[: room * 2].decode("utf-16-le", errors="ignore")  # half of a pair is dropped
    return cut + CUT


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
