"""What stands on the command line -> what is read there: files, folders, patterns, lists, addresses."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from glob import glob, has_magic
from pathlib import Path

from timeline.sources.given import Given
from timeline.sources.inputs import Input, Item, guarded, read_input, unreached
from timeline.sources.kinds import CSV, KNOWN, LINES, LISTS, PAGES, TEXT, is_read, kind_of
from timeline.sources.lists import entries_of
from timeline.sources.problems import Note, Unreadable
from timeline.web import Web

STDIN = "-"
_ONE_ARTICLE = TEXT | PAGES
_COUNTED = _ONE_ARTICLE | LINES | CSV
_BUFFER = 1 << 18
_OTHER_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://")
_SCHEMES = ("http://", "https://", "file:")


def read_path(path: str, given: Given, web: Web) -> Iterator[Item]:
    """What stands in a file, below a folder, at a URL, in a list of these, or comes in on standard input (`-`)."""
    if kind_of(path) in LISTS and not is_url(path):
        yield from guarded(_read_list(Path(path), given, web), path)
    else:
        yield from _read_place(path, given, web)


def is_url(path: str) -> bool:
    """Whether it is fetched rather than opened."""
    return path.lower().startswith(_SCHEMES)


def files_below(folder: Path) -> tuple[list[Path], list[Unreadable]]:
    """Every readable kind of file below `folder`, hidden ones left out, in the order of their paths.

    Beside them the folders that cannot be looked into.
    """
    files: list[Path] = []
    closed: list[Unreadable] = []
    for place, folders, names in os.walk(
        folder, onerror=lambda error: closed.append(unreached(str(error.filename or folder), error))
    ):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(place, name) for name in names if not name.startswith(".") and _is_article(Path(place, name))]
    return sorted(files), sorted(closed, key=str)


def _read_list(path: Path, given: Given, web: Web) -> Iterator[Item]:
    entries = entries_of(path)
    if not entries:
        yield Note(str(path), "there is nothing in this list")
    for entry in entries:
        if kind_of(entry) in LISTS or entry == STDIN:
            yield Unreadable(entry, f"a list names files and addresses, not other lists or {STDIN}", again=entry)
        else:
            yield from _read_place(entry, given, web)


def _read_place(path: str, given: Given, web: Web) -> Iterator[Item]:
    """What stands there; what is wrong with it says what to give once more."""
    for item in guarded(_items(path, given, web), path):
        yield replace(item, again=path) if isinstance(item, Unreadable) and not item.again else item


def _items(path: str, given: Given, web: Web) -> Iterator[Item]:
    if path == STDIN:
        yield from read_input(Input("stdin", sys.stdin.buffer, ""), given)
    elif is_url(path):
        from timeline.sources.fetched import read_url

        yield from read_url(path, given, web)
    elif _OTHER_SCHEME.match(path) and not Path(path).exists():
        yield Unreadable(path, "only http and https are read")
    elif Path(path).is_dir():
        yield from _read_folder(Path(path), given, web)
    elif has_magic(path) and not Path(path).exists():
        yield from _read_pattern(path, given, web)
    else:
        yield from _read_file(Path(path), given)


def _read_folder(folder: Path, given: Given, web: Web) -> Iterator[Item]:
    paths, closed = files_below(folder)
    if not paths and not closed:
        yield Unreadable(str(folder), f"there are no articles in this folder ({KNOWN})")
    for path in paths:
        yield from _read_place(str(path), given, web)
    yield from closed


def _read_pattern(pattern: str, given: Given, web: Web) -> Iterator[Item]:
    paths = sorted(glob(pattern, recursive=True))  # noqa: PTH207  # Path.glob takes no pattern from the root
    if not paths:
        yield Unreadable(pattern, "nothing matches this pattern")
    for path in paths:
        yield from _read_place(path, given, web)


def _read_file(path: Path, given: Given) -> Iterator[Item]:
    with path.open("rb", buffering=_BUFFER) as stream:
        yield from read_input(Input(path.as_posix(), stream, kind_of(path.name)), given)


def _is_article(path: Path) -> bool:
    """A file of a kind that is read; one that cannot be looked at is tried, so that it is reported."""
    try:
        return is_read(path.name) and path.is_file()
    except OSError:
        return True


def count_documents(paths: Sequence[str]) -> int | None:
    """About how many documents there will be, for a progress bar; None where that shows only as they are read."""
    total = 0
    for path in paths:
        for file in _files(path):
            if is_url(str(file)) or kind_of(str(file)) not in _COUNTED:
                return None
            total += _count(file)
    return total


def _files(path: str) -> list[Path]:
    try:
        return files_below(Path(path))[0] if not is_url(path) and Path(path).is_dir() else [Path(path)]
    except OSError:
        return []


def _count(path: Path) -> int:
    if kind_of(path.name) in _ONE_ARTICLE:
        return 1
    try:
        with path.open("rb") as stream:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(1 << 20), b"")) or 1
    except OSError:
        return 1
