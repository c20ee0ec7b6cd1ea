"""All that the sandbox must not do."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.store.articles import dump
from timeline.sql import QueryProblem, run_query


@pytest.mark.parametrize(
    "query",
    [
        "INSERT INTO place (name) VALUES ('x')",
        "UPDATE figure SET low = 0",
        "DELETE FROM document",
        "WITH x AS (SELECT 1) DELETE FROM document",
        "INSERT INTO place (name) SELECT 'x' RETURNING id",
        "DROP TABLE document",
        "CREATE TABLE x (a)",
        "CREATE TEMP TABLE x (a)",
        "CREATE TEMP VIEW x AS SELECT 1",
        "CREATE VIRTUAL TABLE x USING fts5(a)",
        "ALTER TABLE document ADD COLUMN a",
        "ATTACH DATABASE '{folder}/other.db' AS other",
        "ATTACH DATABASE ':memory:' AS other",
        "DETACH DATABASE main",
        "VACUUM",
        "VACUUM INTO '{folder}/copy.db'",
        "REINDEX",
        "ANALYZE",
        "PRAGMA query_only = OFF",
        "PRAGMA writable_schema = ON",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA table_info(document)",
        "PRAGMA database_list",
        "BEGIN IMMEDIATE",
        "SAVEPOINT a",
        "COMMIT",
        "EXPLAIN DELETE FROM document",
        "SELECT * FROM sqlite_master",
        "SELECT count(*) FROM sqlite_master",
        "SELECT count(*) FROM SQLITE_SCHEMA",
        "SELECT sql FROM sqlite_temp_master",
        "SELECT * FROM main.sqlite_master",
        "SELECT (SELECT sql FROM sqlite_master LIMIT 1) FROM event",
        "SELECT * FROM alembic_version",
        "SELECT count(*) FROM alembic_version",
        "SELECT version_num FROM ALEMBIC_VERSION",
        "SELECT * FROM private_notes",
        "SELECT count(*) FROM private_notes",
        "SELECT 1 FROM event WHERE EXISTS (SELECT 1 FROM private_notes)",
        "SELECT * FROM private_view",
        "SELECT * FROM pragma_database_list",
        "SELECT count(*) FROM pragma_table_list",
        "SELECT * FROM json_each('[1]')",
        "SELECT * FROM dbstat",
        "SELECT load_extension('x')",
        "SELECT readfile('{folder}/timeline.db')",
        "SELECT writefile('{folder}/x', 'x')",
        "SELECT edit('x')",
        "SELECT zeroblob(1000000000)",
        "SELECT randomblob(1000000000)",
        "SELECT printf('%.1000000000c', 'x')",
        "SELECT hex(zeroblob(500000000))",
        "SELECT replace('a', 'a', 'b')",
        "SELECT trim('a', 'a')",
        "SELECT instr('a', 'a')",
        "SELECT fts3_tokenizer('simple')",
        "SELECT sqlite_version()",
        "SELECT 1; SELECT 2",
        "SELECT 1; DROP TABLE document",
        "",
        "  ;\n",
        "-- nothing",
        "/* nothing",
        "SELECT",
        "غارة",
        "SELECT '",
        "SELECT \x00",
        "SELECT '\ud800'",
        "SELECT * FROM missing",
        "SELECT missing FROM event",
        "SELECT ?",
        "SELECT :name",
        "SELECT 1 WHERE 1" + " AND 1" * 9_000,
        "SELECT " + "(" * 5_000 + "1" + ")" * 5_000,
        "SELECT 1" + " UNION SELECT 1" * 100,
        "SELECT " + ",".join("1" * 300),
        "SELECT abs(-9223372036854775808)",
        "SELECT '" + "x" * 20_000 + "'",
        "SELECT 1 WHERE 'x' LIKE '" + "%x" * 1_000 + "'",
    ],
    ids=lambda query: repr(query[:50]),
)
def test_hostile_queries(engine: Engine, tmp_path: Path, query: str) -> None:
    with closing(sqlite3.connect(tmp_path / "timeline.db")) as other, other:
        other.execute("CREATE TABLE private_notes (a)")
        other.execute("CREATE VIEW private_view AS SELECT text FROM document")
    before, files = dump(engine), {path.name for path in tmp_path.iterdir()}
    with pytest.raises(QueryProblem) as caught:
        run_query(engine, query.replace("{folder}", str(tmp_path)))
    assert str(caught.value)
    assert len(str(caught.value).splitlines()) == 1
    assert len(str(caught.value)) < 700
    assert dump(engine) == before
    assert {path.name for path in tmp_path.iterdir()} <= files | {"timeline.db-wal", "timeline.db-shm"}


FOREVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT "


@pytest.mark.parametrize(
    "query",
    [
        FOREVER + "sum(i) FROM n",
        FOREVER + "i FROM n WHERE i < 0",
        FOREVER + "group_concat(i) FROM n WHERE i < 0",
        FOREVER + "i FROM n ORDER BY i DESC",
        "WITH RECURSIVE t(x) AS (SELECT 'aaaaaaaa' UNION ALL SELECT x || x FROM t WHERE length(x) < 1000000)"
        " SELECT count(*) FROM t a, t b, t c, t d, t e WHERE a.x || e.x LIKE '%aaaaaaaaaaaab'",
    ],
)
def test_long_queries_are_stopped(engine: Engine, query: str) -> None:
    start = time.monotonic()
    with pytest.raises(QueryProblem, match=r"took longer than 0\.2 seconds: narrow it with WHERE or LIMIT"):
        run_query(engine, query, seconds=0.2)
    assert time.monotonic() - start < 3
