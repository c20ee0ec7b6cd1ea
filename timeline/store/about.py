"""A figure of an extraction -> the toll that it is about and who claims it, as columns."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from timeline.tolls.claimants import claimant_of
from timeline.tolls.identity import Circumstances, toll_of
from timeline.values import Extraction, Figure


def about(extraction: Extraction, figure: Figure) -> dict[str, Any]:
    """`toll` is its text, or None where the figure belongs to none."""
    toll = toll_of(figure, _circumstances(extraction, figure))
    claimant = claimant_of(figure.source_role, figure.source, extraction.document.outlet, figure.place)
    return {"toll": toll and str(toll), "claimant": claimant}


def _circumstances(extraction: Extraction, figure: Figure) -> Circumstances:
    time = next((time for time in extraction.times if time.id == figure.time), None)
    event = next((event for event in extraction.events if event.id == figure.event), None)
    whole = next((whole for whole in extraction.figures if whole.id == figure.part_of), None)
    return Circumstances(
        _local(time.interval.begin) if time else None,
        _local(time.interval.end) if time else None,
        time is not None and time.signal == "since",
        event.type if event else None,
        whole,
    )


def _local(moment: datetime | None) -> datetime | None:
    return moment and moment.replace(tzinfo=None)
