"""`news.jsonl.gz`, `news.jsonl.zst`: the bytes inside, as they are asked for, and no bomb."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Any

from timeline.sources.problems import Damaged, SourceProblem

_FREE = 100_000_000  # bytes that may come out of however few
_MOST = 200  # times as many bytes may come out as went in; text gives 4 to 20
_BUFFER = 1 << 16


@dataclass
class Growth:
    """How many bytes came out of how many; `taken` says the latter."""

    taken: Callable[[], int]
    given: int = 0

    def add(self, count: int) -> None:
        """Raises Damaged where so much comes out of so little as of no text."""
        self.given += count
        if self.given > _FREE and self.given > _MOST * self.taken():
            raise Damaged(f"it unpacks to more than {_MOST} times its size, as no text does; the rest is not read")


class Unpacked(io.RawIOBase):
    """What a decompressor gives, counted; whatever it raises is Damaged."""

    def __init__(self, decompressor: io.BufferedIOBase, growth: Growth, errors: tuple[type[Exception], ...]) -> None:
        self._decompressor = decompressor
        self._growth = growth
        self._errors = errors

    def readable(self) -> bool:
        """It is for nothing else."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # of all kinds of buffers
        """As io.RawIOBase has it: what can be unpacked now, so that nothing before a damage is lost. Raises Damaged."""
        try:
            chunk = self._decompressor.read1(len(buffer))
        except self._errors as error:
            raise Damaged(f"its compressed data is damaged or breaks off ({str(error)[:80]})") from error
        self._growth.add(len(chunk))
        buffer[: len(chunk)] = chunk
        return len(chunk)


class Counted(io.BufferedIOBase):
    """A stream that knows how much of it was read, also where it cannot be asked."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._count = 0

    def readable(self) -> bool:
        """It is for nothing else."""
        return True

    def read(self, size: int | None = -1) -> bytes:
        """As io.BufferedIOBase has it."""
        chunk = self._stream.read(-1 if size is None else size)
        self._count += len(chunk)
        return chunk

    def tell(self) -> int:
        """Bytes read."""
        return self._count


def unpacked(stream: IO[bytes], kind: str) -> IO[bytes]:
    """The bytes inside a `.gz` or `.zst` stream. Raises SourceProblem where the library is missing."""
    counted: Any = Counted(stream)
    if kind == ".gz":
        return buffered(gzip.GzipFile(fileobj=counted), Growth(counted.tell), (EOFError, OSError, zlib.error))
    zstd = _zstd()
    return buffered(zstd.ZstdFile(counted), Growth(counted.tell), (EOFError, zstd.ZstdError))


def buffered(decompressor: Any, growth: Growth, errors: tuple[type[Exception], ...]) -> IO[bytes]:
    """A stream of what the decompressor gives."""
    return io.BufferedReader(Unpacked(decompressor, growth, errors), _BUFFER)


def _zstd() -> Any:
    try:
        if sys.version_info >= (3, 14):
            from compression import zstd
        else:
            from backports import zstd
    except ImportError as error:
        raise SourceProblem(".zst needs backports.zstd: pip install 'arabic-event-timeline[web]'") from error
    return zstd
