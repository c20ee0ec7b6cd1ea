"""Who carried a wire: the articles that repeat one, with their outlets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Engine, func, select

from timeline.store.models import DOCUMENT, SOURCE
from timeline.store.opening.database import reading
from timeline.store.writing.recognise import pieces


@dataclass(frozen=True, slots=True)
class Carrier:
    """An article that repeats another one, `copy_of`."""

    copy_of: int
    document_id: int
    outlet: str | None
    url: str | None
    title: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Carried:
    """How many articles an outlet has, how many of them repeat another, and how many of its own others repeat."""

    outlet: str
    documents: int
    copies: int
    copied: int


def carriers(engine: Engine, documents: Collection[int]) -> dict[int, list[Carrier]]:
    """For each of the documents that others repeat: those others, in the order in which they appeared."""
    columns = DOCUMENT.c.copy_of, DOCUMENT.c.id, SOURCE.c.name, DOCUMENT.c.url, DOCUMENT.c.title, DOCUMENT.c.published
    query = (
        select(*columns)
        .outerjoin_from(DOCUMENT, SOURCE)
        .order_by(DOCUMENT.c.published_utc.asc().nulls_last(), DOCUMENT.c.id)
    )
    found: dict[int, list[Carrier]] = defaultdict(list)
    with reading(engine) as connection:
        for some in pieces(sorted(documents)):
            for row in connection.execute(query.where(DOCUMENT.c.copy_of.in_(some))):
                found[row.copy_of].append(Carrier(*row))
    return dict(found)


def carried_by_outlet(engine: Engine) -> list[Carried]:
    """Every outlet with how much of it is copied, the one with the most articles first."""
    copy = DOCUMENT.alias("copy")
    copied = select(copy.c.copy_of).where(copy.c.copy_of.is_not(None))
    query = (
        select(
            SOURCE.c.name,
            func.count(DOCUMENT.c.id),
            func.count(DOCUMENT.c.copy_of),
            func.count().filter(DOCUMENT.c.id.in_(copied)),
        )
        .join_from(DOCUMENT, SOURCE)
        .group_by(SOURCE.c.name)
        .order_by(func.count(DOCUMENT.c.id).desc(), SOURCE.c.name)
    )
    with reading(engine) as connection:
        return [Carried(*row) for row in connection.execute(query)]
