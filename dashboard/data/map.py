"""The places of the map, and what is told of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal

import streamlit as st
from sqlalchemy import FromClause, Select, func, select

from dashboard.address import Filters
from dashboard.data.opened import database, version
from dashboard.data.pages import Page, page_of_view
from dashboard.map.clusters import Spot
from timeline.store.asking.between import earliest_first, told_once
from timeline.store.asking.filtered import snapshot
from timeline.store.asking.filters import conditions
from timeline.store.models import EVENT, FIGURE, PLACE
from timeline.store.views.rows import REPORTED_FIGURES, TIMELINE_EVENTS, EventRow, FigureRow

Counted = Literal["events", "figures"]


@dataclass(frozen=True, slots=True)
class Placed:
    """The places that are on a map, and how many of what is counted have none that is."""

    spots: tuple[Spot, ...]
    elsewhere: int


def placed(filters: Filters, counted: Counted) -> Placed:
    """Every place of the gazetteer that has some of what is counted, those with most first."""
    return _placed(filters, counted, version())


@st.cache_resource(show_spinner=False, max_entries=32)
def _placed(filters: Filters, counted: Counted, at: str) -> Placed:
    """Remembered for as long as the database is as it was `at` that version."""
    with snapshot(database()) as connection:
        counts = {
            what: {row.gazetteer_id or "": row.n for row in connection.execute(query)}
            for what, query in {"events": _events(filters), "figures": _figures(filters)}.items()
        }
        places = {row.gazetteer_id: row for row in connection.execute(_places())}
    of_each = ((places[place], place, number) for place, number in counts[counted].items() if place in places)
    spots = [_spot(row, {what: found.get(place, 0) for what, found in counts.items()}, n) for row, place, n in of_each]
    elsewhere = sum(counts[counted].values()) - sum(spot.count for spot in spots)
    return Placed(tuple(sorted(spots, key=lambda spot: (-spot.count, spot.id))), elsewhere)


def events_at(places: Collection[str], filters: Filters, number: int = 1) -> Page[EventRow]:
    """One page of the events at those places of the gazetteer."""
    view = TIMELINE_EVENTS
    where = [told_once(view), view.c.gazetteer_id.in_(places), *conditions("events", filters)]
    return page_of_view(view, EventRow, where, earliest_first(view), number)


def figures_at(places: Collection[str], filters: Filters, number: int = 1) -> Page[FigureRow]:
    """One page of the figures of those who were harmed at those places."""
    view = REPORTED_FIGURES
    of_places = (PLACE.c.gazetteer_id.in_(places), *conditions("figures", filters))
    there = select(view.c.id).select_from(_with_places()).where(*of_places)
    return page_of_view(view, FigureRow, [told_once(view), view.c.id.in_(there)], earliest_first(view), number)


def _events(filters: Filters) -> Select[Any]:
    """How many at each place; those without one are together under none."""
    view = TIMELINE_EVENTS
    where = (told_once(view), *conditions("events", filters))
    return select(view.c.gazetteer_id, func.count().label("n")).where(*where).group_by(view.c.gazetteer_id)


def _figures(filters: Filters) -> Select[Any]:
    """The same of figures."""
    where = (told_once(REPORTED_FIGURES), *conditions("figures", filters))
    query = select(PLACE.c.gazetteer_id, func.count().label("n")).select_from(_with_places()).where(*where)
    return query.group_by(PLACE.c.gazetteer_id)


def _with_places() -> FromClause:
    """Figures with their places: their own, else that of their event, as the view has it."""
    view = REPORTED_FIGURES
    return (
        view.join(FIGURE, FIGURE.c.id == view.c.id)
        .outerjoin(EVENT, EVENT.c.id == view.c.event_id)
        .outerjoin(PLACE, PLACE.c.id == func.coalesce(FIGURE.c.place_id, EVENT.c.place_id))
    )


def _places() -> Select[Any]:
    """Each place of the gazetteer once, although articles write its name in several ways."""
    names = ("location", "geo_precision", "country", "latitude", "longitude")
    columns = [func.max(PLACE.c[name]).label(name) for name in names]
    known = PLACE.c.gazetteer_id != ""
    return (
        select(PLACE.c.gazetteer_id, *columns)
        .where(known, PLACE.c.latitude.is_not(None))
        .group_by(PLACE.c.gazetteer_id)
    )


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
