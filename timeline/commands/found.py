"""What was found in the articles of one run, and what should be known about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.periods import is_relative
from timeline.values import OPEN, Extraction


@dataclass
class Found:
    """Counts over the extractions that have passed."""

    times: int = 0
    figures: int = 0
    events: int = 0
    without: int = 0  # articles in which nothing was found
    undated: int = 0  # articles without a publication date
    relative: int = 0  # the times in them that wait for it

    def counted(self, extractions: Iterable[Extraction]) -> Iterator[Extraction]:
        """The same extractions, counted as they pass."""
        for extraction in extractions:
            self._count(extraction)
            yield extraction

    def lines(self) -> Iterator[str]:
        """What was found, and what is missing where something is."""
        parts = (many(self.times, "time"), many(self.figures, "figure"), many(self.events, "event"))
        yield f"found {', '.join(parts)}"
        if self.without:
            yield f"nothing was found in {many(self.without, 'article')}; only Arabic is read"
        if self.undated:
            yield self._about_dates()

    def _about_dates(self) -> str:
        verb, there = ("has", "it") if self.undated == 1 else ("have", "them")
        missing = f"{many(self.undated, 'article')} {verb} no publication date"
        if not self.relative:
            return missing
        stay = "stays" if self.relative == 1 else "stay"
        return f"{missing}: {many(self.relative, 'relative date')} in {there} {stay} unresolved; give --published"

    def _count(self, extraction: Extraction) -> None:
        self.times += len(extraction.times)
        self.figures += len(extraction.figures)
        self.events += len(extraction.events)
        self.without += not (extraction.times or extraction.figures or extraction.events)
        if extraction.document.published is None:
            self.undated += 1
            self.relative += sum(time.interval == OPEN and is_relative(time.value) for time in extraction.times)


def many(count: int, thing: str) -> str:
    """`1 time`, `3 times`."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
