"""Where each event is drawn: its lane, its track within the lane, its edges.

Pure arithmetic; the chart only paints what stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from dashboard.families import TYPES
from dashboard.lanes.drawn import Drawn
from dashboard.lanes.spans import Span, later

MOST_LANES = 14  # of places, outlets and claimants; the rest share one more
OTHERS = "…"  # the lane of the rest, a name that nobody has
FADE = 1 / 14  # how far an open end fades out, as a part of the span
MOMENT = 1 / 400  # what is shorter than this part of the span is drawn as a point
MOST_ROWS, FEWEST_TRACKS = 26, 2  # the height of the chart, and that of one lane


@dataclass(frozen=True, slots=True)
class Placed:
    """An event with the edges it is drawn with; an open edge is the end of its fade.

    Its name begins at `named_at`, and the next name on the same row at `next_at`.
    """

    event: Drawn
    begin: datetime
    end: datetime
    named_at: datetime
    row: str = ""
    next_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Nobody knows when it began, or when it ended."""
        return not (self.event.begin and self.event.end_time)


@dataclass(slots=True)
class _Lane:
    """Until when each track of a lane is taken."""

    number: int
    taken: list[datetime] = field(default_factory=list)

    def take(self, begin: datetime, end: datetime, most: int) -> str:
        """The row for `[begin, end)`: a free track; where a lane has no more, the one that is free first."""
        free = next((track for track, until in enumerate(self.taken) if until <= begin), None)
        if free is None and len(self.taken) < most:
            self.taken.append(end)
            return row(self.number, len(self.taken) - 1)
        track = self.taken.index(min(self.taken)) if free is None else free
        self.taken[track] = max(end, self.taken[track])
        return row(self.number, track)


def row(lane: int, track: int = 0) -> str:
    """The key of a line in the chart; these sort as the lanes do."""
    return f"{lane:03d}#{track:03d}"


def order(by: str, counts: Mapping[str, int]) -> list[str]:
    """The lanes from top to bottom: types as their families have them, names with the most events first."""
    if by == "type":
        return sorted(counts, key=lambda type_: (TYPES.index(type_) if type_ in TYPES else len(TYPES), type_))
    frequent = sorted(counts, key=lambda name: (name == "", -counts[name], name))
    return [*frequent[:MOST_LANES], OTHERS] if len(frequent) > MOST_LANES else frequent


def lane_in(lanes: Sequence[str], name: str) -> int:
    """The number of the lane of that name, or of the rest."""
    return lanes.index(name) if name in lanes else len(lanes) - 1


def place(events: Iterable[Drawn], lanes: Sequence[str], view: Span, width: Callable[[Drawn], float]) -> list[Placed]:
    """Every event on a track of its lane, `width` being the part of the view that its name needs."""
    most = max(FEWEST_TRACKS, MOST_ROWS // max(1, len(lanes)))
    numbers = {name: number for number, name in enumerate(lanes)}
    taken = [_Lane(number) for number in range(len(lanes))]
    drawn = sorted(((*_edges(event, view), event) for event in events), key=lambda one: (*one[:2], one[2].id))
    placed = []
    for begin, end, event in drawn:
        needs = view.length * width(event)
        named_at = _named_at(begin, end, view, needs)
        lane = taken[numbers.get(event.lane, len(lanes) - 1)]
        found = lane.take(min(begin, named_at), max(end, later(named_at, needs)), most)
        placed.append(Placed(event, begin, end, named_at, found))
    return _with_the_next(placed)


def is_moment(placed: Placed, view: Span) -> bool:
    """Too short to be seen as a bar."""
    return placed.end - placed.begin < view.length * MOMENT


def _with_the_next(placed: Sequence[Placed]) -> list[Placed]:
    """Each with the beginning of the next name on its row."""
    following: dict[str, datetime] = {}
    found = []
    for one in sorted(placed, key=lambda one: one.named_at, reverse=True):
        found.append(replace(one, next_at=following.get(one.row)))
        following[one.row] = one.named_at
    return found[::-1]


def _named_at(begin: datetime, end: datetime, view: Span, width: timedelta) -> datetime:
    """At the beginning of the event, but inside the view, as long as any of the event is."""
    if end <= view.begin or begin >= view.end:
        return begin
    return max(view.begin, min(begin, later(view.end, -width)))


def _edges(event: Drawn, view: Span) -> tuple[datetime, datetime]:
    begin, end = event.edges
    fade = view.length * FADE
    first = begin or later(end or view.end, -fade)
    return first, end or later(first, fade)
