"""Queries to begin with: each view has one, and there are some that answer what people ask first."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from timeline.store.views.schema import PUBLIC


@cache
def saved() -> dict[str, str]:
    """Name -> query, in the order of the file."""
    queries = tomllib.loads(Path(__file__).with_name("examples.toml").read_text("utf-8"))
    return {name: query.strip() for name, query in queries.items()}


def of_views() -> dict[str, str]:
    """View -> the query that docs/schema.md shows for it."""
    return {table.view.name: table.example for table in PUBLIC.values()}
