"""The places of the map, and what is told of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Literal

from sqlalchemy import ColumnElement, FromClause, Select, func, select

from dashboard.address import Filters
from dashboard.data.opened import database
from dashboard.data.pages import Page, page_of_view
from dashboard.map.clusters import Spot
from timeline.store.between import earliest_first, told_once
from timeline.store.filtered import snapshot
from timeline.store.filters import conditions
from timeline.store.models import EVENT, FIGURE, PLACE
from timeline.store.views import REPORTED_FIGURES, TIMELINE_EVENTS, EventRow, FigureRow

Counted = Literal["events", "figures"]


def spots(filters: Filters, counted: Counted) -> list[Spot]:
    """Every place that is on a map and has some of what is counted."""
    with snapshot(database()) as connection:
        counts = {
            what: {row.gazetteer_id: row.n for row in connection.execute(query)}
            for what, query in {"events": _events(filters), "figures": _figures(filters)}.items()
        }
        places = {row.gazetteer_id: row for row in connection.execute(_places())}
    return [
        _spot(places[place], {what: found.get(place, 0) for what, found in counts.items()}, number)
        for place, number in counts[counted].items()
        if place in places
    ]


def off_the_map(filters: Filters, counted: Counted) -> int:
    """How many there are without a place that could be drawn."""
    view = TIMELINE_EVENTS if counted == "events" else REPORTED_FIGURES
    query = select(func.count()).select_from(view).where(told_once(view), *conditions(counted, filters))
    with snapshot(database()) as connection:
        total = connection.scalar(query) or 0
        drawn = _events(filters) if counted == "events" else _figures(filters)
        return total - (connection.scalar(select(func.sum(drawn.subquery().c.n))) or 0)


def events_at(places: Collection[str], filters: Filters, number: int = 1) -> Page[EventRow]:
    """One page of the events at those places of the gazetteer."""
    view = TIMELINE_EVENTS
    where = [told_once(view), view.c.gazetteer_id.in_(places), *conditions("events", filters)]
    return page_of_view(view, EventRow, where, earliest_first(view), number)


def figures_at(places: Collection[str], filters: Filters, number: int = 1) -> Page[FigureRow]:
    """One page of the figures of those who were harmed at those places."""
    view = REPORTED_FIGURES
    there = _placed(select(view.c.id)).where(PLACE.c.gazetteer_id.in_(places), *conditions("figures", filters))
    return page_of_view(view, FigureRow, [told_once(view), view.c.id.in_(there)], earliest_first(view), number)


def _events(filters: Filters) -> Select[Any]:
    view = TIMELINE_EVENTS
    where: Sequence[ColumnElement[bool]] = [
        told_once(view),
        view.c.gazetteer_id.is_not(None),
        *conditions("events", filters),
    ]
    return select(view.c.gazetteer_id, func.count().label("n")).where(*where).group_by(view.c.gazetteer_id)


def _figures(filters: Filters) -> Select[Any]:
    view = REPORTED_FIGURES
    query = _placed(select(PLACE.c.gazetteer_id, func.count().label("n")))
    return query.where(told_once(view), *conditions("figures", filters)).group_by(PLACE.c.gazetteer_id)


def _placed(query: Select[Any]) -> Select[Any]:
    """Figures with their places: their own, else that of their event, as the view has it."""
    view = REPORTED_FIGURES
    joined: FromClause = (
        view.join(FIGURE, FIGURE.c.id == view.c.id)
        .outerjoin(EVENT, EVENT.c.id == view.c.event_id)
        .join(PLACE, PLACE.c.id == func.coalesce(FIGURE.c.place_id, EVENT.c.place_id))
    )
    return query.select_from(joined).where(PLACE.c.gazetteer_id != "")


def _places() -> Select[Any]:
    """Each place of the gazetteer once, although articles write its name in several ways."""
    names = ("location", "geo_precision", "country", "latitude", "longitude")
    columns = [func.max(PLACE.c[name]).label(name) for name in names]
    known = PLACE.c.gazetteer_id != ""
    return select(PLACE.c.gazetteer_id, *columns).where(known, PLACE.c.latitude.is_not(None)).group_by(PLACE.c.gazetteer_id)


def _spot(place: Any, counts: dict[str, int], number: int) -> Spot:
    return Spot(
        place.gazetteer_id,
        place.location,
        place.geo_precision,
        place.country,
        place.latitude,
        place.longitude,
        counts["events"],
        counts["figures"],
        number,
    )
