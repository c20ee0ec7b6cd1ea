"""What can be wrong with what was given: one clear line, never a traceback."""

from __future__ import annotations

from dataclasses import dataclass


class SourceProblem(Exception):
    """An argument that cannot be understood; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that was left out: `where` names the file and line, `why` says what to do about it."""

    where: str
    why: str

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know about an input that was read all the same."""

    where: str
    says: str

    def __str__(self) -> str:
        return f"{self.where}: {self.says}"
