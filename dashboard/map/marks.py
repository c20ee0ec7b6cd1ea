"""Clusters as the data of the map: one record a mark. To Vega all of it is data, none of it code or HTML."""

from __future__ import annotations

from typing import Any

from dashboard.i18n import Words
from dashboard.map.clusters import Cluster
from dashboard.map.names import LONGEST
from dashboard.wording import arabic, left_to_right

AREA_IS_LARGER = 260  # square pixels more, so that an area is not taken for a point


def mark(cluster: Cluster, words: Words) -> dict[str, Any]:
    """What the map draws, says on hover, and answers to a click."""
    place, others = cluster.name, len(cluster.spots) - 1
    events, figures = (sum(getattr(spot, what) for spot in cluster.spots) for what in ("events", "figures"))
    is_point = place.shape == "point"
    return {
        "spot": cluster.id,  # an outline has an `id`, and is no mark
        "first": cluster.first,
        "last": cluster.last,
        "longitude": place.longitude,
        "latitude": place.latitude,
        "precision": place.precision,
        "count": cluster.count,
        "more": 0 if is_point else AREA_IS_LARGER,
        "label": arabic(f"{_short(place.name)} {left_to_right(f'+{others}')}" if others else _short(place.name)),
        "name_said": arabic(place.name),
        "precision_said": words.name("precision", place.precision),
        "country_said": words.category((place.country or "").lower()),
        "events_said": words.number(events),
        "figures_said": words.number(figures),
        "told_said": words.listed((words.counted("map_events", events), words.counted("figures", figures))),
        "places_said": words.number(len(cluster.spots)),
    }


def _short(name: str) -> str:
    """A name with room beside it for the number of others."""
    most = LONGEST - 6
    return name if len(name) <= most else f"{name[: most - 1]}…"
