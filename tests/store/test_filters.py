"""What each filter leaves of each table, and that nothing is left out where nothing is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, select, text
from sqlalchemy.dialects import postgresql, sqlite

from tests.store.articles import AT, TEXT, article, database, undated
from timeline.lexicon.fold import TABLE
from timeline.store.asking.filtered import (
    count,
    events_with_figures,
    figures_of,
    located_figures,
    rows,
    snapshot,
    whole,
)
from timeline.store.asking.filters import ALL, PARAMETERS, Filters
from timeline.store.asking.folding import folded
from timeline.store.views.rows import TIMELINE_EVENTS
from timeline.store.views.schema import TABLES, What
from timeline.values import Location

OTHER = article(id="a3", url="https://example.org/3", outlet="صحيفة أخرى", title="عنوان")
PLANNED = replace(
    OTHER,
    events=(
        replace(OTHER.events[0], type="raid", status="planned", place="مدينة غزة"),
        replace(OTHER.events[1], type="raid", place="100%"),
    ),
    figures=tuple(replace(figure, kind="injured", source="وزارة الصحة في غزة") for figure in OTHER.figures),
)
EVERYTHING = {"events": 6, "figures": 6, "documents": 3, "unresolved_times": 4}

CASES: list[tuple[Filters, dict[str, int]]] = [
    (ALL, EVERYTHING),
    (Filters(date(2023, 5, 9), date(2023, 5, 9)), {"events": 2, "figures": 4, "documents": 0, "unresolved_times": 0}),
    (Filters(last_day=date(2023, 5, 8)), {"events": 0, "figures": 0, "documents": 0, "unresolved_times": 0}),
    (Filters(date(2023, 5, 10), date(2023, 5, 10)), {"events": 2, "figures": 4, "documents": 2, "unresolved_times": 2}),
    (Filters(types=("air_strike",)), {"events": 2, "figures": 4, "documents": 2, "unresolved_times": 3}),
    (Filters(types=("air_strike", "raid")), {"events": 4, "figures": 6, "documents": 3, "unresolved_times": 4}),
    (Filters(kinds=("injured",)), {"events": 1, "figures": 2, "documents": 1, "unresolved_times": 1}),
    (Filters(categories=("children",)), {"events": 3, "figures": 3, "documents": 3, "unresolved_times": 4}),
    (Filters(places=("القطاع",)), {"events": 2, "figures": 4, "documents": 2, "unresolved_times": 3}),
    (Filters(places=("مدينه غزه",)), {"events": 1, "figures": 2, "documents": 1, "unresolved_times": 1}),
    (Filters(places=("غزة",)), {"events": 0, "figures": 0, "documents": 0, "unresolved_times": 0}),
    (Filters(places=("100%",)), {"events": 1, "figures": 0, "documents": 1, "unresolved_times": 1}),
    (Filters(places=("100_",)), {"events": 0, "figures": 0, "documents": 0, "unresolved_times": 0}),
    (Filters(claimants=("وزاره الصحه",)), {"events": 3, "figures": 6, "documents": 3, "unresolved_times": 4}),
    (Filters(claimants=("الصحة في",)), {"events": 1, "figures": 2, "documents": 1, "unresolved_times": 1}),
    (Filters(claimants=("%",)), {"events": 0, "figures": 0, "documents": 0, "unresolved_times": 0}),
    (Filters(outlets=("صَحيفة اخري",)), {"events": 2, "figures": 2, "documents": 1, "unresolved_times": 1}),
    (Filters(statuses=("planned",)), {"events": 1, "figures": 2, "documents": 1, "unresolved_times": 1}),
    (Filters(reviews=("unreviewed",)), EVERYTHING),
    (Filters(reviews=("accepted", "corrected")), dict.fromkeys(EVERYTHING, 0)),
    (Filters(words="استشهاد القطاع"), {"events": 3, "figures": 6, "documents": 3, "unresolved_times": 0}),
    (Filters(words="استشهاد عنوان القطاع"), {"events": 1, "figures": 2, "documents": 1, "unresolved_times": 0}),
    (Filters(words="الثلاثاء. وقع"), {"events": 0, "figures": 0, "documents": 3, "unresolved_times": 0}),
    (Filters(words="استشهاد مصرع"), {"events": 0, "figures": 0, "documents": 0, "unresolved_times": 0}),
    (Filters(words="عنوان"), {"events": 2, "figures": 2, "documents": 1, "unresolved_times": 1}),
    (Filters(words="%"), {"events": 0, "figures": 0, "documents": 0, "unresolved_times": 0}),
    (Filters(words="'; --"), {"events": 0, "figures": 0, "documents": 0, "unresolved_times": 0}),
    (
        Filters(types=("raid",), kinds=("killed",)),
        {"events": 0, "figures": 0, "documents": 0, "unresolved_times": 0},
    ),
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Three articles: one with its date, one without, one of another outlet with raids and injured."""
    unread = replace(undated(), document=replace(undated().document, id="a2", text=f"{TEXT} انتهى."))
    engine = database(tmp_path_factory.mktemp("filters"), article(url=AT), unread, PLANNED)
    yield engine
    engine.dispose()


