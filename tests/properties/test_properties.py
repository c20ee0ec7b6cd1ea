"""What holds for every text: nothing is raised, every offset is true, spelling and script of digits do not matter."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.promises import broken_promises, meaning, meaning_before
from fuzz.spellings import SCRIPTS, in_script, marked, ways_to_mark
from tests.properties.texts import anything, published, sentences
from timeline.grammar.reading import Reader
from timeline.lexicon import lexicon
from timeline.lexicon.anchors import Anchors
from timeline.pipeline import read_article
from timeline.values import Document, Extraction
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
@given(st.lists(anything, min_size=2, max_size=5), published, st.randoms(use_true_random=False))
def test_the_same_text_has_the_same_answer(texts: list[str], when: datetime | None, random: Any) -> None:
    """Alone, again, and among others in any order."""
    alone = {text: read(text, when) for text in texts}
    random.shuffle(texts)
    assert {text: read(text, when) for text in texts} == alone


@thorough
@given(sentences, st.sampled_from(ways_to_mark()))
def test_marks_that_are_not_seen_change_nothing(text: str, way: tuple[str, str]) -> None:
    assert meaning(read(marked(text, *way))) == meaning(read(text))


@thorough
@given(sentences, st.sampled_from(SCRIPTS))
def test_the_script_of_digits_changes_nothing(text: str, digits: str) -> None:
    other, same = read(in_script(text, digits)), read(text)
    assert meaning(other) == meaning(same)
    assert [(time.start, time.end) for time in other.times] == [(time.start, time.end) for time in same.times]


@thorough
@given(sentences, sentences)
def test_a_sentence_does_not_depend_on_those_after_it(text: str, after: str) -> None:
    """But for what docs/reading.md excepts: where a happening is told again its time and place may come from there,
    and so may the place that tells which war is meant.
    """
    text = text.replace("\n", " ") + ".\n"
    alone, followed = (read_article(Document("", each, WEDNESDAY), Anchors()) for each in (text, f"{text}{after}."))
    assert meaning_before(followed, len(text)) == meaning_before(alone, len(text))


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
