"""Writes the times, events and figures of documents, and turns their labels into row ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from sqlalchemy import Connection, Table, delete, func, insert, select

from timeline.store.models import CATEGORY, EVENT, FIGURE, TIME
from timeline.store.storable import Columns
from timeline.store.tolls import tolls_to_ids
from timeline.store.writing.bulk import insert_many
from timeline.store.writing.places import PlaceKey, key_of, places_to_ids
from timeline.store.writing.recognise import pieces
from timeline.store.writing.rows import Reading

_NO_TIME: Columns = {"id": None, "begin": None, "end_time": None}


def replace_mentions(connection: Connection, readings: dict[int, Reading]) -> None:
    """Writes what was read in each document (by its row id) in place of what was there; uses the readings' rows up."""
    _delete(connection, list(readings))
    written = list(readings.values())
    figures = [row for reading in written for row in reading.figures]
    tolls = tolls_to_ids(connection, (row["toll"] for row in figures))
    named = chain((row for reading in written for row in reading.events), figures)
    places = places_to_ids(connection, (row["place"] for row in named))
    for table, rows in (
        (TIME, {key: reading.times for key, reading in readings.items()}),
        (EVENT, {key: reading.events for key, reading in readings.items()}),
        (FIGURE, {key: reading.figures for key, reading in readings.items()}),
    ):
        _number(connection, table, rows)
    for reading in written:
        _refer(reading, places, tolls)
    insert_many(connection, TIME, [row for reading in written for row in reading.times])
    insert_many(connection, EVENT, [row for reading in written for row in reading.events])
    insert_many(connection, FIGURE, [row for reading in written for row in _wholes_first(reading.figures)])
    insert_many(connection, CATEGORY, _categories(figures))


def names_to_ids(connection: Connection, table: Table, names: Iterable[str | None]) -> dict[str, int]:
    """The ids of outlets by their names; names not seen before are added."""
    wanted = list(dict.fromkeys(name for name in names if name))  # in order, so that ids are the same on every machine
    found: dict[str, int] = {}
    for some in pieces(wanted):
        found |= {row.name: row.id for row in connection.execute(select(table).where(table.c.name.in_(some)))}
    if missing := [{"name": name} for name in wanted if name not in found]:
        added = insert(table).returning(table.c.name, table.c.id, sort_by_parameter_order=True)
        found |= {row.name: row.id for row in connection.execute(added, missing)}
    return found


def reserved_ids(connection: Connection, table: Table, how_many: int) -> Sequence[int]:
    """The ids of the next rows, known beforehand: so they go in at once, where asking for each would cost four times.

    Nobody else takes them: there is one writer at a time, and PostgreSQL hands them out itself.
    """
    if connection.dialect.name == "sqlite":
        first = (connection.scalar(select(func.max(table.c.id))) or 0) + 1
        return range(first, first + how_many)
    numbers = func.nextval(func.pg_get_serial_sequence(table.name, "id"))
    return connection.scalars(select(numbers).select_from(func.generate_series(1, how_many))).all()


def _delete(connection: Connection, documents: list[int]) -> None:
    for some in pieces(documents):
        for table in (FIGURE, EVENT, TIME):
            connection.execute(delete(table).where(table.c.document_id.in_(some)))


def _number(connection: Connection, table: Table, rows: dict[int, tuple[Columns, ...]]) -> None:
    """Gives each row its id and its document."""
    ids = iter(reserved_ids(connection, table, sum(map(len, rows.values()))))
    for document, each in rows.items():
        for row in each:
            row["id"], row["document_id"] = next(ids), document


def _refer(reading: Reading, places: dict[PlaceKey, int], tolls: dict[str, int]) -> None:
    """Names by their ids the times, events and wholes that one article calls by their labels."""
    events, figures = _ids(reading.events), _ids(reading.figures)
    times = {row["label"]: row for row in reading.times}
    for row in (*reading.events, *reading.figures):
        time = times.get(row["time"], _NO_TIME)
        row["time_id"], row["begin"], row["end_time"] = time["id"], time["begin"], time["end_time"]
    for row in reading.events:
        row["place_id"] = places[key_of(row["place"])] if row["place"] else None
    for row in reading.figures:
        row["event_id"] = events.get(row["event"])
        row["part_of"] = figures.get(row["part_of"])
        row["place_id"] = places[key_of(row["place"])] if row["place"] else None
        row["toll_id"] = tolls.get(row["toll"])


def _ids(rows: Iterable[Columns]) -> dict[str, int]:
    return {row["label"]: row["id"] for row in rows}


def _wholes_first(figures: Iterable[Columns]) -> list[Columns]:
    """Wholes before their parts, which point to them."""
    wholes = {row["id"]: row["part_of"] for row in figures}
    return sorted(figures, key=lambda row: _depth(row["id"], wholes))


def _depth(key: int, wholes: dict[int, int | None]) -> int:
    """0 for a whole, 1 for its parts, 2 for theirs. Circles were refused before."""
    depth, whole = 0, wholes[key]
    while whole is not None:
        depth, whole = depth + 1, wholes[whole]
    return depth


def _categories(figures: Iterable[Columns]) -> list[Columns]:
    return [{"figure_id": row["id"], "category": category} for row in figures for category in row["categories"]]
