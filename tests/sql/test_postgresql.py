"""The sandbox on PostgreSQL: what it answers, and what it must not do."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, create_engine, text

from tests.postgres import Postgres, opened
from tests.store.articles import article, dump, stored
from timeline.sql import VIEWS, QueryProblem, run_query
from timeline.sql.lexing import called
from timeline.store.opening.database import let_queries_in
from timeline.store.opening.readers import READER
from timeline.store.views.schema import PUBLIC


@pytest.fixture
def server(postgres: Postgres) -> Iterator[Engine]:
    """A database with one article, and a table and a function that are nobody's business."""
    with opened(postgres.emptied()) as engine:
        stored(engine, article())
        yield engine


@pytest.mark.parametrize(
    ("query", "columns", "rows"),
    [
        ("SELECT type, begin FROM timeline_events ORDER BY id", ("type", "begin"), [("air_strike", "2023-05-09T03:00"), ("explosion", None)]),
        ("SELECT kind, sum(low) AS n FROM reported_figures GROUP BY kind;", ("kind", "n"), [("killed", 25)]),
        ("SELECT begin_utc FROM timeline_events WHERE begin_utc IS NOT NULL", ("begin_utc",), [("2023-05-09T00:00:00Z",)]),
        ("WITH x(y) AS (SELECT type FROM timeline_events) SELECT count(*) FROM x", ("count",), [(2,)]),
        ("SELECT avg(low) FROM reported_figures", ("avg",), [(12.5,)]),
        ("SELECT id IN (1, 2) AS few FROM documents", ("few",), [(True,)]),
        ("SELECT CAST(low AS numeric(9, 2)) FROM reported_figures WHERE low = 4", ("low",), [(4,)]),
        ("-- a remark\nVALUES (1, 'أ; -- ''') /* end", None, []),
        ("VALUES (1, 'أ; -- ''') -- end", ("column1", "column2"), [(1, "أ; -- '")]),
        ("SELECT text FROM timeline_events WHERE text LIKE '%غار%'", ("text",), [("غارة",)]),
        ("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT i FROM n", ("i",), [(1,), (2,), (3,)]),
    ],
)  # fmt: skip
def test_answers(server: Engine, query: str, columns: tuple[str, ...] | None, rows: list[tuple[object, ...]]) -> None:
    if columns is None:
        with pytest.raises(QueryProblem, match="unterminated"):
            run_query(server, query)
        return
    result = run_query(server, query)
    assert (result.columns, result.rows, result.cut) == (columns, rows, False)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_open(server: Engine, view: str) -> None:
    (table,) = (each for each in PUBLIC.values() if each.view.name == view)
    assert list(run_query(server, f"SELECT * FROM {view}").columns) == [column.name for column in table.columns]


FOREVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
HUGE = "WITH RECURSIVE t(x) AS (SELECT 'aaaaaaaa' UNION ALL SELECT x || x FROM t WHERE length(x) < 9000000) "


