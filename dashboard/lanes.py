"""Where each event is drawn: its lane (the type), its track within the lane, its edges.

Pure arithmetic on rows of the view `timeline_events`; the chart only paints what stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from dashboard.spans import Span, edges, shifted
from timeline.store.views import EventRow

FAMILIES: dict[str, tuple[str, ...]] = {
    "attack": (
        "air_strike",
        "shelling",
        "explosion",
        "suicide_attack",
        "armed_clash",
        "shooting",
        "attack",
        "killing",
    ),
    "coercion": ("raid", "arrest", "abduction", "demolition", "displacement", "blockade"),
    "unrest": ("protest", "riot"),
    "talks": ("ceasefire", "negotiation", "meeting", "agreement"),
    "words": ("statement",),
    "relief": ("aid", "release"),
    "disaster": ("accident", "disaster"),
}
TYPES = [type_ for types in FAMILIES.values() for type_ in types]

FADE = 1 / 14  # how far an open end fades out, as a part of the span
MOMENT = 1 / 400  # what is shorter than this part of the span is drawn as a point
MOST_ROWS, FEWEST_TRACKS = 30, 2  # the height of the chart, and that of one lane


@dataclass(frozen=True, slots=True)
class Placed:
    """An event with the edges it is drawn with; an open edge is the end of its fade. Its name begins at `named_at`."""

    event: EventRow
    begin: datetime
    end: datetime
    named_at: datetime
    track: int = 0
    crowded: bool = False

    @property
    def is_open(self) -> bool:
        """Nobody knows when it began, or when it ended."""
        return not (self.event.begin and self.event.end_time)

    @property
    def row(self) -> str:
        """The key of its line in the chart; these sort as the lanes do."""
        return f"{lane_order(self.event.type)}#{self.track:03d}"


@dataclass(slots=True)
class _Lane:
    """Until when each track of a lane is taken."""

    taken: list[datetime] = field(default_factory=list)

    def take(self, begin: datetime, end: datetime, most: int) -> tuple[int, bool]:
        """The track for `[begin, end)`, and whether something else is on it already."""
        free = next((track for track, until in enumerate(self.taken) if until <= begin), None)
        if free is None and len(self.taken) < most:
            self.taken.append(end)
            return len(self.taken) - 1, False
        track = self.taken.index(min(self.taken)) if free is None else free
        self.taken[track] = max(end, self.taken[track])
        return track, free is None


def family_of(type_: str) -> str:
    """The group that gives a type its colour; `other` for a type that is new to this page."""
    return next((family for family, types in FAMILIES.items() if type_ in types), "other")


def lane_order(type_: str) -> str:
    """Attacks first, unknown types last, always in the same order."""
    place = TYPES.index(type_) if type_ in TYPES else len(TYPES)
    return f"{place:02d}.{type_}"


def place(events: Iterable[EventRow], view: Span, width_of: Callable[[EventRow], float]) -> list[Placed]:
    """Every event on a free track of its lane, `width_of` being the part of the view that it needs.

    A lane has only so many tracks. Where all are taken, the event goes on the one that is free first, and is crowded.
    """
    ordered = sorted(events, key=lambda event: (_drawn(event, view), event.id))
    lanes = {event.type: _Lane() for event in ordered}
    most = max(FEWEST_TRACKS, MOST_ROWS // max(1, len(lanes)))
    placed = []
    for event in ordered:
        begin, end = _drawn(event, view)
        width = view.length * width_of(event)
        named_at = _named_at(begin, end, view, width)
        needs = max(end, shifted(named_at, width))
        track, crowded = lanes[event.type].take(min(begin, named_at), needs, most)
        placed.append(Placed(event, begin, end, named_at, track, crowded))
    return placed


def is_moment(placed: Placed, view: Span) -> bool:
    """Too short to be seen as a bar."""
    return placed.end - placed.begin < view.length * MOMENT


def _named_at(begin: datetime, end: datetime, view: Span, width: timedelta) -> datetime:
    """At the beginning of the event, but inside the view, as long as any of the event is."""
    if end <= view.begin or begin >= view.end:
        return begin
    return max(view.begin, min(begin, shifted(view.end, -width)))


def _drawn(event: EventRow, view: Span) -> tuple[datetime, datetime]:
    begin, end = edges(event)
    fade = view.length * FADE
    first = begin or shifted(end or view.end, -fade)
    return first, end or shifted(first, fade)
