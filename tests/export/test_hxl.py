"""HXL: hashtags that the standard has, and counts that add up by hashtag."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import asdict, replace
from typing import Any

import pytest

from tests.export.rows import FIGURE, HOSTILE, PART, cleaned, written
from timeline.export.hxl import COLUMNS
from timeline.store.asking.filtered import LocatedFigure

# The core hashtags of HXL 1.1. Attributes are free, as long as they are made like this.
CORE = frozenset(
    "access activity adm1 adm2 adm3 adm4 adm5 affected beneficiary capacity cause channel contact country crisis "
    "currency date delivery description event frequency geo group impact indicator inneed item loc meta modality need "
    "operations org output population reached region respondee sector service severity status subsector targeted "
    "value".split()
)
TAG = re.compile(r"#(?P<tag>[a-z][a-z0-9_]*)(?:\+[a-z][a-z0-9_]*)*")


def parsed(data: bytes) -> list[dict[str, str]]:
    names, tags, *lines = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    assert names == [column.name for column in COLUMNS]
    return [dict(zip(tags, line, strict=True)) for line in lines]


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.name)
def test_hashtag(column: Any) -> None:
    found = TAG.fullmatch(column.tag)
    assert found, column.tag
    assert found["tag"] in CORE
    assert column.meaning


def test_no_two_columns_add_up() -> None:
    assert len({column.tag for column in COLUMNS}) == len({column.name for column in COLUMNS}) == len(COLUMNS)


def test_every_cell() -> None:
    whole, part = parsed(written("hxl", [FIGURE, PART], "figures")[0])
    assert {tag: value for tag, value in whole.items() if value} == {
        "#meta+id": "12",
        "#date+start": "2023-05-09",
        "#date+end": "2023-05-10",
        "#date+reported": "2023-05-10",
        "#loc+name": "القطاع",
        "#event+type": "air_strike",
        "#affected+killed+min": "21",
        "#affected+killed+max": "21",
        "#meta+qualifier": "exact",
        "#meta+scope": "period",
        "#group+categories": "ps",
        "#meta+source": "وزارة الصحة",
        "#meta+outlet": "وكالة المثال",
        "#meta+url": "https://example.org/1",
        "#description+count": "21 فلسطينياً",
        "#description+time": "فجر الثلاثاء",
        "#description+sentence": FIGURE.sentence,
    }
    assert part["#meta+id+whole"] == "12"


def test_an_open_count_of_things_on_whole_days() -> None:
    row = replace(FIGURE, kind="strikes", low=20, high=None, begin="2023-05-01T00:00", end_time="2023-06-01T00:00")
    (line,) = parsed(written("hxl", [row], "figures")[0])
    assert (line["#impact+strikes+min"], line["#impact+strikes+max"], line["#affected+killed+min"]) == ("20", "", "")
    assert (line["#date+start"], line["#date+end"]) == ("2023-05-01", "2023-05-31")


def test_a_place_that_the_gazetteer_knows() -> None:
    row = LocatedFigure(**asdict(FIGURE), country="PS", admin1="Gaza", latitude=31.5, longitude=34.47)
    (line,) = parsed(written("hxl", [row], "figures")[0])
    assert (line["#geo+lat"], line["#geo+lon"], line["#country+code"], line["#adm1+name"]) == (
        "31.5",
        "34.47",
        "PSE",
        "Gaza",
    )


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_cells(text: str) -> None:
    (line,) = parsed(written("hxl", [replace(FIGURE, sentence=text)], "figures")[0])
    assert line["#description+sentence"] == cleaned(text)
