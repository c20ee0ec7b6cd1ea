"""What was found in the articles of one run, and what should be known about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.periods import is_relative
from timeline.values import OPEN, Extraction


@dataclass(slots=True)
class Found:
    """Counts over the articles of a run."""

    times: int = 0
    figures: int = 0
    events: int = 0
    without: int = 0  # articles in which nothing was found
    undated: int = 0  # articles without a publication date
    relative: int = 0  # the times in them that wait for it

    @classmethod
    def in_one(cls, extraction: Extraction) -> Found:
        """What was found in one article."""
        has_date = extraction.document.published is not None
        waiting = (time.interval == OPEN and is_relative(time.value) for time in extraction.times)
        return cls(
            len(extraction.times),
            len(extraction.figures),
            len(extraction.events),
            without=not (extraction.times or extraction.figures or extraction.events),
            undated=not has_date,
            relative=0 if has_date else sum(waiting),
        )

    def __iadd__(self, other: Found) -> Found:
        """Those of several articles, or runs, together."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self

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


def many(count: int, thing: str) -> str:
    """`1 time`, `3 times`."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
