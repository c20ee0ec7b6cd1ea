"""Degrees -> the plane of the map, in Mercator's projection: `x` and `y` in radians, `y` upwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan, degrees, exp, log, pi, radians, tan

WORLD = 2 * pi  # the width of the whole plane
FARTHEST = 85.0  # degrees: the poles are infinitely far away
AWAY = 1 / 20  # of the weight, at each end
AIR = 1.25  # of a view around what it shows
NARROWEST = radians(1.2)  # a single place is shown with what lies around it


@dataclass(frozen=True, slots=True)
class View:
    """What a map shows at first: its middle, and how much must be in sight on either axis."""

    x: float
    y: float
    width: float
    height: float


def plane(latitude: float, longitude: float) -> tuple[float, float]:
    """(33.9, 35.5) -> (0.62, 0.63)."""
    inside = max(-FARTHEST, min(FARTHEST, latitude))
    return radians(longitude), log(tan(pi / 4 + radians(inside) / 2))


def degrees_of(x: float, y: float) -> tuple[float, float]:
    """The latitude and the longitude of a point of the plane."""
    return degrees(2 * atan(exp(y)) - pi / 2), degrees(x)


def view_of(points: Sequence[tuple[float, float]], weights: Sequence[int]) -> View:
    """The view of the points of the plane (at least one) by their weights, with some air around them.

    A capital far away that one meeting was held in would squeeze all others together: of the whole weight a twentieth
    at either end of an axis may lie outside.
    """
    west, east = _most([x for x, _ in points], weights)
    south, north = _most([y for _, y in points], weights)
    width, height = (max(NARROWEST, length * AIR) for length in (east - west, north - south))
    return View((west + east) / 2, (south + north) / 2, min(width, WORLD), min(height, WORLD))


def _most(places: Sequence[float], weights: Sequence[int]) -> tuple[float, float]:
    """The ends between which nine tenths of the weight lie, or more."""
    spare, ordered = sum(weights) * AWAY, sorted(zip(places, weights, strict=True))
    return _end(ordered, spare), _end(ordered[::-1], spare)


def _end(weights: Sequence[tuple[float, int]], spare: float) -> float:
    passed = 0
    for place, weight in weights:
        passed += weight
        if passed > spare:
            return place
    return weights[-1][0]
