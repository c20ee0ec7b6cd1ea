"""A corpus of every kind of file, and `timeline` over it in a process of its own."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tests.store.wire import write_wire

TIMELINE = [sys.executable, "-c", "from timeline.cli import main; main()"]
TEXT = "published: 2024-05-14T21:10:00+03:00\n\nقُتل 3 أشخاص في غارة على صور فجر الثلاثاء، وأصيب 12 في صيدا أمس."


def write_corpus(folder: Path, files: int = 4, articles: int = 30) -> Path:
    """JSON Lines files, a Parquet table of three row groups, and text files; about a third of a table has no text."""
    for number in range(files):
        (folder / "wire").mkdir(parents=True, exist_ok=True)
        write_wire(folder / "wire" / f"{number:03}.jsonl", range(number * articles, (number + 1) * articles))
    for number in range(5):
        (folder / "texts").mkdir(exist_ok=True)
        (folder / "texts" / f"{number}.txt").write_text(f"{TEXT} وهذا الخبر رقم {number}.", "utf-8")
    lines = (folder / "wire" / "000.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) | {"url": None} for line in lines]
    table = [row | {"text": row["text"] + f" جدول {number}" if number % 3 else ""} for number, row in enumerate(rows)]
    pq.write_table(pa.Table.from_pylist(table), folder / "table.parquet", row_group_size=10)
    return folder


def start(*arguments: str | Path) -> subprocess.Popen[str]:
    """`timeline …`, running."""
    return subprocess.Popen(
        [*TIMELINE, *map(str, arguments)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=os.environ | {"COLUMNS": "200"},
    )  # fmt: skip


def timeline(*arguments: str | Path) -> tuple[int, str, str]:
    """Its exit status, and what it said on both streams."""
    with start(*arguments) as process:
        out, err = process.communicate(timeout=300)
    assert "Traceback" not in err
    return process.returncode, out, err


def written(folder: Path) -> dict[str, str]:
    """The digest of each file of a folder, hidden ones among them."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def rows(folder: Path) -> list[dict[str, Any]]:
    """All rows of all files."""
    return [row for path in sorted(folder.glob("*.parquet")) for row in pq.read_table(path).to_pylist()]
