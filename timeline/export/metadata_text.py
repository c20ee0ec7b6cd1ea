"""Metadata as pairs of plain text, for formats that have no structure for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def lines_of(metadata: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """("retrieved", "2024-01-01T00:00:00Z"), ("filter: type", "raid, arrest"), ("source: وكالة", "12 rows"), …"""
    for name, value in metadata.items():
        match name:
            case "filters":
                yield from _filters(value)
            case "sources":
                yield from ((f"source: {each['outlet'] or 'not named'}", f"{each['rows']} rows") for each in value)
            case "left_out" | "changed":
                yield from ((f"{name.replace('_', ' ')}: {why}", str(count)) for why, count in value.items())
            case _:
                yield name, str(value)


def _filters(filters: Mapping[str, str | list[str]]) -> Iterator[tuple[str, str]]:
    if not filters:
        yield "filters", "none"
    for name, value in filters.items():
        yield f"filter: {name}", value if isinstance(value, str) else ", ".join(value)