@pytest.mark.parametrize(("filters", "left"), CASES, ids=[str(case[0].as_said()) for case in CASES])
def test_what_is_left(filters: Filters, left: dict[What, int], engine: Engine) -> None:
    with snapshot(engine) as connection:
        assert {what: count(connection, what, filters) for what in left} == left
        assert {what: len(list(rows(connection, what, filters))) for what in left} == left


@pytest.mark.parametrize("filters", [case[0] for case in CASES], ids=[str(case[0].as_said()) for case in CASES])
def test_what_is_referred_to_is_there(filters: Filters, engine: Engine) -> None:
    with snapshot(engine) as connection:
        found: dict[Any, list[Any]] = {what: list(each) for what, each in whole(connection, filters).items()}
        asked = {row.id for row in rows(connection, "figures", filters)}
    ids = {what: {row.id for row in each} for what, each in found.items()}
    assert asked <= ids["figures"]
    assert {row.document_id for row in found["events"] + found["figures"]} == ids["documents"]
    assert {row.event_id for row in found["figures"]} - {None} <= ids["events"]
    assert {row.part_of for row in found["figures"]} - {None} <= ids["figures"]


def test_events_come_with_all_their_figures(engine: Engine) -> None:
    with snapshot(engine) as connection:
        told = list(events_with_figures(connection, Filters(categories=("children",))))
    assert [[figure.low for figure in each.figures] for each in told] == [[21, 4]] * 3
    assert all(figure.event_id == each.event.id for each in told for figure in each.figures)


def test_their_figures_are_found_by_an_index(engine: Engine) -> None:
    query = figures_of([1, 2]).compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    with snapshot(engine) as connection:
        plan = [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {query}"))]
    assert "SEARCH f USING INTEGER PRIMARY KEY (rowid=?)" in plan
    assert any("ix_figure_event_id" in step for step in plan)
    assert not {"SCAN f", "SCAN d", "SCAN e", "SCAN t"} & set(plan)


GAZA = Location("281133", "Gaza", "city", "PS", "Gaza Strip", None, 31.5, 34.47, "city")
RAFAH = Location("281102", "Rafah", "city", "PS", "Gaza Strip", None, 31.29, 34.26, "city")


def test_figures_with_where_they_are(tmp_path: Path) -> None:
    there = article()
    placed = replace(
        there,
        events=(
            replace(there.events[0], place="غزة", location=GAZA),
            replace(there.events[1], place="رفح", location=RAFAH),
        ),
        figures=(there.figures[0], replace(there.figures[1], place="رفح")),
    )
    engine = database(tmp_path, placed, article(id="nowhere", text=f"{TEXT} انتهى."))
    with snapshot(engine) as connection:
        found = list(located_figures(connection, ALL))
        assert [row.id for row in found] == [row.id for row in rows(connection, "figures", ALL)]
    where = {(row.document_id, row.text): (row.place, row.country, row.admin1, row.latitude) for row in found}
    assert where == {
        (1, "4 أطفال"): ("غزة", "PS", "Gaza Strip", 31.5),
        (1, "21 فلسطينياً"): ("رفح", "PS", "Gaza Strip", 31.29),
        (2, "4 أطفال"): ("القطاع", None, None, None),
        (2, "21 فلسطينياً"): ("القطاع", None, None, None),
    }
    engine.dispose()


def test_rows_are_streamed(engine: Engine) -> None:
    fetched: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *call: fetched.append(call[2]))
    with snapshot(engine) as connection:
        stream = rows(connection, "events", ALL)
        assert not isinstance(stream, list)
        assert next(stream).id
    assert [statement.split()[0] for statement in fetched] == ["BEGIN", "SELECT"]


def test_as_said_in_the_metadata() -> None:
    assert ALL.as_said() == {}
    filters = Filters(date(2023, 5, 1), types=("raid", "arrest"), words="غزة")
    assert filters.as_said() == {"from": "2023-05-01", "type": ["raid", "arrest"], "words": "غزة"}
    assert list(PARAMETERS) == [field.name for field in fields(Filters)]


@pytest.mark.parametrize(
    ("first", "last", "backwards"),
    [(date(2023, 5, 2), date(2023, 5, 1), True), (date(2023, 5, 1), date(2023, 5, 1), False), (None, None, False)],
)
def test_backwards(first: date | None, last: date | None, backwards: bool) -> None:
    assert Filters(first, last).is_backwards == backwards


def test_folding_on_postgresql() -> None:
    query = str(select(folded(TIMELINE_EVENTS.c.place)).compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]  # untyped in SQLAlchemy
    inside = query.split("'")
    assert query.startswith("SELECT lower(translate(timeline_events.place, '")
    assert len(inside) == 5
    before, after = inside[1], inside[3]
    assert {ord(letter): after[n] if n < len(after) else "" for n, letter in enumerate(before)} == TABLE


@pytest.mark.parametrize("what", TABLES)
def test_every_column_has_a_type_and_a_meaning(what: str) -> None:
    table = TABLES[what]
    assert [column.name for column in table.columns] == list(table.view.columns.keys())
    assert all(column.description for column in table.columns)
    assert table.rows_are.startswith("one row for each")
