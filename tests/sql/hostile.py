"""Queries that strangers might send. `python -m tests.sql.hostile FILE` runs them as the program would, and measures."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from timeline.sql import QueryProblem, run_query
from timeline.store.database import connect

# Each is answered by one line. `{folder}` is where the database is.
REFUSED = [
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
]

LONG = "WITH RECURSIVE t(x) AS (SELECT 'aaaaaaaa' UNION ALL SELECT x || x FROM t WHERE length(x) < 1000000) "
FOREVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
MANY = "event a, event b, event c, event d, event e, event f, event g, event h"
LONGEST = "(SELECT max(x) FROM t)"

# What would run for ever, or fill the memory. Some end by themselves, at a limit.
BOMBS = [
    FOREVER + "SELECT sum(i) FROM n",
    FOREVER + "SELECT i FROM n WHERE i < 0",
    FOREVER + "SELECT group_concat(i) FROM n WHERE i < 0",
    FOREVER + "SELECT group_concat(i) FROM n",
    FOREVER + "SELECT i FROM n ORDER BY i DESC",
    FOREVER + "SELECT DISTINCT i FROM n ORDER BY -i",
    FOREVER + "SELECT count(*) OVER (ORDER BY i) FROM n",
    FOREVER + "SELECT count(*) FROM n a, n b",
    FOREVER + "SELECT i FROM n EXCEPT SELECT i FROM n",
    "WITH RECURSIVE n(i, x) AS (SELECT 1, 'a' UNION SELECT i + 1, x || i FROM n) SELECT max(length(x)) FROM n",
    "WITH RECURSIVE t(x) AS (SELECT 'a' UNION ALL SELECT x || x FROM t) SELECT max(length(x)) FROM t",
    f"SELECT count(*) FROM {MANY}, figure, time_expression, document, place, event i, event j, event k, event l, event m,"
    " event n, event o, event p, event q, event r, event s, event t, event u",
    LONG + "SELECT " + ", ".join(["x || x"] * 199) + " FROM t",
    LONG + "SELECT x FROM t, " + MANY,
    LONG + "SELECT group_concat(x) FROM t, " + MANY,
    LONG + "SELECT count(*) FROM t a, t b, t c, t d, t e WHERE a.x || e.x LIKE '%aaaaaaaaaaaab'",
    LONG + f"SELECT count(*) FROM {MANY} WHERE {LONGEST} LIKE '%{'a' * 97}b'",
    LONG + f"SELECT count(*) FROM {MANY} WHERE {LONGEST} LIKE '{'%a' * 48}%b'",
    LONG + f"SELECT count(*) FROM {MANY} WHERE {LONGEST} LIKE '%{'_' * 90}%b'",
    LONG + f"SELECT count(*) FROM {MANY} WHERE {LONGEST} GLOB '{'*a' * 48}*b'",
    LONG + f"SELECT count(*) FROM {MANY} WHERE {LONGEST} GLOB '*{'[^b]' * 24}b'",
    LONG + f"SELECT count(*) FROM {MANY} WHERE lower({LONGEST} || a.id) = upper({LONGEST} || b.id)",
    "SELECT (" + "SELECT (" * 20 + "1" + ")" * 21,
]


def measure(url: str, seconds: float) -> list[tuple[str, str, float, float]]:
    """Query, answer, seconds that it took, and the most memory (MB) that the process has taken so far."""
    engine = connect(url)
    measured = []
    for query in REFUSED + BOMBS:
        begin = time.process_time()  # what it cost: the wall clock also counts who else is on the machine
        try:
            answer = f"{len(run_query(engine, query, seconds=seconds).rows)} rows"
        except QueryProblem as problem:
            answer = str(problem)
        took = time.process_time() - begin
        measured.append((query, answer, took, most_memory()))
    return measured


def most_memory() -> float:
    """MB at the peak. What `getrusage` says includes the process that started this one, so Linux is asked itself."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(sys.argv[1], float(sys.argv[2]))))
