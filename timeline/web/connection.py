"""The connection that is opened is the one that was checked.

A name is resolved once, here, and the socket is opened to an address of that answer: a server of names that says
another address a moment later (DNS rebinding) is not asked again. What is read after the deadline is not read, however
slowly a server drips.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from time import monotonic
from typing import Any

import httpcore

from timeline.web.addresses import addresses_of


class CheckedBackend(httpcore.NetworkBackend):
    """Opens sockets to allowed addresses only; `deadline` is in seconds of the monotonic clock."""

    def __init__(self, deadline: float, *, allow_local: bool) -> None:
        self._deadline = deadline
        self._allow_local = allow_local
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """The first address that answers. Raises Unreachable, or what httpcore raises for the last one."""
        problem: Exception | None = None
        for address in addresses_of(host, port, allow_local=self._allow_local):
            try:
                patience = _left(self._deadline, timeout)
                stream = self._sockets.connect_tcp(address, port, patience, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
            else:
                return TimedStream(stream, self._deadline)
        raise problem or httpcore.ConnectError("no address")


class TimedStream(httpcore.NetworkStream):
    """The same stream until the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes, none at the end. Raises httpcore.ReadTimeout."""
        return self._stream.read(max_bytes, _left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """All of the bytes. Raises httpcore.WriteTimeout."""
        self._stream.write(buffer, _left(self._deadline, timeout))

    def close(self) -> None:
        """Closes the socket."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted; its certificate has to name the host, not the address."""
        patience = _left(self._deadline, timeout)
        return TimedStream(self._stream.start_tls(ssl_context, server_hostname, patience), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks about the socket."""
        return self._stream.get_extra_info(info)


def _left(deadline: float, timeout: float | None) -> float:
    """Seconds that may pass now."""
    left = deadline - monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout
    return left if timeout is None else min(left, timeout)
