"""What stands around one article: those published before and after it, and the outlets that carried the same text."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, or_, select

from dashboard.data.opened import database
from dashboard.data.pages import PAGE_ROWS, Page, first_row
from timeline.store.asking.filtered import snapshot
from timeline.store.asking.filters import Filters, conditions
from timeline.store.models import DOCUMENT, SOURCE
from timeline.store.opening.database import reading
from timeline.store.views.rows import DOCUMENTS


@dataclass(frozen=True, slots=True)
class Listed:
    """An article in a list."""

    id: int
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    copy_of: int | None = None
    begins: str | None = None  # its first words


@dataclass(frozen=True, slots=True)
class Around:
    """The neighbours by publication, and the other articles with the same text, the first of them first."""

    previous: int | None
    next: int | None
    carried: tuple[Listed, ...]


# In the order of the articles, the undated ones come after all others.
_AT, _KEY = DOCUMENT.c.published_utc, DOCUMENT.c.id
_LATEST_FIRST = (_AT.is_(None), _AT.desc(), _KEY.desc())
_BEGINS = func.substr(DOCUMENT.c.text, 1, 200).label("begins")
_COLUMNS = (DOCUMENT.c.id, DOCUMENT.c.title, SOURCE.c.name, DOCUMENT.c.url, DOCUMENT.c.published, DOCUMENT.c.copy_of)
LISTED = select(*_COLUMNS, _BEGINS).outerjoin_from(DOCUMENT, SOURCE)


def around(document_id: int) -> Around:
    """The neighbours of an article that is there."""
    with reading(database()) as connection:
        here = connection.execute(select(DOCUMENT).where(DOCUMENT.c.id == document_id)).one()
        return Around(_before(connection, here), _after(connection, here), tuple(_carried(connection, here)))


def documents(filters: Filters, number: int = 1) -> Page[Listed]:
    """One page of the articles that the filters leave, the latest first."""
    where = conditions("documents", filters)
    with snapshot(database()) as connection:
        chosen = select(DOCUMENTS.c.id).where(*where)
        total = connection.scalar(_how_many(chosen, bool(where))) or 0
        first = first_row(number, total)
        query = LISTED.order_by(*_LATEST_FIRST).limit(PAGE_ROWS).offset(first)
        rows = connection.execute(query.where(DOCUMENT.c.id.in_(chosen)) if where else query)
        return Page([Listed(*row) for row in rows], total, first)


def beginnings(ids: Collection[int]) -> dict[int, str]:
    """The first words of articles, by which one knows those that have no title."""
    with reading(database()) as connection:
        found = connection.execute(select(DOCUMENT.c.id, _BEGINS).where(DOCUMENT.c.id.in_(ids)))
        return {row.id: row.begins for row in found}


def _how_many(chosen: Select[Any], is_filtered: bool) -> Select[Any]:
    return select(func.count()).select_from(chosen.subquery() if is_filtered else DOCUMENT)


def _before(connection: Connection, here: Row[Any]) -> int | None:
    if here.published_utc is None:
        last_undated = select(_KEY).where(_AT.is_(None), here.id > _KEY).order_by(_KEY.desc())
        last_dated = select(_KEY).where(_AT.is_not(None)).order_by(_AT.desc(), _KEY.desc())
        return _first(connection, last_undated, last_dated)
    earlier = or_(here.published_utc > _AT, and_(here.published_utc == _AT, here.id > _KEY))
    return _first(connection, select(_KEY).where(earlier).order_by(_AT.desc(), _KEY.desc()))


def _after(connection: Connection, here: Row[Any]) -> int | None:
    undated = select(_KEY).where(_AT.is_(None)).order_by(_KEY)
    if here.published_utc is None:
        return _first(connection, undated.where(here.id < _KEY))
    later = or_(here.published_utc < _AT, and_(here.published_utc == _AT, here.id < _KEY))
    return _first(connection, select(_KEY).where(later).order_by(_AT, _KEY), undated)


def _first(connection: Connection, *queries: Select[Any]) -> int | None:
    """The first row of the first query that has one."""
    found = (connection.scalar(query.limit(1)) for query in queries)
    return next((key for key in found if key is not None), None)


def _carried(connection: Connection, here: Row[Any]) -> list[Listed]:
    """The first article with this text and its copies, without this one."""
    first = here.copy_of or here.id
    same = or_(DOCUMENT.c.id == first, DOCUMENT.c.copy_of == first)
    query = LISTED.where(same, DOCUMENT.c.id != here.id)
    return [Listed(*row) for row in connection.execute(query.order_by(_AT.is_(None), _AT, _KEY))]
