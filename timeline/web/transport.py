"""httpx over connections that were checked; nothing is kept open, so that each request has its own deadline."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from functools import cache

import httpcore
import httpx

from timeline.web.connection import CheckedBackend


class CheckedTransport(httpx.BaseTransport):
    """What httpx sends through; proxies of the environment are not used, since they would choose the address."""

    def __init__(self, deadline: float, *, allow_local: bool) -> None:
        backend = CheckedBackend(deadline, allow_local=allow_local)
        self._pool = httpcore.ConnectionPool(
            ssl_context=_certificates(), max_keepalive_connections=0, network_backend=backend
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """One request without redirects. Raises Unreachable, or what httpcore raises."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = self._pool.handle_request(
            httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        """Closes every socket."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


@cache
def _certificates() -> ssl.SSLContext:
    return httpx.create_ssl_context()
