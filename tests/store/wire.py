"""Short articles made here, and `timeline ingest` of them in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import text

from timeline.pipeline import read_article
from timeline.sources import Given, read_documents
from timeline.store.opening.database import open_database, reading
from timeline.store.opening.health import faults
from timeline.values import Document

INGEST = [sys.executable, "-c", "from timeline.cli import main; main()", "ingest"]
PLACES = "غزة رفح جنين نابلس صيدا حلب تعز عدن".split()
Database = Path | str
"""A file of SQLite, or the URL of a database on PostgreSQL."""
Whole = dict[str, tuple[int, int, int]]
"""url -> the number of times, figures and events of the article"""


def write_wire(path: Path, numbers: range) -> Path:
    """A JSON Lines file with one short article for each number, all different."""
    path.write_text("\n".join(json.dumps(_line(number), ensure_ascii=False) for number in numbers), "utf-8")
    return path


def _line(number: int) -> dict[str, Any]:
    place = PLACES[number % len(PLACES)]
    words = f"قتل {number % 90 + 3} أشخاص وأصيب {number % 40 + 11} في غارة على {place} فجر الثلاثاء. وهذا الخبر رقم {number}."
    return {"url": f"https://example.org/{number}", "text": words, "published": "2023-05-10T20:15:00+03:00"}


def expected(wire: Path) -> Whole:
    """What a database holds of a wire that was read to its end."""
    documents = [each for each in read_documents([str(wire)], Given()) if isinstance(each, Document)]
    found = map(read_article, documents)
    return {str(each.document.url): (len(each.times), len(each.figures), len(each.events)) for each in found}


def stored_documents(database: Database) -> Whole:
    """The documents of a database with the rows that they really have; none is there twice."""
    engine = open_database(database)
    with reading(engine) as connection:
        rows = connection.execute(text("SELECT url, id FROM document")).all()
        counts = [
            Counter(connection.scalars(text(f"SELECT document_id FROM {table}")))
            for table in ("time_expression", "figure", "event")
        ]
    engine.dispose()
    assert len({row.url for row in rows}) == len(rows)
    return {row.url: (counts[0][row.id], counts[1][row.id], counts[2][row.id]) for row in rows}


def start_ingest(wire: Path, database: Database, **options: Any) -> subprocess.Popen[str]:
    """`timeline ingest`, running."""
    command = [*INGEST, str(wire), "--database", str(database)]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment, **options,
    )  # fmt: skip


def ingest(wire: Path, database: Database, **options: Any) -> tuple[int, str]:
    """The exit status of `timeline ingest`, and all that it said."""
    with start_ingest(wire, database, **options) as process:
        said = "".join(process.communicate(timeout=300))
    return process.returncode, said


def sound(database: Database) -> Iterator[str]:
    """What is wrong with the database: the file itself, what points to what, and whether it all holds together."""
    engine = open_database(database)
    with reading(engine) as connection:
        yield from faults(connection)
    engine.dispose()
