"""Four times the text is about four times the work, whatever the text: lines of Python that run, not seconds.

`python -m benchmarks.growth` times the same shapes up to a million characters.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest

from benchmarks.growth import PUBLISHED, SHAPES
from timeline.pipeline import read_article
from timeline.values import Document

SMALL, LARGE = 1_500, 6_000
FIXED = 2_000  # lines that any reading runs
BOUND = 8  # between four, which is linear, and sixteen, which is quadratic
# Hundreds of words of it look at each other before a sentence is cut: linear, but slow to count.
SLOW = {"beginnings without an end of sentence"}


class Lines:
    """How many lines of Python have run."""

    count = 0

    def __call__(self, frame: FrameType, event: str, argument: Any) -> Lines:
        self.count += event == "line"
        return self


@contextmanager
def counted() -> Iterator[Lines]:
    lines, before = Lines(), sys.gettrace()
    sys.settrace(lines)
    try:
        yield lines
    finally:
        sys.settrace(before)


def work(shape: str, size: int) -> int:
    text = (shape * (size // len(shape) + 1))[:size]
    read_article(Document("", text, PUBLISHED))  # what is learnt once is not counted
    with counted() as lines:
        read_article(Document("", text, PUBLISHED))
    return lines.count


@pytest.mark.parametrize("shape", sorted(SHAPES.keys() - SLOW))
def test_work_grows_with_the_text(shape: str) -> None:
    assert work(SHAPES[shape], LARGE) <= BOUND * (work(SHAPES[shape], SMALL) + FIXED)


def test_the_count_sees_work_that_grows_faster() -> None:
    def pairs(size: int) -> None:
        for _ in range(size):
            for _ in range(size):
                pass

    with counted() as small:
        pairs(50)
    with counted() as large:
        pairs(200)
    assert large.count > BOUND * small.count > 0


MILLION = 1_000_000


@pytest.mark.parametrize(
    "sign", ["غ", "7", "\u064e", "(", "\u200f", "a"], ids=["letters", "digits", "marks", "brackets", "unseen", "Latin"]
)
def test_a_million_characters_without_a_space(sign: str) -> None:
    assert read_article(Document("", sign * MILLION, PUBLISHED)).times == ()


def test_a_sentence_of_a_thousand_words_is_read_to_its_end() -> None:
    text = "وقال الشاهد إن القافلة مرت من الطريق القديم " * 130 + "وغادر الوفد الثلاثاء"
    extraction = read_article(Document("", text, PUBLISHED))
    assert [time.value for time in extraction.times] == ["2024-05-14"]
    assert all(0 <= event.sentence[0] <= event.start < event.end <= event.sentence[1] for event in extraction.events)
