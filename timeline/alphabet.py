"""Letters: one character for each set of word classes, so that patterns are plain regular expressions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Having(dict[tuple[str, ...], frozenset[str]]):
    """`having["past", "harm"]`: the letters of words that have any of these classes, found once and remembered."""

    def __init__(self, classes: Mapping[str, frozenset[str]]) -> None:
        super().__init__()
        self._classes = classes

    def __missing__(self, names: tuple[str, ...]) -> frozenset[str]:
        found = self[names] = frozenset(c for c, has in self._classes.items() if not has.isdisjoint(names))
        return found


class Alphabet:
    """One character for each set of classes; private use, so no text can collide with it."""

    def __init__(self) -> None:
        self._letters: dict[frozenset[str], str] = {}
        self.classes: dict[str, frozenset[str]] = {}  # letter -> the classes that it stands for
        self.having = Having(self.classes)

    def letter(self, classes: Iterable[str]) -> str:
        key = frozenset(classes)
        letter = self._letters.get(key)
        if letter is None:
            size = len(self._letters)
            # Past the 6,400 of the first private-use area there are two planes of 65,000 more.
            letter = self._letters[key] = chr(0xE000 + size if size < 6400 else 0xF0000 + size)
            self.classes[letter] = key
            self.having.clear()
        return letter

    def letters_of(self, wanted: frozenset[str], unwanted: frozenset[str] = frozenset()) -> str:
        """Every letter whose set has all of `wanted` and none of `unwanted`, as one string."""
        return "".join(c for classes, c in self._letters.items() if wanted <= classes and not unwanted & classes)

    def __len__(self) -> int:
        return len(self._letters)
