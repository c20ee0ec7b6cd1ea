"""`"day_of_month of? month year?"` -> a regular expression over letters.

A name stands for any word of that class; `a&b` has both, `a&!b` has a and not b; `label=a` is read back
as `m["label"]`. `( | ) ? * +` mean what they mean in regular expressions; `{name}` is a fragment.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ..alphabet import Alphabet, charset

_TOKEN = re.compile(r"\{\w+\}|[\w=&!]+|[()|?*+]|\s+")


@dataclass(slots=True)
class Compiled:
    """A regular expression, the numbers of the groups of each label with the class they stand for, how it begins.

    `first`: the letters with which it can begin; `second`: those that can follow, where more than one letter
    matches; `single`: whether one letter can be all.
    """

    source: str
    labels: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    first: frozenset[str] = frozenset()
    second: frozenset[str] = frozenset()
    single: bool = False


class PatternProblem(ValueError):
    """A pattern that names an unknown class or does not parse."""


def expand(pattern: str, fragments: Mapping[str, str]) -> str:
    """Replace every `{name}` by its fragment in parentheses, also inside fragments."""
    while "{" in pattern:
        pattern = re.sub(r"\{(\w+)\}", lambda m: f"({fragments[m[1]]})", pattern)
    return pattern


def tokens(pattern: str) -> list[str]:
    found = _TOKEN.findall(pattern)
    if "".join(found) != pattern:
        raise PatternProblem(f"cannot read the pattern {pattern!r}")
    return [token for token in found if not token.isspace()]


def letters_for(name: str, alphabet: Alphabet) -> str:
    """The letters of one element such as `month`, `number&!the`."""
    if name == "any":
        return alphabet.letters_of(frozenset(), frozenset({"end"}))
    wanted: set[str] = set()
    unwanted: set[str] = set()
    for part in name.split("&"):
        (unwanted if part.startswith("!") else wanted).add(part.lstrip("!"))
    return alphabet.letters_of(frozenset(wanted), frozenset(unwanted))


def compile_pattern(pattern: str, alphabet: Alphabet) -> Compiled:
    """Parse an expanded pattern. Raises PatternProblem for an element that no word can ever match."""
    compiled = Compiled("")
    parser = _Parser(tokens(pattern), alphabet, compiled)
    whole = parser.alternatives()
    if parser.rest:
        raise PatternProblem(f"unbalanced parentheses in {pattern!r}")
    compiled.source, compiled.single = whole.source, whole.single
    compiled.first, compiled.second = whole.first, whole.second
    return compiled


_NO_LETTERS: frozenset[str] = frozenset()


class _Part(NamedTuple):
    """A piece of a pattern: its source, the letters it can begin with and go on with, whether none or one will do."""

    source: str
    first: frozenset[str] = _NO_LETTERS
    second: frozenset[str] = _NO_LETTERS
    empty: bool = False
    single: bool = False

    def or_(self, other: _Part) -> _Part:
        return _Part(
            f"{self.source}|{other.source}",
            self.first | other.first,
            self.second | other.second,
            self.empty or other.empty,
            self.single or other.single,
        )

    def then(self, other: _Part) -> _Part:
        return _Part(
            self.source + other.source,
            self.first | (other.first if self.empty else _NO_LETTERS),
            self.second | (other.first if self.single else _NO_LETTERS) | (other.second if self.empty else _NO_LETTERS),
            self.empty and other.empty,
            (self.single and other.empty) or (self.empty and other.single),
        )

    def repeated(self, sign: str) -> _Part:
        second = self.second if sign == "?" or not self.single else self.second | self.first
        return _Part(f"(?:{self.source}){sign}", self.first, second, self.empty or sign != "+", self.single)


class _Parser:
    def __init__(self, rest: list[str], alphabet: Alphabet, compiled: Compiled) -> None:
        self.rest = rest[::-1]
        self.alphabet = alphabet
        self.compiled = compiled

    def alternatives(self) -> _Part:
        part = self.sequence()
        while self.rest and self.rest[-1] == "|":
            self.rest.pop()
            part = part.or_(self.sequence())
        return part

    def sequence(self) -> _Part:
        part = _Part("", empty=True)
        while self.rest and self.rest[-1] not in ("|", ")"):
            part = part.then(self.item())
        return part

    def item(self) -> _Part:
        token = self.rest.pop()
        if token == "(":
            part = self.alternatives()
            if not self.rest or self.rest.pop() != ")":
                raise PatternProblem("a parenthesis is not closed")
            part = part._replace(source=f"(?:{part.source})")
        else:
            part = self.element(token)
        while self.rest and self.rest[-1] in ("?", "*", "+"):
            part = part.repeated(self.rest.pop())
        return part

    def element(self, token: str) -> _Part:
        label, _, name = token.rpartition("=")
        letters = letters_for(name, self.alphabet)
        if not letters:
            raise PatternProblem(f"no word has the classes {name!r}")
        wanted = name.split("&")[0]
        group = 1 + sum(map(len, self.compiled.labels.values()))  # no other parenthesis captures
        self.compiled.labels.setdefault(label or wanted, []).append((group, wanted))
        return _Part(f"({charset(letters)})", frozenset(letters), single=True)
