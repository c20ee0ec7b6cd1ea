"""The whole engine: rules over letters, and the one law that chooses between them.

A rule has a name that says the shape of the phrase, a pattern, examples, and a function that makes a value
of a match (or None: not this one). At every place the longest match wins, and among equals the rule that
was written first. What has been read once is not read again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..alphabet import Alphabet, charset
from ..words import Line, Merged, Word
from .pattern import Compiled, compile_pattern, expand, letters_for


class Match:
    """What a pattern matched: `m["unit"]` is the value of the word labelled unit, None where it is absent."""

    __slots__ = ("_labels", "_spans", "first", "line", "past")

    def __init__(self, line: Line, found: re.Match[str], labels: Mapping[str, list[tuple[int, str]]]) -> None:
        self.line = line
        self.first, self.past = found.span()
        self._spans = found.regs
        self._labels = labels

    def _group(self, label: str) -> tuple[int, str] | None:
        for group, wanted in self._labels.get(label, ()):
            position = self._spans[group][0]
            if position >= 0:
                return position, wanted
        return None

    def __getitem__(self, label: str) -> Any:
        found = self._group(label)
        return None if found is None else self.line.word(found[0]).values.get(found[1])

    def __contains__(self, label: str) -> bool:
        return self._group(label) is not None

    def word(self, label: str) -> Word | Merged | None:
        found = self._group(label)
        return None if found is None else self.line.word(found[0])

    def position(self, label: str) -> int | None:
        """Where the labelled word stands."""
        found = self._group(label)
        return None if found is None else found[0]

    def first_word(self) -> Word | Merged:
        return self.line.word(self.first)

    def last_word(self) -> Word | Merged:
        return self.line.word(self.past - 1)

    def words(self) -> list[Word | Merged]:
        return [self.line.word(i) for i in range(self.first, self.past)]

    def before(self, count: int) -> list[frozenset[str]]:
        """Classes of up to `count` words before the match, nearest first, within the sentence."""
        return self._classes(range(self.first - 1, max(self.first - 1 - count, -1), -1))

    def after(self, count: int) -> list[frozenset[str]]:
        """Classes of up to `count` words after the match, within the sentence."""
        return self._classes(range(self.past, min(self.past + count, len(self.line.letters))))

    def _classes(self, positions: range) -> list[frozenset[str]]:
        found = []
        for position in positions:
            classes = self.line.classes(position)
            if "end" in classes:
                break
            found.append(classes)
        return found


Build = Callable[[Match], Any]
OUTSIDE = " "  # no letter
NEIGHBOURHOODS = 200_000  # that are remembered, about 40 MB


@dataclass(frozen=True, slots=True)
class Rule:
    """`after`, `before` name classes that must stand beside the match, `not_…` classes that must not."""

    name: str
    pattern: str
    build: Build
    examples: Mapping[str, Any] = field(default_factory=dict)
    after: str = ""
    not_after: str = ""
    before: str = ""
    not_before: str = ""


class Found(NamedTuple):
    """A rule's value for letters first to past of a line."""

    rule: str
    first: int
    past: int
    value: Any


class RuleBook:
    """Rules in the order in which they were written, with the fragments that their patterns share."""

    def __init__(self, fragments: Mapping[str, str] | None = None) -> None:
        self.rules: list[Rule] = []
        self.fragments = dict(fragments or {})

    def rule(self, name: str, pattern: str, examples: Mapping[str, Any], **context: str) -> Callable[[Build], Build]:
        """Write a rule; the decorated function makes its value."""

        def write(build: Build) -> Build:
            self.rules.append(Rule(name, pattern, build, examples, **context))
            return build

        return write


def _beside(classes: str, alphabet: Alphabet) -> str:
    return charset("".join(letters_for(name, alphabet) for name in classes.split()))


