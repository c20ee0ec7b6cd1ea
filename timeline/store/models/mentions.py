"""What was read in an article: its times, events and figures.

`begin` and `end_time` of an event or a figure are those of its time, unless that was rejected; `moment` is where it
stands in a timeline. They are there twice so that one index answers what lies between two days.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlmodel import Field

from timeline.store.models.columns import UtcInstant, in_time, mention, moment, one_of, parent, span, unresolved
from timeline.store.models.reviews import Reviewed
from timeline.store.models.row import Row
from timeline.values import Kind, Mod, Qualifier, Role, Scope, Signal, Status, TimexType


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


class FigureCategory(Row, table=True):
    """One group that a figure counts: "children", "ps"."""

    __tablename__ = "figure_category"

    figure_id: int = Field(primary_key=True, sa_column_args=[ForeignKey("figure.id", ondelete="CASCADE")])
    category: str = Field(sa_type=Text, primary_key=True)
