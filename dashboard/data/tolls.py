"""The tolls to choose from, and one of them with everything that bears on it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st
from sqlalchemy import Select, func, select

from dashboard.address import Filters
from dashboard.data.opened import database, version
from timeline.store.asking.filtered import snapshot
from timeline.store.asking.filters import conditions
from timeline.store.models import DOCUMENT, FIGURE, PLACE, SOURCE, TOLL
from timeline.store.tolls import claims_around
from timeline.store.views.rows import REPORTED_FIGURES, FigureRow
from timeline.tolls import Reconciled, reconcile
from timeline.tolls.identity import Toll, read_toll

MOST_CHOICES = 20_000  # tolls that are offered; who looks for one of a single claim narrows the filters


@dataclass(frozen=True, slots=True)
class Choice:
    """A toll by its row; `place` is as the articles write it, `claims` how many of its claims the filters leave."""

    id: int
    toll: Toll
    place: str
    claims: int


def told(filters: Filters) -> Sequence[Choice]:
    """The tolls of which the filters leave any claim: running totals first, then those that most is told of."""
    return _told(filters, version())


def choice(filters: Filters, toll: int) -> Choice | None:
    """A toll by its row; None where the filters leave no claim about it."""
    found = next((each for each in told(filters) if each.id == toll), None)
    return found or next(iter(_read(_choices(filters).where(TOLL.c.id == toll))), None)


def reconciled(toll: int) -> Reconciled:
    """The toll and all that bears on it, in order and checked."""
    return _reconciled(toll, version())


@st.cache_resource(show_spinner=False, max_entries=8)
def _reconciled(toll: int, at: str) -> Reconciled:
    """Remembered for as long as the database is as it was `at` that version."""
    return reconcile(claims_around(database(), toll))


def left(toll: int, filters: Filters) -> set[int] | None:
    """The claims about a toll that the filters leave, but for the days; None where they leave all."""
    others = _without_days(filters)
    if others == Filters():
        return None
    query = select(FIGURE.c.id).where(FIGURE.c.toll_id == toll, FIGURE.c.id.in_(_left(others)))
    with snapshot(database()) as connection:
        return set(connection.scalars(query))


def figures(ids: Collection[int]) -> dict[int, FigureRow]:
    """The rows of claims, for what a claim does not know: its article's title and outlet, its offset there."""
    view = REPORTED_FIGURES
    with snapshot(database()) as connection:
        found = connection.execute(select(view).where(view.c.id.in_(ids)))
        return {row.id: FigureRow(*row) for row in found}


def outlets(documents: Collection[int]) -> dict[int, str]:
    """Who published each of these articles, where that is known."""
    query = select(DOCUMENT.c.id, SOURCE.c.name).join(SOURCE, SOURCE.c.id == DOCUMENT.c.source_id)
    with snapshot(database()) as connection:
        return {row.id: row.name for row in connection.execute(query.where(DOCUMENT.c.id.in_(documents)))}


@st.cache_resource(show_spinner=False, max_entries=16)
def _told(filters: Filters, at: str) -> Sequence[Choice]:
    """Remembered for as long as the database is as it was `at` that version."""
    order = ((TOLL.c.basis == "running").desc(), func.count().desc(), TOLL.c.name)
    return _read(_choices(filters).order_by(*order).limit(MOST_CHOICES))


def _choices(filters: Filters) -> Select[Any]:
    """Tolls with their claims that the filters leave, and one of the ways in which these write the place."""
    joined = FIGURE.join(TOLL, TOLL.c.id == FIGURE.c.toll_id).outerjoin(PLACE, PLACE.c.id == FIGURE.c.place_id)
    columns = (TOLL.c.id, TOLL.c.name, func.max(PLACE.c.name).label("written"), func.count().label("claims"))
    query = select(*columns).select_from(joined).where(func.coalesce(FIGURE.c.reviewed, "") != "rejected")
    chosen = query if filters == Filters() else query.where(FIGURE.c.id.in_(_left(filters)))
    return chosen.group_by(TOLL.c.id, TOLL.c.name, TOLL.c.basis)


def _read(query: Select[Any]) -> Sequence[Choice]:
    with snapshot(database()) as connection:
        return tuple(_choice(*row) for row in connection.execute(query))


def _left(filters: Filters) -> Select[tuple[int]]:
    """The figures that filters leave; days are those of publication, on the article's own clock."""
    view = REPORTED_FIGURES
    first, end = filters.first_day, filters.end
    days = [view.c.published >= first.isoformat()] if first else []
    days += [view.c.published < end.isoformat()] if end else []
    return select(view.c.id).where(*conditions("figures", _without_days(filters)), *days)


def _without_days(filters: Filters) -> Filters:
    """A toll is asked for by the days of its publications, and so the days of the harm do not count."""
    return replace(filters, first_day=None, last_day=None)


def _choice(row: int, name: str, written: str | None, claims: int) -> Choice:
    toll = read_toll(name)
    return Choice(row, toll, written or toll.subject.place, claims)
