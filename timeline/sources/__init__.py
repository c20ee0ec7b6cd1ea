"""Files, folders, lists, addresses and standard input -> Documents, in the order given.

What cannot be read is said, not raised.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.sources.given import Columns, Given, read_given
from timeline.sources.paths import count_documents, read_path
from timeline.sources.problems import Note, SourceProblem, Unreadable
from timeline.sources.published import read_published
from timeline.values import Document
from timeline.web import Web

__all__ = [
    "Columns",
    "Given",
    "Note",
    "SourceProblem",
    "Unreadable",
    "count_documents",
    "read_documents",
    "read_given",
    "read_published",
]


def read_documents(paths: Sequence[str], given: Given = Given()) -> Iterator[Document | Unreadable | Note]:  # noqa: B008  # frozen
    """Every document in files, folders, lists, at URLs and on standard input (`-`); one bad input never hides the next.

    Nothing is fetched unless a URL is given. Two different articles under one id are both read, and a Note says so.
    """
    known: dict[str, int] = {}
    web = Web(allow_local=given.allow_local)
    for path in paths:
        for item in read_path(path, given, web):
            if isinstance(item, Document) and known.setdefault(item.id, hash(item)) != hash(item):
                yield Note(item.id, "more than one article has this id; all of them were read")
            yield item
