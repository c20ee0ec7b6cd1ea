"""What holds for every text: nothing is raised, every offset is true, spelling and script of digits do not matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.properties.texts import MARKS, SCRIPTS, anything, in_script, marked, published, sentences
from timeline.grammar.reading import Reader
from timeline.lexicon import lexicon
from timeline.pipeline import read_article
from timeline.values import Document, Event, Extraction, Figure, Interval, TimeExpression
from timeline.words import Vocabulary, vocabulary

WEDNESDAY = datetime.fromisoformat("2023-05-10T20:15:00+03:00")
# The same texts at every run: a failure here is a failure on every machine. Raise max_examples to search for more.
thorough = settings(
    deadline=None, max_examples=600, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)


def read(text: str, when: datetime | None = WEDNESDAY) -> Extraction:
    return read_article(Document("", text, when))


@thorough
@given(anything, published)
def test_what_holds_of_every_reading(text: str, when: datetime | None) -> None:
    """Offsets are true, times are disjoint and run forwards, every id leads somewhere: see `fuzz.promises`."""
    assert list(broken_promises(read(text, when))) == []


@thorough
@given(anything, published)
def test_the_same_text_has_the_same_answer(text: str, when: datetime | None) -> None:
    assert read(text, when) == read(text, when)


@thorough
@given(sentences, st.sampled_from(MARKS), st.integers(1, 4))
def test_marks_inside_words_change_nothing(text: str, mark: str, every: int) -> None:
    assert meaning(read(marked(text, mark, every))) == meaning(read(text))


@thorough
@given(sentences, st.sampled_from(SCRIPTS))
def test_the_script_of_digits_changes_nothing(text: str, digits: str) -> None:
    other, same = read(in_script(text, digits)), read(text)
    assert meaning(other) == meaning(same)
    assert [(time.start, time.end) for time in other.times] == [(time.start, time.end) for time in same.times]


@cache
def letters_known_from_the_start() -> int:
    words = Vocabulary(lexicon())
    Reader(words)
    return len(words.alphabet)


@thorough
@given(anything)
def test_no_text_brings_a_letter_that_the_patterns_do_not_know(text: str) -> None:
    """Patterns are compiled once: a set of classes met later would match nothing."""
    read(text)
    assert len(vocabulary().alphabet) == letters_known_from_the_start()
