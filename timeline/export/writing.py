"""A request -> a file in any format: the one door for the command line and the dashboard.

with snapshot(engine) as connection:
    tally = write(form, contents(connection, form, what, filters), Path("killed.xlsx"), request)
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Connection

from timeline.export.about import Request, Tally, metadata
from timeline.export.files import explained, opened
from timeline.export.formats import Format
from timeline.store.asking import filtered
from timeline.store.asking.filters import Filters

SIDECAR = ".meta.json"


def contents(connection: Connection, form: Format, what: Any, filters: Filters) -> Any:
    """The rows that the filters leave, streamed, as the format takes them."""
    match form.takes:
        case "tables":
            return filtered.whole(connection, filters)
        case "events with figures":
            return filtered.events_with_figures(connection, filters)
        case "located figures":
            return filtered.located_figures(connection, filters)
        case _:
            return filtered.rows(connection, what, filters)


def write(form: Format, rows: Any, target: Path | BinaryIO, request: Request, *, sidecar: bool = True) -> Tally:
    """Writes the rows, and beside a file that cannot describe itself what it is (`FILE.meta.json`).

    Where that is not written, what an older export left there goes: its numbers are wrong now. A file is written under
    another name and then renamed; a stream stays open. Raises `ExportProblem`, and `DatabaseProblem` when the rows
    cannot be read; a file is then left as it was.
    """
    tally = Tally()
    if not isinstance(target, Path):
        with explained("the output"):
            form.write(rows, target, request, tally)
        return tally
    with opened(target) as stream:
        form.write(rows, stream, request, tally)
    if target.is_file():
        said = metadata(request, tally, form.name) if sidecar and not form.describes_itself else None
        _describe(target.with_name(target.name + SIDECAR), said)
    return tally


def _describe(beside: Path, said: Mapping[str, Any] | None) -> None:
    if said is None:
        with explained(beside):
            beside.unlink(missing_ok=True)
        return
    with opened(beside) as stream:
        stream.write(json.dumps(said, ensure_ascii=False, indent=2).encode() + b"\n")


def watched(rows: Any, advance: Any) -> Any:
    """The same contents; `advance()` is called for each row that passes."""
    if isinstance(rows, dict):
        return {what: _watched(each, advance) for what, each in rows.items()}
    return _watched(rows, advance)


def _watched(rows: Iterable[Any], advance: Any) -> Iterator[Any]:
    for row in rows:
        advance()
        yield row
