"""`"day_of_month of? month year?"` -> a regular expression over letters.

A name stands for any word of that class; `a&b` has both, `a&!b` has a and not b; `label=a` is read back
as `m["label"]`. `( | ) ? * +` mean what they mean in regular expressions; `{name}` is a fragment.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..alphabet import Alphabet

_TOKEN = re.compile(r"\{\w+\}|[\w=&!]+|[()|?*+]|\s+")
NEVER = "(?!)"


@dataclass(slots=True)
class Compiled:
    """A regular expression, the labels of its groups, and the letters with which a match can begin."""

    source: str
    labels: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    first: frozenset[str] = frozenset()


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


def charset(letters: str) -> str:
    return f"[{re.escape(letters)}]" if letters else NEVER


def compile_pattern(pattern: str, alphabet: Alphabet) -> Compiled:
    """Parse an expanded pattern. Raises PatternProblem for an element that no word can ever match."""
    compiled = Compiled("")
    parser = _Parser(tokens(pattern), alphabet, compiled)
    compiled.source, first, _ = parser.alternatives()
    if parser.rest:
        raise PatternProblem(f"unbalanced parentheses in {pattern!r}")
    compiled.first = frozenset(first)
    return compiled


Part = tuple[str, set[str], bool]  # source, first letters, whether it may be empty


class _Parser:
    def __init__(self, rest: list[str], alphabet: Alphabet, compiled: Compiled) -> None:
        self.rest = rest[::-1]
        self.alphabet = alphabet
        self.compiled = compiled

    def alternatives(self) -> Part:
        source, first, empty = self.sequence()
        while self.rest and self.rest[-1] == "|":
            self.rest.pop()
            other, other_first, other_empty = self.sequence()
            source, first, empty = f"{source}|{other}", first | other_first, empty or other_empty
        return source, first, empty

    def sequence(self) -> Part:
        source, first, empty = "", set[str](), True
        while self.rest and self.rest[-1] not in ("|", ")"):
            part, part_first, part_empty = self.item()
            source += part
            if empty:
                first |= part_first
            empty = empty and part_empty
        return source, first, empty

    def item(self) -> Part:
        token = self.rest.pop()
        if token == "(":
            source, first, empty = self.alternatives()
            if not self.rest or self.rest.pop() != ")":
                raise PatternProblem("a parenthesis is not closed")
            source = f"(?:{source})"
        else:
            source, first, empty = self.element(token)
        while self.rest and self.rest[-1] in ("?", "*", "+"):
            repeat = self.rest.pop()
            source, empty = f"(?:{source}){repeat}", empty or repeat != "+"
        return source, first, empty

    def element(self, token: str) -> Part:
        label, _, name = token.rpartition("=")
        letters = letters_for(name, self.alphabet)
        if not letters:
            raise PatternProblem(f"no word has the classes {name!r}")
        wanted = name.split("&")[0]
        groups = self.compiled.labels.setdefault(label or wanted, [])
        group = f"g{sum(map(len, self.compiled.labels.values()))}"
        groups.append((group, wanted))
        return f"(?P<{group}>{charset(letters)})", set(letters), False
