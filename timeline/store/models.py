"""The tables. Column names are the field names of `timeline.values` and of the JSON that `timeline extract` prints.

`label` is the id that a time, figure or event has inside its article ("t1"); `id` is its row. `start` and `end` are
half-open offsets in `document.text`, counted in code points. Local readings are ISO 8601 text as the JSON has them
("2023-05-09T03:00"), which sorts as time does; the `…_utc` columns are the same instants in UTC.

`reviewed` is what a person decided last, and `machine` the columns that a correction replaced, as they were read
(JSON): the other columns always hold what counts.

`begin` and `end_time` of an event or a figure are those of its time, unless that was rejected; `moment` is where it
stands in a timeline. They are there twice so that one index answers what lies between two days.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Literal

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, MetaData, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from timeline.store.columns import UtcInstant, in_time, mention, moment, one_of, parent, span, unresolved
from timeline.tolls.identity import Basis
from timeline.values import GeoPrecision, Kind, Mod, PlaceKind, Qualifier, Role, Scope, Signal, Status, TimexType

Item = Literal["time", "event", "figure"]
Reviewed = Literal["accepted", "corrected", "rejected"]
Verdict = Literal["accepted", "corrected", "rejected", "undone"]

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(SQLModel):
    """What all tables share: their own metadata, so that no other program's tables slip into the migrations."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMES)


