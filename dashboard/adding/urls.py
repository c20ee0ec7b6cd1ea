"""Addresses of articles, one a line -> documents."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.sources import Given, Unreadable, read_documents
from timeline.sources.inputs import Item
from timeline.told import told

SCHEMES = ("http://", "https://")


def read_urls(lines: str, given: Given) -> Iterator[Item]:
    """The documents at the addresses. Only the web is asked: a line that names a file of the server is refused."""
    addresses = list(filter(None, map(str.strip, lines.splitlines())))
    for address in addresses:
        if not _is_of_the_web(address):
            yield Unreadable(address, told("no_address", "it is no address; one begins with https:// or http://"))
    # All at once: so that no site is asked faster than it allows.
    yield from read_documents(list(filter(_is_of_the_web, addresses)), given)


def _is_of_the_web(address: str) -> bool:
    return address.lower().startswith(SCHEMES)
