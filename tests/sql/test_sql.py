"""What the sandbox answers, and all that it must not do."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine

from tests.store.articles import article, database, running_total, stored
from timeline.sql import FUNCTIONS, TABLES, VIEWS, QueryProblem, run_query


@pytest.mark.parametrize(
    ("query", "columns", "rows"),
    [
        ("SELECT type, begin FROM timeline_events ORDER BY id", ("type", "begin"), [("air_strike", "2023-05-09T03:00"), ("explosion", None)]),
        ("select kind, sum(low) AS n from reported_figures where part_of is null group by kind", ("kind", "n"), [("killed", 21)]),
        ("SELECT categories FROM reported_figures WHERE low = 4", ("categories",), [("children ps",)]),
        ("WITH x AS (SELECT type FROM timeline_events) SELECT count(*) FROM x", ("count(*)",), [(2,)]),
        ("SELECT count(*) FROM figure", ("count(*)",), [(2,)]),
        ("SELECT low, end FROM figure WHERE text LIKE '%طفال%'", ("low", "end"), [(4, article().figures[0].end)]),
        ("SELECT date(begin), strftime('%H', begin) FROM timeline_events WHERE begin > '2023'", ("date(begin)", "strftime('%H', begin)"), [("2023-05-09", "03")]),
        ("SELECT row_number() OVER (ORDER BY id) AS n FROM event", ("n",), [(1,), (2,)]),
        ("SELECT length(text) > 10 AS long FROM document", ("long",), [(1,)]),
        ("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT i FROM n", ("i",), [(1,), (2,), (3,)]),
        ("SELECT x'00ff' AS b", ("b",), [("x'00ff'",)]),
        ("SELECT cast(x'ff' AS TEXT) AS t", ("t",), [("\ufffd",)]),
        ("-- a remark\nVALUES (1, 'أ');", ("column1", "column2"), [(1, "أ")]),
        ("SELECT count(*) FROM (SELECT 1)", ("count(*)",), [(1,)]),
        ("SELECT a.id FROM documents a, documents b", ("id",), [(1,)]),
    ],
)  # fmt: skip
def test_answers(engine: Engine, query: str, columns: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    result = run_query(engine, query)
    assert (result.columns, result.rows, result.cut) == (columns, rows, False)


@pytest.mark.parametrize("name", [*TABLES, *VIEWS])
def test_every_table_and_view_is_open(engine: Engine, name: str) -> None:
    stored(engine, running_total(90, 10), running_total(95, 11))
    assert len(run_query(engine, f'SELECT * FROM "{name}"').rows) > 0


FOREVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT "


def test_texts_are_not_grown_without_end(engine: Engine) -> None:
    with pytest.raises(QueryProblem, match="too big"):
        run_query(
            engine, "WITH RECURSIVE t(x) AS (SELECT 'a' UNION ALL SELECT x || x FROM t) SELECT max(length(x)) FROM t"
        )


@pytest.mark.parametrize(
    ("limit", "rows", "cut"), [(0, 0, True), (1, 1, True), (2, 2, False), (3, 2, False), (-1, 0, True)]
)
def test_rows_are_capped(engine: Engine, limit: int, rows: int, cut: bool) -> None:
    result = run_query(engine, "SELECT id FROM event", limit=limit)
    assert (len(result.rows), result.cut) == (rows, cut)


def test_an_endless_answer_is_cut(engine: Engine) -> None:
    result = run_query(engine, FOREVER + "i FROM n", limit=10)
    assert (len(result.rows), result.cut) == (10, True)


def test_a_wide_answer_is_cut(engine: Engine) -> None:
    big = "WITH RECURSIVE t(x) AS (SELECT 'aaaa' UNION ALL SELECT x || x FROM t WHERE length(x) < 1000000)"
    crowd = ", ".join(f"event e{number}" for number in range(8))
    result = run_query(engine, f"{big} SELECT x FROM t, {crowd} WHERE length(x) > 1000000", seconds=20)
    assert result.cut
    assert 20_000_000 < sum(len(str(row[0])) for row in result.rows) < 30_000_000


def test_no_function_of_the_list_is_unknown(engine: Engine) -> None:
    """A name that no SQLite has would hide a misspelling. Some are younger than the SQLite at hand."""
    with closing(sqlite3.connect(":memory:")) as connection:
        known = {row[0] for row in connection.execute("SELECT name FROM pragma_function_list")}
    assert FUNCTIONS - known <= {"string_agg", "iif", "unixepoch", "substring", "sign"}


def test_it_reads_what_another_connection_just_wrote(engine: Engine) -> None:
    stored(engine, article(url="https://example.org/1"), article(url="https://example.org/2"))
    assert run_query(engine, "SELECT count(*) FROM documents").rows == [(2,)]


def test_after_everybody_has_closed_the_database(tmp_path: Path) -> None:
    engine = database(tmp_path, article())
    engine.dispose()
    assert not (tmp_path / "timeline.db-wal").exists()
    assert run_query(engine, "SELECT count(*) FROM documents").rows == [(1,)]


@pytest.mark.parametrize("name", ["أخبار ?#%.db", "a b.db"])
def test_odd_file_names(tmp_path: Path, name: str) -> None:
    database(tmp_path, article()).dispose()
    (tmp_path / "timeline.db").rename(tmp_path / name)
    from timeline.store.opening.database import open_database

    engine = open_database(tmp_path / name)
    assert run_query(engine, "SELECT count(*) FROM documents").rows == [(1,)]
    engine.dispose()


@pytest.mark.parametrize(
    ("url", "message"),
    [("sqlite://", "need a database in a file"), ("sqlite:////missing/x.db", "unable to open database file")],
)
def test_other_databases(url: str, message: str) -> None:
    with pytest.raises(QueryProblem, match=message):
        run_query(create_engine(url), "SELECT 1")


def test_numbers_that_json_has_not(engine: Engine) -> None:
    assert run_query(engine, "SELECT 9e999, -9e999, 1.5").rows == [("inf", "-inf", 1.5)]
