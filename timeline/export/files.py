"""Where an export goes: a file that is whole or not there, a pipe, or a stream."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


class ExportProblem(Exception):
    """The file cannot be written; the message is one line that says what and what to do."""


@contextmanager
def opened(target: Path) -> Iterator[BinaryIO]:
    """A file to write into, which takes its place when all is written: a reader sees the old one or the new one.

    A link keeps pointing to its file, a pipe or a terminal is written to and stays. Raises `ExportProblem`.
    """
    with explained(target), _replacing(target) as stream:
        yield stream


@contextmanager
def explained(target: object) -> Iterator[None]:
    """Every refusal of the operating system in one line."""
    try:
        yield
    except BrokenPipeError:
        raise  # nobody reads any more; that is no failure of the file
    except OSError as error:
        raise ExportProblem(f"cannot write {target} ({error.strerror or error}): choose another file") from error


@contextmanager
def as_text(stream: BinaryIO) -> Iterator[io.TextIOWrapper]:
    """UTF-8 with the line ends that are written; the stream stays open."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    try:
        yield text
        text.flush()
    finally:
        text.detach()


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    if path.exists() and not path.is_file() and not path.is_dir():
        with path.open("wb") as stream:
            yield stream
        return
    final = path.resolve()
    part = final.with_name(f".{final.name}.part")
    part.unlink(missing_ok=True)  # left by a run that was killed
    try:
        with part.open("xb") as stream:
            if final.exists():
                part.chmod(final.stat().st_mode & 0o7777)  # who might read the old one may read this one
            yield stream
        part.replace(final)
    finally:
        part.unlink(missing_ok=True)
