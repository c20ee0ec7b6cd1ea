"""Rows -> JSON Lines: one object a line, its keys the columns of the view, null where nothing is known."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from math import isfinite
from typing import Any, BinaryIO

from timeline.export.about import Request, Tally, moment
from timeline.export.files import as_text
from timeline.store.storable import clean
from timeline.store.views.schema import TABLES


def write(rows: Iterable[Any], stream: BinaryIO, request: Request, tally: Tally) -> None:
    """Arabic stands as Arabic, instants as "2023-05-09T00:00:00Z"."""
    names = [column.name for column in TABLES[request.what].columns]
    with as_text(stream) as text:
        for row in tally.of(rows):
            text.write(json.dumps(as_object(row, names), ensure_ascii=False) + "\n")


def as_object(row: object, names: Iterable[str]) -> dict[str, Any]:
    """The named attributes of a row, as JSON holds them."""
    return {name: _plain(getattr(row, name)) for name in names}


def _plain(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, float) and not isfinite(value):
        return None  # JSON has no word for it
    return moment(value) if isinstance(value, datetime) else value
