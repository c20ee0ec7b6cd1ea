"""Events and figures have the bounds of their times in their own rows; what is long comes last in an article's row."""

from __future__ import annotations

from importlib import import_module
from typing import Literal

import sqlalchemy as sa
from alembic import op

from migrations.rebuilding import views_aside

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: str | None = None
depends_on: str | None = None

DATED = {"event": "type", "figure": "kind"}
"""What has a time, and by which of its columns it is asked for."""
OUT_OF_USE = ("type", "begin", "begin_utc")
"""Columns of `time_expression` whose indexes no query uses any more."""

BOUNDS = ", ".join(
    f'"{name}" = (SELECT t."{name}" FROM time_expression t'
    " WHERE t.id = {table}.time_id AND coalesce(t.reviewed, '') <> 'rejected')"
    for name in ("begin", "end_time")
)
# Who repeated the article, as one text: "first outlet; second outlet".
_CARRIERS = """(SELECT DISTINCT cs.name FROM document c JOIN source cs ON cs.id = c.source_id
            WHERE c.copy_of = d.id ORDER BY cs.name) each_carrier) AS carried_by"""
CARRIERS = {
    "sqlite": f"(SELECT group_concat(name, '; ') FROM {_CARRIERS}",
    "postgresql": f"(SELECT string_agg(name, '; ' ORDER BY name) FROM {_CARRIERS}",
}

SHORT_FIRST = (
    "id given_id source_id copy_of published published_utc published_offset published_from url title extractor read_at"
    " text_sha256 reading_sha256 text folded"
)
AS_IT_WAS = (
    "id given_id source_id url title text text_sha256 reading_sha256 published published_utc published_offset"
    " published_from extractor read_at folded copy_of"
)


def upgrade() -> None:
    _say_who_carried_it(True)
    with views_aside():
        for table, kind in DATED.items():
            _add_bounds(table, kind)
        _reorder(SHORT_FIRST)
    for name in OUT_OF_USE:
        op.drop_index(op.f(f"ix_time_expression_{name}"), "time_expression")
    unresolved = sa.text('"begin" IS NULL AND end_time IS NULL')
    op.create_index(
        op.f("ix_time_expression_document_id_start"), "time_expression", ["document_id", "start"],
        sqlite_where=unresolved, postgresql_where=unresolved,
    )  # fmt: skip


def downgrade() -> None:
    op.drop_index(op.f("ix_time_expression_document_id_start"), "time_expression")
    for name in OUT_OF_USE:
        op.create_index(op.f(f"ix_time_expression_{name}"), "time_expression", [name])
    with views_aside():
        _reorder(AS_IT_WAS)
        for table, kind in DATED.items():
            _drop_bounds(table, kind)
    _say_who_carried_it(False)


def _add_bounds(table: str, kind: str) -> None:
    with op.batch_alter_table(table, recreate=_on_sqlite()) as batch:
        batch.add_column(sa.Column("begin", sa.Text(), nullable=True))
        batch.add_column(sa.Column("end_time", sa.Text(), nullable=True))
        batch.add_column(
            sa.Column("moment", sa.Text(), sa.Computed('coalesce("begin", end_time)', persisted=True), nullable=True)
        )
    op.execute(f"UPDATE {table} SET {BOUNDS.format(table=table)} WHERE time_id IS NOT NULL")
    op.create_index(op.f(_name(table, kind)), table, ["moment", "begin", "end_time", kind, "document_id", "reviewed"])


def _drop_bounds(table: str, kind: str) -> None:
    op.drop_index(op.f(_name(table, kind)), table)
    with op.batch_alter_table(table, recreate=_on_sqlite()) as batch:
        batch.drop_column("moment")
        batch.drop_column("begin")
        batch.drop_column("end_time")


def _name(table: str, kind: str) -> str:
    return f"ix_{table}_moment_begin_end_time_{kind}_document_id_reviewed"


def _reorder(names: str) -> None:
    """Puts the columns of `document` in that order. PostgreSQL keeps what is long elsewhere, in whatever order."""
    if op.get_context().dialect.name == "sqlite":
        with op.batch_alter_table("document", recreate="always", partial_reordering=[tuple(names.split())]):
            pass


def _on_sqlite() -> Literal["always", "never"]:
    """SQLite would add a column to the text of the table as it was written, not as the models write it."""
    return "always" if op.get_context().dialect.name == "sqlite" else "never"


def _say_who_carried_it(also: bool) -> None:
    """The views of events and figures, with the outlets that repeated the article or without."""
    dialect = op.get_context().dialect.name
    events = import_module("migrations.versions.0006_reviewed_views").VIEWS[0]
    tolls = import_module("migrations.versions.0007_tolls")
    figures = tolls.REPORTED_FIGURES.format(categories=tolls.CATEGORIES[dialect], **tolls.NOW)
    for name, view, tables in (("timeline_events", events, "event e"), ("reported_figures", figures, "figure f")):
        op.execute(f"DROP VIEW {name}")
        before = f"\n    FROM {tables}"
        op.execute(view.replace(before, f"\n        , {CARRIERS[dialect]}{before}") if also else view)
