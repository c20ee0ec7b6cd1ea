"""A process that works on chunks of items, started when it is first asked and again whenever it has died."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Died(Exception):
    """The process ended in the middle of its work: killed, or out of memory."""


class Reader(Generic[T]):
    """Does `work` on every item of a chunk, in a process of its own; one chunk at a time."""

    def __init__(self, work: Callable[[T], object]) -> None:
        self._work = work
        self._process: Any = None
        self._pipe: Any = None
        self._closed = False

    def read(self, chunk: list[T]) -> bytes:
        """What `work` makes of each item: a list, still pickled, which is a quarter of its size in memory.

        Raises `Died`; the next call starts another process.
        """
        if self._process is None:
            self._start()
        try:
            self._pipe.send(chunk)
            pickled: bytes = self._pipe.recv_bytes()
        except (EOFError, OSError) as end:
            self._bury()
            raise Died from end
        return pickled

    def close(self) -> None:
        """Ends the process, also while another thread waits for what it reads: that thread then gets `Died`."""
        self._closed = True
        if (process := self._process) is not None:
            process.kill()

    @property
    def is_closed(self) -> bool:
        return self._closed

    def _start(self) -> None:
        context = _context()
        self._pipe, other_end = context.Pipe()
        self._process = context.Process(target=_serve, args=(other_end, self._work), daemon=True)
        self._process.start()
        other_end.close()  # else the end of the process would not be the end of the pipe
        if self._closed:
            self._process.kill()

    def _bury(self) -> None:
        self._pipe.close()
        self._process.kill()  # it may live on with a pipe that is broken
        self._process.join()
        self._process = None


@cache
def _context() -> Any:
    """A server that has read once forks the readers, where there are forks: a reader then starts in milliseconds.

    Forking this process itself is not safe beside threads, and would hand each reader the pipes of the others.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["timeline.bulk.warm"])
    return context


def _serve(pipe: Any, work: Callable[[Any], Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of the terminal; the first one decides
    with suppress(EOFError, OSError):  # nobody asks any more
        while True:
            pipe.send([work(item) for item in pipe.recv()])
