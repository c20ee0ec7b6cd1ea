"""Every rule of every book fires on its own examples, with the value that it promises, and never on its None."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest

from timeline.grammar import begun, clocks, counts, dates, people, times
from timeline.grammar.days import Name
from timeline.grammar.levels import levels
from timeline.grammar.reading import reader
from timeline.grammar.rule import Found, Grammar, Rule
from timeline.words import Line, Text, vocabulary

PHRASES = dates.BOOKS
MENTIONS = (times.BOOK, begun.BOOK, clocks.BOOK, counts.BOOK, people.BOOK)
RULES = [(rule, level) for level, books in enumerate((PHRASES, MENTIONS)) for book in books for rule in book.rules]
EXAMPLES = [
    pytest.param(rule, level, text, value, id=f"{rule.name}-{text}")
    for rule, level in RULES
    for text, value in rule.examples.items()
]


@cache
def grammars() -> tuple[Grammar, Grammar]:
    """The rules of both levels; the reader is there first, because it adds its letters to the alphabet."""
    reader()
    return Grammar(PHRASES, vocabulary().alphabet), Grammar(MENTIONS, vocabulary().alphabet)


def line_of(text: str, level: int) -> Line:
    """The letters that the rules of a level see."""
    return reader().read(text).line if level else levels().line(Text(text, vocabulary()))


def found_in(text: str, level: int) -> list[Found]:
    return list(grammars()[level].scan(line_of(text, level)))


def test_no_two_rules_have_the_same_name() -> None:
    names = Counter(rule.name for rule, _ in RULES)
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(("rule", "level"), RULES, ids=[rule.name for rule, _ in RULES])
def test_every_rule_has_an_example_that_it_reads(rule: Rule, level: int) -> None:
    """A rule of names has None only: its examples show what is kept from other rules."""
    assert rule.examples
    assert any(found.rule == rule.name for text in rule.examples for found in found_in(text, level))


@pytest.mark.parametrize(("rule", "level", "text", "value"), EXAMPLES)
def test_an_example_is_read_by_its_rule(rule: Rule, level: int, text: str, value: Any) -> None:
    by_rule = [found.value for found in found_in(text, level) if found.rule == rule.name]
    if value is None:
        assert [read for read in by_rule if not isinstance(read, Name)] == []
    else:
        assert value in by_rule
