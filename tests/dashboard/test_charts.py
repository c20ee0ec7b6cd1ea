"""Rows -> the specification of the chart: nothing is lost, nothing invisible, open ends faded."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any

import pyarrow as arrow
import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard.i18n import LANGUAGES, Words
from dashboard.lanes.chart import lanes_chart
from dashboard.lanes.density import density_chart
from dashboard.lanes.drawn import Drawn
from dashboard.lanes.histogram import histogram
from dashboard.lanes.marks import SLICES
from dashboard.lanes.spans import (
    Span,
    Unit,
    Window,
    count_by,
    days_of,
    last_day,
    moved,
    scaled,
    together,
    unit_for,
    usual,
    whole,
)
from dashboard.lanes.tracks import MOST_LANES, MOST_ROWS, OTHERS, order, place

ARABIC = Words("ar")
MAY = Window(date(2023, 5, 1), date(2023, 5, 31))


def event(number: int = 1, begin: str | None = None, end: str | None = None, **changes: Any) -> Drawn:
    row: dict[str, Any] = {
        "lane": changes.get("type", "air_strike"), "id": number, "document_id": 7, "start": number * 10,
        "type": "air_strike", "status": "asserted", "begin": begin, "end_time": end, "text": "غارات",
        "time": "فجر الثلاثاء", "place": "دير البلح", "outlet": None,
    }  # fmt: skip
    return Drawn(**(row | changes))


DAY = event(1, "2023-05-09T00:00", "2023-05-10T00:00")
MINUTE = event(2, "2023-05-09T10:30", "2023-05-09T10:31", type="statement")
SINCE = event(3, "2023-05-08T00:00", None, type="blockade")
UNTIL = event(4, None, "2023-05-10T00:00", type="ceasefire", status="planned")


def spec(*events: Drawn, words: Words = ARABIC, window: Window = MAY, by: str = "type") -> dict[str, Any]:
    names = order(by, Counter(event.lane for event in events))
    return lanes_chart(events, names, by, window.view, words)


def records(chart: dict[str, Any], name: str = "events") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = arrow.ipc.open_stream(chart["datasets"][name]).read_all().to_pylist()
    return found


def forms(chart: dict[str, Any]) -> dict[int, str]:
    return {mark["start"] // 10: mark["form"] for mark in records(chart)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chart_of_nothing_is_a_chart(language: Any) -> None:
    assert records(spec(words=Words(language))) == []


def test_bars_points_and_fades() -> None:
    chart = spec(DAY, MINUTE, SINCE, UNTIL)
    assert forms(chart) == {1: "bar", 2: "point", 3: "fade", 4: "fade"}
    assert len(records(chart, "fades")) == 2 * SLICES
    assert [layer["mark"]["type"] for layer in chart["layer"]] == ["rect", "bar", "bar", "point", "text", "bar"]


def test_a_fade_begins_full_at_the_end_that_is_known() -> None:
    for one, strongest in ((SINCE, 0), (UNTIL, SLICES - 1)):
        strengths = [piece["strength"] for piece in records(spec(DAY, one), "fades")]
        assert strengths.index(max(strengths)) == strongest
        assert min(strengths) < 0.1


@pytest.mark.parametrize(("minutes", "form"), [(1, "point"), (59, "bar")])
def test_what_is_shorter_than_a_400th_of_the_view_is_a_point(minutes: int, form: str) -> None:
    short = event(1, "2023-05-09T10:00", f"2023-05-09T10:{minutes:02d}")
    assert forms(spec(short, window=Window(date(2023, 5, 1), date(2023, 5, 11))))[1] == form


def test_a_mark_knows_what_a_click_and_a_hover_need() -> None:
    [mark] = records(spec(event(1, "2023-05-09T03:00", "2023-05-10T20:15", status="alleged")))
    assert (mark["document"], mark["start"], mark["solid"]) == (7, 10, False)
    assert (mark["type"], mark["status"], mark["place"]) == ("غارة جوية", "مزعوم", "دير البلح")
    assert "2023-05-09 03:00 → 2023-05-10 20:15" in mark["when"]
    assert (mark["begin"], mark["end"]) == ("2023-05-09T03:00:00Z", "2023-05-10T20:15:00Z")


def test_the_click_the_zoom_and_the_brush_are_the_selections() -> None:
    assert {param["name"] for param in spec(DAY)["params"]} == {"event", "zoom"}
    drawn = histogram({date(2023, 5, 9): 1}, MAY, MAY, ARABIC)
    assert {param["name"] for param in drawn["params"]} == {"window"}


@pytest.mark.parametrize(
    ("chosen", "is_there"),
    [
        (MAY, False),  # it would lie over all columns, and a drag would move it
        (Window(date(2023, 4, 1), date(2023, 6, 30)), False),
        (Window(date(2023, 5, 1), date(2023, 5, 30)), True),
        (Window(date(2023, 5, 2), date(2023, 5, 31)), True),
    ],
)
def test_a_brush_is_there_once_some_of_the_days_are_chosen(chosen: Window, is_there: bool) -> None:
    drawn = histogram({date(2023, 5, 9): 1}, MAY, chosen, ARABIC)
    assert ["value" in param for param in drawn["params"]] == [is_there]


def test_names_of_months_are_those_of_the_language() -> None:
    assert spec(DAY)["config"]["locale"]["time"]["months"][4] == "مايو"
    assert spec(DAY, words=Words("en"))["config"]["locale"]["time"]["days"][0] == "Sunday"


def test_an_unknown_type_gets_a_lane_of_its_own() -> None:
    [mark] = records(spec(event(1, "2023-05-09T03:00", None, type="eclipse'<b>")))
    assert (mark["type"], mark["family"]) == ("eclipse'<b>", "other")


def test_the_histogram_counts_everything_inside_and_reaches_to_its_edges() -> None:
    days = {date(2023, 5, 9): 3, date(2023, 5, 31): 2, date(2024, 1, 1): 7}
    [values] = histogram(days, MAY, MAY, Words("en"))["datasets"].values()
    assert sum(value["count"] for value in values) == 5
    assert (min(value["begin"] for value in values), max(value["end"] for value in values)) == (
        "2023-05-01T00:00:00Z",
        "2023-06-01T00:00:00Z",
    )


def test_cells_hold_every_event_of_the_window_in_its_lane() -> None:
    counts = [("raid", date(2023, 4, 1), 5), ("raid", date(2023, 5, 1), 2), ("arrest", date(2023, 5, 31), 4)]
    cells = records(density_chart(counts, ["raid", "arrest"], "type", MAY, Words("en")), "cells")
    assert [(cell["lane"], cell["first"], cell["last"], cell["count"]) for cell in cells] == [
        ("Raid", "2023-05-01", "2023-05-01", 7),  # what was under way already is on the first day
        ("Arrest", "2023-05-31", "2023-05-31", 4),
    ]


NEAR = {date(2023, 5, day): 1 for day in range(1, 20)}


@pytest.mark.parametrize(
    ("far", "first", "last"),
    [
        ({}, date(2023, 5, 1), date(2023, 5, 19)),
        ({date(1990, 1, 1): 1}, date(2023, 5, 1), date(2023, 5, 19)),
        ({date(2050, 1, 1): 1}, date(2023, 5, 1), date(2023, 5, 19)),
        ({date(2023, 5, 25): 1}, date(2023, 5, 1), date(2023, 5, 25)),
        ({date(1990, 1, 1): 9}, date(1990, 1, 1), date(2023, 5, 19)),  # too many to be an exception
    ],
)
def test_the_usual_days_leave_few_far_dates_out(far: dict[date, int], first: date, last: date) -> None:
    assert usual(far | NEAR) == Window(first, last)
    assert whole(far | NEAR) == Window(min(far | NEAR), max(far | NEAR))


@pytest.mark.parametrize(
    "days", [{}, {date(1, 1, 1): 1}, {date(9999, 12, 31): 9}, {date(1, 1, 1): 1, date(9999, 12, 31): 9}]
)
def test_the_ends_of_the_calendar(days: dict[date, int]) -> None:
    window = whole(days)
    assert usual(days).days >= 1
    assert moved(window, 9_999_999).days >= 1
    assert scaled(window, 2).days >= window.days
    assert histogram(days, window, window, ARABIC)


@pytest.mark.parametrize(("begin", "end"), [("0001-01-01T00:00", "0001-01-02T00:00"), ("9999-12-30T00:00", None)])
def test_events_at_the_ends_of_the_calendar(begin: str, end: str | None) -> None:
    assert forms(spec(event(1, begin, end), window=Window(date(1, 1, 1), date(9999, 12, 31))))


@given(some.dates(), some.integers(0, 5000), some.sampled_from([0.5, 2, 10]), some.integers(-99, 99))
def test_windows_stay_windows(first: date, days: int, by: float, steps: int) -> None:
    window = Window(first, min(first + timedelta(days=days), date.max) if first < date(9900, 1, 1) else first)
    for other in (scaled(window, by), moved(window, steps)):
        assert other.first <= other.last
        assert together(window, other).days >= max(window.days, other.days)


@given(some.dates(date(1900, 1, 1), date(2100, 1, 1)), some.integers(0, 9000))
def test_the_view_of_some_days_shows_those_days(first: date, days: int) -> None:
    window = Window(first, first + timedelta(days=days))
    assert days_of(window.view) == window


def test_events_at_the_same_time_stand_on_different_tracks_until_there_are_too_many() -> None:
    many = [event(n, "2023-05-09T00:00", "2023-05-10T00:00") for n in range(MOST_ROWS + 5)]
    placed = place(many, ["air_strike"], MAY.span, lambda _: 0.1)
    assert len(placed) == len(many)
    assert len({one.row for one in placed}) == MOST_ROWS


def test_events_one_after_the_other_share_a_track_and_know_the_next_name() -> None:
    after = event(2, "2023-05-20T00:00", "2023-05-21T00:00")
    placed = place([after, DAY], ["air_strike"], MAY.span, lambda _: 0.1)
    assert [one.row for one in placed] == ["000#000", "000#000"]
    assert [one.next_at for one in placed] == [datetime(2023, 5, 20), None]


@pytest.mark.parametrize(
    ("begin", "end", "day"),
    [
        ("2023-05-09T00:00", "2023-05-10T00:00", 9),
        ("2023-04-01T00:00", "2023-05-20T00:00", 1),  # under way when the view begins
        ("2023-05-30T00:00", "2023-05-31T00:00", 22),  # no room for the name: it ends with the view
    ],
)
def test_a_name_stands_inside_the_view(begin: str, end: str, day: int) -> None:
    view = Span(datetime(2023, 5, 1), datetime(2023, 5, 31))
    [placed] = place([event(1, begin, end)], ["air_strike"], view, lambda _: 0.3)
    assert placed.named_at == datetime(2023, 5, day)


@pytest.mark.parametrize(("begin", "end"), [("2023-04-01", "2023-04-02"), ("2023-06-01", "2023-06-02")])
def test_the_name_of_what_is_out_of_view_is_out_of_view(begin: str, end: str) -> None:
    view = Span(datetime(2023, 5, 1), datetime(2023, 5, 31))
    [placed] = place([event(1, f"{begin}T00:00", f"{end}T00:00")], ["air_strike"], view, lambda _: 0.3)
    assert not view.begin <= placed.named_at < view.end


@pytest.mark.parametrize(
    ("by", "counts", "lanes"),
    [
        ("type", {"aid": 9, "raid": 1, "air_strike": 2, "eclipse": 5}, ["air_strike", "raid", "aid", "eclipse"]),
        ("place", {"غزة": 2, "رفح": 5, "": 9}, ["رفح", "غزة", ""]),  # what has no place comes last
        ("place", {}, []),
    ],
)
def test_the_order_of_lanes(by: str, counts: dict[str, int], lanes: list[str]) -> None:
    assert order(by, counts) == lanes


def test_the_rest_of_many_places_share_a_lane() -> None:
    places = {f"p{number:02d}": 100 - number for number in range(MOST_LANES + 9)}
    names = order("place", places)
    assert names == [*list(places)[:MOST_LANES], OTHERS]
    [placed] = place([event(1, "2023-05-09T00:00", lane="p20")], names, MAY.span, lambda _: 0.1)
    assert placed.row == f"{MOST_LANES:03d}#000"


@pytest.mark.parametrize(
    ("days", "unit", "first", "last"),
    [
        (30, "day", date(2023, 5, 10), date(2023, 5, 10)),
        (400, "week", date(2023, 5, 8), date(2023, 5, 14)),
        (2000, "month", date(2023, 5, 1), date(2023, 5, 31)),
        (9000, "year", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_columns(days: int, unit: Unit, first: date, last: date) -> None:
    assert unit_for(days) == unit
    assert count_by(unit, [(date(2023, 5, 10), 1), (date(2023, 5, 10), 1)]) == {first: 2}
    assert last_day(unit, first) == last
