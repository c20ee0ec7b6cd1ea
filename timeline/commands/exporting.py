"""`timeline export`: the events or the figures, for other programs."""

from __future__ import annotations

import io
import sys
from typing import Literal

from timeline.commands.terminal import tell
from timeline.export.csv import What, export_csv
from timeline.store.database import database_url, open_existing

Form = Literal["csv"]
_WRITERS = {"csv": export_csv}


def export(form: Form, what: What, output: str, excel: bool, database: str | None) -> int:
    """Write every row to the file `output`, or to standard output (`-`)."""
    engine = open_existing(database_url(database))
    try:
        rows = _WRITERS[form](engine, _stdout() if output == "-" else output, what, excel=excel)
    finally:
        engine.dispose()
    if output != "-":
        tell(f"{output}: {rows} {what}")
    return 0


def _stdout() -> io.TextIOWrapper:
    """Standard output that leaves line ends as they are written, on Windows too."""
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(newline="")
    return stream  # type: ignore[return-value]  # whatever stands in for it takes text as well
