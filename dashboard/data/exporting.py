"""The door through which the export button goes."""

from __future__ import annotations

from typing import BinaryIO

from dashboard.data.opened import database
from timeline.export.about import Request, Tally
from timeline.export.formats import Format
from timeline.export.writing import contents, write
from timeline.store.asking.filtered import snapshot
from timeline.store.asking.filters import Filters


def export(form: Format, request: Request, filters: Filters, target: BinaryIO) -> Tally:
    """Writes the rows to `target`, streamed; how many they were. Raises `ExportProblem` and `DatabaseProblem`."""
    with snapshot(database()) as connection:
        return write(form, contents(connection, form, request.what, filters), target, request)
