"""Places near each other are one mark until one zooms in. Which are, at every zoom, is worked out here once.

A zoom is a whole number: at zoom z the map is as wide as the world's 2**z-th part. What lies closer together than a
thumb is wide is merged, the smaller into the larger, and only places of one precision: the city of Gaza is a point in
the Strip, and the Strip is not in the city.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from dashboard.map.mercator import WORLD, plane

DEEPEST = 13  # a map five kilometres wide
APART = 0.055  # of the map's width: what is nearer is merged
SAME = 1e-5  # radians, some sixty metres: two places so near are one however far one zooms in
POINTS = ("exact", "city")  # of one kind on the map; a division, a region or a country is an area


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer and what is placed there. Degrees are WGS 84; its mark is as large as `count`."""

    id: str
    name: str
    precision: str
    country: str | None
    latitude: float
    longitude: float
    events: int = 0
    figures: int = 0
    count: int = 0

    @property
    def at(self) -> tuple[float, float]:
        return plane(self.latitude, self.longitude)

    @property
    def shape(self) -> str:
        """Precisions that may be merged have the same."""
        return "point" if self.precision in POINTS else self.precision


@dataclass(slots=True)
class Cluster:
    """Spots that are one mark at the zooms from `first` to `last`; the largest comes first and names it."""

    spots: tuple[Spot, ...]
    first: int = DEEPEST
    last: int = DEEPEST

    @property
    def name(self) -> Spot:
        return self.spots[0]

    @property
    def count(self) -> int:
        return sum(spot.count for spot in self.spots)

    @property
    def id(self) -> str:
        """Known again in a link: its largest place, and a zoom at which it is one mark."""
        return f"{self.name.id}@{self.first}"


def clusters(spots: Iterable[Spot]) -> list[Cluster]:
    """The marks of every zoom, largest first. Each spot is in exactly one of those of a zoom."""
    now = _merged([Cluster((spot,)) for spot in spots], DEEPEST, SAME)
    found = list(now)
    for zoom in range(DEEPEST - 1, -1, -1):
        before = {id(cluster) for cluster in now}
        now = _merged(now, zoom, APART * WORLD / 2**zoom)
        found += [cluster for cluster in now if id(cluster) not in before]
    return sorted(found, key=lambda cluster: (-cluster.count, cluster.id))


def cluster_named(name: str, among: Iterable[Cluster]) -> Cluster | None:
    """The one with that `id`, also by another zoom at which it is the same; `geonames:281133` is that place alone."""
    place, at, zoom = name.partition("@")
    if not at:
        spot = next((spot for each in among for spot in each.spots if spot.id == place), None)
        return Cluster((spot,)) if spot else None
    known = zoom.isascii() and zoom.isdigit() and len(zoom) < 3
    return next(
        (each for each in among if known and each.name.id == place and each.first <= int(zoom) <= each.last), None
    )


def _largest_first(spot: Spot) -> tuple[int, str]:
    return -spot.count, spot.id


def _merged(there: Sequence[Cluster], zoom: int, radius: float) -> list[Cluster]:
    """What `there` is at a zoom farther out. A cluster that stays as it is is the same object, seen from farther."""
    nearby: dict[tuple[str, int, int], list[int]] = {}
    groups: list[list[Cluster]] = []
    for cluster in sorted(there, key=lambda one: _largest_first(one.name)):  # who is a centre names the mark, and stays
        x, y = cluster.name.at
        cell, shape = (int(x // radius), int(y // radius)), cluster.name.shape
        there_already = _around(nearby, shape, cell)
        centre = next((number for number in there_already if _near(groups[number][0], cluster, radius)), None)
        if centre is None:
            nearby.setdefault((shape, *cell), []).append(len(groups))
            groups.append([cluster])
        else:
            groups[centre].append(cluster)
    return [_one(group, zoom) for group in groups]


def _around(nearby: dict[tuple[str, int, int], list[int]], shape: str, cell: tuple[int, int]) -> list[int]:
    """The groups whose centres lie in the cell or one that touches it, the largest first."""
    steps = product((-1, 0, 1), repeat=2)
    return sorted(number for x, y in steps for number in nearby.get((shape, cell[0] + x, cell[1] + y), ()))


def _near(centre: Cluster, cluster: Cluster, radius: float) -> bool:
    (x1, y1), (x2, y2) = centre.name.at, cluster.name.at
    return (x1 - x2) ** 2 + (y1 - y2) ** 2 <= radius**2


def _one(group: Sequence[Cluster], zoom: int) -> Cluster:
    if len(group) == 1:
        group[0].first = zoom
        return group[0]
    spots = sorted((spot for cluster in group for spot in cluster.spots), key=_largest_first)
    return Cluster(tuple(spots), zoom, zoom)
