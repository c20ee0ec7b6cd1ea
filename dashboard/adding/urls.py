"""Addresses of articles, one a line -> documents."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.adding.inputs import Item
from timeline.sources import Given, Unreadable, read_documents

SCHEMES = ("http://", "https://")


def read_urls(lines: str, given: Given) -> Iterator[Item]:
    """The document at each address. Only the web is asked: a line that names a file of the server is refused."""
    for line in filter(None, map(str.strip, lines.splitlines())):
        if line.lower().startswith(SCHEMES):
            yield from read_documents([line], given)
        else:
            yield Unreadable(line, "it is no address; one begins with https:// or http://")
