"""GeoJSON that the geojson library finds valid."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, replace
from types import SimpleNamespace
from typing import Any

import geojson
import pytest

from tests.export.rows import BARE, EVENT, HOSTILE, RETRIEVED_UTC, cleaned, written
from tests.export.test_jsonl_rows import INSTANTS


def at(**where: object) -> SimpleNamespace:
    """An event as it is once a gazetteer knows places."""
    return SimpleNamespace(**asdict(EVENT) | where)


def read(rows: list[Any]) -> Any:
    found = geojson.loads(written("geojson", rows)[0])
    assert found.is_valid, found.errors()
    return found


def test_every_property() -> None:
    first, second = read([EVENT, BARE])["features"]
    assert first["properties"] == asdict(EVENT) | INSTANTS
    assert (first["id"], first["geometry"]) == (7, None)
    assert second["properties"] == asdict(BARE)


def test_longitude_stands_first() -> None:
    (feature,) = read([at(latitude=31.501234567, longitude=34.47)])["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [34.47, 31.501235]}


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(None, 34.0), (31.0, None), (91.0, 0.0), (0.0, -180.5), (math.nan, 0.0), (0.0, math.inf)],
)
def test_what_is_not_on_the_globe_is_nowhere(latitude: float | None, longitude: float | None) -> None:
    (feature,) = read([at(latitude=latitude, longitude=longitude)])["features"]
    assert feature["geometry"] is None


def test_metadata_is_a_foreign_member() -> None:
    found = json.loads(written("geojson", [EVENT])[0])
    assert list(found) == ["type", "features", "metadata"]
    assert (found["metadata"]["retrieved"], found["metadata"]["rows"]) == (RETRIEVED_UTC, 1)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text(text: str) -> None:
    (feature,) = read([replace(BARE, sentence=text)])["features"]
    assert feature["properties"]["sentence"] == cleaned(text)
