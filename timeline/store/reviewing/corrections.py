"""Which columns can a person correct, and to what?"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any, get_args

from sqlalchemy import Connection, Row, Table, select

from timeline.store.models import DOCUMENT, EVENT, FIGURE, PLACE, TIME
from timeline.store.storable import LARGEST, Columns, clean, local, utc
from timeline.store.writing.places import places_to_ids
from timeline.told import Told, told
from timeline.values import Kind, Mod, Qualifier, Scope, Signal, Status, TimexType

ITEMS: dict[str, Table] = {"time": TIME, "event": EVENT, "figure": FIGURE}
Value = str | int | None


class ReviewProblem(Exception):
    """The review was not written; the message is one line that says why."""


def _one_of(names: object) -> Callable[[str], str]:
    def read(given: str) -> str:
        if given not in get_args(names):
            raise ValueError(f"one of {', '.join(get_args(names))}")
        return given

    return read


def _count(given: str) -> int:
    if not given.isdecimal() or int(given) > LARGEST:
        raise ValueError(told("no_count", "a whole number"))
    return int(given)


def _moment(given: str) -> str:
    try:
        return local(datetime.fromisoformat(given))
    except ValueError:
        raise ValueError(told("no_moment", "a local time such as 2023-05-09 or 2023-05-09T03:00")) from None


def _name(given: str) -> str:
    if not re.fullmatch(r"[a-z]+(_[a-z]+)*", given):
        raise ValueError("a type of docs/reading.md, such as air_strike")
    return given


# What each column takes; those in _MAY_BE_EMPTY also nothing, which makes them NULL.
READ: dict[str, dict[str, Callable[[str], Value]]] = {
    "time": {
        "type": _one_of(TimexType),
        "value": clean,
        "mod": _one_of(Mod),
        "signal": _one_of(Signal),
        "begin": _moment,
        "end_time": _moment,
    },
    "event": {"type": _name, "status": _one_of(Status), "place": clean},
    "figure": {
        "kind": _one_of(Kind),
        "low": _count,
        "high": _count,
        "qualifier": _one_of(Qualifier),
        "scope": _one_of(Scope),
        "source": clean,
    },
}
_PAIRS = (("low", "high"), ("begin", "end_time"))
_MAY_BE_EMPTY = {"mod", "signal", "begin", "end_time", "place", "high", "source"}


def checked(item: str, changes: dict[str, str], current: Columns) -> dict[str, Value]:
    """The corrections as the columns take them. Raises `ReviewProblem`."""
    after = {name: _read(item, name, given) for name, given in changes.items()}
    corrected = current | after
    # Bounds are corrected together: whatever is read there later, the one fits the other.
    after |= {name: corrected[name] for pair in _PAIRS if not after.keys().isdisjoint(pair) for name in pair}
    if item == "figure" and corrected["high"] is not None and corrected["high"] < corrected["low"]:
        line = "a figure cannot count from {low} to {high}: give low and high"
        raise ReviewProblem(told("low_above_high", line, low=corrected["low"], high=corrected["high"]))
    begin, end = corrected.get("begin"), corrected.get("end_time")
    if begin and end and end < begin:
        line = "a time cannot end ({end}) before it begins ({begin}): give begin and end_time"
        raise ReviewProblem(told("end_before_begin", line, end=end, begin=begin))
    return after


def _read(item: str, name: str, given: str) -> Value:
    if name not in READ[item]:
        raise ReviewProblem(f"{name} of a {item} cannot be corrected, only {', '.join(READ[item])}")
    if not given:
        if name in _MAY_BE_EMPTY:
            return None
        raise ReviewProblem(told("cannot_be_empty", "{column} cannot be empty", column=name))
    try:
        return READ[item][name](given)
    except ValueError as error:
        line, takes = "{column} cannot be {given!r}: it takes {takes}", str(error)
        code = takes.code if isinstance(takes, Told) else ""
        raise ReviewProblem(told(code, line, column=name, given=given, takes=takes)) from error


def shown(connection: Connection, item: str, row: Row[Any]) -> Columns:
    """The columns that can be corrected, as they are now; a place by its name."""
    current = {name: row._mapping[name] for name in READ[item] if name != "place"}
    if item == "event":
        current["place"] = connection.scalar(select(PLACE.c.name).where(PLACE.c.id == row.place_id))
    return current


def as_columns(connection: Connection, item: str, row: Row[Any], machine: Columns, changes: Columns) -> Columns:
    """What the machine had read, and over it what a person changed, as columns of the table."""
    columns = machine | changes
    if "place" in columns:
        name = columns.pop("place")
        columns["place_id"] = _named_place(connection, name)
    if item == "time":
        columns |= _instants(connection, row, machine, changes)
    return columns


def instants_read(row: Row[Any]) -> Columns:
    """The UTC instants of a time as text, to be kept with the bounds that a correction replaces."""
    return {name: row._mapping[name] and row._mapping[name].isoformat() for name in _UTC.values()}


def _instants(connection: Connection, row: Row[Any], machine: Columns, changes: Columns) -> Columns:
    """Those of corrected bounds, with the offset of the article; else those that the machine had read."""
    if "begin" in changes:
        offset = connection.scalar(select(DOCUMENT.c.published_offset).where(DOCUMENT.c.id == row.document_id))
        return {column: _instant(changes[bound], offset) for bound, column in _UTC.items()}
    kept = {column: machine[column] for column in _UTC.values() if column in machine}
    return {column: moment and datetime.fromisoformat(moment) for column, moment in kept.items()}


_UTC = {"begin": "begin_utc", "end_time": "end_utc"}


def _instant(bound: str | None, offset: int | None) -> datetime | None:
    if bound is None or offset is None:
        return None
    return utc(datetime.fromisoformat(bound).replace(tzinfo=timezone(timedelta(minutes=offset))))


def _named_place(connection: Connection, name: str) -> int | None:
    """The place of that name; where the articles name several, none of them: which one is meant, nobody said."""
    if not name:
        return None
    known = connection.scalars(select(PLACE.c.id).where(PLACE.c.name == name, PLACE.c.gazetteer_id != "")).all()
    return known[0] if len(known) == 1 else places_to_ids(connection, [{"name": name, "gazetteer_id": ""}])[name, ""]
