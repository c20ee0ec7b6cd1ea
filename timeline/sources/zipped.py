"""`wires.zip`: the articles in it, one after the other, within limits."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from timeline.sources.compressed import Growth, buffered
from timeline.sources.kinds import KNOWN, ZIP, is_read, kind_of
from timeline.sources.problems import Damaged

MEMBERS = 100_000
_DIRECTORY = 20_000_000  # bytes of a table of contents, which takes ten times as much in memory
_END, _FAR_END = b"PK\x05\x06", b"PK\x06\x07"  # the marks before what says how large it is
_TAIL = 66_000  # bytes in which they stand
_ERRORS = (BadZipFile, EOFError, OSError, zlib.error)


def members(stream: IO[bytes]) -> Iterator[tuple[str, IO[bytes] | Damaged]]:
    """The name and the bytes of every member that is read, or what is wrong with it. Raises ValueError."""
    size = stream.seek(0, 2)
    if _directory_size(stream, size) > _DIRECTORY:
        raise ValueError("its table of contents is too large; unpack it and give the folder")
    try:
        archive = ZipFile(stream)
    except (*_ERRORS, NotImplementedError, UnicodeDecodeError) as error:
        raise Damaged(f"it is no whole zip archive ({error})") from error
    with archive:
        wanted = [each for each in archive.infolist() if not each.is_dir() and _is_wanted(each.filename)]
        if not wanted:
            raise ValueError(f"there are no articles in this archive ({KNOWN})")
        if len(wanted) > MEMBERS:
            raise ValueError(f"it holds more than {MEMBERS:,} files; unpack it and give the folder")
        growth = Growth(lambda: size)
        for info in wanted:
            yield info.filename, _opened(archive, info, growth)


def _is_wanted(name: str) -> bool:
    parts = set(name.split("/")) - {".", ".."}  # a name is only a name: nothing is unpacked
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    return not hidden and is_read(name) and kind_of(name) not in ZIP


def _opened(archive: ZipFile, info: ZipInfo, growth: Growth) -> IO[bytes] | Damaged:
    try:
        return buffered(archive.open(info), growth, _ERRORS)
    except (*_ERRORS, NotImplementedError, RuntimeError) as error:  # RuntimeError: it wants a password
        return Damaged(f"it cannot be unpacked ({error})")


def _directory_size(stream: IO[bytes], size: int) -> int:
    """What the archive says of its table of contents, also in the form for large archives; 0 where it is none."""
    stream.seek(max(0, size - _TAIL))
    tail = stream.read(_TAIL)
    at = tail.rfind(_END)
    if at < 0:
        return 0
    said = _number(tail[at + 12 : at + 16])
    if tail[max(0, at - 20) : at].startswith(_FAR_END):
        stream.seek(min(_number(tail[at - 12 : at - 4]), size))
        said = max(said if said != 0xFFFFFFFF else 0, _number(stream.read(56)[40:48]))
    return said


def _number(raw: bytes) -> int:
    return int.from_bytes(raw, "little")
