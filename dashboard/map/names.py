"""Which names are written on the map, at which zoom: larger marks first, and none over another one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from dashboard.map.clusters import Cluster
from dashboard.map.mercator import WORLD

PIXELS = 820  # the width of the map that the names are laid out for
LETTER, LINE = 7.0, 17.0  # pixels
BELOW = 16.0  # pixels from a mark to the middle of its name
LONGEST = 24  # letters; what is longer is cut before it comes here
CELL = (LONGEST * LETTER, LINE)  # no name is larger, so that it meets only those of its own cell and those around it


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a name takes, in pixels of its zoom."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: Box) -> bool:
        apart = self.east < other.west or other.east < self.west or self.north < other.south or other.north < self.south
        return not apart


class _Taken:
    """The names that are there already, by zoom and cell."""

    def __init__(self) -> None:
        self._boxes: dict[tuple[int, int, int], list[Box]] = defaultdict(list)

    def take(self, zoom: int, box: Box) -> bool:
        """Whether the room was free, and is now taken."""
        x, y = int(box.west // CELL[0]), int(box.south // CELL[1])
        around = ((zoom, x + dx, y + dy) for dx, dy in product((-1, 0, 1), repeat=2))
        if any(box.meets(other) for cell in around for other in self._boxes.get(cell, ())):
            return False
        self._boxes[zoom, x, y].append(box)
        return True


def written(clusters: Iterable[Cluster], labels: Mapping[str, str]) -> dict[str, list[int]]:
    """The zooms at which each cluster (by its id, largest first) has its name beside it."""
    taken = _Taken()
    return {cluster.id: list(_free(cluster, len(labels[cluster.id]), taken)) for cluster in clusters}


def _free(cluster: Cluster, length: int, taken: _Taken) -> Iterator[int]:
    for zoom in range(cluster.first, cluster.last + 1):
        if taken.take(zoom, _box(cluster, length, zoom)):
            yield zoom


def _box(cluster: Cluster, length: int, zoom: int) -> Box:
    x, y = (place * PIXELS * 2**zoom / WORLD for place in cluster.name.at)
    half, middle = min(length, LONGEST) * LETTER / 2, y - BELOW
    return Box(x - half, middle - LINE / 2, x + half, middle + LINE / 2)
