"""Queries that strangers might send. `python -m tests.sql.hostile FILE` runs them as the program would, and measures."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from tests.sql.refused import REFUSED
from timeline.sql import QueryProblem, run_query
from timeline.store.opening.database import connect

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
    FOREVER + "SELECT i FROM (SELECT i, sum(i) OVER (ORDER BY i ROWS 100000 PRECEDING) AS s FROM n) WHERE s < 0",
    FOREVER + "SELECT lag(i, 1000000) OVER () FROM n",
    FOREVER + "SELECT max(i) OVER (ORDER BY i DESC) FROM n LIMIT 1",
    FOREVER + "SELECT i IN (SELECT -i FROM n) FROM n",
    FOREVER + "SELECT strftime('" + "%Y" * 5_000 + "', i) FROM n WHERE i < 0",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n ORDER BY 1 DESC) SELECT * FROM n WHERE i < 0",
    f"SELECT group_concat(a.id) OVER (ORDER BY a.id) FROM {MANY}, event i, event j, event k, event l, event m",
    f"SELECT count(*) OVER (ORDER BY a.id RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM {MANY}, event i, event j, event k",
    f"SELECT ntile(1000000000) OVER () FROM {MANY}, event i, event j, event k, event l, event m, event n, event o",
    LONG + "SELECT string_agg(x, x) FROM t a, t b, t c",
    LONG + f"SELECT count(*) FROM {MANY} WHERE substr({LONGEST}, a.id) = substr({LONGEST}, b.id)",
    LONG + f"SELECT DISTINCT {LONGEST} || a.id || b.id || c.id || d.id || e.id || f.id || g.id || h.id FROM {MANY}",
    LONG + f"SELECT a.id FROM {MANY} ORDER BY {LONGEST} || a.id || b.id || c.id || d.id || e.id",
    "VALUES " + ",".join(["(1)"] * 4_000),
    "SELECT 1 WHERE 1 IN (" + ",".join(["1"] * 9_000) + ")",
    "SELECT " + "-" * 99 + "1",
    "SELECT " + "NOT " * 99 + "1",
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
