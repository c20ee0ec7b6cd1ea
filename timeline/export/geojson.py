"""Events -> GeoJSON (RFC 7946): a feature for each event, its columns as properties.

An event whose place is not known to the gazetteer is a feature with a null geometry: maps leave it out, tables do not.
What the file is stands in `metadata`, a foreign member after the features.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from timeline.export.about import Request, Tally, metadata
from timeline.export.files import as_text
from timeline.export.jsonl_rows import as_object
from timeline.export.places import coordinates
from timeline.store.views.schema import TABLES

_PLACES = 6  # decimals: a tenth of a metre, and no more digits than the RFC advises


def write(rows: Iterable[Any], stream: BinaryIO, request: Request, tally: Tally) -> None:
    """One feature a line, so that a million of them stream."""
    names = [column.name for column in TABLES[request.what].columns]
    with as_text(stream) as text:
        text.write('{"type": "FeatureCollection", "features": [')
        between = "\n"
        for row in tally.of(rows):
            text.write(between + json.dumps(_feature(row, names), ensure_ascii=False))
            between = ",\n"
        said = json.dumps(metadata(request, tally, "geojson"), ensure_ascii=False)
        text.write(f'\n],\n"metadata": {said}}}\n')


def _feature(row: Any, names: list[str]) -> dict[str, Any]:
    return {"type": "Feature", "id": row.id, "geometry": _point(row), "properties": as_object(row, names)}


def _point(row: object) -> dict[str, Any] | None:
    where = coordinates(row)
    return where and {"type": "Point", "coordinates": [round(each, _PLACES) for each in where]}
