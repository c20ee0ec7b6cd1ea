"""Which things wait in which queue.

`flagged`: it contradicts itself, what is around it, or what was said before. `unsure`: its date, or which place is
meant, is not certain. `newest`: all.
"""

from __future__ import annotations

import streamlit as st
from sqlalchemy import ColumnElement, func, or_, select

from dashboard.data.opened import database
from timeline.resolve.confidence import DECIDED, DOUBTFUL
from timeline.store.models import DOCUMENT, FIGURE, PLACE, TIME, Item
from timeline.store.opening.database import reading
from timeline.store.views.rows import TOLLS

QUEUES = ("flagged", "unsure", "newest")

_Condition = ColumnElement[bool]
_WHOLE = FIGURE.alias("whole")
_FALLING_SECONDS = 600
_MOST_FALLING = 20_000  # SQLite takes no more than 32,766 values in a query


def wanted(item: Item, order: str) -> list[_Condition]:
    """The conditions that make a queue of the rows of `item`, joined with their times and places."""
    if order == "flagged":
        return [_flagged(item)]
    return [_unsure(item)] if order == "unsure" else []


def _flagged(item: Item) -> _Condition:
    """It contradicts itself, what is around it, or what was said before."""
    contradicts_itself = TIME.c.confidence == DOUBTFUL
    if item != "figure":
        return contradicts_itself
    falls = FIGURE.c.id.in_(_falling(str(database().url), _articles()))
    too_large = select(_WHOLE.c.id).where(_WHOLE.c.id == FIGURE.c.part_of, _WHOLE.c.high < FIGURE.c.low).exists()
    return or_(falls, too_large, contradicts_itself)


@st.cache_data(ttl=_FALLING_SECONDS, max_entries=4, show_spinner=False)
def _falling(url: str, articles: str) -> list[int]:
    """The totals below those that the same claimant gave before. Every toll has to be put in order for that, which
    takes seconds in a large database: they are looked for again when articles came in, and every ten minutes."""
    del url, articles  # what it is remembered for
    with reading(database()) as connection:
        return list(connection.scalars(select(TOLLS.c.id).where(TOLLS.c.falls == 1).limit(_MOST_FALLING)))


def _articles() -> str:
    """Another text when an article was read."""
    with reading(database()) as connection:
        return str(connection.execute(select(func.count(), func.max(DOCUMENT.c.read_at))).one())


def _unsure(item: Item) -> _Condition:
    """Its date was decided between several, supposed, or could not be told; or several places bear the name."""
    date = TIME.c.confidence <= DECIDED
    return or_(date, PLACE.c.alternatives.is_not(None)) if item == "event" else date
