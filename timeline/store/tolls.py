"""Tolls in the database: their rows, and the claims about them as `timeline.tolls` takes them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import Connection, Engine, Row, insert, select

from timeline.store.database import reading
from timeline.store.models import DOCUMENT, FIGURE, TOLL
from timeline.store.recognise import pieces
from timeline.store.storable import Columns
from timeline.store.views import REPORTED_FIGURES
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


def toll_claims(engine: Engine, kinds: Collection[str] = ()) -> list[Claim]:
    """Every claim that counts somebody, of some kinds or of all; `timeline.tolls.reconcile` puts them in order."""
    view = REPORTED_FIGURES
    query = (
        select(view, TOLL.c.name.label("toll"), FIGURE.c.claimant, DOCUMENT.c.published_utc, DOCUMENT.c.text_sha256)
        .join(FIGURE, FIGURE.c.id == view.c.id)
        .join(DOCUMENT, DOCUMENT.c.id == FIGURE.c.document_id)
        .outerjoin(TOLL, TOLL.c.id == FIGURE.c.toll_id)
        .where(FIGURE.c.qualifier != "unspecified")
        .order_by(FIGURE.c.id)
    )
    if kinds:
        query = query.where(FIGURE.c.kind.in_(kinds))
    with reading(engine) as connection:
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
