"""`file:///srv/news/a.html`: only where local addresses are allowed."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from timeline.web.answer import Answer
from timeline.web.problems import LOCAL, Unreachable


def is_file_url(url: str) -> bool:
    """Whatever the case of its scheme."""
    return url[:5].lower() == "file:"


def open_local(url: str, *, allowed: bool) -> Answer:
    """The file that a file: URL names. Raises Unreachable."""
    if not allowed:
        raise Unreachable(f"it is a file of your own machine; {LOCAL}")
    parts = urlsplit(url)
    if parts.netloc not in ("", "localhost"):
        raise Unreachable("it is a file of another machine")
    try:
        return Answer(url, Path(url2pathname(parts.path)).open("rb"))
    except (OSError, ValueError) as error:
        raise Unreachable(getattr(error, "strerror", None) or str(error)) from error
