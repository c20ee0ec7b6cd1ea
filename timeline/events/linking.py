"""Which happening a figure belongs to: the nearest of its sentence that can have brought such a count about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..lexicon.fold import without_marks
from ..values import Event, Figure, Kind
from .violence import ATTACKS

_VIOLENCE = [*sorted(ATTACKS), "killing"]
_CAN_CAUSE: dict[Kind, Sequence[str]] = {
    "killed": _VIOLENCE,
    "injured": _VIOLENCE,
    "casualties": _VIOLENCE,
    "missing": [*_VIOLENCE, "displacement"],
    "detained": ["arrest", "raid"],
    "abducted": ["abduction"],
    "released": ["release"],
    "rescued": ["accident", "disaster", "release"],
    "displaced": ["displacement", *_VIOLENCE],
    "projectiles": ["shelling", "air_strike", "attack"],
    "strikes": ["air_strike", "shelling"],
    "structures": ["demolition", *_VIOLENCE],
}


def with_events(figures: Sequence[Figure], events: Sequence[Event], text: str) -> list[Figure]:
    """The figures with the ids of their events and the places of these; a part belongs to the event of its whole.

    `text` is that of the document.
    """
    linked: dict[str, Figure] = {}
    told: dict[tuple[int, int], list[Event]] = {}
    for event in events:
        told.setdefault(event.sentence, []).append(event)
    places = {event.id: event.place for event in events}
    before = {figure.id: figure.place for figure in figures}
    for figure in figures:
        whole = linked.get(figure.part_of or "")
        shared = whole is not None and whole.kind == figure.kind
        cause = whole.event if whole and shared else _event_of(figure, told.get(figure.sentence, ()), text)
        elsewhere = whole is not None and figure.place != before[whole.id]  # «بينهم 5 في صيدا»
        place = figure.place if elsewhere else _place(figure, places.get(cause or ""))
        linked[figure.id] = replace(figure, event=cause, place=place)
    return list(linked.values())


def _place(figure: Figure, of_the_event: str | None) -> str | None:
    """That of the event, unless it only stands in the name of the source («وزارة الصحة في غزة»)."""
    if of_the_event is None or (figure.place and of_the_event in (figure.source or "")):
        return figure.place
    return of_the_event


def _event_of(figure: Figure, events: Sequence[Event], text: str) -> str | None:
    """A denied happening has no dead; a running total belongs to a single one only where both are of one time."""
    candidates = [event for event in events if event.status != "denied" and event.type in _CAN_CAUSE[figure.kind]]
    if figure.scope == "cumulative":
        dated = figure.time is not None and figure.since is None
        candidates = [event for event in candidates if dated and event.time == figure.time]
    if len(candidates) < 2:
        return candidates[0].id if candidates else None
    return min(candidates, key=lambda event: _distance(figure, event, text)).id


def _distance(figure: Figure, event: Event, text: str) -> int:
    """Letters between the two; none where the trigger stands inside the figure («14 غارة»)."""
    first, past = (figure.end, event.start) if event.start >= figure.end else (event.end, figure.start)
    return len(without_marks(text[first:past]))
