"""Watched feeds and their articles."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, Text, UniqueConstraint
from sqlmodel import Field

from timeline.store.models.columns import UtcInstant, parent
from timeline.store.models.row import Row


class StoredFeed(Row, table=True):
    """A feed that is watched: what its server wants to hear next time, and when it was asked last."""

    __tablename__ = "feed"

    id: int | None = Field(default=None, primary_key=True)
    url: str = Field(sa_type=Text, unique=True)
    etag: str | None = Field(default=None, sa_type=Text)
    modified: str | None = Field(default=None, sa_type=Text)
    polled_at: datetime | None = Field(default=None, sa_type=UtcInstant)


class FeedEntry(Row, table=True):
    """An article of a feed that was looked at; `problem` is why it could not be read, NULL where it was."""

    __tablename__ = "feed_entry"
    __table_args__ = (UniqueConstraint("feed_id", "address"), CheckConstraint("tries > 0", name="tries"))

    id: int | None = Field(default=None, primary_key=True)
    feed_id: int = parent("feed")
    address: str = Field(sa_type=Text)
    problem: str | None = Field(default=None, sa_type=Text)
    tries: int
    seen_at: datetime = Field(sa_type=UtcInstant)
