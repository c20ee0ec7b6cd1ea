"""What a format has no column for, in one cell: the sentence, and every count in its own words."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.store.asking.filtered import Told
from timeline.store.views.rows import FigureRow


def notes(told: Told) -> str:
    """The sentence; then the time, the status and the counts, each as the article has it."""
    return " | ".join([told.event.sentence, *_said(told)])


def _said(told: Told) -> Iterator[str]:
    event = told.event
    if event.time:
        yield f"time: {event.time} ({event.begin or '…'} to {event.end_time or '…'})"
    if event.status != "asserted":
        yield f"status: {event.status}"
    yield from map(_count, told.figures)


def _count(figure: FigureRow) -> str:
    """ "killed: عشرات القتلى (dozens, 20 or more), according to …"."""
    bounds = _bounds(figure)
    part = ", part of another count" if figure.part_of else ""
    scope = "" if figure.scope == "incident" else f", {figure.scope}"
    source = f", according to {figure.source}" if figure.source else ""
    return f"{figure.kind}: {figure.text} ({figure.qualifier}, {bounds}{scope}{part}){source}"


def _bounds(figure: FigureRow) -> str:
    if figure.high is None:
        return f"{figure.low} or more"
    return str(figure.low) if figure.low == figure.high else f"{figure.low} to {figure.high}"
