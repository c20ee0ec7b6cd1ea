"""The same texts have the same answer in any process: whatever it read before, and however it hashes strings."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.texts import articles
from fuzz.choices import Choices, sentences_in

PUBLISHED = "2023-05-10T20:15:00+03:00"


def lines(order: int) -> list[str]:
    """Articles, and texts of random words and phrases, in an order of their own."""
    draw = random.Random(7)
    texts = [
        *(article.text for article in articles(12)),
        *(sentences_in(Choices(draw.randbytes(150))) for _ in range(60)),
    ]
    written = [json.dumps({"id": str(n), "text": text, "published": PUBLISHED}) for n, text in enumerate(texts)]
    random.Random(order).shuffle(written)
    return written


def answers(folder: Path, seed: str, order: int) -> dict[str, str]:
    """The line of each article that `timeline extract` prints, by its id."""
    path = folder / f"{seed}.jsonl"
    path.write_text("\n".join(lines(order)), "utf-8")
    command = [sys.executable, "-c", "from timeline.cli import main; main()", "extract", str(path)]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    printed = subprocess.run(command, check=True, capture_output=True, env=environment).stdout.decode()
    return {json.loads(line)["id"]: line for line in printed.splitlines()}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return answers(tmp_path_factory.mktemp("first"), "0", 0)


@pytest.mark.parametrize(("seed", "order"), [("1", 0), ("4294967295", 1), ("random", 2)])
def test_another_process(first: dict[str, str], seed: str, order: int, tmp_path: Path) -> None:
    assert len(first) == 72
    assert sum('"figures": []' not in line for line in first.values()) > 12
    assert answers(tmp_path, seed, order) == first
