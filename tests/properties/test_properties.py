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


def meaning(extraction: Extraction) -> list[Any]:
    """All that was read, without where it stands and without the words."""
    return [
        *(replace(time, start=0, end=0) for time in extraction.times),
        *(replace(figure, start=0, end=0, source=None, place=None, sentence=(0, 0)) for figure in extraction.figures),
        *(replace(event, start=0, end=0, place=None, sentence=(0, 0)) for event in extraction.events),
    ]


def runs_forwards(interval: Interval) -> bool:
    return interval.begin is None or interval.end is None or interval.begin <= interval.end


def is_inside(item: Figure | Event, sentence: tuple[int, int], length: int) -> bool:
    return 0 <= sentence[0] <= item.start < item.end <= sentence[1] <= length


@thorough
@given(anything, published)
def test_every_offset_is_true(text: str, when: datetime | None) -> None:
    extraction = read(text, when)
    kinds: tuple[Sequence[TimeExpression | Figure | Event], ...]
    kinds = (extraction.times, extraction.figures, extraction.events)
    for items in kinds:
        assert all(0 <= item.start < item.end <= len(text) for item in items)
        assert all(extraction.text_of(item).strip() for item in items)
        starts = [item.start for item in items]
        assert starts == sorted(starts)
    for figure in extraction.figures:
        assert is_inside(figure, figure.sentence, len(text))
    for event in extraction.events:
        assert is_inside(event, event.sentence, len(text))


@thorough
@given(anything, published)
def test_times_are_disjoint_and_run_forwards(text: str, when: datetime | None) -> None:
    times = read(text, when).times
    assert all(before.end <= after.start for before, after in pairwise(times))
    assert all(time.value and runs_forwards(time.interval) for time in times)
    if when is not None:
        bounds = [bound for time in times for bound in (time.interval.begin, time.interval.end) if bound]
        assert all(bound.utcoffset() == when.utcoffset() for bound in bounds)


@thorough
@given(anything, published)
def test_every_id_leads_somewhere(text: str, when: datetime | None) -> None:
    extraction = read(text, when)
    times = {time.id for time in extraction.times}
    figures = {figure.id: figure for figure in extraction.figures}
    assert len(times) == len(extraction.times)
    assert len(figures) == len(extraction.figures)
    dates = [figure.time for figure in extraction.figures] + [event.time for event in extraction.events]
    assert set(dates) <= times | {None}
    for figure in extraction.figures:
        assert figure.part_of is None or (figure.part_of != figure.id and figures[figure.part_of].part_of is None)
        assert figure.high is None or 0 <= figure.low <= figure.high


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
