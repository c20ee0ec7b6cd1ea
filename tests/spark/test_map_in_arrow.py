"""The ten lines of docs/scale.md, run by Spark; skipped where there is no PySpark, or no Java for it.

`make spark` installs PySpark, which is too large for the environment of every day.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bulk.corpus import rows, timeline
from tests.store.wire import stored_documents, write_wire

ROOT = Path(__file__).parents[2]
pytest.importorskip("pyspark", reason="PySpark is not installed; make spark does it")
if shutil.which("java") is None:
    pytest.skip("there is no Java", allow_module_level=True)


def program() -> str:
    """The block of docs/scale.md that speaks of Spark."""
    blocks: list[str] = re.findall(
        r"^```python\n(.*?)^```", (ROOT / "docs/scale.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    (found,) = (block for block in blocks if "mapInArrow" in block)
    return found


def test_it_is_ten_lines() -> None:
    assert len([line for line in program().splitlines() if line and not re.match(r"import |from ", line)]) <= 10


def test_spark_reads_what_extract_reads(tmp_path: Path) -> None:
    write_wire(tmp_path / "articles.jsonl", range(50))
    environment = os.environ | {"PYSPARK_PYTHON": sys.executable}
    subprocess.run(
        [sys.executable, "-c", program()], cwd=tmp_path, env=environment, check=True, capture_output=True, timeout=300
    )
    assert timeline("extract", tmp_path / "articles.jsonl", "--output", tmp_path / "ours")[0] == 0
    ours = {row["url"]: row for row in rows(tmp_path / "ours")}
    spark = {row["url"]: row for row in rows(tmp_path / "read")}
    assert spark.keys() == ours.keys()
    for url, row in spark.items():
        for name in ("text", "published", "problem", "figures", "events"):
            assert row[name] == ours[url][name]
    assert timeline("load", tmp_path / "read", "--database", tmp_path / "spark.db")[0] == 0
    assert timeline("load", tmp_path / "ours", "--database", tmp_path / "ours.db")[0] == 0
    assert stored_documents(tmp_path / "spark.db") == stored_documents(tmp_path / "ours.db")
