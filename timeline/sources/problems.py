"""What can be wrong with what was given: one clear line, never a traceback."""

from __future__ import annotations

from dataclasses import dataclass


class SourceProblem(Exception):
    """An argument that cannot be understood; the message says which and what to do."""


class Damaged(ValueError):
    """Bytes that break off or are not what they should be; what stood before them was read."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that was left out: `where` names the file and line, `why` says what to do about it.

    `again` is what to give the program to try it once more: the path or URL that holds it.
    """

    where: str
    why: str
    again: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know about an input that was read all the same."""

    where: str
    says: str

    def __str__(self) -> str:
        return f"{self.where}: {self.says}"
