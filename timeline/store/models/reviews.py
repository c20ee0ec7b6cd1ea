"""What people decided."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import Text
from sqlmodel import Field

from timeline.store.models.columns import UtcInstant, one_of, parent, span
from timeline.store.models.row import Row

Item = Literal["time", "event", "figure"]
Reviewed = Literal["accepted", "corrected", "rejected"]
Verdict = Literal["accepted", "corrected", "rejected", "undone"]


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
