"""Which things wait in which queue.

`flagged`: it contradicts itself, or the page of tolls flags it. `unsure`: its date, or which place is
meant, is not certain. `newest`: all.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, or_

from dashboard.data import flags
from timeline.resolve.confidence import DECIDED, DOUBTFUL
from timeline.store.models import FIGURE, PLACE, TIME, Item

QUEUES = ("flagged", "unsure", "newest")

_Condition = ColumnElement[bool]


def wanted(item: Item, order: str) -> list[_Condition]:
    """The conditions that make a queue of the rows of `item`, joined with their times and places."""
    if order == "flagged":
        return [_flagged(item)]
    return [_unsure(item)] if order == "unsure" else []


def _flagged(item: Item) -> _Condition:
    """Its words contradict each other; of figures also whatever `timeline.tolls` finds wrong."""
    contradicts_itself = TIME.c.confidence == DOUBTFUL
    if item != "figure":
        return contradicts_itself
    return or_(FIGURE.c.id.in_(flags.some_ids(flags.flagged())), contradicts_itself)


def _unsure(item: Item) -> _Condition:
    """Its date was decided between several, supposed, or could not be told; or several places bear the name."""
    date = TIME.c.confidence <= DECIDED
    return or_(date, PLACE.c.alternatives.is_not(None)) if item == "event" else date
