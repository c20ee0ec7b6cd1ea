"""What came from a URL."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import Message
from typing import IO

from timeline.told import told
from timeline.web.problems import Unreachable

CHUNK = 1 << 16
UNCHANGED = 304


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes, and what the server said of them; `url` is the one at which redirects ended.

    `etag` and `modified` are what the server takes to say next time that nothing has changed; `status` 304 says so.
    """

    url: str
    body: IO[bytes]
    status: int = 200
    kind: str = ""  # the media type: "text/html"
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None

    def read(self, most: int) -> bytes:
        """All of the bytes, after which the body is closed. Raises Unreachable where there are more than `most`."""
        with self.body:
            raw = self.body.read(most + 1)
        if len(raw) > most:
            raise Unreachable(too_large(most))
        return raw


def too_large(most: int) -> str:
    """In megabytes, for people."""
    return told("answer_too_large", "it is larger than {megabytes:g} MB", megabytes=most / 1_000_000)


def media_type(header: str) -> tuple[str, str | None]:
    """`text/html; charset=windows-1256` -> "text/html", "windows-1256"."""
    message = Message()
    message["content-type"] = header
    charset = message.get_param("charset")
    return message.get_content_type() if header else "", charset.strip() if isinstance(charset, str) else None
