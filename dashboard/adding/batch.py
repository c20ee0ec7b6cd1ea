"""What was read and waits to be stored, with what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from timeline.commands.found import Found
from timeline.commands.reading import attempt
from timeline.periods import is_relative
from timeline.sources import Note, Unreadable
from timeline.sources.inputs import Item
from timeline.values import OPEN, Document, Extraction

MOST = 500  # articles; a corpus is read by `timeline ingest`, which keeps none of it in memory


@dataclass(frozen=True, slots=True)
class Batch:
    """`remarks` tell what was left out or should be known: where, and what about it."""

    extractions: tuple[Extraction, ...]
    remarks: tuple[tuple[str, str], ...]
    is_cut: bool = False

    @property
    def found(self) -> Found:
        """The counts over all of it."""
        found = Found()
        for extraction in self.extractions:
            found += Found.in_one(extraction)
        return found

    @property
    def without_zone(self) -> int:
        """How many know their time of publication only by a clock of nobody knows where."""
        times = (one.document.published for one in self.extractions)
        return sum(time is not None and time.tzinfo is None for time in times)


def read_batch(items: Iterable[Item], advance: Callable[[int], None]) -> Batch:
    """Everything read, up to `MOST` articles; `advance` is told how many there are so far."""
    extractions: list[Extraction] = []
    remarks: list[tuple[str, str]] = []
    for outcome in _outcomes(items):
        if isinstance(outcome, Extraction):
            if len(extractions) == MOST:
                return Batch(tuple(extractions), tuple(remarks), is_cut=True)
            extractions.append(outcome)
            advance(len(extractions))
        else:
            remarks.append(_remark(outcome))
    return Batch(tuple(extractions), tuple(remarks))


def _remark(outcome: Unreadable | Note) -> tuple[str, str]:
    return " ".join(outcome.where.split()), outcome.why if isinstance(outcome, Unreadable) else outcome.says


def waiting(extraction: Extraction) -> int:
    """How many times of an article wait for its date of publication."""
    if extraction.document.published is not None:
        return 0
    return sum(time.interval == OPEN and is_relative(time.value) for time in extraction.times)


def _outcomes(items: Iterable[Item]) -> Iterator[Extraction | Unreadable | Note]:
    for item in items:
        yield attempt(item) if isinstance(item, Document) else item
