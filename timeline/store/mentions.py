"""Writes the times, events and figures of documents, and turns their labels into row ids."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from timeline.store.models import CATEGORY, EVENT, FIGURE, TIME
from timeline.store.places import PlaceKey, key_of, places_to_ids
from timeline.store.recognise import pieces
from timeline.store.rows import Columns, Reading

Labels = dict[tuple[int, str | None], int]
"""(document id, label in that document) -> row id"""


def replace_mentions(connection: Connection, readings: dict[int, Reading]) -> None:
    """Writes what was read in each document (by its row id) in place of what was there."""
    _delete(connection, list(readings))
    found_times = [(key, row) for key, each in readings.items() for row in each.times]
    found_events = [(key, row) for key, each in readings.items() for row in each.events]
    found_figures = [(key, row) for key, each in readings.items() for row in each.figures]
    places = places_to_ids(connection, (row["place"] for _, row in found_events))
    times = _insert(connection, TIME, [row | {"document_id": key} for key, row in found_times])
    events = _insert(connection, EVENT, [_event(key, row, times, places) for key, row in found_events])
    figures = _insert(connection, FIGURE, [_figure(key, row, times, events) for key, row in found_figures])
    _link_parts(connection, found_figures, figures)
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


def _delete(connection: Connection, documents: list[int]) -> None:
    for some in pieces(documents):
        for table in (FIGURE, EVENT, TIME):
            connection.execute(delete(table).where(table.c.document_id.in_(some)))


def _insert(connection: Connection, table: Table, rows: list[Columns]) -> Labels:
    if not rows:
        return {}
    ids = table.c.document_id, table.c.label, table.c.id
    added = connection.execute(insert(table).returning(*ids, sort_by_parameter_order=True), rows)
    return {(row.document_id, row.label): row.id for row in added}


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
    # Its whole may be a row further down, which has no id yet.
    return columns | {"document_id": key, "time_id": time, "event_id": event, "part_of": None}


def _link_parts(connection: Connection, found: list[tuple[int, Columns]], figures: Labels) -> None:
    links = [
        {"part": figures[key, row["label"]], "whole": figures[key, row["part_of"]]}
        for key, row in found
        if row["part_of"] is not None
    ]
    if links:
        part = FIGURE.c.id == bindparam("part")
        connection.execute(update(FIGURE).where(part).values(part_of=bindparam("whole")), links)


def _insert_categories(connection: Connection, found: list[tuple[int, Columns]], figures: Labels) -> None:
    rows = [
        {"figure_id": figures[key, row["label"]], "category": category}
        for key, row in found
        for category in row["categories"]
    ]
    if rows:
        connection.execute(insert(CATEGORY), rows)
