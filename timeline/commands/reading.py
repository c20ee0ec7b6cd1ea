"""Inputs -> what is made of each article: one that cannot be read never stops the others."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from typing import Generic, TypeVar

from timeline.bulk.batches import unexpected
from timeline.bulk.pool import cores, read_in_order
from timeline.commands.failures import Failures
from timeline.lexicon.anchors import Anchors, shipped_anchors
from timeline.pipeline import read_article
from timeline.sources import Given, Note, Unreadable, count_documents, read_documents
from timeline.values import Document, Extraction

_STDIN = "-"

T = TypeVar("T")
Item = Document | Unreadable | Note


@dataclass
class Inputs(Generic[T]):
    """The articles of some paths; what went wrong on the way is set aside until the end.

    `then` makes of each extraction what is wanted, in the process that has read it: a function at the top of a module,
    or a `partial` of one. Reading takes `workers` processes, all the cores where that is None.
    """

    paths: Sequence[str]
    given: Given
    then: Callable[[Extraction], T | Unreadable]
    anchors: Anchors = field(default_factory=shipped_anchors)
    remarks: Failures = field(default_factory=Failures)
    workers: int | None = 1

    def read(self) -> Generator[T]:
        """What `then` makes of each document, in input order."""
        with closing(self.outcomes()) as outcomes:
            for outcome in outcomes:
                if not isinstance(outcome, Unreadable | Note):
                    yield outcome
                    continue
                self.remarks.append(outcome)
                if self.remarks.is_enough:
                    return

    def outcomes(self) -> Generator[T | Unreadable | Note]:
        """The same, with what went wrong in its place."""
        work = partial(_made_of, then=self.then, anchors=self.anchors)
        items = read_documents(self.paths, self.given)
        return read_in_order(items, work, _lost, self.workers or cores(), is_live=_STDIN in self.paths)

    def about(self) -> int | None:
        """About how many documents there are, if that can be known beforehand."""
        return count_documents(self.paths)

    @property
    def failed(self) -> int:
        """How many inputs were left out."""
        return self.remarks.count

    def list_remarks(self) -> int:
        """One line on standard error for each; the exit status of the command."""
        return self.remarks.close()


def itself(extraction: Extraction) -> Extraction:
    """Nothing more is made of an extraction."""
    return extraction


def attempt(document: Document, anchors: Anchors | None = None) -> Extraction | Unreadable:
    """What was read in the document, or why nothing could be."""
    return _made_of_document(document, itself, anchors)


def _made_of(
    item: Item, then: Callable[[Extraction], T | Unreadable], anchors: Anchors | None
) -> T | Unreadable | Note:
    """What is no document stays what it is, in its place among the others."""
    return _made_of_document(item, then, anchors) if isinstance(item, Document) else item


def _made_of_document(
    document: Document, then: Callable[[Extraction], T | Unreadable], anchors: Anchors | None
) -> T | Unreadable:
    try:
        return then(read_article(document, anchors))
    except Exception as error:  # noqa: BLE001  # one article must never stop the others
        return unexpected(document, error)


def _lost(item: Item) -> Unreadable | Note:
    if not isinstance(item, Document):
        return item
    why = "each process that read it was killed, perhaps for lack of memory; it is left out: split it, or read it alone"
    return Unreadable(item.id, why)
