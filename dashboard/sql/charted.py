"""A chart of an answer that has numbers, in plain Altair: columns by name, or a line over days or months."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from timeline.sql import Result

MOST = 500  # marks; nobody tells more columns apart
_NAMED = 40  # of fewer, each has its name below it
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d([T ]\d\d:\d\d.*)?)?)?")
_COLOUR = "#0072b2"
_NO_COUNTS = set("id toll part_of copy_of supersedes start end latitude longitude".split())


@dataclass(frozen=True, slots=True)
class Drawable:
    """Which columns of an answer are numbers (`values`), and which can be what these stand over (`names`)."""

    names: tuple[str, ...]
    values: tuple[str, ...]


def drawable(result: Result) -> Drawable | None:
    """None where nothing can be drawn: no row, no number, or nothing beside the number. Of two columns that have one
    name the first is meant."""
    columns = tuple(dict.fromkeys(result.columns))
    values = tuple(name for name in columns if _is_counted(name) and _is_numeric(_column(result, name)))
    if not values or len(columns) < 2:
        return None
    return Drawable(tuple(sorted(columns, key=lambda name: name in values)), values)


def chart(result: Result, name: str, value: str) -> dict[str, Any]:
    """The specification for at most `MOST` rows; the columns are called x and y in it, whatever they are called."""
    names, values = _column(result, name)[:MOST], _column(result, value)[:MOST]
    rows = [{"x": _text(x), "y": y} for x, y in zip(names, values, strict=True) if y is not None]
    drawn = alt.Chart(alt.InlineData(rows), height=320)
    over_time = _is_over_time(names)
    mark = drawn.mark_line(point=True, color=_COLOUR) if over_time else drawn.mark_bar(color=_COLOUR)
    few = len(rows) <= _NAMED
    axis = alt.Axis(labelLimit=220, labelAngle=-40 if len(rows) > 6 else 0, labelOverlap=not few)
    x = alt.X("x:O" if over_time else "x:N", title=name, sort=None, axis=axis)
    encoded = mark.encode(x=x, y=alt.Y("y:Q", title=value), tooltip=[_tip("x:N", name), _tip("y:Q", value)])
    specification: dict[str, Any] = encoded.to_dict()
    return specification


def _tip(field: str, title: str) -> alt.Tooltip:
    return alt.Tooltip(field, title=title)


def _column(result: Result, name: str) -> list[Any]:
    place = result.columns.index(name)
    return [row[place] for row in result.rows]


def _is_counted(name: str) -> bool:
    """Whether a sum of the column says anything: the numbers of rows, offsets and coordinates are only written so."""
    return name.lower() not in _NO_COUNTS and not name.lower().endswith("_id")


def _is_numeric(cells: Sequence[Any]) -> bool:
    known = [cell for cell in cells if cell is not None]
    return bool(known) and all(isinstance(cell, int | float) for cell in known)


def _is_over_time(cells: Sequence[Any]) -> bool:
    """Every cell is a year, a month, a day or a moment, and they are in order."""
    texts = [str(cell) for cell in cells if cell is not None]
    return len(texts) > 2 and all(map(_DAY.fullmatch, texts)) and texts == sorted(set(texts))


def _text(cell: Any) -> str:
    return "–" if cell is None else str(cell)[:80]
