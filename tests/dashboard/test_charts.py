"""Rows -> the specification of the chart: nothing is lost, nothing invisible, open ends faded."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from dashboard.address import Filters
from dashboard.charts import timeline_chart
from dashboard.i18n import LANGUAGES, Words
from dashboard.lanes import MOST_ROWS, place
from dashboard.marks import SLICES
from dashboard.spans import Span, Unit, count_by, first_view, following, unit_for
from timeline.store.views import EventRow

ARABIC = Words("ar")


def event(number: int = 1, begin: str | None = None, end: str | None = None, **changes: Any) -> EventRow:
    row: dict[str, Any] = {
        "id": number, "type": "air_strike", "status": "asserted", "begin": begin, "end_time": end, "begin_utc": None,
        "end_utc": None, "place": "دير البلح", "text": "غارات", "time": "فجر الثلاثاء", "value": "2023-05-09TDA",
        "signal": None, "sentence": "", "start": number * 10, "end": number * 10 + 5, "document_id": 7, "title": None,
        "outlet": None, "url": None, "published": None,
    }  # fmt: skip
    return EventRow(**(row | changes))


DAY = event(1, "2023-05-09T00:00", "2023-05-10T00:00")
MINUTE = event(2, "2023-05-09T10:30", "2023-05-09T10:31", type="statement")
SINCE = event(3, "2023-05-08T00:00", None, type="blockade")
UNTIL = event(4, None, "2023-05-10T00:00", type="ceasefire", status="planned")


def spec(*events: EventRow, words: Words = ARABIC, filters: Filters | None = None) -> dict[str, Any]:
    return timeline_chart(events, words, filters or Filters())


def forms(chart: dict[str, Any]) -> dict[int, str]:
    return {mark["start"] // 10: mark["form"] for mark in chart["datasets"]["events"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chart_of_nothing_is_a_chart(language: Any) -> None:
    data = spec(words=Words(language))["datasets"]
    assert data["events"] == data["fades"] == []


def test_bars_points_and_fades() -> None:
    chart = spec(DAY, MINUTE, SINCE, UNTIL)
    assert forms(chart) == {1: "bar", 2: "point", 3: "fade", 4: "fade"}
    assert len(chart["datasets"]["fades"]) == 2 * SLICES
    drawn = [layer["mark"]["type"] for layer in chart["vconcat"][1]["layer"]]
    assert drawn == ["rect", "bar", "bar", "point", "text", "bar"]


def test_a_fade_begins_full_at_the_end_that_is_known() -> None:
    for one, strongest in ((SINCE, 0), (UNTIL, SLICES - 1)):
        strengths = [piece["strength"] for piece in spec(DAY, one)["datasets"]["fades"]]
        assert strengths.index(max(strengths)) == strongest
        assert min(strengths) < 0.1


@pytest.mark.parametrize(("minutes", "form"), [(1, "point"), (59, "bar")])
def test_what_is_shorter_than_a_400th_of_the_view_is_a_point(minutes: int, form: str) -> None:
    week = event(9, "2023-05-01T00:00", "2023-05-12T00:00")
    short = event(1, "2023-05-09T10:00", f"2023-05-09T10:{minutes:02d}")
    assert forms(spec(week, short))[1] == form


def test_a_mark_knows_what_a_click_and_a_hover_need() -> None:
    [mark] = spec(event(1, "2023-05-09T03:00", "2023-05-10T20:15", status="alleged"))["datasets"]["events"]
    assert (mark["document"], mark["start"], mark["solid"]) == (7, 10, False)
    assert (mark["type"], mark["status"], mark["place"]) == ("غارة جوية", "مزعوم", "دير البلح")
    assert "2023-05-09 03:00 → 2023-05-10 20:15" in mark["when"]
    assert (mark["begin"], mark["end"]) == ("2023-05-09T03:00:00Z", "2023-05-10T20:15:00Z")


def test_the_click_and_the_brush_are_the_selections() -> None:
    assert {param["name"] for param in spec(DAY)["params"]} == {"window", "event"}


def test_names_of_months_are_those_of_the_language() -> None:
    assert spec(DAY)["config"]["locale"]["time"]["months"][4] == "مايو"
    assert spec(DAY, words=Words("en"))["config"]["locale"]["time"]["days"][0] == "Sunday"


def test_an_unknown_type_gets_a_lane_of_its_own() -> None:
    [mark] = spec(event(1, "2023-05-09T03:00", None, type="eclipse'<b>"))["datasets"]["events"]
    assert (mark["type"], mark["family"]) == ("eclipse'<b>", "other")


def test_the_first_view_leaves_far_dates_out_but_obeys_the_filters() -> None:
    near = [event(n, f"2023-05-{n:02d}T00:00", f"2023-05-{n:02d}T06:00") for n in range(1, 20)]
    far = event(50, "1990-01-01T00:00", "2000-01-01T00:00")
    assert first_view([far, *near]).begin > datetime(2023, 1, 1)
    assert first_view([far, *near], date(1985, 1, 1), date(2024, 1, 1)) == Span(
        datetime(1985, 1, 1), datetime(2024, 1, 1)
    )
    late = event(51, "2050-01-01T00:00", "2050-01-02T00:00")
    assert first_view([*near, late]).end < datetime(2024, 1, 1)
    assert first_view([far, late]).length > first_view([far]).length
    assert first_view(near, date(2024, 1, 2), date(2024, 1, 1)).length.days == 1


@pytest.mark.parametrize(("begin", "end"), [("0001-01-01T00:00", "0001-01-02T00:00"), ("9999-12-30T00:00", None)])
def test_the_ends_of_the_calendar(begin: str, end: str | None) -> None:
    assert forms(spec(event(1, begin, end)))


def test_events_at_the_same_time_stand_on_different_tracks_until_there_are_too_many() -> None:
    view = Span(datetime(2023, 5, 1), datetime(2023, 6, 1))
    many = [event(n, "2023-05-09T00:00", "2023-05-10T00:00") for n in range(MOST_ROWS + 5)]
    placed = place(many, view, lambda _: 0.1)
    assert len({one.row for one in placed}) == MOST_ROWS
    assert [one.crowded for one in placed] == [False] * MOST_ROWS + [True] * 5


def test_events_one_after_the_other_share_a_track() -> None:
    view = Span(datetime(2023, 5, 1), datetime(2023, 6, 1))
    placed = place([DAY, event(2, "2023-05-20T00:00", "2023-05-21T00:00")], view, lambda _: 0.1)
    assert [one.track for one in placed] == [0, 0]


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
    [placed] = place([event(1, begin, end)], view, lambda _: 0.3)
    assert placed.named_at == datetime(2023, 5, day)


@pytest.mark.parametrize(("begin", "end"), [("2023-04-01", "2023-04-02"), ("2023-06-01", "2023-06-02")])
def test_the_name_of_what_is_out_of_view_is_out_of_view(begin: str, end: str) -> None:
    view = Span(datetime(2023, 5, 1), datetime(2023, 5, 31))
    [placed] = place([event(1, f"{begin}T00:00", f"{end}T00:00")], view, lambda _: 0.3)
    assert not view.begin <= placed.named_at < view.end


@pytest.mark.parametrize(
    ("days", "unit", "start", "after"),
    [
        (30, "day", datetime(2023, 5, 10), datetime(2023, 5, 11)),
        (400, "week", datetime(2023, 5, 8), datetime(2023, 5, 15)),
        (2000, "month", datetime(2023, 5, 1), datetime(2023, 6, 1)),
        (9000, "year", datetime(2023, 1, 1), datetime(2024, 1, 1)),
    ],
)
def test_columns(days: int, unit: Unit, start: datetime, after: datetime) -> None:
    begin = datetime(2000, 1, 1)
    assert unit_for(Span(begin, datetime.fromordinal(begin.toordinal() + days))) == unit
    assert count_by(unit, [event(1, "2023-05-10T10:00"), event(2, None, "2023-05-10T12:00")]) == {start: 2}
    assert following(unit, start) == after
