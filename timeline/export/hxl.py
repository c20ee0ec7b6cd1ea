"""Figures -> HXL, the CSV of the Humanitarian Exchange Language: a row of hashtags under the header.

Each kind of harm has its own pair of columns, `#affected+killed+min` and `+max`, because HXL adds up by hashtag, and
the killed must never be added to the injured. Days are those of the article's own clock, the last one included.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, BinaryIO, get_args

from timeline.export.about import Request, Tally
from timeline.export.csv import write_lines
from timeline.export.days import first_day, last_day
from timeline.export.places import coordinates, country_codes, said_of
from timeline.values import Kind

Cell = Callable[[Any], object]
_THINGS = frozenset({"projectiles", "strikes", "structures"})


@dataclass(frozen=True, slots=True)
class Tagged:
    """A column: its name, its hashtag with attributes, and what it takes from a row."""

    name: str
    tag: str
    cell: Cell
    meaning: str


def _attribute(name: str) -> Cell:
    return lambda row: getattr(row, name)


def _optional(name: str) -> Cell:
    return lambda row: said_of(row, name)


def _longitude(row: object) -> float | None:
    where = coordinates(row)
    return where[0] if where else None


def _latitude(row: object) -> float | None:
    where = coordinates(row)
    return where[1] if where else None


def _count(kind: str, bound: str) -> Cell:
    return lambda row: getattr(row, bound) if row.kind == kind else None


def _counts() -> Iterable[Tagged]:
    for kind in get_args(Kind):
        tag = f"#impact+{kind}" if kind in _THINGS else f"#affected+{kind}"
        yield Tagged(f"{kind}_low", f"{tag}+min", _count(kind, "low"), f"the least number of {kind}, if this is one")
        yield Tagged(f"{kind}_high", f"{tag}+max", _count(kind, "high"), "the most; empty where the count is open")


COLUMNS: tuple[Tagged, ...] = (
    Tagged("id", "#meta+id", _attribute("id"), "number of the figure"),
    Tagged("first_day", "#date+start", first_day, "when the harm began"),
    Tagged("last_day", "#date+end", last_day, "its last day"),
    Tagged("published", "#date+reported", lambda row: row.published and row.published[:10], "day of the article"),
    Tagged("place", "#loc+name", _attribute("place"), "the place of the event, as written"),
    Tagged("country", "#country+code", lambda row: country_codes(said_of(row, "country"))[0], "its ISO 3166 code"),
    Tagged("admin1", "#adm1+name", _optional("admin1"), "its first division"),
    Tagged("latitude", "#geo+lat", _latitude, "in degrees"),
    Tagged("longitude", "#geo+lon", _longitude, "in degrees"),
    Tagged("event", "#event+type", _attribute("event"), "the event that did the harm"),
    *_counts(),
    Tagged("qualifier", "#meta+qualifier", _attribute("qualifier"), "exact, at_least, dozens, …"),
    Tagged("scope", "#meta+scope", _attribute("scope"), "incident, period or cumulative"),
    Tagged("categories", "#group+categories", _attribute("categories"), "who they were"),
    Tagged("part_of", "#meta+id+whole", _attribute("part_of"), "`id` of the figure that this one breaks down"),
    Tagged("source", "#meta+source", _attribute("source"), "who says so, in the article's words"),
    Tagged("outlet", "#meta+outlet", _attribute("outlet"), "who published it"),
    Tagged("url", "#meta+url", _attribute("url"), "where"),
    Tagged("text", "#description+count", _attribute("text"), "the words that count"),
    Tagged("time", "#description+time", _attribute("time"), "the words of the time"),
    Tagged("sentence", "#description+sentence", _attribute("sentence"), "the sentence that says so"),
)


def write(rows: Iterable[Any], stream: BinaryIO, request: Request, tally: Tally) -> None:
    """A header for people, a header of hashtags, then one line for each figure (`LocatedFigure`)."""
    headers = [[column.name for column in COLUMNS], [column.tag for column in COLUMNS]]
    lines = ([column.cell(row) for column in COLUMNS] for row in tally.of(rows))
    write_lines(headers, lines, stream, excel=request.excel)
