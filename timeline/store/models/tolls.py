"""What figures of several articles are about."""

from __future__ import annotations

from sqlalchemy import Text
from sqlmodel import Field

from timeline.store.models.columns import one_of
from timeline.store.models.row import Row
from timeline.tolls.identity import Basis
from timeline.values import Kind


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
