"""Where things happened."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Text, UniqueConstraint
from sqlmodel import Field

from timeline.store.models.columns import one_of
from timeline.store.models.row import Row
from timeline.values import GeoPrecision, PlaceKind


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
