"""A calendar read back by the icalendar library."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from icalendar import Calendar

from tests.export.rows import BARE, EVENT, HOSTILE, NOTHING, RETRIEVED_UTC, UNDATED, cleaned, written

DAYS = {"begin": "2023-05-01T00:00", "end_time": "2023-05-04T00:00"}
NO_OFFSET = {"begin_utc": None, "end_utc": None}


def read(rows: list[Any]) -> Any:
    return Calendar.from_ical(written("ical", rows)[0])


def only(row: Any) -> Any:
    (event,) = read([row]).walk("VEVENT")
    return event


def test_every_property() -> None:
    event = only(EVENT)
    assert event["dtstart"].dt == datetime(2023, 5, 9, tzinfo=UTC)
    assert event["dtend"].dt == datetime(2023, 5, 10, 17, 15, tzinfo=UTC)
    assert event["dtstamp"].dt == datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert event["summary"] == "غارة – القطاع"
    assert event["description"] == f"{EVENT.sentence}\nفجر الثلاثاء\nعنوان الخبر\nوكالة المثال"
    assert event["categories"].cats == ["air_strike"]
    assert (event["location"], event["url"], event["status"]) == ("القطاع", "https://example.org/1", "CONFIRMED")
    assert "geo" not in event


@pytest.mark.parametrize(
    ("times", "start", "end"),
    [
        (DAYS, date(2023, 5, 1), date(2023, 5, 4)),
        (NO_OFFSET, datetime(2023, 5, 9, 3), datetime(2023, 5, 10, 20, 15)),
        ({"end_time": None, "end_utc": None}, datetime(2023, 5, 9, tzinfo=UTC), None),
        ({"begin": None, "begin_utc": None}, datetime(2023, 5, 10, 17, 15, tzinfo=UTC), None),
        ({"begin_utc": None}, datetime(2023, 5, 9, 3), datetime(2023, 5, 10, 20, 15)),
        ({"end_time": EVENT.begin, "end_utc": EVENT.begin_utc}, datetime(2023, 5, 9, tzinfo=UTC), None),
    ],
)
def test_times(times: dict[str, Any], start: date, end: date | None) -> None:
    event = only(replace(EVENT, **times))
    assert event["dtstart"].dt == start
    assert (event["dtend"].dt if "dtend" in event else None) == end


@pytest.mark.parametrize(
    ("status", "said"),
    [("asserted", "CONFIRMED"), ("planned", "TENTATIVE"), ("alleged", "TENTATIVE"), ("denied", "CANCELLED")],
)
def test_status(status: str, said: str) -> None:
    assert only(replace(EVENT, status=status))["status"] == said


def test_what_has_no_time_is_left_out_and_counted() -> None:
    data, tally = written("ical", [EVENT, UNDATED, BARE])
    assert (tally.rows, tally.left_out) == (1, {"undated": 2})
    assert len(Calendar.from_ical(data).walk("VEVENT")) == 1


def test_the_calendar_says_what_it_is_before_its_events() -> None:
    data, _ = written("ical", [EVENT, UNDATED])
    said = [str(each) for each in read([EVENT, UNDATED])["x-timeline"]]
    assert f"retrieved: {RETRIEVED_UTC}" in said
    assert {"rows: 1", "filter: type: air_strike", "source: وكالة المثال: 1 rows", "left out: undated: 1"} <= set(said)
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert data.index(b"X-TIMELINE") < data.index(b"BEGIN:VEVENT")


def test_lines_are_short_and_end_as_the_standard_says() -> None:
    data, _ = written("ical", [replace(EVENT, sentence="قصف " * 500)])
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.count(b"\n") == data.count(b"\r\n")


def test_an_event_is_the_same_in_the_next_export() -> None:
    one, two, other = (
        only(row)["uid"] for row in (EVENT, replace(EVENT, id=99, document_id=5), replace(EVENT, start=8))
    )
    assert one == two != other


def test_a_place_that_the_gazetteer_knows() -> None:
    event = only(SimpleNamespace(**asdict(EVENT) | {"latitude": 31.5, "longitude": 34.47}))
    assert event["geo"].to_ical() == "31.5;34.47"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text(text: str) -> None:
    event = only(replace(EVENT, place=text, sentence=f"أ{text}", time=None, title=None, outlet=None, url=None))
    lost = cleaned(text).replace("\r\n", "\n").translate({1: " ", 27: " ", 127: " "})
    assert event["description"] == f"أ{lost}"
    assert event.get("location", "") == lost


def test_nothing_but_a_name() -> None:
    event = only(replace(BARE, **NOTHING | {"begin": "2023-05-09T00:00"}))
    assert (event["summary"], event["dtstart"].dt) == ("غارة", datetime(2023, 5, 9))
