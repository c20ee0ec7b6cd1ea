"""Tables that tools for ACLED and UCDP can read, and in which no word of the article is lost."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict, replace
from types import SimpleNamespace
from typing import Any, get_args

import pytest

from tests.export.rows import EVENT, FIGURE, HOSTILE, PART, TOLD, UNDATED, cleaned, written
from timeline.export import acled, ucdp
from timeline.export.places import country_codes, country_name
from timeline.export.taxonomy import EVENT_TYPES, acled_type
from timeline.store.asking.filtered import Told
from timeline.values import Status

ACLED = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,"
    "actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,"
    "latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
)
UCDP = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,"
    "dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,"
    "number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,"
    "where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,"
    "region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,"
    "low,gwnoa,gwnob"
)
NOTES = (
    f"{EVENT.sentence} | time: فجر الثلاثاء (2023-05-09T03:00 to 2023-05-10T20:15) | "
    "killed: 21 فلسطينياً (exact, 21, period), according to وزارة الصحة | "
    "killed: 4 أطفال (exact, 4, period, part of another count), according to وزارة الصحة"
)
ON_THE_MAP = SimpleNamespace(
    **asdict(EVENT)
    | {
        "latitude": 31.5,
        "longitude": 34.47,
        "location": "Gaza City",
        "country": "PS",
        "admin1": "Gaza Strip",
        "admin2": "Gaza",
        "geo_precision": "city",
    }
)


def lines(form: str, *rows: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(form, rows)[0].decode(), newline=""), strict=True))


def filled(form: str, row: Any) -> dict[str, str]:
    (line,) = lines(form, row)
    return {name: cell for name, cell in line.items() if cell}


@pytest.mark.parametrize(("form", "header"), [("acled", ACLED), ("ucdp", UCDP)])
def test_columns_in_their_order(form: str, header: str) -> None:
    assert written(form, [])[0].decode() == header + "\r\n"


def test_every_cell_of_acled() -> None:
    assert filled("acled", TOLD) == {
        "event_id_cnty": "XXX7",
        "event_date": "2023-05-09",
        "year": "2023",
        "time_precision": "2",
        "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Air/drone strike",
        "location": "القطاع",
        "source": "وكالة المثال",
        "notes": NOTES,
        "fatalities": "21",
        "timestamp": "1704164645",
    }


def test_every_cell_of_ucdp() -> None:
    assert filled("ucdp", TOLD) == {
        "id": "7",
        "year": "2023",
        "number_of_sources": "1",
        "source_article": "وكالة المثال,2023-05-10,عنوان الخبر",
        "source_office": "وكالة المثال",
        "source_date": "2023-05-10",
        "source_headline": "عنوان الخبر",
        "source_original": NOTES,
        "where_coordinates": "القطاع",
        "where_description": "القطاع",
        "event_clarity": "2",
        "date_prec": "2",
        "date_start": "2023-05-09 00:00:00.000",
        "date_end": "2023-05-10 00:00:00.000",
        "deaths_a": "0",
        "deaths_b": "0",
        "deaths_civilians": "4",
        "deaths_unknown": "17",
        "best": "21",
        "high": "21",
        "low": "21",
    }


def test_a_place_that_the_gazetteer_knows() -> None:
    told: Any = Told(ON_THE_MAP, (FIGURE, PART))  # type: ignore[arg-type]  # a row with the columns of a gazetteer
    in_acled, in_ucdp = filled("acled", told), filled("ucdp", told)
    wanted = {"event_id_cnty": "PSE7", "iso": "275", "country": "Palestinian Territories", "admin1": "Gaza Strip",
              "latitude": "31.5", "longitude": "34.47", "geo_precision": "1",
              "admin2": "Gaza", "location": "Gaza City"}  # fmt: skip
    assert {name: in_acled[name] for name in wanted} == wanted
    assert in_ucdp["geom_wkt"] == "POINT (34.47 31.5)"
    wanted = {"adm_1": "Gaza Strip", "adm_2": "Gaza", "country": "Palestinian Territories", "where_prec": "1",
              "where_coordinates": "Gaza City", "where_description": "القطاع"}  # fmt: skip
    assert {name: in_ucdp[name] for name in wanted} == wanted


def test_vague_words_stay_in_the_notes() -> None:
    dozens = replace(FIGURE, low=20, high=None, qualifier="dozens", text="عشرات القتلى", scope="incident")
    line = filled("acled", Told(EVENT, (dozens,)))
    assert line["fatalities"] == "12"
    assert "killed: عشرات القتلى (dozens, 20 or more), according to وزارة الصحة" in line["notes"]


@pytest.mark.parametrize(
    ("begin", "end", "acled_precision", "ucdp_precision", "clarity"),
    [
        ("2023-05-09T00:00", "2023-05-10T00:00", "1", "1", "1"),
        ("2023-05-09T21:00", "2023-05-10T03:00", "1", "1", "1"),
        ("2023-05-07T00:00", "2023-05-10T00:00", "2", "2", "2"),
        ("2023-05-01T00:00", "2023-05-08T00:00", "2", "3", "2"),
        ("2023-05-01T00:00", "2023-06-01T00:00", "3", "4", "2"),
        ("2023-01-01T00:00", "2024-01-01T00:00", "3", "5", "2"),
        ("2023-05-09T00:00", None, "3", "5", "2"),
        (None, "2023-05-10T00:00", "3", "5", "2"),
    ],
)
def test_precision(begin: str | None, end: str | None, acled_precision: str, ucdp_precision: str, clarity: str) -> None:
    told = Told(replace(EVENT, begin=begin, end_time=end), TOLD.figures)
    assert filled("acled", told)["time_precision"] == acled_precision
    in_ucdp = filled("ucdp", told)
    assert (in_ucdp["date_prec"], in_ucdp["event_clarity"]) == (ucdp_precision, clarity)


def test_what_they_do_not_record_is_left_out_and_counted() -> None:
    rows = [
        TOLD,
        Told(UNDATED, TOLD.figures),
        Told(replace(EVENT, type="disaster"), ()),
        *(Told(replace(EVENT, status=status), TOLD.figures) for status in get_args(Status)),
    ]
    _, in_acled = written("acled", rows)
    _, in_ucdp = written("ucdp", rows)
    assert in_acled.left_out == {"undated": 1, "not recorded by ACLED": 1, "planned": 1, "denied": 1}
    assert in_ucdp.left_out == {"undated": 1, "without deaths": 1, "planned": 1, "denied": 1}
    assert in_acled.rows == in_ucdp.rows == 3


def test_an_allegation_says_so() -> None:
    line = filled("acled", Told(replace(EVENT, status="alleged"), ()))
    assert line["tags"] == "status=alleged"
    assert "status: alleged" in line["notes"]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_cells(text: str) -> None:
    told = Told(replace(EVENT, sentence=text, time=None), (replace(FIGURE, text=text, source=None, scope="incident"),))
    notes = f"{cleaned(text)} | killed: {cleaned(text)} (exact, 21)"
    assert lines("acled", told)[0]["notes"] == lines("ucdp", told)[0]["source_original"] == notes


def test_every_column_is_explained() -> None:
    assert set(ucdp._MEANINGS) <= set(ucdp.COLUMNS)
    assert all([*acled.COLUMNS.values(), *ucdp.COLUMNS.values()])


@pytest.mark.parametrize("type_", EVENT_TYPES)
def test_types(type_: str) -> None:
    found = acled_type(type_)
    assert (found is None) == (type_ in ("accident", "disaster"))
    assert found is None or found.disorder in ("Political violence", "Demonstrations", "Strategic developments")


@pytest.mark.parametrize(
    ("code", "name", "letters", "number"),
    [
        ("ps", "Palestinian Territories", "PSE", 275),
        ("SD", "Sudan", "SDN", 729),
        ("zz9", None, None, None),
        (None,) * 4,
    ],
)
def test_countries(code: str | None, name: str | None, letters: str | None, number: int | None) -> None:
    assert country_name(code) == name
    assert country_codes(code) == (letters, number)
