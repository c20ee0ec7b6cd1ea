"""Places of events: one row for each name as written and each place of the gazetteer that it was read as."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select, update

from timeline.store.models import PLACE
from timeline.store.storable import Columns
from timeline.store.writing.recognise import pieces

PlaceKey = tuple[str, str]
"""(name as written, id in the gazetteer or "")"""


def key_of(place: Columns) -> PlaceKey:
    return place["name"], place["gazetteer_id"]


def places_to_ids(connection: Connection, places: Iterable[Columns | None]) -> dict[PlaceKey, int]:
    """The row ids of `places`. New ones are added, and what the gazetteer now says otherwise is corrected."""
    wanted = {key_of(place): place for place in places if place}  # in order, so that ids are the same on every machine
    found = {key: row for key, row in _stored(connection, wanted).items() if key in wanted}
    for key, row in found.items():
        if any(row[column] != value for column, value in wanted[key].items()):
            connection.execute(update(PLACE).where(PLACE.c.id == row["id"]).values(wanted[key]))
    ids = {key: int(row["id"]) for key, row in found.items()}
    if missing := [_complete(place) for key, place in wanted.items() if key not in found]:
        added = insert(PLACE).returning(PLACE.c.id, sort_by_parameter_order=True)
        new = connection.scalars(added, missing)
        ids |= {key_of(place): key for place, key in zip(missing, new, strict=True)}
    return ids


def _stored(connection: Connection, wanted: Iterable[PlaceKey]) -> dict[PlaceKey, Columns]:
    found: dict[PlaceKey, Columns] = {}
    for names in pieces(list(dict.fromkeys(name for name, _ in wanted))):
        rows = connection.execute(select(PLACE).where(PLACE.c.name.in_(names))).mappings()
        found |= {(row["name"], row["gazetteer_id"]): dict(row) for row in rows}
    return found


def _complete(place: Columns) -> Columns:
    """With a value for every column, so that rows of known and unknown places go in together."""
    return {column.name: place.get(column.name) for column in PLACE.c if column.name != "id"}
