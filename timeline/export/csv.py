"""Rows -> CSV (RFC 4180, UTF-8). The columns are those of the database views, in their order.

For Excel: a byte order mark, so that Arabic is Arabic, and an apostrophe before whatever a spreadsheet would take for a
formula. Otherwise the cells are exactly the values.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any, BinaryIO

from timeline.export.about import Request, Tally, moment
from timeline.export.files import as_text
from timeline.store.storable import clean
from timeline.store.views.schema import TABLES

# A formula starts a cell, or what becomes a cell where Excel splits at semicolons or tabs, as it does in much of
# Europe and North Africa. Spaces and the invisible marks of right-to-left text before it do not stop Excel.
_UNSEEN = r"[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*"
_FORMULA = re.compile(rf"(?:^|(?<=[;\t\r\n]))(?={_UNSEEN}[=+\-@\uff1d\uff0b\uff0d\uff20\u2212])")


def write(rows: Iterable[Any], stream: BinaryIO, request: Request, tally: Tally) -> None:
    """One line for each row, below a header."""
    names = [column.name for column in TABLES[request.what].columns]
    write_lines([names], map(attrgetter(*names), tally.of(rows)), stream, excel=request.excel)


def write_lines(
    headers: Iterable[Sequence[str]],
    lines: Iterable[Sequence[object]],
    stream: BinaryIO,
    *,
    excel: bool,
    guarded: bool = False,
) -> None:
    """Headers as they are, then lines of values; `guarded` shows formulas without the rest of what Excel needs."""
    with as_text(stream) as text:
        if excel:
            text.write("\ufeff")
        writer = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_ALL if excel else csv.QUOTE_MINIMAL)
        writer.writerows(headers)
        guard = excel or guarded
        writer.writerows([_cell(value, guard) for value in line] for line in lines)


def _cell(value: object, guard: bool) -> object:
    if isinstance(value, str):
        return without_formula(clean(value)) if guard else clean(value)
    return moment(value) if isinstance(value, datetime) else value


def without_formula(text: str) -> str:
    """ "=1+1" -> "'=1+1": what a spreadsheet would run is shown instead."""
    return _FORMULA.sub("'", text)
