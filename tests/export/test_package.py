"""A data package that frictionless finds nothing wrong with, also when it is filtered."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from tests.export.rows import BARE, EVENT, FIGURE, HOSTILE, RETRIEVED_UTC, cleaned, request, written
from tests.store.articles import FEW, article, database
from timeline.export.formats import EVERYTHING, FORMATS
from timeline.export.package import NAME, PROFILE
from timeline.export.writing import contents, write
from timeline.store.asking.filtered import snapshot
from timeline.store.asking.filters import ALL, Filters

FORM = FORMATS["datapackage"]


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = database(tmp_path, article(url="https://example.org/1"), FEW)
    yield engine
    engine.dispose()


def packed(engine: Engine, filters: Filters, path: Path) -> zipfile.ZipFile:
    with snapshot(engine) as connection:
        write(FORM, contents(connection, FORM, EVERYTHING, filters), path, request(EVERYTHING))
    return zipfile.ZipFile(path)


def lines(archive: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    with archive.open(f"{name}.csv") as file:
        return list(csv.DictReader(io.TextIOWrapper(file, "utf-8", newline=""), strict=True))


@pytest.mark.parametrize(
    ("filters", "rows"),
    [
        (ALL, {"documents": 2, "events": 4, "figures": 4}),
        (Filters(categories=("children",)), {"documents": 2, "events": 2, "figures": 4}),
        (Filters(types=("explosion",)), {"documents": 2, "events": 2, "figures": 0}),
        (Filters(first_day=date(2030, 1, 1)), {"documents": 0, "events": 0, "figures": 0}),
    ],
    ids=str,
)
@pytest.mark.filterwarnings("ignore")  # of frictionless's own
def test_frictionless_finds_nothing(filters: Filters, rows: dict[str, int], engine: Engine, tmp_path: Path) -> None:
    from frictionless import validate

    with packed(engine, filters, tmp_path / "package.zip") as archive:
        assert {name: len(lines(archive, name)) for name in rows} == rows
        archive.extractall(tmp_path / "package")
    report = validate(str(tmp_path / "package" / NAME))
    assert report.valid, report.flatten(["name", "type", "message"])
    assert len(report.tasks) == 3


@pytest.mark.filterwarnings("ignore")  # of frictionless's own
def test_frictionless_would_find_a_reference_that_leads_nowhere(tmp_path: Path) -> None:
    from frictionless import validate

    tables = {"documents": [], "events": [], "figures": [replace(FIGURE, part_of=99)]}
    write(FORM, tables, tmp_path / "package.zip", request(EVERYTHING))
    with zipfile.ZipFile(tmp_path / "package.zip") as archive:
        archive.extractall(tmp_path)
    (errors,) = (task.errors for task in validate(str(tmp_path / NAME)).tasks if task.errors)
    assert [error.type for error in errors] == ["foreign-key"] * 3


def test_every_cell() -> None:
    data, _ = written("datapackage", {"events": [EVENT, BARE]}, EVERYTHING)
    first, second = lines(zipfile.ZipFile(io.BytesIO(data)), "events")
    assert first == {name: "" if value is None else str(value) for name, value in asdict(EVENT).items()} | {
        "begin": "2023-05-09T03:00:00",
        "end_time": "2023-05-10T20:15:00",
        "begin_utc": "2023-05-09T00:00:00Z",
        "end_utc": "2023-05-10T17:15:00Z",
    }
    assert second["begin"] == second["outlet"] == ""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_cells(text: str) -> None:
    tables: Any = {"events": [replace(BARE, sentence=text)]}
    data, _ = written("datapackage", tables, EVERYTHING)
    assert lines(zipfile.ZipFile(io.BytesIO(data)), "events")[0]["sentence"] == cleaned(text)


def test_the_descriptor(engine: Engine, tmp_path: Path) -> None:
    archive = packed(engine, ALL, tmp_path / "package.zip")
    said = json.loads(archive.read(NAME))
    assert (said["$schema"], said["created"]) == (PROFILE, RETRIEVED_UTC)
    assert said["sources"] == [{"title": "وكالة المثال"}]
    assert said["export"]["rows"] == 10
    figures = said["resources"][2]
    assert figures["schema"]["foreignKeys"] == [
        {"fields": ["document_id"], "reference": {"resource": "documents", "fields": ["id"]}},
        {"fields": ["event_id"], "reference": {"resource": "events", "fields": ["id"]}},
        {"fields": ["part_of"], "reference": {"resource": "", "fields": ["id"]}},
    ]
    data = archive.read("figures.csv")
    assert (figures["bytes"], figures["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
    assert all(field["description"] for each in said["resources"] for field in each["schema"]["fields"])
    archive.close()
