"""First tables."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None


def has(name: str, kind: type[TypeEngine[Any]] = sa.Text) -> sa.Column[Any]:
    """A column that always has a value."""
    return sa.Column(name, kind(), nullable=False)


def may(name: str, kind: type[TypeEngine[Any]] = sa.Text) -> sa.Column[Any]:
    """A column that may be NULL."""
    return sa.Column(name, kind(), nullable=True)


def instant(name: str, nullable: bool = True) -> sa.Column[Any]:
    """A UTC instant."""
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def refers(table: str, column: str, to: str, ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"), ondelete=ondelete)


def check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def one_of(table: str, column: str, names: str) -> sa.CheckConstraint:
    return check(table, column, f"{column} IN ({', '.join(map(repr, names.split()))})")


def mention(table: str) -> list[sa.schema.SchemaItem]:
    """What times, events and figures have in common: a piece of the text of a document."""
    return [
        has("id", sa.Integer),
        has("document_id", sa.Integer),
        has("label"),
        has("start", sa.Integer),
        has("end", sa.Integer),
        has("text"),
        key(table, "id"),
        unique(table, "document_id", "label"),
        check(table, "span", 'start >= 0 AND "end" >= start'),
        refers(table, "document_id", "document"),
    ]


def sentence() -> list[sa.Column[Any]]:
    return [has("sentence_start", sa.Integer), has("sentence_end", sa.Integer), has("sentence")]


def index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def upgrade() -> None:
    op.create_table("source", has("id", sa.Integer), has("name"), key("source", "id"), unique("source", "name"))
    op.create_table(
        "place",
        has("id", sa.Integer),
        has("name"),
        may("latitude", sa.Float),
        may("longitude", sa.Float),
        key("place", "id"),
        unique("place", "name"),
    )
    create_document()
    create_time_expression()
    create_event()
    create_figure()


def create_document() -> None:
    op.create_table(
        "document",
        has("id", sa.Integer),
        has("given_id"),
        may("source_id", sa.Integer),
        may("url"),
        may("title"),
        has("text"),
        has("text_sha256"),
        has("reading_sha256"),
        may("published"),
        instant("published_utc"),
        may("published_offset", sa.Integer),
        may("published_from"),
        has("extractor"),
        instant("read_at", nullable=False),
        key("document", "id"),
        unique("document", "url"),
        check("document", "text_sha256", "length(text_sha256) = 64"),
        refers("document", "source_id", "source", ondelete="SET NULL"),
    )
    index("document", "source_id", "text_sha256", "published_utc")


def create_time_expression() -> None:
    op.create_table(
        "time_expression",
        *mention("time_expression"),
        has("type"),
        has("value"),
        may("mod"),
        may("signal"),
        may("begin"),
        may("end_time"),
        instant("begin_utc"),
        instant("end_utc"),
        has("rule"),
        has("reading"),
        may("alternatives"),
        one_of("time_expression", "type", "DATE TIME DURATION SET"),
        one_of("time_expression", "mod", "START MID END APPROX"),
        one_of("time_expression", "signal", "since until from to between during before after by"),
    )
    index("time_expression", "type", "begin", "begin_utc")


def create_event() -> None:
    op.create_table(
        "event",
        *mention("event"),
        has("type"),
        has("status"),
        may("time_id", sa.Integer),
        may("place_id", sa.Integer),
        *sentence(),
        one_of("event", "status", "asserted planned denied alleged"),
        refers("event", "time_id", "time_expression"),
        refers("event", "place_id", "place", ondelete="SET NULL"),
    )
    index("event", "type", "time_id", "place_id")


def create_figure() -> None:
    kinds = "killed injured casualties missing detained abducted released rescued displaced"
    qualifiers = "exact approximate at_least more_than at_most fewer_than range dozens hundreds thousands several"
    op.create_table(
        "figure",
        *mention("figure"),
        has("kind"),
        has("low", sa.BigInteger),
        may("high", sa.BigInteger),
        has("qualifier"),
        has("scope"),
        may("time_id", sa.Integer),
        may("part_of", sa.Integer),
        may("event_id", sa.Integer),
        may("source"),
        *sentence(),
        check("figure", "bounds", "low >= 0 AND high >= low"),
        one_of("figure", "kind", f"{kinds} projectiles strikes structures"),
        one_of("figure", "qualifier", f"{qualifiers} unspecified"),
        one_of("figure", "scope", "incident period cumulative"),
        refers("figure", "time_id", "time_expression"),
        refers("figure", "part_of", "figure"),
        refers("figure", "event_id", "event"),
    )
    index("figure", "kind", "time_id", "part_of", "event_id")
    op.create_table(
        "figure_category",
        has("figure_id", sa.Integer),
        has("category"),
        key("figure_category", "figure_id", "category"),
        refers("figure_category", "figure_id", "figure"),
    )


def downgrade() -> None:
    for table in ("figure_category", "figure", "event", "time_expression", "document", "source", "place"):
        op.drop_table(table)
