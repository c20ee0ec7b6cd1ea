"""Documents, events and figures -> a Data Package (version 2): CSV files and their descriptor, in one zip.

The descriptor names every column with its type and meaning, and which column refers to which file; `timeline export`
adds to a filtered package whatever its rows refer to, so that no reference leads nowhere.
"""

from __future__ import annotations

import csv
import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import IO, Any, BinaryIO

from timeline.export.about import Request, Tally, metadata, moment
from timeline.store.storable import clean
from timeline.store.views.schema import TABLES, Column, Table, What

NAME = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES = {"text": "string", "local": "datetime", "offset": "datetime", "instant": "datetime"}
_REFERENCES: dict[str, dict[str, What]] = {
    "events": {"document_id": "documents"},
    "figures": {"document_id": "documents", "event_id": "events", "part_of": "figures"},
}


class _Measured:
    """A stream that knows how much went into it, and its SHA-256."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream, self.bytes, self.sha256 = stream, 0, hashlib.sha256()

    def write(self, text: str) -> int:
        """Takes text, as the csv module gives it."""
        data = text.encode()
        self.bytes += len(data)
        self.sha256.update(data)
        self.stream.write(data)
        return len(text)


def write(tables: Mapping[What, Iterable[Any]], stream: BinaryIO, request: Request, tally: Tally) -> None:
    """The tables one after the other, then what they are."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        resources = [_resource(archive, TABLES[what], tally.of(rows), request) for what, rows in tables.items()]
        descriptor = _descriptor(resources, request, tally)
        with archive.open(_member(NAME, request), "w") as member:
            member.write(json.dumps(descriptor, ensure_ascii=False, indent=2).encode())


def _resource(archive: zipfile.ZipFile, table: Table, rows: Iterator[Any], request: Request) -> dict[str, Any]:
    path = f"{table.name}.csv"
    with archive.open(_member(path, request), "w", force_zip64=True) as member:
        measured = _Measured(member)
        writer = csv.writer(measured, lineterminator="\r\n")
        writer.writerow([column.name for column in table.columns])
        writer.writerows([_cell(getattr(row, column.name), column) for column in table.columns] for row in rows)
    return {
        "name": table.name,
        "type": "table",
        "title": table.rows_are,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": measured.bytes,
        "hash": f"sha256:{measured.sha256.hexdigest()}",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    references = _REFERENCES.get(table.name, {})
    keys = [{"fields": [name], "reference": _reference(table, to)} for name, to in references.items()]
    schema = {"fields": [_field(column) for column in table.columns], "primaryKey": ["id"]}
    return schema | ({"foreignKeys": keys} if keys else {})


def _reference(table: Table, to: What) -> dict[str, Any]:
    """A table that refers to itself is not named."""
    return {"resource": "" if to == table.name else to, "fields": ["id"]}


def _field(column: Column) -> dict[str, Any]:
    type_ = _TYPES.get(column.type, column.type)
    required = {} if column.optional or type_ == "string" else {"constraints": {"required": True}}
    return {"name": column.name, "type": type_, "description": column.description} | required


def _cell(value: Any, column: Column) -> Any:
    if column.type == "local" and value is not None:
        return datetime.fromisoformat(value).isoformat()  # the standard wants the seconds
    if isinstance(value, str):
        return clean(value)
    return moment(value) if isinstance(value, datetime) else value


def _descriptor(resources: list[dict[str, Any]], request: Request, tally: Tally) -> dict[str, Any]:
    said = metadata(request, tally, "datapackage")
    sources = [{"title": each["outlet"]} for each in said["sources"] if each["outlet"]]
    return {
        "$schema": PROFILE,
        "name": "arabic-event-timeline",
        "title": "Events and figures read in Arabic news",
        "description": "Figures are claims by the sources that the articles name; they are not to be added up.",
        "created": moment(request.retrieved_utc),
        **({"sources": sources} if sources else {}),
        "resources": resources,
        "export": said,
    }


def _member(name: str, request: Request) -> zipfile.ZipInfo:
    """Dated when the rows were retrieved, so that the same rows make the same file."""
    at = request.retrieved_utc
    info = zipfile.ZipInfo(name, (max(at.year, 1980), at.month, at.day, at.hour, at.minute, at.second))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info
