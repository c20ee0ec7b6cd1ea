"""Words to search for, copies of one wire, what people reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from migrations.rebuilding import views_aside
from timeline.store.search_words import search_words
from timeline.store.writing.likeness import fingerprints, sequences

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | None = None
depends_on: str | None = None

REVIEWED = ("time_expression", "event", "figure")
VERDICTS = "reviewed IN ('accepted', 'corrected', 'rejected')"

# The index follows the table by itself, whoever writes to it. It holds no text of its own (`content`).
SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE article_words USING fts5("
    "folded, content='document', content_rowid='id', tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER article_words_added AFTER INSERT ON document BEGIN"
    " INSERT INTO article_words (rowid, folded) VALUES (new.id, new.folded); END",
    "CREATE TRIGGER article_words_removed AFTER DELETE ON document BEGIN"
    " INSERT INTO article_words (article_words, rowid, folded) VALUES ('delete', old.id, old.folded); END",
    "CREATE TRIGGER article_words_changed AFTER UPDATE OF folded ON document WHEN old.folded <> new.folded BEGIN"
    " INSERT INTO article_words (article_words, rowid, folded) VALUES ('delete', old.id, old.folded);"
    " INSERT INTO article_words (rowid, folded) VALUES (new.id, new.folded); END",
    "INSERT INTO article_words (article_words) VALUES ('rebuild')",
)
# PostgreSQL refuses to index more than a megabyte of one text: words beyond that many characters are not found.
POSTGRESQL_SEARCH = ("CREATE INDEX article_words ON document USING gin (to_tsvector('simple', left(folded, 200000)))",)


def upgrade() -> None:
    with views_aside():
        _add_columns()
    _create_fingerprint()
    _create_review()
    lite = op.get_context().dialect.name == "sqlite"
    for statement in SQLITE_SEARCH if lite else POSTGRESQL_SEARCH:
        op.execute(sa.text(statement))


def _add_columns() -> None:
    with op.batch_alter_table("document") as batch:
        batch.add_column(sa.Column("folded", sa.Text(), nullable=True))
        batch.add_column(sa.Column("copy_of", sa.Integer(), nullable=True))
        batch.create_foreign_key(
            op.f("fk_document_copy_of_document"), "document", ["copy_of"], ["id"], ondelete="SET NULL"
        )
    _fold()
    with op.batch_alter_table("document") as batch:
        batch.alter_column("folded", existing_type=sa.Text(), nullable=False)
    op.create_index(op.f("ix_document_copy_of"), "document", ["copy_of"])
    for table in REVIEWED:
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column("reviewed", sa.Text(), nullable=True))
            batch.add_column(sa.Column("machine", sa.Text(), nullable=True))
            batch.create_check_constraint(op.f(f"ck_{table}_reviewed"), VERDICTS)


def _fold() -> None:
    """The words of the articles that are there."""
    folded = sa.text("UPDATE document SET folded = :folded WHERE id = :id")
    for row in _documents():
        op.get_bind().execute(folded, {"id": row.id, "folded": search_words(row.title, row.text)})


def _documents() -> Iterator[sa.Row[Any]]:
    """Every article, a thousand at a time."""
    some = sa.text("SELECT id, title, text FROM document WHERE id > :last ORDER BY id LIMIT 1000")
    last = 0
    while rows := op.get_bind().execute(some, {"last": last}).all():
        yield from rows
        last = rows[-1].id


def _create_fingerprint() -> None:
    op.create_table(
        "fingerprint",
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_fingerprint_document_id_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("hash", "document_id", name=op.f("pk_fingerprint")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_fingerprint_document_id"), "fingerprint", ["document_id"])
    _fingerprint()


def _fingerprint() -> None:
    """What the articles that are there leave, so that the next ones are seen to repeat them."""
    connection = op.get_bind()
    leave = sa.text("INSERT INTO fingerprint (hash, document_id) VALUES (:hash, :id)")
    for row in _documents():
        hashes = fingerprints(sequences(search_words(row.text)))
        connection.execute(leave, [{"hash": each, "id": row.id} for each in hashes])


def _create_review() -> None:
    op.create_table(
        "review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
        sa.CheckConstraint("item IN ('time', 'event', 'figure')", name=op.f("ck_review_item")),
        sa.CheckConstraint(
            "verdict IN ('accepted', 'corrected', 'rejected', 'undone')", name=op.f("ck_review_verdict")
        ),
        sa.CheckConstraint('start >= 0 AND "end" >= start', name=op.f("ck_review_span")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_review_document_id_document"), ondelete="CASCADE"
        ),
    )
    op.create_index(op.f("ix_review_document_id"), "review", ["document_id"])


def downgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        for name in ("added", "removed", "changed"):
            op.execute(f"DROP TRIGGER article_words_{name}")
        op.drop_table("article_words")
    else:
        op.drop_index("article_words", "document")
    op.drop_table("review")
    op.drop_table("fingerprint")
    with views_aside():
        _drop_columns()


def _drop_columns() -> None:
    for table in REVIEWED:
        with op.batch_alter_table(table) as batch:
            batch.drop_constraint(op.f(f"ck_{table}_reviewed"), type_="check")
            batch.drop_column("machine")
            batch.drop_column("reviewed")
    op.drop_index(op.f("ix_document_copy_of"), "document")
    with op.batch_alter_table("document") as batch:
        batch.drop_constraint(op.f("fk_document_copy_of_document"), type_="foreignkey")
        batch.drop_column("copy_of")
        batch.drop_column("folded")
