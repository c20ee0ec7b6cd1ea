"""A figure of an extraction -> the toll that it is about, and who claims it."""

from __future__ import annotations

from datetime import datetime

from timeline.tolls.claimants import claimant_of
from timeline.tolls.identity import Circumstances, Toll, toll_of
from timeline.values import Extraction, Figure


class About:
    """The figures of one extraction, with what the article says beside them."""

    def __init__(self, extraction: Extraction) -> None:
        self._outlet = extraction.document.outlet
        self._times = {time.id: time for time in extraction.times}
        self._events = {event.id: event for event in extraction.events}
        self._figures = {figure.id: figure for figure in extraction.figures}

    def toll(self, figure: Figure) -> Toll | None:
        """None where the figure belongs to no toll."""
        return toll_of(figure, self._circumstances(figure))

    def claimant(self, figure: Figure) -> str:
        """Its source, or else the outlet, in one spelling."""
        return claimant_of(figure.source_role, figure.source, self._outlet, figure.place)

    def _circumstances(self, figure: Figure) -> Circumstances:
        time = self._times.get(figure.time or "")
        event = self._events.get(figure.event or "")
        return Circumstances(
            _local(time.interval.begin) if time else None,
            _local(time.interval.end) if time else None,
            time is not None and time.signal == "since",
            event.type if event else None,
            self._figures.get(figure.part_of or ""),
        )


def _local(moment: datetime | None) -> datetime | None:
    return moment and moment.replace(tzinfo=None)
