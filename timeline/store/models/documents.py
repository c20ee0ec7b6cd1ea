"""Articles, who published them, and what near-identical ones are known by."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Text
from sqlmodel import Field

from timeline.store.models.columns import UtcInstant
from timeline.store.models.row import Row


class Source(Row, table=True):
    """An outlet: who published the document."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_type=Text, unique=True)


class StoredDocument(Row, table=True):
    """An article as it was read. It is known by its URL, else by the hash of its folded text."""

    __tablename__ = "document"
    __table_args__ = (CheckConstraint("length(text_sha256) = 64", name="text_sha256"),)

    id: int | None = Field(default=None, primary_key=True)
    given_id: str = Field(sa_type=Text)
    source_id: int | None = Field(default=None, foreign_key="source.id", index=True, ondelete="SET NULL")
    copy_of: int | None = Field(default=None, foreign_key="document.id", index=True, ondelete="SET NULL")
    published: str | None = Field(default=None, sa_type=Text)
    published_utc: datetime | None = Field(default=None, sa_type=UtcInstant, index=True)
    published_offset: int | None = None  # minutes east of UTC
    published_from: str | None = Field(default=None, sa_type=Text)
    url: str | None = Field(default=None, sa_type=Text, unique=True)
    title: str | None = Field(default=None, sa_type=Text)
    extractor: str = Field(sa_type=Text)
    read_at: datetime = Field(sa_type=UtcInstant)
    text_sha256: str = Field(sa_type=Text, index=True)  # of the folded text, white space squeezed
    reading_sha256: str = Field(sa_type=Text)  # of the text and of all that was read in it
    # What is long comes last: SQLite reads a row from its beginning.
    text: str = Field(sa_type=Text)
    folded: str = Field(sa_type=Text)  # the words of title and text in one spelling, a space between: for the search


class Fingerprint(Row, table=True):
    """One of the hashes of an article's wording; near-identical articles share at least one."""

    __table_args__ = ({"sqlite_with_rowid": False},)

    hash: int = Field(primary_key=True, sa_type=BigInteger)
    document_id: int = Field(
        primary_key=True, index=True, sa_column_args=[ForeignKey("document.id", ondelete="CASCADE")]
    )
