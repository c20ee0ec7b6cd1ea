"""Rows -> Parquet: the columns of the view, typed, with their descriptions; a row group at a time in memory.

Local readings are timestamps without a zone, instants timestamps in UTC, and `published` stays text, because its offset
is a part of it. What the file is stands in its metadata, under `arabic-event-timeline`, as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, BinaryIO

from timeline.export.about import Request, Tally, metadata
from timeline.export.optional import needed
from timeline.store.storable import clean
from timeline.store.views.schema import TABLES, Column

KEY = "arabic-event-timeline"
ROW_GROUP = 10_000


def write(rows: Iterable[Any], stream: BinaryIO, request: Request, tally: Tally) -> None:
    """Compressed with Zstandard, which every reader of Parquet knows."""
    pa, pq = needed("pyarrow", "Parquet"), needed("pyarrow.parquet", "Parquet")
    columns = TABLES[request.what].columns
    schema = pa.schema([_field(pa, column) for column in columns])
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        for group in _groups(tally.of(rows)):
            arrays = [_array(pa, schema.field(column.name).type, column, group) for column in columns]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
        writer.add_key_value_metadata({KEY: json.dumps(metadata(request, tally, "parquet"), ensure_ascii=False)})


def _field(pa: Any, column: Column) -> Any:
    types = {
        "text": pa.string(),
        "offset": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "local": pa.timestamp("ms"),
        "instant": pa.timestamp("ms", tz="UTC"),
    }
    said = {"description": column.description}
    return pa.field(column.name, types[column.type], nullable=column.optional, metadata=said)


def _array(pa: Any, type_: Any, column: Column, rows: Sequence[Any]) -> Any:
    return pa.array([_value(getattr(row, column.name), column) for row in rows], type_)


def _value(value: Any, column: Column) -> Any:
    if column.type == "local" and value is not None:
        return datetime.fromisoformat(value)
    return clean(value) if isinstance(value, str) else value


def _groups(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while group := list(islice(rows, ROW_GROUP)):
        yield group
