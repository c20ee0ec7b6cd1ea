"""The memory of an ingest, for many articles and for a tenth of them (Linux)."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

MANY = int(os.environ.get("MANY", "100000"))  # articles
FORMS = 200_000  # words that the articles draw from, so that the memory of words fills
LETTERS = "ابتجحدرسشصطعفقكلمنهوي"
TIMELINE = [sys.executable, "-c", "from timeline.cli import main; main()"]


def memory() -> None:
    """The peak of all processes of an ingest, for many articles and for a tenth of them."""
    for many in (MANY // 10, MANY):
        with tempfile.TemporaryDirectory() as name:
            wire = Path(name) / "wire.jsonl"
            with wire.open("w", encoding="utf-8") as lines:
                lines.writelines(short(many))
            begin = time.perf_counter()
            peak = peak_of([*TIMELINE, "ingest", str(wire), "--database", f"{name}/t.db"])
            rate = many / (time.perf_counter() - begin)
            size = (Path(name) / "t.db").stat().st_size / many / 1000
        print(
            f"{many:,} articles ingested: peak {peak / 1e6:.0f} MB, {rate:.0f} articles/s, {size:.1f} kB each",
            flush=True,
        )


def short(many: int) -> Iterator[str]:
    """Lines of JSON: a toll, and forty words of many."""
    draw = random.Random(1)
    forms = ["".join(draw.choices(LETTERS, k=draw.randint(3, 8))) for _ in range(FORMS)]
    for number in range(many):
        toll = f"قتل {number % 90 + 3} أشخاص وأصيب {number % 40 + 11} في غارة على غزة فجر الثلاثاء، وفق وزارة الصحة."
        words = f"{toll} {' '.join(draw.choices(forms, k=40))}."
        line = {"url": f"https://example.org/{number}", "text": words, "published": "2023-05-10T20:15:00+03:00"}
        yield json.dumps(line, ensure_ascii=False) + "\n"


def peak_of(command: list[str]) -> int:
    """Bytes of memory that the processes of a command have at most, shared pages counted once (Linux)."""
    with subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(map(proportional, in_session(process.pid))))
            time.sleep(0.25)
    assert process.returncode == 0
    return peak


def in_session(leader: int) -> Iterator[Path]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if int((folder / "stat").read_text().rpartition(")")[2].split()[3]) == leader:
                yield folder
        except OSError:
            continue  # it has ended


def proportional(folder: Path) -> int:
    try:
        lines = (folder / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
