"""What the page of reviews shows, all of it in the URL: `?what=event&queue=unsure&state=pending&item=event:12`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from dashboard.data.queues import QUEUES
from dashboard.data.review import STATES
from timeline.store.models import Item
from timeline.store.reviewing.corrections import ReviewProblem
from timeline.store.reviewing.reviews import Reference, read_reference

WHAT: tuple[Item, ...] = ("figure", "event", "time")
CHOICES: dict[str, tuple[str, ...]] = {"what": WHAT, "queue": QUEUES, "state": STATES}


@dataclass(frozen=True, slots=True)
class View:
    """Which queue of which things, and the one that is looked at; None: the first of the queue."""

    what: Item
    queue: str
    state: str
    reference: Reference | None


def view_in(query: Mapping[str, str]) -> View:
    """The view that a URL asks for; what it does not say, or says wrongly, is the first choice."""
    reference = _reference(query.get("item"))
    first = {name: choices[0] for name, choices in CHOICES.items()}
    asked = {name: query[name] for name, choices in CHOICES.items() if query.get(name) in choices}
    chosen = first | asked
    what = reference.item if reference and "what" not in asked else cast(Item, chosen["what"])
    return View(what, chosen["queue"], chosen["state"], reference)


def _reference(text: str | None) -> Reference | None:
    try:
        return read_reference(text) if text else None
    except ReviewProblem:
        return None
