"""The tolls to choose from, and one of them with everything that bears on it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Select, func, select

from dashboard.address import Filters
from dashboard.data.opened import database
from timeline.store.filtered import snapshot
from timeline.store.filters import Condition, conditions
from timeline.store.models import DOCUMENT, FIGURE, SOURCE, TOLL
from timeline.store.tolls import claims_around
from timeline.store.views import REPORTED_FIGURES, FigureRow
from timeline.tolls import Reconciled, reconcile
from timeline.tolls.identity import Toll, read_toll

MOST_CHOICES = 500  # places, or tolls of one place, that a list offers


@dataclass(frozen=True, slots=True)
class Choice:
    """A toll by its row; `place` is as the articles write it, `claims` how many of its claims the filters leave."""

    id: int
    toll: Toll
    place: str
    claims: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where there are tolls: in the one spelling that they are known by, and as the articles write it."""

    place: str
    written: str
    claims: int


def kinds(filters: Filters) -> list[str]:
    """What is counted, the most told of first."""
    told = _told(filters).subquery()
    total = func.sum(told.c.claims)
    query = select(TOLL.c.kind).join(told, told.c.id == TOLL.c.id).group_by(TOLL.c.kind).order_by(total.desc(), TOLL.c.kind)
    with snapshot(database()) as connection:
        return list(connection.scalars(query))


def places(filters: Filters, kind: str) -> list[Place]:
    """Where people of that kind are counted, the most told of first."""
    told = _told(filters, TOLL.c.kind == kind).subquery()
    written, total = func.coalesce(func.max(told.c.written), TOLL.c.place), func.sum(told.c.claims).label("total")
    query = select(TOLL.c.place, written, total).join(told, told.c.id == TOLL.c.id).group_by(TOLL.c.place)
    with snapshot(database()) as connection:
        ordered = query.order_by(total.desc(), TOLL.c.place).limit(MOST_CHOICES)
        return [Place(*row) for row in connection.execute(ordered)]


def choices(filters: Filters, kind: str, place: str) -> list[Choice]:
    """The tolls of a kind and place, the most told of first."""
    query = _told(filters, TOLL.c.kind == kind, TOLL.c.place == place)
    return _choices(query.order_by(func.count().desc(), TOLL.c.name).limit(MOST_CHOICES))


def choice(filters: Filters, toll: int) -> Choice | None:
    """A toll by its row; None where the filters leave no claim about it."""
    return next(iter(_choices(_told(filters, TOLL.c.id == toll))), None)


def first_choice(filters: Filters) -> Choice | None:
    """The running total that most is told of, or else the toll; None where there is no toll at all."""
    ordered = _told(filters).order_by((TOLL.c.basis == "running").desc(), func.count().desc(), TOLL.c.name)
    return next(iter(_choices(ordered.limit(1))), None)


def reconciled(toll: int) -> Reconciled:
    """The toll and all that bears on it, in order and checked."""
    return reconcile(claims_around(database(), toll))


def left(toll: int, filters: Filters) -> set[int] | None:
    """The claims about a toll that the filters leave, but for the days; None where they leave all."""
    others = _without_days(filters)
    if others == Filters():
        return None
    view = REPORTED_FIGURES
    query = select(view.c.id).join(FIGURE, FIGURE.c.id == view.c.id).where(*conditions("figures", others))
    with snapshot(database()) as connection:
        return set(connection.scalars(query.where(FIGURE.c.toll_id == toll)))


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


def _told(filters: Filters, *where: Condition) -> Select[Any]:
    """The tolls of which the filters leave any claim, with how many; days are those of publication."""
    view = REPORTED_FIGURES
    days = [func.substr(view.c.published, 1, 10) >= filters.first_day.isoformat()] if filters.first_day else []
    days += [func.substr(view.c.published, 1, 10) <= filters.last_day.isoformat()] if filters.last_day else []
    joined = view.join(FIGURE, FIGURE.c.id == view.c.id).join(TOLL, TOLL.c.id == FIGURE.c.toll_id)
    columns = (TOLL.c.id, TOLL.c.name, func.max(view.c.place).label("written"), func.count().label("claims"))
    query = select(*columns).select_from(joined).where(*conditions("figures", _without_days(filters)), *days, *where)
    return query.group_by(TOLL.c.id, TOLL.c.name, TOLL.c.basis)


def _without_days(filters: Filters) -> Filters:
    """A toll is asked for by the days of its publications, and so the days of the harm do not count."""
    return replace(filters, first_day=None, last_day=None)


def _choices(query: Select[Any]) -> list[Choice]:
    with snapshot(database()) as connection:
        rows = list(connection.execute(query))
    return [_choice(row.id, read_toll(row.name), row.written, row.claims) for row in rows]


def _choice(row: int, toll: Toll, written: str | None, claims: int) -> Choice:
    return Choice(row, toll, written or toll.subject.place, claims)
