"""Events as the data of a chart: one record a mark. To Vega all of it is data, none of it code or HTML."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from dashboard import lanes
from dashboard.i18n import Words
from dashboard.lanes import Placed
from dashboard.spans import Span
from dashboard.wording import arabic, when
from timeline.store.views import EventRow

LABEL_LENGTH = 28
PLOT_WIDTH = 640  # pixels that the names are laid out for
LETTER_WIDTH = 5.6
SLICES = 16  # pieces that a fade is made of


def placed_in(view: Span, events: Sequence[EventRow]) -> list[Placed]:
    """The events on tracks that leave room for their names."""
    return lanes.place(events, view, _label_share)


def data_sets(placed: Sequence[Placed], view: Span, words: Words) -> dict[str, list[dict[str, Any]]]:
    """By the names under which the layers refer to them: Altair copies and checks a layer often, and its data never."""
    return {
        "events": [mark(one, view, words) for one in placed],
        "fades": [piece for one in placed for piece in slices(one)],
    }


def mark(placed: Placed, view: Span, words: Words) -> dict[str, Any]:
    """What the chart draws, says on hover, and answers to a click."""
    event = placed.event
    return {
        "document": event.document_id,
        "start": event.start,
        "row": placed.row,
        "begin": at(placed.begin),
        "end": at(placed.end),
        "named_at": at(placed.named_at),
        "share": _label_share(event),
        "form": form(placed, view),
        "solid": event.status == "asserted",
        "family": lanes.family_of(event.type),
        "label": "" if placed.crowded else _label(event),
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
    return "point" if lanes.is_moment(placed, view) else "bar"


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
            "family": lanes.family_of(placed.event.type),
        }
        for number in range(SLICES)
    ]


def at(moment: datetime) -> str:
    """The local time, in the form that Vega takes for UTC."""
    return f"{moment:%Y-%m-%dT%H:%M:%S}Z"


def _label(event: EventRow) -> str:
    label = " · ".join(part for part in (event.text, event.place) if part)
    return arabic(label if len(label) <= LABEL_LENGTH else f"{label[: LABEL_LENGTH - 1]}…")


def _label_share(event: EventRow) -> float:
    """The part of the chart's width that the name of the event takes."""
    return (len(_label(event)) * LETTER_WIDTH + 14) / PLOT_WIDTH
