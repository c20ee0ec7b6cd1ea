"""`python -m timeline.sql` answers queries, a line of JSON each, until nobody asks any more (`timeline.sql.apart`)."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Any

from timeline.sql import run_query
from timeline.sql.answers import QueryProblem
from timeline.store.opening.engines import connect
from timeline.store.opening.problems import DatabaseProblem
from timeline.told import as_json


def main() -> None:
    for line in sys.stdin:
        sys.stdout.write(f"{json.dumps(_answered(**json.loads(line)))}\n")
        sys.stdout.flush()


def _answered(path: str, query: str, limit: int, seconds: float) -> dict[str, Any]:
    try:
        engine = connect(path)
        try:
            return asdict(run_query(engine, query, limit, seconds))
        finally:
            engine.dispose()
    except (QueryProblem, DatabaseProblem) as problem:
        return {"problem": as_json(str(problem))}


if __name__ == "__main__":
    main()