def _contextual(rule: Rule, source: str, alphabet: Alphabet) -> str:
    if rule.after:
        source = f"(?<={_beside(rule.after, alphabet)})(?:{source})"
    if rule.not_after:
        source = f"(?<!{_beside(rule.not_after, alphabet)})(?:{source})"
    if rule.before:
        source = f"(?:{source})(?={_beside(rule.before, alphabet)})"
    if rule.not_before:
        source = f"(?:{source})(?!{_beside(rule.not_before, alphabet)})"
    return source


@dataclass(frozen=True, slots=True)
class _Ready:
    """A rule that can be tried: `begins` says whether it can at a letter, given its neighbours."""

    rule: Rule
    order: int
    compiled: Compiled
    match: Callable[[str, int], re.Match[str] | None]
    after: frozenset[str]
    not_after: frozenset[str]

    def begins(self, before: str, next_letter: str) -> bool:
        """`before` is OUTSIDE at the beginning of a text, `next_letter` empty at its end."""
        if (self.rule.after and before not in self.after) or before in self.not_after:
            return False
        return self.compiled.single or next_letter in self.compiled.second


def _ready(rule: Rule, order: int, fragments: Mapping[str, str], alphabet: Alphabet) -> _Ready:
    compiled = compile_pattern(expand(rule.pattern, fragments), alphabet)
    match = re.compile(_contextual(rule, compiled.source, alphabet)).match
    return _Ready(rule, order, compiled, match, _letters(rule.after, alphabet), _letters(rule.not_after, alphabet))


def _letters(classes: str, alphabet: Alphabet) -> frozenset[str]:
    return frozenset("".join(letters_for(name, alphabet) for name in classes.split()))


class Grammar:
    """Rule books compiled for one alphabet; their rules compete in one scan."""

    def __init__(self, books: Sequence[RuleBook], alphabet: Alphabet) -> None:
        self._by_letter: dict[str, list[_Ready]] = {}
        written = ((rule, book.fragments) for book in books for rule in book.rules)
        for order, (rule, fragments) in enumerate(written):
            ready = _ready(rule, order, fragments, alphabet)
            for letter in ready.compiled.first:
                self._by_letter.setdefault(letter, []).append(ready)
        # One class of letters locates where anything can begin; the rules decide there.
        self._locate = re.compile(charset("".join(self._by_letter)))
        self._beginning: dict[str, tuple[_Ready, ...]] = {}

    def scan(self, line: Line, first: int = 0, past: int | None = None) -> Iterator[Found]:
        """All that the rules find in a line, or in its letters first to past: left to right, disjoint."""
        letters = line.letters
        beginning = self._beginning
        done = first
        for place in self._locate.finditer(letters, first, len(letters) if past is None else past):
            first = place.start()
            if first < done:
                continue
            around = letters[first - 1 : first + 2] if first else OUTSIDE + letters[:2]
            rules = beginning.get(around)
            if rules is None:
                rules = self._rules_in(around)
            if rules and (found := _choose(line, first, rules)):
                done = found.past
                yield found

    def _rules_in(self, around: str) -> tuple[_Ready, ...]:
        """The rules that can match at the second of three letters; remembered, for most places are like another."""
        rules = tuple(ready for ready in self._by_letter[around[1]] if ready.begins(around[0], around[2:]))
        if len(self._beginning) >= NEIGHBOURHOODS:
            self._beginning.clear()
        self._beginning[around] = rules
        return rules


def _choose(line: Line, first: int, rules: Sequence[_Ready]) -> Found | None:
    """The longest match that its rule takes, of equal ones that of the rule written first."""
    letters = line.letters
    matches = []
    for ready in rules:
        match = ready.match(letters, first)
        if match is not None and match.end() > first:
            matches.append((-match.end(), ready.order, ready, match))
    if len(matches) > 1:
        matches.sort()  # no two have the same order, so the rest is never compared
    for _, _, ready, match in matches:
        value = ready.rule.build(Match(line, match, ready.compiled.labels))
        if value is not None:
            return Found(ready.rule.name, first, match.end(), value)
    return None
