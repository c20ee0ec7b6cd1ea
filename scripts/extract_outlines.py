"""Rewrites dashboard/map/outlines.json, the countries of the map: python scripts/extract_outlines.py countries-10m.json

The argument is a file of the npm package world-atlas (`npm pack world-atlas`), which holds Natural Earth's countries at
1:10 million as TopoJSON. Natural Earth is in the public domain. Borders are what it takes them to be on the ground.

Every border is thinned once, as one line, so that neighbours still meet: finely around the Arab countries, coarsely
elsewhere, where only the capitals matter. A country keeps its ISO 3166 code as `id`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from babel.core import get_global

TARGET = Path(__file__).parents[1] / "dashboard/map/outlines.json"
NEAR = (-19.0, -13.0, 64.0, 43.0)  # west, south, east, north: from the Comoros to Tehran
SMALL = (34.0, 29.0, 37.0, 35.0)  # the Levant, where countries are small and one looks closely
FINEST, FINE, COARSE = 0.003, 0.015, 0.4  # degrees that a border may be off
SMALLEST = {True: 0.002, False: 0.08}  # square degrees below which an island is left out, near and elsewhere
GRID = 500  # steps a degree
LEFT_OUT = {"AQ"}  # nothing happens there, and Mercator has no room for it

Point = tuple[float, float]


def main(source: Path) -> None:
    atlas = json.loads(source.read_text(encoding="utf-8"))
    arcs = [thinned(arc) for arc in decoded(atlas)]
    countries = [country for one in atlas["objects"]["countries"]["geometries"] if (country := outline(one, arcs))]
    used = sorted({number for each in countries for number in numbers(each["arcs"])})
    renamed = {old: new for new, old in enumerate(used)}
    for each in countries:
        each["arcs"] = renumbered(each["arcs"], renamed)
    written = {
        "type": "Topology",
        "transform": {"scale": [1 / GRID, 1 / GRID], "translate": [0, 0]},
        "objects": {"countries": {"type": "GeometryCollection", "geometries": countries}},
        "arcs": [steps(arcs[number]) for number in used],
    }
    TARGET.write_text(json.dumps(written, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(countries)} countries, {len(used)} lines, {TARGET.stat().st_size:,} bytes")


def decoded(atlas: dict[str, Any]) -> Iterator[list[Point]]:
    """The lines of the atlas in degrees: it has them as steps on a grid."""
    (width, height), (west, south) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    for arc in atlas["arcs"]:
        x = y = 0
        line: list[Point] = []
        for east, north in arc:
            x, y = x + east, y + north
            line.append((x * width + west, y * height + south))
        yield line


def thinned(line: list[Point]) -> list[Point]:
    """The line without the points that lie nearly on it; the ends stay, and so does a ring a ring."""
    tolerance = FINEST if is_in(SMALL, line) else FINE if is_in(NEAR, line) else COARSE
    if line[0] != line[-1]:
        return simplified(line, tolerance)
    far = max(range(len(line)), key=lambda number: distance(line[number], line[0], line[0]))
    return [*simplified(line[: far + 1], tolerance)[:-1], *simplified(line[far:], tolerance)]


def simplified(line: Sequence[Point], tolerance: float) -> list[Point]:
    """Douglas and Peucker's algorithm."""
    if len(line) < 3:
        return list(line)
    off, at = max((distance(point, line[0], line[-1]), number) for number, point in enumerate(line[1:-1], 1))
    if off <= tolerance:
        return [line[0], line[-1]]
    return [*simplified(line[: at + 1], tolerance)[:-1], *simplified(line[at:], tolerance)]


def distance(point: Point, begin: Point, end: Point) -> float:
    """From the point to the line between the ends."""
    (x, y), (x1, y1), (x2, y2) = point, begin, end
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = max(0.0, min(1.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)) if length else 0.0
    return float(((x - x1 - along * (x2 - x1)) ** 2 + (y - y1 - along * (y2 - y1)) ** 2) ** 0.5)


def is_in(box: tuple[float, float, float, float], line: Sequence[Point]) -> bool:
    """Whether any of the line is."""
    west, south, east, north = box
    return any(west <= x <= east and south <= y <= north for x, y in line)


def outline(country: dict[str, Any], arcs: Sequence[list[Point]]) -> dict[str, Any] | None:
    """The country as a MultiPolygon without its smallest islands; None where nothing is left."""
    code = iso_code(country.get("id"))
    given = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    polygons = [rings for rings in given if is_seen(points_of(rings[0], arcs))]
    if not polygons or code in LEFT_OUT:
        return None
    return {"type": "MultiPolygon", "id": code, "arcs": polygons}


def iso_code(number: str | None) -> str | None:
    """ "275" -> "PS"; None for what has no code of its own."""
    known: list[str] = get_global("territory_aliases").get(number or "", [])
    return known[0] if known else None


def points_of(ring: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    """A negative number is the line of its complement, backwards."""
    return [point for number in ring for point in (arcs[number] if number >= 0 else arcs[~number][::-1])]


def is_seen(ring: Sequence[Point]) -> bool:
    twice = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True))
    return abs(twice) / 2 > SMALLEST[is_in(NEAR, ring)]


def numbers(arcs: Any) -> Iterator[int]:
    """The lines of a polygon, however deep they are nested."""
    if isinstance(arcs, int):
        yield arcs if arcs >= 0 else ~arcs
    else:
        for each in arcs:
            yield from numbers(each)


def renumbered(arcs: Any, names: dict[int, int]) -> Any:
    if isinstance(arcs, int):
        return names[arcs] if arcs >= 0 else ~names[~arcs]
    return [renumbered(each, names) for each in arcs]


def steps(line: Sequence[Point]) -> list[list[int]]:
    """The line on our grid, each point as its step from the one before it."""
    points = [(round(x * GRID), round(y * GRID)) for x, y in line]
    before = [(0, 0), *points]
    return [[x - x0, y - y0] for (x, y), (x0, y0) in zip(points, before, strict=False)]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
