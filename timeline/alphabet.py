"""Letters: one character for each set of word classes, so that patterns are plain regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

Names = tuple[str, ...]
NEVER = "(?!)"  # matches nothing


def charset(letters: str) -> str:
    """An expression for any one of the letters."""
    return f"[{letters}]" if letters else NEVER


class Having(dict[Names, frozenset[str]]):
    """`having["past", "harm"]`: the letters of words that have any of these classes, found once and remembered."""

    def __init__(self, classes: Mapping[str, frozenset[str]]) -> None:
        super().__init__()
        self._classes = classes

    def __missing__(self, names: Names) -> frozenset[str]:
        found = self[names] = frozenset(c for c, has in self._classes.items() if not has.isdisjoint(names))
        return found

    def forget(self, classes: frozenset[str]) -> None:
        """A letter for these classes is new: what was remembered of any of them is out of date."""
        for names in [names for names in self if not classes.isdisjoint(names)]:
            del self[names]


class Finding(dict[Names, re.Pattern[str]]):
    """`finding["past", "harm"]`: the expression of one word with any of these classes, to search many letters with.

    It looks at a letter in C, where a set of letters asks for an object of each.
    """

    def __init__(self, having: Having) -> None:
        super().__init__()
        self._having = having

    def __missing__(self, names: Names) -> re.Pattern[str]:
        found = self[names] = re.compile(charset("".join(sorted(self._having[names]))))
        return found

    def forget(self, classes: frozenset[str]) -> None:
        for names in [names for names in self if not classes.isdisjoint(names)]:
            del self[names]


class Alphabet:
    """One character for each set of classes; private use, so no text can collide with it."""

    def __init__(self) -> None:
        self._letters: dict[frozenset[str], str] = {}
        self.classes: dict[str, frozenset[str]] = {}  # letter -> the classes that it stands for
        self.having = Having(self.classes)
        self.finding = Finding(self.having)

    def letter(self, classes: Iterable[str]) -> str:
        key = frozenset(classes)
        letter = self._letters.get(key)
        if letter is None:
            size = len(self._letters)
            # Past the 6,400 of the first private-use area there are two planes of 65,000 more.
            letter = self._letters[key] = chr(0xE000 + size if size < 6400 else 0xF0000 + size)
            self.classes[letter] = key
            self.having.forget(key)
            self.finding.forget(key)
        return letter

    def letters_of(self, wanted: frozenset[str], unwanted: frozenset[str] = frozenset()) -> str:
        """Every letter whose set has all of `wanted` and none of `unwanted`, as one string."""
        return "".join(c for classes, c in self._letters.items() if wanted <= classes and not unwanted & classes)

    def __len__(self) -> int:
        return len(self._letters)
