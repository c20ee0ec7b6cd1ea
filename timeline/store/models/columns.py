"""The kinds of column and constraint that several tables share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, get_args

from sqlalchemy import CheckConstraint, Column, Computed, DateTime, Dialect, ForeignKey, Index, Text, text
from sqlalchemy.dialects.sqlite import DATETIME
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import Field


class _Text(DATETIME):
    """ "2023-05-09T00:00:00Z", by Python's own functions: many times as fast as SQLAlchemy's patterns."""

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], str | None]:
        return _as_text

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], datetime | None]:
        return _as_instant


class UtcInstant(TypeDecorator[datetime]):
    """An instant to the second: `timestamptz` on PostgreSQL, "2023-05-09T00:00:00Z" in SQLite, aware UTC in Python."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name != "sqlite":
            return DateTime(timezone=True)
        return _Text()  # type: ignore[no-untyped-call]  # untyped in SQLAlchemy

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or (value.tzinfo is UTC and not value.microsecond):  # the usual case
            return value
        return value.astimezone(UTC).replace(microsecond=0)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC)


@lru_cache(10_000)
def _as_text(value: datetime | None) -> str | None:
    return None if value is None else value.isoformat().replace("+00:00", "Z")


@lru_cache(10_000)
def _as_instant(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value)


def one_of(column: str, names: object) -> CheckConstraint:
    """A column that may only hold the names of a `Literal` (or NULL)."""
    quoted = ", ".join(f"'{name}'" for name in get_args(names))
    return CheckConstraint(f"{column} IN ({quoted})", name=column)


def span() -> CheckConstraint:
    """`start` and `end` mark a piece of text."""
    return CheckConstraint('start >= 0 AND "end" >= start', name="span")


def parent(table: str, index: bool = False) -> Any:
    """A required foreign key: the row goes when its parent goes."""
    return Field(index=index, sa_column_args=[ForeignKey(f"{table}.id", ondelete="CASCADE")])


def mention(table: str) -> Any:
    """An optional foreign key to a row of the same article."""
    return Field(default=None, index=True, sa_column_args=[ForeignKey(f"{table}.id", ondelete="CASCADE")])


def moment() -> Any:
    """`begin`, or `end_time` where the beginning is open; the database keeps it."""
    return Field(
        default=None, sa_column=Column("moment", Text, Computed('coalesce("begin", end_time)', persisted=True))
    )


def in_time(kind: str) -> Index:
    """Everything that decides whether a row is in a timeline, in its order: counting and paging read nothing else."""
    return Index(None, "moment", "begin", "end_time", kind, "document_id", "reviewed")


def unresolved() -> Index:
    """The times without bounds, in the order of their articles."""
    where = text('"begin" IS NULL AND end_time IS NULL')
    return Index(None, "document_id", "start", sqlite_where=where, postgresql_where=where)
