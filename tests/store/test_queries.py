"""Which rows lie between two dates, and what an article is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, tzinfo
from typing import Any

import pytest
from sqlalchemy import Engine, inspect

from tests.store.articles import EAST, article, span, stored
from timeline.store.asking import queries
from timeline.store.views.rows import (
    DOCUMENTS,
    REPORTED_FIGURES,
    TIMELINE_EVENTS,
    UNRESOLVED_TIMES,
    DocumentRow,
    EventRow,
    FigureRow,
    UnresolvedTimeRow,
)
from timeline.values import Document, Event, Extraction, Interval, TimeExpression

DAYS = {
    "closed": Interval(datetime(2023, 5, 9), datetime(2023, 5, 10)),
    "until": Interval(None, datetime(2023, 5, 5)),
    "after": Interval(datetime(2023, 5, 12), None),
    "instant": Interval(datetime(2023, 5, 10, 1), datetime(2023, 5, 10, 1)),
    "undated": Interval(None, None),
}


def happening(name: str, interval: Interval, published: datetime | None) -> Extraction:
    time = TimeExpression("t1", 0, 1, "DATE", "x", interval=interval)
    return Extraction(Document(name, f"نص {name}", published), (time,), (), (Event("e1", 0, 1, name, "t1"),))


@pytest.fixture
def days(engine: Engine) -> Engine:
    published = datetime(2023, 5, 10, tzinfo=EAST)
    stored(engine, *(happening(name, interval, published) for name, interval in DAYS.items()))
    return engine


def day(number: int, hour: int = 0, minute: int = 0, tzinfo: tzinfo | None = None) -> datetime:
    return datetime(2023, 5, number, hour, minute, tzinfo=tzinfo)


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        (None, None, "until closed instant after undated"),
        (date(2023, 5, 9), date(2023, 5, 10), "closed"),
        (date(2023, 5, 10), date(2023, 5, 11), "instant"),
        (day(9, 23, 59), None, "closed instant after"),
        (None, date(2023, 5, 9), "until"),
        (None, day(9, 0, 1), "until closed"),
        (date(2023, 5, 5), date(2023, 5, 9), ""),
        (date(2023, 6, 1), None, "after"),
        (day(10, 1), day(10, 1, 1), "instant"),
        (day(9, 21, tzinfo=UTC), None, "instant after"),
        (day(9, 20, 59, tzinfo=UTC), None, "closed instant after"),
        (None, day(8, 21, tzinfo=UTC), "until"),
        (None, day(9, 0, 1, tzinfo=EAST), "until closed"),
    ],
)
def test_between(days: Engine, begin: date | None, end: date | None, expected: str) -> None:
    assert [row.type for row in queries.events_between(days, begin, end)] == expected.split()
    dated = [name for name in expected.split() if name != "undated"]
    assert [row.type for row in queries.timeline_rows(days, begin, end)] == dated


def test_undated(days: Engine) -> None:
    assert [row.type for row in queries.undated_events(days)] == ["undated"]
    assert queries.undated_events(days, types=["closed"]) == []


def test_without_an_offset_there_is_no_instant(engine: Engine) -> None:
    stored(engine, happening("closed", DAYS["closed"], None))
    (row,) = queries.timeline_rows(engine, day(9), day(10))
    assert (row.begin, row.begin_utc) == ("2023-05-09T00:00", None)
    assert queries.timeline_rows(engine, day(9, tzinfo=UTC)) == []


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, [21, 4]),
        ({"kinds": ["killed"]}, [21, 4]),
        ({"kinds": ["injured"]}, []),
        ({"places": ["القطاع"], "claimants": {"وزارة الصحة"}, "outlets": ("وكالة المثال",)}, [21, 4]),
        ({"claimants": ["غيرها"]}, []),
        ({"begin": date(2023, 5, 11)}, []),
        ({"begin": date(2023, 5, 10), "end": date(2023, 5, 11), "limit": 1}, [4]),
    ],
)
def test_figures(engine: Engine, asked: dict[str, Any], expected: list[int]) -> None:
    stored(engine, article())
    found = queries.figure_rows(engine, **asked)
    assert sorted((row.low for row in found), reverse=True) == expected
    assert queries.figures_between(engine, **asked) == found


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"types": ["air_strike", "explosion"]}, ["air_strike", "explosion"]),
        ({"types": ("explosion",)}, ["explosion"]),
        ({"places": ["القطاع"]}, ["air_strike"]),
        ({"places": ["' OR 1=1 --"]}, []),
        ({"limit": 0}, []),
    ],
)
def test_events(engine: Engine, asked: dict[str, Any], expected: list[str]) -> None:
    stored(engine, article())
    assert [row.type for row in queries.events_between(engine, **asked)] == expected


def test_an_article_and_all_that_was_read_in_it(engine: Engine) -> None:
    stored(engine, happening("other", DAYS["closed"], None), article(title="عنوان", url="https://example.org"))
    found = queries.article(engine, 2)
    assert found is not None
    assert (found.document.title, found.document.times, found.document.figures, found.document.events) == (
        "عنوان",
        2,
        2,
        2,
    )
    assert found.document.read_at == datetime(2024, 1, 1, tzinfo=UTC)
    assert [row.label for row in found.times] == ["t1", "t2"]
    assert [row.low for row in found.figures] == [21, 4]
    assert [row.type for row in found.events] == ["air_strike", "explosion"]
    whole, part = found.figures
    assert part.part_of == whole.id
    assert part.event_id == found.events[0].id
    rows: list[Any] = [*found.times, *found.figures, *found.events]
    for row in rows:
        assert found.text[row.start : row.end] == row.text


@pytest.mark.parametrize("number", [0, 99, -1])
def test_an_article_that_is_not_there(engine: Engine, number: int) -> None:
    assert queries.article(engine, number) is None


def test_counts(engine: Engine) -> None:
    assert queries.counts(engine) == queries.Counts(0, 0, 0, 0, 0, 0, 0)
    stored(engine, article())
    assert queries.counts(engine) == queries.Counts(
        documents=1, outlets=1, times=2, unresolved_times=1, figures=2, events=2, undated_events=1
    )


def test_documents_latest_first(engine: Engine) -> None:
    stored(engine, happening("a", DAYS["closed"], None), happening("b", DAYS["closed"], day(1, tzinfo=EAST)), article())
    assert [row.given_id for row in queries.documents(engine)] == ["a1", "b", "a"]


def test_unresolved_times(engine: Engine) -> None:
    stored(engine, article())
    (row,) = queries.unresolved_times(engine)
    assert (row.text, row.value, (row.start, row.end)) == ("وقت سابق", "PAST_REF", span("وقت سابق"))


def test_streams(engine: Engine) -> None:
    stored(engine, article(), replace(happening("x", DAYS["until"], None)))
    assert list(queries.all_events(engine)) == queries.events_between(engine)
    assert list(queries.all_figures(engine)) == queries.figures_between(engine)
    abandoned: Iterator[EventRow] = queries.all_events(engine)
    next(abandoned)
    del abandoned


@pytest.mark.parametrize(
    ("view", "row"),
    [
        (TIMELINE_EVENTS, EventRow),
        (REPORTED_FIGURES, FigureRow),
        (DOCUMENTS, DocumentRow),
        (UNRESOLVED_TIMES, UnresolvedTimeRow),
    ],
    ids=lambda each: getattr(each, "name", ""),
)
def test_rows_have_the_columns_of_their_view(engine: Engine, view: Any, row: type) -> None:
    columns = [column["name"] for column in inspect(engine).get_columns(view.name)]
    assert [field.name for field in fields(row)] == columns
