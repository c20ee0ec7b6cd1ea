"""Inputs -> extractions: one article that cannot be read never stops the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from timeline.commands.failures import Failures
from timeline.lexicon.anchors import Anchors, shipped_anchors
from timeline.pipeline import read_article
from timeline.sources import Given, Unreadable, count_documents, read_documents
from timeline.values import Document, Extraction


@dataclass
class Inputs:
    """The articles of some paths; what went wrong on the way is set aside until the end."""

    paths: Sequence[str]
    given: Given
    anchors: Anchors = field(default_factory=shipped_anchors)
    remarks: Failures = field(default_factory=Failures)

    def read(self) -> Iterator[Extraction]:
        """What was read in each document, in input order."""
        for item in read_documents(self.paths, self.given):
            outcome = attempt(item, self.anchors) if isinstance(item, Document) else item
            if isinstance(outcome, Extraction):
                yield outcome
            else:
                self.remarks.append(outcome)
                if self.remarks.is_enough:
                    return

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


def attempt(document: Document, anchors: Anchors | None = None) -> Extraction | Unreadable:
    """What was read in the document, or why nothing could be."""
    try:
        return read_article(document, anchors)
    except Exception as error:  # noqa: BLE001  # one article must never stop the others
        why = f"unexpected {type(error).__name__}: {error}; this is a fault of the program, please report it"
        return Unreadable(document.id, why)
