"""Bytes as they come, never more of them in memory than a limit."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO, AnyStr

from timeline.sources.problems import Damaged

LONGEST_LINE = 8_000_000  # bytes; an article of a million letters has a quarter of it
LARGEST = 5_000_000  # bytes of a page or a text that is read whole: its tree takes sixty times as much
_HEAD = 4096
_CHUNK = 1 << 20
_LARGEST_COPY = 200_000_000  # bytes of what is read from its end but comes through a pipe
_LONGEST_UNENDED = 50_000_000  # bytes without a line's end; also pictures have one every few hundred


class Rejoined(io.RawIOBase):
    """A stream of which the beginning was read already, from its beginning."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        """It is for nothing else."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # of all kinds of buffers
        """As io.RawIOBase has it; a slow stream gives what is there."""
        chunk = self._head.read(len(buffer)) or some(self._rest, len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)


def beginning(stream: IO[bytes]) -> tuple[bytes, IO[bytes]]:
    """Enough of a stream to tell what it is, and the whole stream again.

    That is the first line that says something, or a few more where that is markup: whoever types, or writes line by
    line into a pipe, does not wait for an answer until 4,096 bytes are there.
    """
    start = stream.tell() if stream.seekable() else None
    head = b""
    while len(head) < _HEAD and (line := stream.readline(_HEAD)):
        head += line
        if head.strip():
            break
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        head += stream.read(_HEAD)
    if start is None:
        return head, io.BufferedReader(Rejoined(head, stream))
    stream.seek(start)
    return head, stream


def whole(stream: IO[bytes], most: int = LARGEST) -> bytes:
    """All of a stream. Raises ValueError where there is more than `most`."""
    raw = stream.read(most + 1)
    if len(raw) > most:
        raise ValueError(f"it is larger than {most // 1_000_000} MB, which no article is")
    return raw


@contextmanager
def seekable(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    """A stream that can be read from its end; one that comes through a pipe lies in a temporary file until then.

    Raises ValueError where there is too much of it.
    """
    if stream.seekable():
        yield stream
        return
    with TemporaryFile() as copy:
        while chunk := stream.read(_CHUNK):
            if copy.tell() + len(chunk) > _LARGEST_COPY:
                raise ValueError(f"it is larger than {_LARGEST_COPY // 1_000_000} MB; give the file itself")
            copy.write(chunk)
        copy.seek(0)
        yield copy


def lines(stream: IO[AnyStr]) -> Iterator[AnyStr | None]:
    """The lines of a stream; None stands for one that is longer than `LONGEST_LINE`."""
    while line := stream.readline(LONGEST_LINE):
        if len(line) < LONGEST_LINE or _is_ended(line):
            yield line
        else:
            _pass_over(stream)
            yield None


class Lined(io.RawIOBase):
    """A stream for libraries that read lines however long: it ends where no line does."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._unended = 0

    def readable(self) -> bool:
        """It is for nothing else."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # of all kinds of buffers
        """As io.RawIOBase has it. Raises Damaged."""
        chunk = some(self._stream, len(buffer))
        self._unended = 0 if b"\n" in chunk else self._unended + len(chunk)
        if self._unended > _LONGEST_UNENDED:
            raise Damaged("it holds no lines, as an archive does; the rest of it is not read")
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _pass_over(stream: IO[AnyStr]) -> None:
    """The rest of a line."""
    while (part := stream.readline(_CHUNK)) and not _is_ended(part):
        pass


def _is_ended(line: str | bytes) -> bool:
    return line[-1:] in ("\n", b"\n")


def some(stream: IO[bytes], most: int) -> bytes:
    """What is there of a stream, at least a byte where more comes."""
    reader = getattr(stream, "read1", stream.read)
    return bytes(reader(most))
