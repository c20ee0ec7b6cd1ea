"""A path of the command line -> the readers for what stands there."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path, PurePath
from typing import IO

from timeline.sources.decoding import utf8_lines
from timeline.sources.given import Given
from timeline.sources.html import is_html, read_html
from timeline.sources.jsonl import read_jsonl
from timeline.sources.problems import SourceProblem, Unreadable
from timeline.sources.tables import read_csv, read_parquet
from timeline.sources.text import read_text
from timeline.values import Document

STDIN = "-"
TEXT = {".txt", ".text", ".md", ".markdown"}
LINES = {".jsonl", ".ndjson"}
PAGES = {".html", ".htm", ".xhtml"}
CSV = {".csv", ".tsv"}
PARQUET = {".parquet"}
KINDS = TEXT | LINES | PAGES | CSV | PARQUET
KNOWN = ", ".join(sorted(KINDS))


def read_path(path: str, given: Given) -> Iterator[Document | Unreadable]:
    """What stands in a file, below a folder, or comes in on standard input (`-`)."""
    try:
        if path == STDIN:
            yield from _read_stream(sys.stdin.buffer, "stdin", given)
        elif Path(path).is_dir():
            yield from _read_folder(Path(path), given)
        else:
            yield from _read_file(Path(path), given)
    except OSError as error:
        yield _unreached(path, error)
    except (ValueError, SourceProblem) as error:
        yield Unreadable(path, str(error))


def files_below(folder: Path) -> tuple[list[Path], list[Unreadable]]:
    """Every readable kind of file below `folder`, hidden ones left out, in the order of their paths.

    Beside them the folders that cannot be looked into.
    """
    files: list[Path] = []
    closed: list[Unreadable] = []
    for place, folders, names in os.walk(
        folder, onerror=lambda error: closed.append(_unreached(str(error.filename or folder), error))
    ):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(place, name) for name in names if not name.startswith(".") and _is_article(Path(place, name))]
    return sorted(files), sorted(closed, key=str)


def _is_article(path: Path) -> bool:
    """A file of a kind that is read; one that cannot be looked at is tried, so that it is reported."""
    try:
        return path.suffix.lower() in KINDS and path.is_file()
    except OSError:
        return True


def _unreached(path: str, error: OSError) -> Unreadable:
    return Unreadable(path, f"{error.strerror or error}; check the path and its permissions")


def _read_folder(folder: Path, given: Given) -> Iterator[Document | Unreadable]:
    paths, closed = files_below(folder)
    if not paths and not closed:
        yield Unreadable(str(folder), f"there are no articles in this folder ({KNOWN})")
    for path in paths:
        yield from read_path(str(path), given)
    yield from closed


def _read_file(path: Path, given: Given) -> Iterator[Document | Unreadable]:
    kind = path.suffix.lower()
    if kind and kind not in KINDS and path.exists():
        yield Unreadable(str(path), f"files of this kind are not read; give {KNOWN}")
        return
    with path.open("rb") as stream:
        if kind in LINES:
            yield from _read_lines(utf8_lines(stream), path.as_posix(), given)
        elif kind in CSV:
            yield from _some(read_csv(utf8_lines(stream), path.as_posix(), given), path.as_posix())
        elif kind in PARQUET:
            yield from _some(read_parquet(stream, path.as_posix(), given), path.as_posix())
        elif kind in TEXT | PAGES:
            yield _read_one(stream.read(), path.as_posix(), given)
        else:
            yield from _read_stream(stream, path.as_posix(), given)


def _read_stream(stream: IO[bytes], name: str, given: Given) -> Iterator[Document | Unreadable]:
    """JSON Lines when the first line that says something begins with a brace, else one plain text."""
    lines = utf8_lines(stream)
    begun: list[bytes] = []
    for line in lines:
        begun.append(line)
        if line.strip():
            break
    if begun and begun[-1].removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        yield from _read_lines(chain(begun, lines), name, given)
    else:
        yield _read_one(b"".join(chain(begun, lines)), name, given)


def _read_one(raw: bytes, name: str, given: Given) -> Document | Unreadable:
    """A page where the name or the bytes say so, else a text."""
    is_page = PurePath(name).suffix.lower() in PAGES or is_html(raw)
    try:
        return read_html(raw, name, given) if is_page else read_text(raw, name, given)
    except (ValueError, SourceProblem) as problem:
        return Unreadable(name, str(problem))


def _read_lines(lines: Iterator[bytes], name: str, given: Given) -> Iterator[Document | Unreadable]:
    yield from _some(read_jsonl(lines, name, given), name)


def _some(items: Iterator[Document | Unreadable], name: str) -> Iterator[Document | Unreadable]:
    yield next(items, Unreadable(name, "it is empty"))
    yield from items


def count_documents(paths: Sequence[str]) -> int | None:
    """About how many documents there will be, for a progress bar; None when standard input is among them."""
    if STDIN in paths:
        return None
    given = [Path(path) for path in paths]
    files = [file for path in given for file in (files_below(path)[0] if _is_folder(path) else [path])]
    return sum(_count_lines(file) if file.suffix.lower() in LINES | CSV else 1 for file in files)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _count_lines(path: Path) -> int:
    try:
        with path.open("rb") as stream:
            return sum(1 for line in stream if line.strip())
    except OSError:
        return 1