class Source(Row, table=True):
    """An outlet: who published the document."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_type=Text, unique=True)


class Place(Row, table=True):
    """A place by its name as written, and what the gazetteer knows of it; «طرابلس» may be two rows.

    `gazetteer_id` is "" where the gazetteer has no such place, and everything else is then NULL.
    """

    __table_args__ = (
        UniqueConstraint("name", "gazetteer_id"),
        CheckConstraint("latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180", name="degrees"),
        one_of("place_kind", PlaceKind),
        one_of("geo_precision", GeoPrecision),
    )

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_type=Text)
    latitude: float | None = None
    longitude: float | None = None
    gazetteer_id: str = Field(default="", sa_type=Text)
    location: str | None = Field(default=None, sa_type=Text)
    place_kind: str | None = Field(default=None, sa_type=Text)
    country: str | None = Field(default=None, sa_type=Text, index=True)
    admin1: str | None = Field(default=None, sa_type=Text)
    admin2: str | None = Field(default=None, sa_type=Text)
    geo_precision: str | None = Field(default=None, sa_type=Text)
    alternatives: str | None = Field(default=None, sa_type=Text)  # separated by " | "


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


class StoredTime(Row, table=True):
    """A time expression. One that could not be resolved has NULL bounds."""

    __tablename__ = "time_expression"
    __table_args__ = (
        UniqueConstraint("document_id", "label"),
        unresolved(),
        span(),
        one_of("type", TimexType),
        one_of("mod", Mod),
        one_of("signal", Signal),
        one_of("reviewed", Reviewed),
    )

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = parent("document")
    label: str = Field(sa_type=Text)
    start: int
    end: int
    text: str = Field(sa_type=Text)
    type: str = Field(sa_type=Text)
    value: str = Field(sa_type=Text)
    mod: str | None = Field(default=None, sa_type=Text)
    signal: str | None = Field(default=None, sa_type=Text)
    begin: str | None = Field(default=None, sa_type=Text)
    end_time: str | None = Field(default=None, sa_type=Text)
    begin_utc: datetime | None = Field(default=None, sa_type=UtcInstant)
    end_utc: datetime | None = Field(default=None, sa_type=UtcInstant)
    rule: str = Field(sa_type=Text)
    reading: str = Field(sa_type=Text)
    alternatives: str | None = Field(default=None, sa_type=Text)  # TIMEX3 values, separated by a space
    confidence: float | None = None  # NULL where an earlier version read the article
    reviewed: str | None = Field(default=None, sa_type=Text)
    machine: str | None = Field(default=None, sa_type=Text)


class StoredEvent(Row, table=True):
    """A happening named by its trigger `text`, with the sentence that says so."""

    __tablename__ = "event"
    __table_args__ = (
        UniqueConstraint("document_id", "label"),
        in_time("type"),
        span(),
        one_of("status", Status),
        one_of("reviewed", Reviewed),
    )

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = parent("document")
    label: str = Field(sa_type=Text)
    start: int
    end: int
    text: str = Field(sa_type=Text)
    type: str = Field(sa_type=Text, index=True)
    status: str = Field(sa_type=Text)
    time_id: int | None = mention("time_expression")
    begin: str | None = Field(default=None, sa_type=Text)
    end_time: str | None = Field(default=None, sa_type=Text)
    moment: str | None = moment()
    place_id: int | None = Field(default=None, foreign_key="place.id", index=True, ondelete="SET NULL")
    acled_event_type: str | None = Field(default=None, sa_type=Text)
    acled_sub_event_type: str | None = Field(default=None, sa_type=Text)
    plover_type: str | None = Field(default=None, sa_type=Text)
    plover_mode: str | None = Field(default=None, sa_type=Text)
    sentence_start: int
    sentence_end: int
    sentence: str = Field(sa_type=Text)
    reviewed: str | None = Field(default=None, sa_type=Text)
    machine: str | None = Field(default=None, sa_type=Text)


class StoredFigure(Row, table=True):
    """What the document says that `source` (the claimant, as written) counted; `high` is NULL when open above."""

    __tablename__ = "figure"
    __table_args__ = (
        UniqueConstraint("document_id", "label"),
        in_time("kind"),
        span(),
        CheckConstraint("low >= 0 AND high >= low", name="bounds"),
        one_of("kind", Kind),
        one_of("qualifier", Qualifier),
        one_of("scope", Scope),
        one_of("reviewed", Reviewed),
        one_of("source_role", Role),
    )

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = parent("document")
    label: str = Field(sa_type=Text)
    start: int
    end: int
    text: str = Field(sa_type=Text)
    kind: str = Field(sa_type=Text, index=True)
    low: int = Field(sa_type=BigInteger)
    high: int | None = Field(default=None, sa_type=BigInteger)
    qualifier: str = Field(sa_type=Text)
    scope: str = Field(sa_type=Text)
    time_id: int | None = mention("time_expression")
    begin: str | None = Field(default=None, sa_type=Text)
    end_time: str | None = Field(default=None, sa_type=Text)
    moment: str | None = moment()
    part_of: int | None = mention("figure")
    event_id: int | None = mention("event")
    source: str | None = Field(default=None, sa_type=Text)
    source_role: str | None = Field(default=None, sa_type=Text)
    claimant: str | None = Field(default=None, sa_type=Text)  # the source, or else the outlet, in one spelling
    place_id: int | None = Field(default=None, foreign_key="place.id", index=True, ondelete="SET NULL")
    since: str | None = Field(default=None, sa_type=Text)
    toll_id: int | None = Field(default=None, foreign_key="toll.id", index=True, ondelete="SET NULL")
    sentence_start: int
    sentence_end: int
    sentence: str = Field(sa_type=Text)
    reviewed: str | None = Field(default=None, sa_type=Text)
    machine: str | None = Field(default=None, sa_type=Text)


class StoredToll(Row, table=True):
    """What several figures may be about: `name` is the text of a `timeline.tolls.identity.Toll`, the rest its parts."""

    __tablename__ = "toll"
    __table_args__ = (one_of("kind", Kind), one_of("basis", Basis))

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_type=Text, unique=True)
    kind: str = Field(sa_type=Text)
    place: str = Field(sa_type=Text, index=True)  # in one spelling
    population: str = Field(sa_type=Text)  # categories, separated by a space
    basis: str = Field(sa_type=Text)
    bound: str = Field(sa_type=Text)


class FigureCategory(Row, table=True):
    """One group that a figure counts: "children", "ps"."""

    __tablename__ = "figure_category"

    figure_id: int = Field(primary_key=True, sa_column_args=[ForeignKey("figure.id", ondelete="CASCADE")])
    category: str = Field(sa_type=Text, primary_key=True)


class Review(Row, table=True):
    """What a person decided about something that was read: a log to which rows are only added.

    It is tied to the words, not to a row, and so outlives the next reading: to the document, the table (`item`), the
    span and the `kind` (of a figure), type (of an event, a time) that the machine had read there.
    """

    __table_args__ = (one_of("item", Item), one_of("verdict", Verdict), span())

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = parent("document", index=True)
    item: str = Field(sa_type=Text)
    start: int
    end: int
    kind: str = Field(sa_type=Text)
    text: str = Field(sa_type=Text)
    verdict: str = Field(sa_type=Text)
    before: str | None = Field(default=None, sa_type=Text)  # JSON: the columns of a correction, as they were shown
    after: str | None = Field(default=None, sa_type=Text)  # JSON: the same columns, corrected
    why: str | None = Field(default=None, sa_type=Text)
    who: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=UtcInstant)


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


SOURCE, PLACE, DOCUMENT, TIME, EVENT, FIGURE, CATEGORY, FINGERPRINT, REVIEW, TOLL, FEED, ENTRY = (
    Row.metadata.tables[name]
    for name in (
        "source",
        "place",
        "document",
        "time_expression",
        "event",
        "figure",
        "figure_category",
        "fingerprint",
        "review",
        "toll",
        "feed",
        "feed_entry",
    )
)
