"""What is known of watched feeds, so that a restart goes on where it stopped and nothing is fetched twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Engine, and_, insert, select, update

from timeline.store.models import DOCUMENT, ENTRY, FEED
from timeline.store.opening.database import reading, writing
from timeline.store.writing.recognise import pieces

TRIES = 3  # rounds in which an article that cannot be read is tried


@dataclass(frozen=True, slots=True)
class FeedState:
    """A feed as it was left. `has_tries_left`: some of its articles could not be read and are due once more."""

    id: int
    etag: str | None = None
    modified: str | None = None
    polled_at: datetime | None = None
    has_tries_left: bool = False


def feed_state(engine: Engine, url: str) -> FeedState:
    """The feed at `url`, which is remembered from now on."""
    with writing(engine) as connection:
        row = connection.execute(select(FEED).where(FEED.c.url == url)).one_or_none()
        if row is None:
            return FeedState(connection.execute(insert(FEED).values(url=url).returning(FEED.c.id)).scalar_one())
        waiting = select(ENTRY.c.id).where(ENTRY.c.feed_id == row.id, _is_tried_again()).limit(1)
        return FeedState(
            row.id, row.etag, row.modified, row.polled_at, connection.execute(waiting).one_or_none() is not None
        )


def known_entries(engine: Engine, feed: FeedState, addresses: Iterable[str]) -> set[str]:
    """Those that need not be read: read in this feed, or stored from elsewhere, or tried often enough."""
    wanted = list(dict.fromkeys(addresses))
    known: set[str] = set()
    with reading(engine) as connection:
        for some in pieces(wanted):
            seen = select(ENTRY.c.address).where(
                ENTRY.c.feed_id == feed.id, ENTRY.c.address.in_(some), ~_is_tried_again()
            )
            known.update(connection.scalars(seen))
            known.update(connection.scalars(select(DOCUMENT.c.url).where(DOCUMENT.c.url.in_(some))))
    return known


def remember_entry(engine: Engine, feed: FeedState, address: str, problem: str | None, at: datetime) -> None:
    """That an article of a feed was looked at; `problem` is why it could not be read."""
    with writing(engine) as connection:
        where = (ENTRY.c.feed_id == feed.id, ENTRY.c.address == address)
        tries = connection.scalar(select(ENTRY.c.tries).where(*where))
        values = {"problem": problem, "tries": (tries or 0) + 1, "seen_at": at}
        if tries is None:
            connection.execute(insert(ENTRY).values(feed_id=feed.id, address=address, **values))
        else:
            connection.execute(update(ENTRY).where(*where).values(values))


def remember_poll(
    engine: Engine, feed: FeedState, at: datetime, etag: str | None = None, modified: str | None = None
) -> None:
    """When a feed was asked, and what its server wants to hear next time."""
    with writing(engine) as connection:
        values = {"polled_at": at, "etag": etag, "modified": modified}
        connection.execute(update(FEED).where(FEED.c.id == feed.id).values(values))


def _is_tried_again() -> ColumnElement[bool]:
    return and_(ENTRY.c.problem.is_not(None), ENTRY.c.tries < TRIES)
