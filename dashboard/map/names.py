"""Which names are written on the map, at which zoom: larger marks first, and none over another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.map.clusters import DEEPEST, Cluster
from dashboard.map.mercator import WORLD

PIXELS = 820  # the width of the map that the names are laid out for
LETTER, LINE = 7.0, 17.0  # pixels
BELOW = 16.0  # pixels from a mark to the middle of its name


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a name takes, in the plane of the map."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: Box) -> bool:
        apart = self.east < other.west or other.east < self.west or self.north < other.south or other.north < self.south
        return not apart


def written(clusters: Iterable[Cluster], labels: dict[str, str]) -> dict[str, list[int]]:
    """The zooms at which each cluster (by its id, largest first) has its name beside it."""
    found: dict[str, list[int]] = {}
    taken: list[list[Box]] = [[] for _ in range(DEEPEST + 1)]
    for cluster in clusters:
        length = len(labels[cluster.id])
        found[cluster.id] = list(_free(cluster, length, taken))
    return found


def _free(cluster: Cluster, length: int, taken: list[list[Box]]) -> Iterator[int]:
    for zoom in range(cluster.first, cluster.last + 1):
        box = _box(cluster, length, zoom)
        if not any(box.meets(other) for other in taken[zoom]):
            taken[zoom].append(box)
            yield zoom


def _box(cluster: Cluster, length: int, zoom: int) -> Box:
    pixel = WORLD / 2**zoom / PIXELS
    x, y = cluster.name.at
    half, middle = length * LETTER / 2 * pixel, y - BELOW * pixel
    return Box(x - half, middle - LINE / 2 * pixel, x + half, middle + LINE / 2 * pixel)
