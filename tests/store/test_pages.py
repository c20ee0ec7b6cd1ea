"""Pages put together are all that the filters leave, in order; counts and histograms agree with them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from tests.store.articles import PUBLISHED, article, running_total, stored, undated
from tests.store.test_filters import CASES, PLANNED
from timeline.store.asking.between import earliest_first, told_once
from timeline.store.asking.carriers import Carried, carried_by_outlet, carriers
from timeline.store.asking.filtered import snapshot
from timeline.store.asking.filters import ALL, Filters, conditions
from timeline.store.asking.histograms import Bin, Unit, histogram, suitable_unit
from timeline.store.asking.pages import how_many, page, page_after
from timeline.store.reviewing.reviews import read_reference, review
from timeline.store.views.schema import TABLES, Row, What
from timeline.values import Interval

OPEN = [Interval(None, PUBLISHED), Interval(PUBLISHED - timedelta(days=40), None)]


@pytest.fixture
def full(engine: Engine) -> Engine:
    """Dated, undated, open and rejected rows, several outlets, and a copy."""
    opened = [
        replace(
            article(f"{number} {article().document.text}", id=f"open{number}"),
            times=(replace(article().times[0], start=0, end=1, interval=interval),),
            events=(replace(article().events[0], start=0, end=1, sentence=(0, 1)),),
            figures=(),
        )
        for number, interval in enumerate(OPEN)
    ]
    copy = article(id="copy", url="https://example.org/copy", outlet="صحيفة أخرى", published=PUBLISHED.replace(hour=21))
    stored(engine, article(url="https://example.org/first"), undated(), PLANNED, *opened, running_total(90, 10), copy)
    review(engine, read_reference("event:2"), "rejected", who="a", at=PUBLISHED)
    review(engine, read_reference("time:1"), "corrected", {"begin": "2023-05-01T00:00"}, who="a", at=PUBLISHED)
    return engine


def plainly(engine: Engine, what: What, filters: Filters) -> list[Row]:
    """The same through the views, all at once."""
    table = TABLES[what]
    view = table.view
    order = {
        "documents": [view.c.id],
        "unresolved_times": [view.c.id],
    }.get(what) or earliest_first(view)
    told = [] if what == "documents" else [told_once(view)]
    with snapshot(engine) as connection:
        query = view.select().where(*told, *conditions(what, filters)).order_by(*order)
        return [table.row(*row) for row in connection.execute(query)]


@pytest.mark.parametrize("what", ["events", "figures", "documents", "unresolved_times"])
def test_pages_together_are_everything(full: Engine, what: What) -> None:
    for filters, _ in CASES:
        expected = plainly(full, what, filters)
        pages = [page(full, what, filters, first=first, rows=2) for first in range(0, len(expected) + 2, 2)]
        found = [row for each in pages for row in each]
        if what in ("events", "figures"):
            assert found == expected, filters
        assert sorted(row.id for row in found) == sorted(row.id for row in expected), filters
        assert how_many(full, what, filters) == len(expected), filters


@pytest.mark.parametrize("what", ["events", "figures"])
def test_one_page_after_another(full: Engine, what: What) -> None:
    everything = page(full, what, dated=True)
    assert len(everything) > 2
    found, after = page_after(full, what, rows=2)
    while after is not None:
        more, after = page_after(full, what, after=after, rows=2)
        found += more
    assert found == everything


def test_dated_and_undated_are_everything(full: Engine) -> None:
    dated, undated_ones = page(full, "events", dated=True), page(full, "events", dated=False)
    assert dated
    assert undated_ones
    assert sorted(row.id for row in dated + undated_ones) == sorted(row.id for row in page(full, "events"))
    assert how_many(full, "events", dated=False) == len(undated_ones)


@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
def test_a_histogram_counts_every_dated_event_where_it_begins(full: Engine, unit: Unit) -> None:
    for filters in (ALL, Filters(date(2023, 5, 9), date(2023, 5, 9)), Filters(types=("raid",))):
        expected: Counter[tuple[date, str]] = Counter()
        for row in page(full, "events", filters, dated=True):
            day = date.fromisoformat(str(row.begin or row.end_time)[:10])  # type: ignore[union-attr]  # events have them
            first = {"day": day, "week": day - timedelta(day.weekday()), "month": day.replace(day=1)}
            expected[first.get(unit, day.replace(month=1, day=1)), row.type] += 1  # type: ignore[union-attr]  # dated
        assert histogram(full, "events", unit, filters) == [Bin(*key, count) for key, count in sorted(expected.items())]


def test_a_histogram_of_figures(full: Engine) -> None:
    bins = histogram(full, "figures", "year")
    assert {each.type for each in bins} == {"killed", "injured"}
    assert sum(each.count for each in bins) == how_many(full, "figures", dated=True)


@pytest.mark.parametrize(
    ("days", "unit"), [(0, "day"), (119, "day"), (120, "week"), (839, "week"), (840, "month"), (5000, "year")]
)
def test_the_unit_that_fits(days: int, unit: Unit) -> None:
    assert suitable_unit(date(2020, 1, 1), date(2020, 1, 1) + timedelta(days)) == unit


def test_who_carried_a_wire(full: Engine) -> None:
    (original, (carrier,)) = next(iter(carriers(full, range(1, 20)).items()))
    assert (carrier.copy_of, carrier.outlet, carrier.url) == (original, "صحيفة أخرى", "https://example.org/copy")
    rows = [*page(full, "events"), *page(full, "figures")]
    carried = {(row.document_id, row.carried_by) for row in rows}  # type: ignore[union-attr]  # both have them
    assert {outlets for document, outlets in carried if document == original} == {"صحيفة أخرى"}
    assert {outlets for document, outlets in carried if document != original} == {None}


def test_how_much_each_outlet_copies(full: Engine) -> None:
    found = {each.outlet: each for each in carried_by_outlet(full)}
    assert found["صحيفة أخرى"] == Carried("صحيفة أخرى", 2, 1, 0)
    assert found["وكالة المثال"].copied == 1
    assert found["وكالة المثال"].copies == 0
