"""Items -> what is read in each, in order, by every core; a process that dies costs its work and no item."""

from __future__ import annotations

import os
import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from queue import SimpleQueue
from typing import Generic, TypeVar

from timeline.bulk.reader import Died, Reader

CHUNK = 256  # items; fewer are read sooner than processes are started for them
AHEAD = 2  # chunks for each reader that are read, or wait, before the first of them is taken

T = TypeVar("T")
R = TypeVar("R")


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_in_order(
    items: Iterable[T],
    work: Callable[[T], R],
    lost: Callable[[T], R],
    workers: int,
    *,
    chunk: int = CHUNK,
    is_live: bool = False,
) -> Generator[R]:
    """`work(item)` for each item, in the order of `items`, by so many processes; `work` must be picklable.

    One worker, or no more than one chunk, is read in this process, and of live input, which somebody may be typing, the
    first chunk. What is read ahead is bounded, so that memory does not grow with the input. An item that twice kills
    the process that reads it alone is answered with `lost(item)`.
    """
    items = iter(items)
    yield from map(work, islice(items, chunk if is_live else 0))
    if workers == 1:
        yield from map(work, items)
        return
    chunks = in_chunks(items, chunk)
    first = list(islice(chunks, 2))
    if len(first) < 2:
        yield from map(work, chain.from_iterable(first))
        return
    with Readers(work, lost, workers) as readers:
        yield from readers.read(chain(first, chunks))


def in_chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of `size` items, the last one perhaps shorter."""
    items = iter(items)
    while chunk := list(islice(items, size)):
        yield chunk


class Readers(Generic[T, R]):
    """Processes that read chunks, with a thread of this one to wait for each."""

    def __init__(self, work: Callable[[T], R], lost: Callable[[T], R], workers: int) -> None:
        self._lost = lost
        self._readers = [Reader(work) for _ in range(workers)]
        self._free: SimpleQueue[Reader[T]] = SimpleQueue()
        for reader in self._readers:
            self._free.put(reader)
        self._threads = ThreadPoolExecutor(workers, "reader")

    def __enter__(self) -> Readers[T, R]:
        return self

    def __exit__(self, *_: object) -> None:
        """Ends every process at once, whatever it is reading."""
        for reader in self._readers:
            reader.close()
        self._threads.shutdown(cancel_futures=True)

    def read(self, chunks: Iterable[list[T]]) -> Iterator[R]:
        """What is read in every item, in their order."""
        ahead: deque[Future[list[bytes]]] = deque()
        for chunk in chunks:
            ahead.append(self._threads.submit(self._by_any, chunk))
            if len(ahead) > AHEAD * len(self._readers):
                yield from _unpickled(ahead.popleft())
        while ahead:
            yield from _unpickled(ahead.popleft())

    def _by_any(self, chunk: list[T]) -> list[bytes]:
        reader = self._free.get()
        try:
            return self._redone(reader, chunk)
        finally:
            self._free.put(reader)

    def _redone(self, reader: Reader[T], chunk: list[T]) -> list[bytes]:
        """A chunk whose process died is read again item by item, so that the one to blame is found."""
        try:
            return [reader.read(chunk)]
        except Died:
            return [self._alone(reader, item) for item in chunk]

    def _alone(self, reader: Reader[T], item: T) -> bytes:
        for _ in range(2):  # whoever happens to be read when the memory runs out is not to blame
            if reader.is_closed:
                raise Died
            try:
                return reader.read([item])
            except Died:
                continue
        return pickle.dumps([self._lost(item)])


def _unpickled(pieces: Future[list[bytes]]) -> Iterator[R]:
    for piece in pieces.result():
        yield from pickle.loads(piece)  # from our own process
