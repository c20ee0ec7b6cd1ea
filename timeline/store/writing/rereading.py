"""Which articles did an older version of the program read, and what were they as documents?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, select

from timeline.store.models import DOCUMENT, SOURCE
from timeline.store.opening.database import reading
from timeline.values import Document

_AT_ONCE = 200


def documents_read_before(engine: Engine, version: str | None) -> Iterator[Document]:
    """The articles that a version older than `version` has read, in the order of their ids; None: all of them.

    No connection stays open between two of them, so that they can be saved meanwhile.
    """
    with reading(engine) as connection:
        versions = list(connection.scalars(select(DOCUMENT.c.extractor).distinct()))
    older = [each for each in versions if version is None or is_older(each, version)]
    last = 0
    while rows := _some(engine, older, last):
        for last, document in rows:  # noqa: B007  # where the next ones begin
            yield document


def is_older(version: str, other: str) -> bool:
    """Whether "0.9.1" is older than "0.10". What is no version ("uninstalled") is older than any that is."""
    return _parts(version) < _parts(other)


def _parts(version: str) -> list[int]:
    found = re.match(r"\d+(\.\d+)*", version)
    return [int(part) for part in found[0].split(".")] if found else []


def _some(engine: Engine, versions: list[str], last: int) -> list[tuple[int, Document]]:
    with reading(engine) as connection:
        return [(row.id, _document(row)) for row in _rows(connection, versions, last)]


def _rows(connection: Connection, versions: list[str], last: int) -> list[Row[Any]]:
    query = select(DOCUMENT, SOURCE.c.name.label("outlet")).outerjoin_from(DOCUMENT, SOURCE)
    chosen = query.where(DOCUMENT.c.id > last, DOCUMENT.c.extractor.in_(versions)).order_by(DOCUMENT.c.id)
    return list(connection.execute(chosen.limit(_AT_ONCE)))


def _document(row: Row[Any]) -> Document:
    return Document(
        id=row.given_id,
        text=row.text,
        published=row.published and datetime.fromisoformat(row.published),
        published_from=row.published_from,
        url=row.url,
        title=row.title,
        outlet=row.outlet,
    )
