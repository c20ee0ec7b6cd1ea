"""Tolls in the database: their rows, and the claims about them as `timeline.tolls` takes them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Engine, Row, Select, and_, insert, or_, select, true

from timeline.store.models import DOCUMENT, FIGURE, TOLL
from timeline.store.opening.database import reading
from timeline.store.storable import Columns
from timeline.store.views.rows import REPORTED_FIGURES
from timeline.store.writing.recognise import pieces
from timeline.tolls.identity import read_toll
from timeline.tolls.values import Claim


def tolls_to_ids(connection: Connection, names: Iterable[str | None]) -> dict[str, int]:
    """The ids of tolls by their names; those not seen before are added."""
    wanted = list(dict.fromkeys(name for name in names if name))
    found: dict[str, int] = {}
    for some in pieces(wanted):
        query = select(TOLL.c.name, TOLL.c.id).where(TOLL.c.name.in_(some))
        found |= {row.name: row.id for row in connection.execute(query)}
    if missing := [_columns(name) for name in wanted if name not in found]:
        added = insert(TOLL).returning(TOLL.c.name, TOLL.c.id, sort_by_parameter_order=True)
        found |= {row.name: row.id for row in connection.execute(added, missing)}
    return found


def toll_claims(engine: Engine, kinds: Collection[str] = (), since: datetime | None = None) -> list[Claim]:
    """Every claim that counts somebody, of some kinds or of all; `timeline.tolls.reconcile` puts them in order.

    `since` leaves out what was published before that instant, or nobody knows when.
    """
    of_kinds = FIGURE.c.kind.in_(kinds) if kinds else true()
    with reading(engine) as connection:
        return _claims(connection, of_kinds, true() if since is None else DOCUMENT.c.published_utc >= since)


def claims_around(engine: Engine, toll: int) -> list[Claim]:
    """The claims about a toll, by its row, and all that bear on them; nothing where there is no such toll.

    That is: other people of the same toll (its children, its women), other times of the same people (the day's count
    beside the total), wholes and parts of any of these, and whatever else is told of the tolls of those. Reconciled,
    they say of the toll what all the claims of the database would.
    """
    with reading(engine) as connection:
        about = _numbers(connection, select(FIGURE.c.id).where(FIGURE.c.toll_id.in_(_beside(toll))))
        wholes = _numbers(connection, *_pieces(FIGURE.c.part_of, FIGURE.c.id, about))
        family = about | wholes | _numbers(connection, *_pieces(FIGURE.c.id, FIGURE.c.part_of, about | wholes))
        tolls = _numbers(connection, *_pieces(FIGURE.c.toll_id, FIGURE.c.id, family))
        found = [_claims(connection, FIGURE.c.toll_id.in_(some)) for some in pieces(sorted(tolls))]
        found += [
            _claims(connection, FIGURE.c.id.in_(some), FIGURE.c.toll_id.is_(None)) for some in pieces(sorted(family))
        ]
    return [claim for some in found for claim in some]


def _beside(toll: int) -> Select[tuple[int]]:
    """The tolls of the same kind and place that count the same people, or over the same time."""
    this, other = TOLL.alias("this"), TOLL.alias("other")
    same_people = other.c.population == this.c.population
    same_time = and_(other.c.basis == this.c.basis, other.c.bound == this.c.bound)
    return (
        select(other.c.id)
        .join(this, and_(this.c.kind == other.c.kind, this.c.place == other.c.place))
        .where(this.c.id == toll, or_(same_people, same_time))
    )


def _pieces(wanted: Column[int], known: Column[int], values: set[int]) -> list[Select[Any]]:
    return [select(wanted).where(known.in_(some)) for some in pieces(sorted(values))]


def _numbers(connection: Connection, *queries: Select[Any]) -> set[int]:
    return {number for query in queries for number in connection.scalars(query) if number is not None}


def _claims(connection: Connection, *where: ColumnElement[bool]) -> list[Claim]:
    view = REPORTED_FIGURES
    query = (
        select(view, TOLL.c.name.label("toll"), FIGURE.c.claimant, DOCUMENT.c.published_utc, DOCUMENT.c.text_sha256)
        .join(FIGURE, FIGURE.c.id == view.c.id)
        .join(DOCUMENT, DOCUMENT.c.id == FIGURE.c.document_id)
        .outerjoin(TOLL, TOLL.c.id == FIGURE.c.toll_id)
        .where(FIGURE.c.qualifier != "unspecified", *where)
        .order_by(FIGURE.c.id)
    )
    return [_claim(row) for row in connection.execute(query)]


def _columns(name: str) -> Columns:
    toll = read_toll(name)
    subject = toll.subject
    return {
        "name": name,
        "kind": subject.kind,
        "place": subject.place,
        "population": " ".join(subject.population),
        "basis": toll.basis,
        "bound": toll.bound,
    }


def _claim(row: Row[tuple[object, ...]]) -> Claim:
    return Claim(
        id=row.id,
        toll=read_toll(row.toll) if row.toll else None,
        kind=row.kind,
        low=row.low,
        high=row.high,
        qualifier=row.qualifier,
        categories=tuple((row.categories or "").split()),
        part_of=row.part_of,
        claimant=row.claimant or "",
        role=row.source_role,
        source=row.source,
        place=row.place,
        published=datetime.fromisoformat(row.published) if row.published_utc else None,
        begin=row.begin_utc,
        end=row.end_utc,
        document=row.document_id,
        wire=row.text_sha256,
        text=row.text,
        sentence=row.sentence,
    )
