"""Events as the data of a chart: one record a mark. To Vega all of it is data, none of it code or HTML."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from dashboard.families import family_of
from dashboard.i18n import Words
from dashboard.lanes import tracks
from dashboard.lanes.drawn import Drawn
from dashboard.lanes.spans import Span
from dashboard.lanes.tracks import Placed
from dashboard.wording import arabic, when

LABEL_LENGTH = 28
PLOT_WIDTH = 900  # pixels that the tracks are laid out for; which names are shown is decided where they are drawn
LETTER_WIDTH = 5.6
SLICES = 16  # pieces that a fade is made of


def placed_in(view: Span, events: Sequence[Drawn], names: Sequence[str]) -> list[Placed]:
    """The events on tracks that leave room for their names, in the lanes of those names."""
    return tracks.place(events, names, view, lambda event: _pixels(_label(event)) / PLOT_WIDTH)


def data_sets(placed: Sequence[Placed], view: Span, words: Words) -> dict[str, list[dict[str, Any]]]:
    """By the names under which the layers refer to them: Altair copies and checks a layer often, and its data never."""
    return {
        "events": [mark(one, view, words) for one in placed],
        "fades": [piece for one in placed for piece in slices(one)],
    }


def mark(placed: Placed, view: Span, words: Words) -> dict[str, Any]:
    """What the chart draws, says on hover, and answers to a click."""
    event = placed.event
    label = _label(event)
    return {
        "document": event.document_id,
        "start": event.start,
        "row": placed.row,
        "begin": at(placed.begin),
        "end": at(placed.end),
        "named_at": at(placed.named_at),
        "next_at": at(placed.next_at) if placed.next_at else None,
        "pixels": _pixels(label),
        "form": form(placed, view),
        "solid": event.status == "asserted",
        "family": family_of(event.type),
        "label": label,
        "trigger": event.text,
        "type": words.name("type", event.type),
        "phrase": event.time or "",
        "when": when(event.begin, event.end_time),
        "place": event.place or "",
        "status": words.name("status", event.status),
        "outlet": event.outlet or "",
    }


def form(placed: Placed, view: Span) -> str:
    """`fade` where an end is open, `point` where a bar would be too short to see, else `bar`."""
    if placed.is_open:
        return "fade"
    return "point" if tracks.is_moment(placed, view) else "bar"


def slices(placed: Placed) -> list[dict[str, Any]]:
    """An open end, cut into pieces that get fainter away from the end that is known."""
    if not placed.is_open:
        return []
    step = (placed.end - placed.begin) / SLICES
    return [
        {
            "row": placed.row,
            "begin": at(placed.begin + number * step),
            "end": at(placed.begin + (number + 1) * step),
            "strength": (SLICES - number if placed.event.begin else number + 1) / SLICES,
            "family": family_of(placed.event.type),
        }
        for number in range(SLICES)
    ]


def at(moment: datetime) -> str:
    """The local time, in the form that Vega takes for UTC."""
    return f"{moment.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def _label(event: Drawn) -> str:
    label = f"{event.text} · {event.place}" if event.place else event.text
    return arabic(label if len(label) <= LABEL_LENGTH else f"{label[: LABEL_LENGTH - 1]}…")


def _pixels(label: str) -> float:
    """How wide the name is, with some air."""
    return len(label) * LETTER_WIDTH + 14
