"""Matching once more, as plainly as can be: patterns over the classes of words, tried one word after the other.

Nothing here knows letters or regular expressions. A pattern is read into parts; a part says where it can end, in the
order in which it prefers to; where what follows cannot go on from there, the next end is tried. It is slow, and there
only to be compared with `timeline.grammar.rule`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.grammar.rule import Found, Rule, RuleBook
from timeline.words import Line, Merged, Word

_SIGNS = "()|?*+{}"
_ANY_NUMBER = 1_000_000
Tags = Sequence[frozenset[str]]
Taken = tuple[tuple["Element", int], ...]  # which element took which word, in the order in which they did


@dataclass(frozen=True, eq=False)  # two elements of the same name are two
class Element:
    """One word that has all the classes wanted and none of the others; `number` counts the elements of a pattern."""

    label: str
    wanted: tuple[str, ...]
    unwanted: frozenset[str]
    number: int

    def takes(self, classes: frozenset[str]) -> bool:
        return classes.issuperset(self.wanted) and classes.isdisjoint(self.unwanted)


@dataclass(frozen=True)
class Row:
    """Parts one after the other."""

    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Choice:
    """One of several parts, the first that will do."""

    options: tuple[Part, ...]


@dataclass(frozen=True)
class Repeated:
    """A part at least so often and at most so often, rather more often than less."""

    part: Part
    least: int
    most: int


Part = Element | Row | Choice | Repeated


def element(text: str, number: int) -> Element:
    """ "second_month=month&!the" -> a word of class month without the, called second_month."""
    label, _, classes = text.rpartition("=")
    if classes == "any":
        return Element(label or classes, (), frozenset({"end"}), number)
    parts = classes.split("&")
    wanted = tuple(part for part in parts if not part.startswith("!"))
    return Element(label or parts[0], wanted, frozenset(part[1:] for part in parts if part.startswith("!")), number)


class Reader:
    """Reads one pattern, sign by sign."""

    def __init__(self, fragments: Mapping[str, str]) -> None:
        self._fragments = fragments
        self._elements = 0

    def part(self, pattern: str) -> Part:
        """The whole of a pattern or of a fragment."""
        rest = _pieces(pattern)
        found = self._choice(rest)
        assert not rest, f"{pattern!r} goes on after its end"
        return found

    def _choice(self, rest: list[str]) -> Part:
        options = [self._row(rest)]
        while rest and rest[0] == "|":
            rest.pop(0)
            options.append(self._row(rest))
        return Choice(tuple(options)) if len(options) > 1 else options[0]

    def _row(self, rest: list[str]) -> Part:
        parts: list[Part] = []
        while rest and rest[0] not in "|)":
            parts.append(self._repeated(rest))
        return Row(tuple(parts)) if len(parts) != 1 else parts[0]

    def _repeated(self, rest: list[str]) -> Part:
        part = self._one(rest)
        while rest and rest[0] in "?*+":
            sign = rest.pop(0)
            part = Repeated(part, 1 if sign == "+" else 0, 1 if sign == "?" else _ANY_NUMBER)
        return part

    def _one(self, rest: list[str]) -> Part:
        piece = rest.pop(0)
        if piece == "(":
            part = self._choice(rest)
            assert rest.pop(0) == ")", "a bracket is not closed"
            return part
        if piece == "{":
            name = rest.pop(0)
            assert rest.pop(0) == "}", "a brace is not closed"
            return self.part(self._fragments[name])
        self._elements += 1
        return element(piece, self._elements)


def _pieces(pattern: str) -> list[str]:
    """ "a&b (c|d)?" -> the names and the signs."""
    for sign in _SIGNS:
        pattern = pattern.replace(sign, f" {sign} ")
    return pattern.split()


def ends(part: Part, tags: Tags, at: int, taken: Taken = ()) -> Iterator[tuple[int, Taken]]:
    """Where the part can end when it begins at a word, the one that it prefers first."""
    match part:
        case Element():
            if at < len(tags) and part.takes(tags[at]):
                yield at + 1, (*taken, (part, at))
        case Row(parts):
            yield from _ends_of_row(parts, tags, at, taken)
        case Choice(options):
            for option in options:
                yield from ends(option, tags, at, taken)
        case Repeated(one, least, most):
            for end, so_far in ends(one, tags, at, taken) if most else ():
                if end > at or least:  # what must be there may be empty, what may be there is then not there
                    yield from ends(Repeated(one, max(least - 1, 0), most - 1), tags, end, so_far)
            if not least:
                yield at, taken


def _ends_of_row(parts: tuple[Part, ...], tags: Tags, at: int, taken: Taken) -> Iterator[tuple[int, Taken]]:
    if not parts:
        yield at, taken
        return
    for end, so_far in ends(parts[0], tags, at, taken):
        yield from _ends_of_row(parts[1:], tags, end, so_far)


@dataclass(frozen=True)
class PlainMatch:
    """What the functions of rules ask of a match."""

    line: Line
    first: int
    past: int
    taken: Taken

    def _took(self, label: str) -> tuple[Element, int] | None:
        """Of several elements of one label the first written, of one that is repeated the last word."""
        named = [one for one in self.taken if one[0].label == label]
        return max(named, key=lambda one: (-one[0].number, one[1]), default=None)

    def __getitem__(self, label: str) -> Any:
        took = self._took(label)
        return self.line.word(took[1]).values.get(took[0].wanted[0]) if took and took[0].wanted else None

    def __contains__(self, label: str) -> bool:
        return self._took(label) is not None

    def word(self, label: str) -> Word | Merged | None:
        took = self._took(label)
        return self.line.word(took[1]) if took else None

    def position(self, label: str) -> int | None:
        took = self._took(label)
        return took[1] if took else None

    def first_word(self) -> Word | Merged:
        return self.line.word(self.first)

    def last_word(self) -> Word | Merged:
        return self.line.word(self.past - 1)

    def words(self) -> list[Word | Merged]:
        return [self.line.word(position) for position in range(self.first, self.past)]

    def before(self, count: int) -> list[frozenset[str]]:
        return _up_to_an_end(self.line, range(self.first - 1, max(self.first - 1 - count, -1), -1))

    def after(self, count: int) -> list[frozenset[str]]:
        return _up_to_an_end(self.line, range(self.past, min(self.past + count, len(self.line.letters))))


def _up_to_an_end(line: Line, positions: range) -> list[frozenset[str]]:
    found = [line.classes(position) for position in positions]
    return found[: next((number for number, classes in enumerate(found) if "end" in classes), len(found))]


class PlainGrammar:
    """Rule books whose rules compete: the longest match, then the rule written first."""

    def __init__(self, books: Sequence[RuleBook]) -> None:
        self._rules = [(rule, Reader(book.fragments).part(rule.pattern)) for book in books for rule in book.rules]
        self._beginning: dict[frozenset[str], list[tuple[Rule, Part]]] = {}  # with a word of these classes

    def scan(self, line: Line) -> Iterator[Found]:
        """All that the rules find: left to right, disjoint."""
        tags = [line.classes(position) for position in range(len(line.letters))]
        at = 0
        while at < len(tags):
            found = self._at(line, tags, at)
            at = found.past if found else at + 1
            if found:
                yield found

    def _at(self, line: Line, tags: Tags, at: int) -> Found | None:
        rules = self._rules_for(tags[at])
        matches = [(rule, match) for rule, part in rules if (match := first_match(rule, part, line, tags, at))]
        for rule, match in sorted(matches, key=lambda one: -one[1].past):  # of equal ones the order stays
            value = rule.build(match)  # type: ignore[arg-type]  # it has all that a match has
            if value is not None:
                return Found(rule.name, at, match.past, value)
        return None

    def _rules_for(self, classes: frozenset[str]) -> list[tuple[Rule, Part]]:
        if classes not in self._beginning:
            self._beginning[classes] = [
                (rule, part) for rule, part in self._rules if any(one.takes(classes) for one in first_elements(part)[0])
            ]
        return self._beginning[classes]


def first_elements(part: Part) -> tuple[list[Element], bool]:
    """The elements that may take the first word, and whether the part may be empty."""
    match part:
        case Element():
            return [part], False
        case Choice(options):
            every = [first_elements(option) for option in options]
            return [one for elements, _ in every for one in elements], any(empty for _, empty in every)
        case Repeated(one, least, _):
            elements, empty = first_elements(one)
            return elements, empty or not least
    found: list[Element] = []
    for one in part.parts:
        elements, empty = first_elements(one)
        found += elements
        if not empty:
            return found, False
    return found, True


def first_match(rule: Rule, part: Part, line: Line, tags: Tags, at: int) -> PlainMatch | None:
    """The match that the pattern prefers among those with the right neighbours; None where it would be empty."""
    if not _fits(rule.after, rule.not_after, tags, at - 1):
        return None
    for end, taken in ends(part, tags, at):
        if _fits(rule.before, rule.not_before, tags, end):
            return PlainMatch(line, at, end, taken) if end > at else None
    return None


def _fits(must: str, must_not: str, tags: Tags, position: int) -> bool:
    """Whether the word beside a match is of one of the classes that it must have, and of none that it must not."""
    there = 0 <= position < len(tags)
    if must and not (there and _is_any(must, tags[position])):
        return False
    return not (must_not and there and _is_any(must_not, tags[position]))


def _is_any(names: str, classes: frozenset[str]) -> bool:
    return any(element(name, 0).takes(classes) for name in names.split())
