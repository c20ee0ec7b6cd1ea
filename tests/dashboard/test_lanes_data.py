"""What the timeline asks of the database: each event is in the days where it is drawn, and in one lane."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
import streamlit as st

from dashboard import data
from dashboard.lanes.spans import Window
from tests.store.articles import PUBLISHED, TEXT, article, database
from timeline.store.asking.filters import Filters
from timeline.values import Extraction, Interval


def dated(number: int, begin: str | None, end: str | None) -> Extraction:
    """The wire, its event with these bounds."""
    bounds = Interval(*(datetime.fromisoformat(each) if each else None for each in (begin, end)))
    read = article(f"{TEXT} {number}.", id=str(number), outlet=f"o{number}", published=PUBLISHED.replace(day=number))
    first, second = read.times
    return replace(read, times=(replace(first, interval=bounds), second))


DAY = dated(1, "2023-05-09T00:00", "2023-05-10T00:00")
LONG = dated(2, "2023-05-01T00:00", "2023-05-20T00:00")
SINCE = dated(3, "2023-05-05T00:00", None)
UNTIL = dated(4, None, "2023-05-12T00:00")


@pytest.fixture(autouse=True)
def four(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    engine = database(tmp_path, DAY, LONG, SINCE, UNTIL)
    with engine.begin() as connection:  # they are much alike, and would be told once
        connection.exec_driver_sql("UPDATE document SET copy_of = NULL")
    engine.dispose()
    monkeypatch.setenv("TIMELINE_DATABASE_URL", str(tmp_path / "timeline.db"))
    st.cache_resource.clear()
    yield
    data.database().dispose()
    st.cache_resource.clear()


@pytest.mark.parametrize(
    ("first", "last", "outlets"),
    [
        ((5, 1), (5, 31), {"o1", "o2", "o3", "o4"}),
        ((5, 9), (5, 9), {"o1", "o2"}),
        ((5, 10), (5, 10), {"o2"}),  # half-open: what ended at midnight is over
        ((5, 5), (5, 5), {"o2", "o3"}),
        ((5, 6), (5, 8), {"o2"}),  # what began on the 5th and has no end is drawn where it began
        ((5, 11), (5, 11), {"o2", "o4"}),
        ((5, 12), (5, 12), {"o2"}),
        ((5, 20), (5, 31), set()),
    ],
)
def test_an_event_is_in_the_days_where_it_is_drawn(
    first: tuple[int, int], last: tuple[int, int], outlets: set[str]
) -> None:
    window = Window(date(2023, *first), date(2023, *last))
    assert set(data.lane_counts(Filters(), window, "outlet")) == outlets
    assert {event.outlet for event in data.drawn_events(Filters(), window, "outlet")} == outlets
    assert {lane for lane, _, _ in data.daily_counts(Filters(), window, "outlet")} == outlets


@pytest.mark.parametrize(
    ("by", "lanes"),
    [
        ("type", {"air_strike": 4}),
        ("place", {"القطاع": 4}),
        ("claimant", {"وزارة الصحة": 4}),
        ("outlet", {"o1": 1, "o2": 1, "o3": 1, "o4": 1}),
    ],
)
def test_every_event_is_in_one_lane(by: str, lanes: dict[str, int]) -> None:
    assert data.lane_counts(Filters(), Window(date(2023, 5, 1), date(2023, 5, 31)), by) == lanes


def test_days_count_an_event_where_it_begins_or_else_ends() -> None:
    assert data.days(Filters()) == {
        date(2023, 5, 9): 1, date(2023, 5, 1): 1, date(2023, 5, 5): 1, date(2023, 5, 12): 1,
    }  # fmt: skip
    assert data.days(Filters(outlets=("o2",))) == {date(2023, 5, 1): 1}