@pytest.mark.parametrize(
    "query",
    [
        "INSERT INTO place (name) VALUES ('x')",
        "UPDATE figure SET low = 0",
        "DELETE FROM document",
        "WITH x AS (DELETE FROM document RETURNING id) SELECT * FROM x",
        "SELECT * INTO x FROM documents",
        "SELECT * FROM documents FOR UPDATE",
        "DROP TABLE document",
        "CREATE TEMP TABLE x (a int)",
        "COPY documents TO '/tmp/x'",
        "COPY documents TO PROGRAM 'id'",
        "SET ROLE postgres",
        "RESET ROLE",
        "BEGIN",
        "COMMIT",
        "COMMIT; DROP TABLE document",
        "SELECT 1; DROP TABLE document",
        "SELECT 1) AS a; DROP TABLE document; SELECT * FROM (SELECT 2",
        "SELECT 1) AS a, (SELECT 2",
        "SELECT 1 /* ) */ ) AS a, (SELECT 2",
        "SELECT ')' ) AS a, (SELECT 2",
        'SELECT 1 AS ")" ) AS a, (SELECT 2',
        "EXPLAIN ANALYZE SELECT 1",
        "DO $$ BEGIN END $$",
        "CALL x()",
        "LISTEN x",
        "VACUUM",
        "SELECT text FROM document",
        "SELECT * FROM figure",
        "SELECT * FROM review",
        "SELECT * FROM alembic_version",
        "SELECT (SELECT text FROM document LIMIT 1) FROM documents",
        "WITH documents AS (SELECT text FROM document) SELECT * FROM documents",
        "SELECT * FROM pg_catalog.pg_authid",
        "SELECT * FROM pg_roles",
        'SELECT * FROM "pg_roles"',
        "SELECT * FROM information_schema.tables",
        "TABLE pg_stat_activity",
        "SELECT pg_sleep(9)",
        "SELECT PG_SLEEP (9)",
        "SELECT pg_catalog.pg_sleep(9)",
        'SELECT "pg_sleep"(9)',
        "SELECT pg_sleep/**/(9)",
        "SELECT pg_sleep --\n(9)",
        "SELECT U&\"\\0070g_sleep\"(9)",
        "SELECT u & 'x'",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT set_config('role', 'postgres', true)",
        "SELECT set_config('role', 'none', true), query_to_xml('SELECT text FROM document', true, true, '')",
        "WITH set_config(i) AS (SELECT 1) SELECT set_config('role', 'none', true)",
        "SELECT query_to_xml('SELECT 1', true, true, '')",
        "SELECT xmlparse(DOCUMENT '<!DOCTYPE a [<!ENTITY b \"b\">]><a>&b;</a>')",
        "SELECT current_setting('data_directory')",
        "SELECT lo_import('/etc/passwd')",
        "SELECT lo_create(1)",
        "SELECT nextval('document_id_seq')",
        "SELECT currval('document_id_seq')",
        "SELECT dblink('x', 'y')",
        "SELECT repeat('x', 1000000000)",
        "SELECT lpad('x', 1000000000)",
        "SELECT count(*) FROM generate_series(1, 100000000000)",
        "SELECT regexp_replace('aaaa', '(a*)*b', '')",
        "SELECT txid_current()",
        "SELECT inet_server_addr()",
        "SELECT version()",
        "SELECT E'\\' || pg_sleep(9) || '",
        "SELECT e '\\'",
        "SELECT '\\' || pg_sleep(9) || '",
        "SELECT $a$ x $a$",
        "SELECT $1",
        "SELECT %s",
        "SELECT /* /* */ pg_sleep(9) */ 1",
        "SELECT '",
        'SELECT "',
        "/* nothing",
        "غارة",
        "SELECT \x00",
        "SELECT '\ud800'",
        "SELECT * FROM missing",
        "SELECT 1 / 0",
        FOREVER + "SELECT sum(i) FROM n",
        FOREVER + "SELECT i FROM n ORDER BY i DESC",
        FOREVER + "SELECT count(*) FROM n a, n b",
        HUGE + "SELECT x FROM t",
        HUGE + "SELECT x FROM t) AS a, (SELECT 1",
        HUGE + "SELECT x AS timeline_events FROM t timeline_events",
        "SELECT count(*) FROM timeline_events WHERE repeat('a', 99) ~ '(a+)+b'",
    ],
    ids=lambda query: repr(query[:50]),
)  # fmt: skip
def test_hostile_queries(server: Engine, query: str) -> None:
    before, begin = dump(server), time.monotonic()
    with pytest.raises(QueryProblem) as caught:
        run_query(server, query, seconds=0.5)
    assert time.monotonic() - begin < 1.5
    assert str(caught.value)
    assert len(str(caught.value).splitlines()) == 1
    assert len(str(caught.value)) < 500
    assert dump(server) == before


def test_rows_are_capped(server: Engine) -> None:
    result = run_query(server, FOREVER + "SELECT i FROM n", limit=25)
    assert (len(result.rows), result.cut) == (25, True)


def test_without_the_role_nothing_runs(server: Engine) -> None:
    with server.begin() as connection:
        connection.execute(text("CREATE ROLE somebody LOGIN"))
        connection.execute(text("GRANT SELECT ON ALL TABLES IN SCHEMA public TO somebody"))
    other = create_engine(server.url.set(username="somebody"))
    try:
        with pytest.raises(QueryProblem, match=f"queries run as the role {READER}, which is missing here"):
            run_query(other, "SELECT 1")
        assert not let_queries_in(other)
    finally:
        other.dispose()
        with server.begin() as connection:
            connection.execute(text("DROP OWNED BY somebody"))
            connection.execute(text("DROP ROLE somebody"))
    assert let_queries_in(server)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("SELECT count(*), a.b (1)", {"count", "b"}),
        ('SELECT "Odd ""name"(1)', {'Odd "name'}),
        ("SELECT 'f(1)' -- g(1)\n, h/* i(1) */(1)", {"h"}),
        ("SELECT a, (b), c)", None),
        ("SELECT x IN (1)", {"in"}),
    ],
)
def test_what_is_called(query: str, names: set[str] | None) -> None:
    if names is None:
        with pytest.raises(QueryProblem, match="bracket"):
            called(query)
    else:
        assert called(query) == names
