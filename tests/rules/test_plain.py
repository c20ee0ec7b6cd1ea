"""The letters engine agrees with the plain matcher: on random patterns, on every gold document, on any sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.properties.texts import sentences
from tests.rules.plain import PlainGrammar, PlainMatch, Reader, ends
from timeline.alphabet import Alphabet
from timeline.grammar import begun, clocks, counts, dates, people, times
from timeline.grammar.days import Name
from timeline.grammar.levels import levels
from timeline.grammar.pattern import compile_pattern
from timeline.grammar.reading import reader
from timeline.grammar.rule import Found, Grammar, RuleBook
from timeline.words import Line, Text, vocabulary

GOLD = Path(__file__).parents[1] / "gold"
BOOKS: tuple[Sequence[RuleBook], ...] = (
    dates.BOOKS,
    (times.BOOK, begun.BOOK, clocks.BOOK, counts.BOOK, people.BOOK),
)

NAMES = ("a", "b", "c", "a&b", "a&!c", "!b", "any", "x=a", "y=a&b", "x=c")
WORDS: tuple[frozenset[str], ...] = tuple(map(frozenset, ("a", "b", "c", "ab", "ac", "abc", ["end"])))


@cache
def alphabet() -> Alphabet:
    letters = Alphabet()
    for classes in WORDS:
        letters.letter(classes)
    return letters


def _larger(patterns: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    together = st.lists(patterns, min_size=1, max_size=3)
    repeated = st.tuples(patterns, st.sampled_from("?*+")).map(lambda one: f"({one[0]}){one[1]}")
    return st.one_of(together.map(" ".join), together.map(lambda some: f"({' | '.join(some)})"), repeated)


patterns = st.recursive(st.sampled_from(NAMES), _larger, max_leaves=7)


@settings(max_examples=800, derandomize=True, database=None, deadline=None)
@given(patterns, st.lists(st.sampled_from(WORDS), max_size=7))
def test_any_pattern(pattern: str, words: list[frozenset[str]]) -> None:
    """Both end at the same word, and take the same words by the same labels."""
    compiled = compile_pattern(pattern, alphabet())
    by_letters = re.match(compiled.source, "".join(map(alphabet().letter, words)))
    plainly = next(ends(Reader({}).part(pattern), words, 0), None)
    assert (by_letters and by_letters.end()) == (plainly and plainly[0])
    if by_letters and plainly:
        match = PlainMatch(None, 0, plainly[0], plainly[1])  # type: ignore[arg-type]  # of which the line is not asked
        for label, groups in compiled.labels.items():
            took = match._took(label)
            spans = (by_letters.start(group) for group, _ in groups)
            assert next((start for start in spans if start >= 0), None) == (took and took[1])


@settings(max_examples=400, derandomize=True, database=None, deadline=None)
@given(patterns, st.lists(st.sampled_from(WORDS), min_size=1, max_size=5))
def test_how_a_pattern_can_begin(pattern: str, words: list[frozenset[str]]) -> None:
    """What the engine leaves out by the first two letters of a place cannot match there."""
    compiled, letters = compile_pattern(pattern, alphabet()), list(map(alphabet().letter, words))
    for end, _ in ends(Reader({}).part(pattern), words, 0):
        assert end < 1 or letters[0] in compiled.first
        assert end != 1 or compiled.single
        assert end < 2 or letters[1] in compiled.second


@cache
def grammars(level: int) -> tuple[Grammar, PlainGrammar]:
    reader()  # is there first, because it adds its letters to the alphabet
    return Grammar(BOOKS[level], vocabulary().alphabet), PlainGrammar(BOOKS[level])


def line_of(text: str, level: int) -> Line:
    """The letters that the rules of a level see."""
    return reader().read(text).line if level else levels().line(Text(text, vocabulary()))


def comparable(found: Found) -> tuple[Any, ...]:
    """Names are no values: two of them are never the same."""
    return (*found[:3], "a name" if isinstance(found.value, Name) else found.value)


def differences(text: str) -> list[tuple[Any, Any]]:
    """What either finds and the other does not."""
    differing: list[tuple[Any, Any]] = []
    for level in range(len(BOOKS)):
        by_letters, plainly = grammars(level)
        line = line_of(text, level)
        found, also = ([comparable(one) for one in grammar.scan(line)] for grammar in (by_letters, plainly))
        differing += [both for both in zip_longest(found, also) if both[0] != both[1]]
    return differing


@pytest.mark.parametrize("name", ["dev", "wires", "phrases"])
def test_every_gold_document(name: str) -> None:
    lines = (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    texts = [document.get("text") or document["clause"] for document in documents]
    assert len(texts) > 30
    assert {text: found for text in texts if (found := differences(text))} == {}


@settings(max_examples=150, derandomize=True, database=None, deadline=None)
@given(sentences)
def test_any_sentences(text: str) -> None:
    assert differences(text) == []


def test_a_difference_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a plain matcher that lacks a rule."""
    _, plainly = grammars(0)
    monkeypatch.setattr(plainly, "_rules", plainly._rules[1:])
    monkeypatch.setattr(plainly, "_beginning", {})
    examples = BOOKS[0][0].rules[0].examples
    assert any(differences(text) for text in examples)
