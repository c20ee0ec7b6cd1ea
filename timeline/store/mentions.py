"""Writes the times, events and figures of documents, and turns their labels into row ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, delete, func, insert, select

from timeline.store.bulk import insert_many
from timeline.store.models import CATEGORY, EVENT, FIGURE, TIME
from timeline.store.places import PlaceKey, key_of, places_to_ids
from timeline.store.recognise import pieces
from timeline.store.rows import Columns, Reading
from timeline.store.tolls import tolls_to_ids

Labels = dict[tuple[int, str | None], int]
"""(document id, label in that document) -> row id"""


def replace_mentions(connection: Connection, readings: dict[int, Reading]) -> None:
    """Writes what was read in each document (by its row id) in place of what was there."""
    _delete(connection, list(readings))
    found_times = [(key, row) for key, each in readings.items() for row in each.times]
    found_events = [(key, row) for key, each in readings.items() for row in each.events]
    found_figures = [(key, row) for key, each in readings.items() for row in each.figures]
    places = places_to_ids(connection, (row["place"] for _, row in found_events + found_figures))
    tolls = tolls_to_ids(connection, (row["toll"] for _, row in found_figures))
    times = _insert(connection, TIME, [row | {"document_id": key} for key, row in found_times])
    events = _insert(connection, EVENT, [_event(key, row, times, places) for key, row in found_events])
    figures = _insert_figures(
        connection, [_figure(key, row, times, events) | _about(row, places, tolls) for key, row in found_figures]
    )
    _insert_categories(connection, found_figures, figures)


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


def _insert(connection: Connection, table: Table, rows: list[Columns]) -> Labels:
    labels = _labelled(connection, table, rows)
    insert_many(connection, table, rows)
    return labels


def _labelled(connection: Connection, table: Table, rows: list[Columns]) -> Labels:
    """Gives each row its id."""
    labels: Labels = {}
    for key, row in zip(reserved_ids(connection, table, len(rows)), rows, strict=True):
        row["id"] = labels[row["document_id"], row["label"]] = key
    return labels


def _insert_figures(connection: Connection, rows: list[Columns]) -> Labels:
    """Wholes before their parts, which point to them."""
    labels = _labelled(connection, FIGURE, rows)
    wholes = {row["id"]: labels.get((row["document_id"], row["part_of"])) for row in rows}
    for row in rows:
        row["part_of"] = wholes[row["id"]]
    insert_many(connection, FIGURE, sorted(rows, key=lambda row: _depth(row["id"], wholes)))
    return labels


def _depth(key: int, wholes: dict[int, int | None]) -> int:
    """0 for a whole, 1 for its parts, 2 for theirs. Circles were refused before."""
    depth, whole = 0, wholes[key]
    while whole is not None:
        depth, whole = depth + 1, wholes[whole]
    return depth


def _event(key: int, row: Columns, times: Labels, places: dict[PlaceKey, int]) -> Columns:
    row = dict(row)
    time, place = row.pop("time"), row.pop("place")
    return row | {
        "document_id": key,
        "time_id": times.get((key, time)),
        "place_id": places[key_of(place)] if place else None,
    }


def _figure(key: int, row: Columns, times: Labels, events: Labels) -> Columns:
    time, event = times.get((key, row["time"])), events.get((key, row["event"]))
    columns = {name: value for name, value in row.items() if name in FIGURE.c}
    return columns | {"document_id": key, "time_id": time, "event_id": event}


def _about(row: Columns, places: dict[PlaceKey, int], tolls: dict[str, int]) -> Columns:
    place = row["place"]
    return {"place_id": places[key_of(place)] if place else None, "toll_id": tolls.get(row["toll"])}


def _insert_categories(connection: Connection, found: list[tuple[int, Columns]], figures: Labels) -> None:
    rows = [
        {"figure_id": figures[key, row["label"]], "category": category}
        for key, row in found
        for category in row["categories"]
    ]
    insert_many(connection, CATEGORY, rows)
