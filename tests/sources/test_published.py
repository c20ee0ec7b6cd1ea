"""Publication times as people and machines write them -> ISO 8601, or None where they must be refused."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from timeline.sources import SourceProblem, read_published
from timeline.sources.dateline import find_dateline
from timeline.sources.given import read_zone

READ = {
    "2023-05-10T20:15:00+03:00": "2023-05-10T20:15:00+03:00",
    " 2023-05-10T20:15Z ": "2023-05-10T20:15:00+00:00",
    "2023-05-10T20:15": "2023-05-10T20:15:00",
    "2023-05-10T00:00": "2023-05-10T00:00:00",
    "2023-05-10": "2023-05-10T23:59:00",
    "20230510": "2023-05-10T23:59:00",
    "2023-W19-3": "2023-05-10T23:59:00",
    "Wed, 10 May 2023 20:15:00 +0300": "2023-05-10T20:15:00+03:00",
    "May 10, 2023 8:15 PM EST": "2023-05-10T20:15:00-05:00",
    "10 mai 2023 à 20h15": "2023-05-10T20:15:00",
    "05/10/2023": "2023-10-05T23:59:00",
    "10.05.2023": "2023-05-10T23:59:00",
    "10 مايو 2023": "2023-05-10T23:59:00",
    "١٠/٥/٢٠٢٣": "2023-05-10T23:59:00",
    "10 أيار/مايو 2023": "2023-05-10T23:59:00",
    "10 كانون الثاني (يناير) 2023": "2023-01-10T23:59:00",
    "10 تشرين الأول 2023 20:15": "2023-10-10T20:15:00",
    "الجمعة 10 آذار 2023": "2023-03-10T23:59:00",
    "10 جويلية 2023": "2023-07-10T23:59:00",
    "10 مايو 2023 الساعة 8:15 مساءً": "2023-05-10T20:15:00",
}
REFUSED = [
    "",
    "  ",
    "أمس",
    "yesterday",
    "3 days ago",
    "الأربعاء",
    "10 May",
    "10 مايو",
    "May 2023",
    "2023",
    "20:15",
    "1683738900",
    "2023-02-30",
    "2023-05-10T25:00",
    "0001-05-10",
    "9999-12-31T23:59Z",
    "foo",
    "\x00",
    "2023-05-10T20:15+99:00",
]
DATELINES = {
    "غزة - 10 أيار/مايو 2023\nقتل": "2023-05-10",
    "غزة (10 مايو 2023) - قال": "2023-05-10",
    "القدس المحتلة، الأربعاء 11 كانون الثاني/يناير 2023 - قال": "2023-01-11",
    "رام الله/ 10 مايو 2023/ قتل": "2023-05-10",
    "غزة - قتل ثلاثة في 10 مايو 2023": None,
    "غزة - 10 مايو - قتل ثلاثة": None,
    "في 10 مايو 2023 قتل ثلاثة": None,
    "حرب - 7 أكتوبر 2023 كانت البداية": None,
    "غزة - 40 مايو 2023\n": None,
}


@pytest.mark.parametrize(("written", "moment"), READ.items(), ids=READ)
def test_a_publication_time_is_read(written: str, moment: str) -> None:
    assert read_published(written).isoformat() == moment


@pytest.mark.parametrize("written", REFUSED, ids=ascii)
def test_what_names_no_full_date_is_refused(written: str) -> None:
    with pytest.raises(SourceProblem, match="publication time"):
        read_published(written)


@pytest.mark.parametrize(("text", "day"), DATELINES.items(), ids=DATELINES)
def test_a_dateline_is_a_full_date_behind_a_place(text: str, day: str | None) -> None:
    found = find_dateline(text, None)
    assert (found and f"{found:%Y-%m-%d}") == day


def test_the_offset_of_the_time_wins_over_the_zone() -> None:
    gaza = ZoneInfo("Asia/Gaza")
    assert read_published("2023-05-10T20:15+01:00", gaza).isoformat() == "2023-05-10T20:15:00+01:00"
    assert read_published("2023-05-10T20:15", gaza).isoformat() == "2023-05-10T20:15:00+03:00"
    assert read_published("10 يناير 2023 20:15", gaza) == datetime.fromisoformat("2023-01-10T20:15+02:00")


@pytest.mark.parametrize("name", ["Asia/Gazza", "", "../UTC", "/etc/passwd", "America", "\x00", "غزة"], ids=ascii)
def test_an_unknown_zone_is_refused(name: str) -> None:
    with pytest.raises(SourceProblem, match="time zone"):
        read_zone(name)


def test_a_zone_that_is_nearly_right_is_suggested() -> None:
    with pytest.raises(SourceProblem, match="Asia/Gaza"):
        read_zone("Asia/Gazza")
