"""What was read in many articles, as Arrow has it: a row for each article, with lists of its times, figures and events.

The names are those of the JSON Lines and of the database, the types those of `timeline export --format parquet`: local
readings are timestamps without a zone, instants timestamps in UTC, `published` is text with its offset.
"""

from __future__ import annotations

from functools import cache
from typing import Any

Names = dict[str, str]

DOCUMENT: Names = {
    "id": "text",
    "text": "text",
    "published": "text",
    "published_from": "text",
    "url": "text",
    "title": "text",
    "outlet": "text",
    "problem": "text",  # why nothing was read; all else but `id` is then null
}
_SPAN: Names = {"id": "text", "start": "integer", "end": "integer", "text": "text"}
_SENTENCE: Names = {"sentence_start": "integer", "sentence_end": "integer"}
TIME: Names = _SPAN | {
    "type": "text",
    "value": "text",
    "mod": "text",
    "signal": "text",
    "begin": "local",
    "end_time": "local",
    "begin_utc": "instant",
    "end_utc": "instant",
    "rule": "text",
    "reading": "text",
    "alternatives": "texts",
    "confidence": "number",
}
FIGURE: Names = (
    _SPAN
    | {
        "kind": "text",
        "low": "integer",
        "high": "integer",
        "qualifier": "text",
        "scope": "text",
        "time": "text",
        "part_of": "text",
        "categories": "texts",
        "source": "text",
        "source_role": "text",
        "event": "text",
        "place": "text",
        "since": "day",
        "rule": "text",
    }
    | _SENTENCE
)
LOCATION: Names = {
    "gazetteer_id": "text",
    "location": "text",
    "place_kind": "text",
    "country": "text",
    "admin1": "text",
    "admin2": "text",
    "latitude": "number",
    "longitude": "number",
    "geo_precision": "text",
    "alternatives": "texts",
}
CODING: Names = {
    "acled_event_type": "text",
    "acled_sub_event_type": "text",
    "plover_type": "text",
    "plover_mode": "text",
}
EVENT: Names = (
    _SPAN | {"type": "text", "time": "text", "place": "text", "status": "text"} | LOCATION | CODING | {"rule": "text"}
) | _SENTENCE
LISTS: dict[str, Names] = {"times": TIME, "figures": FIGURE, "events": EVENT}


@cache
def schema() -> Any:
    """The `pyarrow.Schema` of what `read_batch` returns."""
    import pyarrow as pa

    lists = [pa.field(name, pa.list_(struct_of(columns))) for name, columns in LISTS.items()]
    return pa.schema([*(pa.field(name, arrow_type(kind)) for name, kind in DOCUMENT.items()), *lists])


@cache
def _types() -> dict[str, Any]:
    import pyarrow as pa

    return {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "integer": pa.int64(),
        "number": pa.float64(),
        "day": pa.date32(),
        "local": pa.timestamp("us"),
        "instant": pa.timestamp("us", tz="UTC"),
    }


def arrow_type(kind: str) -> Any:
    return _types()[kind]


def struct_of(columns: Names) -> Any:
    """The type of one time, figure or event."""
    import pyarrow as pa

    return pa.struct([pa.field(name, arrow_type(kind)) for name, kind in columns.items()])
