"""What could not be read: counted by reason, the first of it listed, all of it in a file that can be given back."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from timeline.commands.terminal import complain, plain
from timeline.sources import Note, SourceProblem, Unreadable
from timeline.sources.kinds import LISTS, kind_of
from timeline.sources.lists import list_text
from timeline.sources.paths import STDIN

_LISTED = 100
_REASONS = 1_000  # told apart
_ADVICE = re.compile(r";| such as ")
_PARTICULARS = re.compile(r"\([^)]*\)|'[^']*'|\"[^\"]*\"")


@dataclass
class Failures:
    """What went wrong on the way, set aside until the end; `count` is how many inputs were left out.

    With `fail_fast` nothing is read after the first of them. `file` is where they are listed.
    """

    fail_fast: bool = False
    file: Path | None = None
    count: int = 0
    _listed: list[Unreadable | Note] = field(default_factory=list)
    _more: int = 0
    _reasons: dict[str, tuple[int, str]] = field(default_factory=dict)
    _again: dict[str, tuple[str, str]] = field(default_factory=dict)

    def append(self, remark: Unreadable | Note) -> None:
        """Keeps no more than is shown, and what to read again."""
        if len(self._listed) < _LISTED:
            self._listed.append(remark)
        else:
            self._more += 1
        if isinstance(remark, Unreadable):
            self._count(remark)

    @property
    def is_enough(self) -> bool:
        """Whether nothing more is to be read."""
        return self.fail_fast and self.count > 0

    def reasons(self) -> list[tuple[str, int, str]]:
        """Why, how often, and where first; the most frequent reason first."""
        rows = [(why, count, first) for why, (count, first) in self._reasons.items()]
        return sorted(rows, key=lambda row: -row[1])

    def close(self) -> int:
        """One line on standard error for each, and the file of them; the exit status of the command."""
        for remark in self._listed:
            complain(plain(" ".join(str(remark).split())))
        if self._more:
            complain(f"… and {self._more} more like these")
        if self.file:
            self._write(self.file)
        return 1 if self.count else 0

    def _write(self, path: Path) -> None:
        """The list of what to give once more, whole or not at all; empty where nothing failed."""
        heading = f"# {self.count} left out; timeline ingest {path.name} reads them again\n"
        with _beside(path) as aside:
            aside.write_text(heading + list_text(self._again.values()), encoding="utf-8", errors="backslashreplace")
            aside.replace(path)

    def _count(self, remark: Unreadable) -> None:
        self.count += 1
        if self.file:
            again = "" if remark.again == STDIN else remark.again  # what came in on it is gone
            self._again.setdefault(remark.again or remark.where, (again, str(remark)))
        why = _in_general(remark.why)
        if why in self._reasons or len(self._reasons) < _REASONS:
            count, first = self._reasons.get(why, (0, remark.where))
            self._reasons[why] = count + 1, first


def failures_for(fail_fast: bool, file: Path | None) -> Failures:
    """Those of one run, before anything is read.

    Raises SourceProblem where the list could not be given back, OSError where it cannot be written.
    """
    if file:
        if kind_of(file.name) not in LISTS:
            raise SourceProblem(f"--failures {file}: name a file that ends in .list, so that it can be given back")
        with _beside(file) as aside:
            aside.touch()
    return Failures(fail_fast, file)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A hidden file in the same folder, which is gone afterwards."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield aside
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        with suppress(OSError):
            aside.unlink()


def _in_general(why: str) -> str:
    """`it is not JSON (Expecting value at character 7); write …` -> `it is not JSON`."""
    return " ".join(_PARTICULARS.sub("", _ADVICE.split(why, maxsplit=1)[0]).split())
