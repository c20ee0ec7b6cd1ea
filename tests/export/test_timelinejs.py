"""The 18 columns of TimelineJS."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.export.rows import BARE, EVENT, HOSTILE, UNDATED, cleaned, written
from timeline.export.csv import without_formula
from timeline.store.views.rows import EventRow

HEADER = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
    "Media Caption,Media Thumbnail,Type,Group,Background"
)


def line(row: EventRow) -> dict[str, str]:
    text = written("timelinejs", [row])[0].decode()
    assert text.startswith(HEADER + "\r\n")
    (found,) = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return found


class Shown(HTMLParser):
    """What a reader of the slide sees, and what could run."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags, self.links = "", set[str](), list[str | None]()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_every_cell() -> None:
    assert {name: cell for name, cell in line(EVENT).items() if cell} == {
        "Year": "2023", "Month": "5", "Day": "9", "Time": "03:00:00",
        "End Year": "2023", "End Month": "5", "End Day": "10", "End Time": "20:15:00",
        "Display Date": "فجر الثلاثاء", "Headline": "غارة – القطاع", "Group": "air_strike",
        "Text": f'<p>{EVENT.sentence}</p><p><a href="https://example.org/1">وكالة المثال</a></p>',
    }  # fmt: skip


@pytest.mark.parametrize(
    ("begin", "end", "cells"),
    [
        ("2023-05-09T00:00", "2023-05-10T00:00", "2023,5,9,,,,,"),
        ("2023-05-01T00:00", "2023-05-04T00:00", "2023,5,1,,2023,5,3,"),
        ("2023-05-01T00:00", "2023-06-01T00:00", "2023,5,,,,,,"),
        ("2023-12-01T00:00", "2024-01-01T00:00", "2023,12,,,,,,"),
        ("2023-01-01T00:00", "2024-01-01T00:00", "2023,,,,,,,"),
        ("1990-01-01T00:00", "2000-01-01T00:00", "1990,1,1,,1999,12,31,"),
        ("2003-05-21T18:00", "2003-05-22T00:00", "2003,5,21,18:00:00,2003,5,22,00:00:00"),
        ("2023-05-09T03:00", None, "2023,5,9,03:00:00,,,,"),
        (None, "2023-05-09T00:00", "2023,5,9,,,,,"),
        ("0610-08-10T00:00", "0610-08-11T00:00", "610,8,10,,,,,"),
    ],
)
def test_dates_are_as_coarse_as_the_text(begin: str | None, end: str | None, cells: str) -> None:
    row = line(replace(EVENT, begin=begin, end_time=end))
    assert ",".join(list(row.values())[:8]) == cells


def test_what_has_no_time_is_left_out_and_counted() -> None:
    data, tally = written("timelinejs", [UNDATED, BARE])
    assert (data.decode(), tally.left_out) == (HEADER + "\r\n", {"undated": 2})


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_runs(text: str) -> None:
    row = line(replace(EVENT, sentence=text, text=text, place=None, time=text, outlet=text, title=None))
    shown = Shown(row["Text"])
    assert shown.tags == {"p", "a"}
    assert shown.text.replace("'", "") == ((cleaned(text) * 2) or str(EVENT.url)).replace("'", "")
    assert row["Display Date"] == without_formula(cleaned(text))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "//x", "http://[", "", None])
def test_only_pages_are_linked(url: str | None) -> None:
    assert Shown(line(replace(EVENT, url=url))["Text"]).links == []
