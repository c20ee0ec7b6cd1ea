"""Each harness holds on its seeds and on some random bytes; what one raises is kept, once for each place."""

from __future__ import annotations

import importlib
import random
from pathlib import Path

import pytest

from fuzz import sources
from fuzz.__main__ import HARNESSES
from fuzz.choices import Choices
from fuzz.finds import Harness, keeping, kept
from fuzz.promises import PromiseBroken

INPUTS = 150


def harness(name: str) -> Harness:
    found: Harness = importlib.import_module(f"fuzz.{name}").run
    return found


@pytest.mark.parametrize("name", HARNESSES)
def test_random_bytes(name: str) -> None:
    draw = random.Random(name)
    for _ in range(INPUTS):
        harness(name)(draw.randbytes(draw.randrange(120)))


@pytest.mark.parametrize("name", ["sources", "querying"])
def test_seeds(name: str) -> None:
    for seed in importlib.import_module(f"fuzz.{name}").seeds():
        harness(name)(seed)


def test_a_seed_of_every_kind_is_a_document() -> None:
    """Else libFuzzer begins with files that are refused."""
    assert [sources.check(seed) for seed in sources.seeds()] == [1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1]


def test_choices_end() -> None:
    choices = Choices(b"\x05\x01\x00\xff")
    assert [choices.number(4), choices.number(1000), choices.left] == [1, 256, True]
    assert [choices.rest(), choices.left, choices.number(9)] == [b"\xff", False, 0]


def fails(data: bytes) -> None:
    if data.startswith(b"a"):
        raise ValueError(data)
    if data:
        raise PromiseBroken(f"{len(data)} bytes")


def test_a_find_is_kept_once_and_as_short_as_it_was_found(tmp_path: Path) -> None:
    run = keeping("reading", fails, tmp_path)
    for data in (b"abc", b"ab", b"abcd", b"", b"xy"):
        run(data)
    assert sorted(path.read_bytes() for path in kept(tmp_path)) == [b"ab", b"xy"]
    reports = [path.read_text("utf-8") for path in (tmp_path / "finds").glob("*.txt")]
    assert sorted(report.splitlines()[-1] for report in reports) == [
        "ValueError: b'ab'",
        "fuzz.promises.PromiseBroken: 2 bytes",
    ]
