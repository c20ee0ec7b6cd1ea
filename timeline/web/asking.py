"""One GET request, without redirects, into a temporary file."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from tempfile import SpooledTemporaryFile
from time import monotonic
from typing import IO

import httpcore
import httpx

from timeline.told import told
from timeline.web.answer import CHUNK, UNCHANGED, Answer, media_type, too_large
from timeline.web.problems import Unreachable
from timeline.web.robots import NAME
from timeline.web.transport import CheckedTransport

_AGENT = f"{NAME} (reads news articles; follows robots.txt)"
_ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.8"
_PATIENCE = 15.0  # seconds without a single byte
_IN_MEMORY = 1_000_000  # bytes; more of an answer lies in a file
_PASSING = (408, 425, 429, 500, 502, 503, 504)
_WHY = {
    401: "it wants a password (401)",
    403: "it is forbidden (403)",
    404: "there is no such page (404)",
    410: "the page was taken away (410)",
    429: "the site wants fewer requests (429)",
    451: "it is blocked for legal reasons (451)",
}


def ask(url: httpx.URL, headers: Mapping[str, str], most: int, deadline: float, *, allow_local: bool) -> Answer | str:
    """The answer, or the URL to which it redirects; `deadline` is in seconds of the monotonic clock.

    Raises Unreachable.
    """
    transport = CheckedTransport(deadline, allow_local=allow_local)
    client = httpx.Client(transport=transport, trust_env=False, timeout=_PATIENCE, headers=_headers(headers))
    try:
        with client, client.stream("GET", url) as response:
            return _taken(response, most, deadline)
    except (httpx.HTTPError, httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise Unreachable(_explanation(error), passing=True) from error
    except ssl.SSLError as error:
        raise Unreachable(f"the connection cannot be encrypted ({error.reason})") from error


def _headers(more: Mapping[str, str]) -> dict[str, str]:
    return {"User-Agent": _AGENT, "Accept": _ACCEPT, "Accept-Language": "ar, *;q=0.5", **more}


def _taken(response: httpx.Response, most: int, deadline: float) -> Answer | str:
    if "location" in response.headers and response.is_redirect:
        return str(response.url.join(response.headers["location"]))
    if response.status_code != UNCHANGED and not response.is_success:
        raise _refused(response)
    kind, charset = media_type(response.headers.get("content-type", ""))
    return Answer(
        str(response.url.copy_with(fragment=None)),
        _body(response, most, deadline),
        response.status_code,
        kind,
        charset,
        response.headers.get("etag"),
        response.headers.get("last-modified"),
    )


def _body(response: httpx.Response, most: int, deadline: float) -> IO[bytes]:
    if response.headers.get("content-length", "").isdecimal() and int(response.headers["content-length"]) > most:
        raise Unreachable(too_large(most))
    body: IO[bytes] = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # whoever reads it closes it
    try:
        for chunk in response.iter_bytes(CHUNK):
            body.write(chunk)
            if body.tell() > most:
                raise Unreachable(too_large(most))
            if monotonic() > deadline:
                raise Unreachable("its answer takes too long", passing=True)
    except BaseException:
        body.close()
        raise
    body.seek(0)
    return body


def _refused(response: httpx.Response) -> Unreachable:
    status = response.status_code
    wait = response.headers.get("retry-after", "")
    why = _WHY.get(status, f"the server answered {status} {response.reason_phrase}".rstrip())
    return Unreachable(
        told("status", "{why}", why=why, status=status),
        passing=status in _PASSING,
        wait=float(wait) if wait.isdecimal() else 0.0,
        status=status,
    )


def _explanation(error: Exception) -> str:
    if isinstance(error, httpcore.ConnectTimeout | httpcore.ReadTimeout | httpcore.TimeoutException):
        return told("no_answer", "no answer came in time")
    if isinstance(error, httpcore.ConnectError):
        return told("no_connection", "no connection ({said})", said=str(error) or "refused")
    if isinstance(error, httpx.DecodingError):
        return "its answer is damaged"
    return f"its answer breaks off or is none of HTTP ({str(error)[:80] or type(error).__name__})"
