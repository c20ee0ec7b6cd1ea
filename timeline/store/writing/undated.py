"""Stored articles as they can be read again: those that wait for a publication date, or one that was named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, or_, select

from timeline.store.models import DOCUMENT, SOURCE, TIME
from timeline.store.opening.database import reading
from timeline.store.opening.problems import DatabaseProblem
from timeline.values import Document

_NAMED_IN_A_MESSAGE = 5


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """A document as it is stored, and the TIMEX3 value of each span that names a time in it."""

    id: int
    document: Document
    values: dict[tuple[int, int], str]


def undated_ids(engine: Engine) -> list[int]:
    """The numbers of the articles without a publication date."""
    with reading(engine) as connection:
        return list(connection.scalars(select(DOCUMENT.c.id).where(DOCUMENT.c.published.is_(None)).order_by("id")))


def id_of(engine: Engine, name: str) -> int:
    """The number of the article with this URL, id or number. Raises `DatabaseProblem` for none and for several."""
    wanted = or_(DOCUMENT.c.url == name, DOCUMENT.c.given_id == name)
    with reading(engine) as connection:
        found: list[int] = list(connection.scalars(select(DOCUMENT.c.id).where(wanted).order_by("id")))
        if not found and name.isdecimal() and len(name) < 19:
            found = list(connection.scalars(select(DOCUMENT.c.id).where(DOCUMENT.c.id == int(name))))
    if not found:
        raise DatabaseProblem(
            f'there is no article {name!r}; timeline sql "SELECT id, given_id, url FROM documents" lists them'
        )
    if len(found) > 1:
        numbers = ", ".join(map(str, found[:_NAMED_IN_A_MESSAGE]))
        raise DatabaseProblem(f"{len(found)} articles have the id {name!r}; give the number of one of them: {numbers}")
    return found[0]


def stored_article(engine: Engine, key: int) -> StoredArticle:
    """The article of that number, which must be there."""
    columns = [DOCUMENT.c[name] for name in ("given_id", "text", "published", "published_from", "url", "title")]
    query = select(*columns, SOURCE.c.name.label("outlet")).outerjoin_from(DOCUMENT, SOURCE).where(DOCUMENT.c.id == key)
    spans = select(TIME.c.start, TIME.c.end, TIME.c.value).where(TIME.c.document_id == key)
    with reading(engine) as connection:
        row = connection.execute(query).mappings().one()
        values = {(start, end): value for start, end, value in connection.execute(spans)}
    when = datetime.fromisoformat(row["published"]) if row["published"] else None
    names = ("url", "title", "outlet")
    document = Document(
        row["given_id"], row["text"], when, row["published_from"], **{name: row[name] for name in names}
    )
    return StoredArticle(key, document, values)
