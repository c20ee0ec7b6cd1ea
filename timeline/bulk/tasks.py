"""A corpus -> tasks, one for each input file or row group, each with an output file whose name depends on nothing else.

A whole-article file (text, a web page) is too little for a task: those of a folder go together, by hundreds.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from glob import glob, has_magic
from itertools import groupby
from pathlib import Path
from typing import Any

from timeline.lexicon.anchors import Anchors
from timeline.sources import Given, SourceProblem
from timeline.sources.kinds import LISTS, PAGES, PARQUET, TEXT, kind_of
from timeline.sources.lists import entries_of
from timeline.sources.paths import STDIN, files_below, is_url

TOGETHER = 500  # whole-article files


@dataclass(frozen=True, slots=True)
class Part:
    """A file, by the path that was given and by its full one, or a row `group` of it, which begins with row `first`."""

    path: str
    full: str
    group: int | None = None
    first: int = 1


@dataclass(frozen=True, slots=True)
class Task:
    """Parts to read, and the file to write. `stamp` is a hash of all that the output depends on."""

    parts: tuple[Part, ...]
    output: str
    given: Given
    anchors: Anchors | None
    stamp: str

    @property
    def name(self) -> str:
        """As it is called in a list of failures."""
        part = self.parts[0]
        group = "" if part.group is None else f", row group {part.group}"
        others = f" and {len(self.parts) - 1} more" if len(self.parts) > 1 else ""
        return f"{part.path}{group}{others}"


def tasks_of(paths: Sequence[str], folder: Path, given: Given, anchors: Anchors | None, version: str) -> list[Task]:
    """The tasks of files and folders, in their order. Raises SourceProblem where there is nothing that can be one.

    `anchors` are None where they are those that ship with the program, of the `version` given.
    """
    said = [version, str(given.published), str(given.zone), str(given.columns), anchors and asdict(anchors)]
    options = _digest(json.dumps(said, default=_plain))
    parts = dict.fromkeys(part for path in paths for part in _parts(path))  # a file given twice is read once
    tasks = [
        Task(group, str(folder.resolve() / f"{name}.parquet"), given, anchors, _stamp(group, options))
        for name, group in _grouped(parts)
    ]
    if not tasks:
        raise SourceProblem("there are no articles to read in what was given")
    return tasks


def _stamp(parts: tuple[Part, ...], options: str) -> str:
    """Of the options, and of which files there are, how large, and when they were written."""
    return _digest(options, *(str(each) for part in parts for each in (part, *_state(Path(part.full)))))


def _parts(path: str) -> Iterator[Part]:
    for file in _files(path):
        full = str(file.resolve())
        groups = _row_groups(full) if kind_of(file.name) in PARQUET else []
        yield from (Part(file.as_posix(), full, group, first) for group, first in groups)
        if not groups:
            yield Part(file.as_posix(), full)


def _files(path: str) -> list[Path]:
    """The files of a path of the command line: a file, those of a folder, a pattern or a list."""
    given = Path(path)
    if path == STDIN or is_url(path):
        raise SourceProblem(f"{path}: standard input and addresses cannot be read in parts; give files or folders")
    if has_magic(path) and not given.exists():
        return [file for each in sorted(glob(path, recursive=True)) for file in _files(each)]  # noqa: PTH207  # as sources
    if not given.exists():
        raise SourceProblem(f"{path}: there is no such file or folder; give files or folders")
    if kind_of(path) in LISTS:
        return [file for entry in _entries(given) for file in _files(entry)]
    files, closed = files_below(given) if given.is_dir() else ([given], [])
    if closed:
        raise SourceProblem(str(closed[0]))
    return files


def _entries(path: Path) -> list[str]:
    try:
        entries = entries_of(path)
    except ValueError as problem:
        raise SourceProblem(f"{path}: {problem}") from problem
    if inner := next((entry for entry in entries if kind_of(entry) in LISTS), None):
        raise SourceProblem(f"{inner}: a list names files and folders, not other lists")
    return entries


def _row_groups(path: str) -> list[tuple[int, int]]:
    """The number of each row group and of its first row; none of a file that is not Parquet, which its reader says."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        about = pq.read_metadata(path)
    except (pa.ArrowException, OSError):
        return []
    groups, first = [], 1
    for group in range(about.num_row_groups):
        groups.append((group, first))
        first += about.row_group(group).num_rows
    return groups


def _grouped(parts: dict[Part, None]) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """Parts that are read together, with the name of their output."""
    small = {part: None for part in parts if kind_of(part.path) in TEXT | PAGES}
    for part in parts:
        if part not in small:
            number = "" if part.group is None else f"-{part.group:05}"
            yield f"{_stem(part.path)}{number}-{_digest(part.path)[:12]}", (part,)
    for folder, together in groupby(sorted(small, key=lambda part: (_folder(part), part.path)), key=_folder):
        yield from _shares(folder, list(together))


def _shares(folder: str, parts: list[Part]) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """By the first digits of a hash: a file that is added changes one share, not all that come after it."""
    digits = 0
    while len(parts) > TOGETHER * 16**digits:
        digits += 1
    by_hash = sorted(parts, key=lambda part: (_digest(part.path)[:digits], part.path))
    for share, together in groupby(by_hash, key=lambda part: _digest(part.path)[:digits]):
        yield f"{_stem(folder)}-{_digest(folder)[:12]}{share and '-'}{share}", tuple(together)


def _folder(part: Part) -> str:
    return Path(part.path).parent.as_posix()


def _stem(path: str) -> str:
    """Enough of a file's name to be known by, in letters that every file system takes."""
    return re.sub(r"[^\w-]+", "_", Path(path).stem)[:60].strip("_") or "articles"


def _state(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_size, stat.st_mtime_ns


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else sorted(value)


def _digest(*texts: str) -> str:
    return hashlib.sha256("\n".join(texts).encode("utf-8", "surrogatepass")).hexdigest()
