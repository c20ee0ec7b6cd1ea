"""How Alembic reaches the database and the models, for the program and for its own command line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from alembic import context
from alembic.operations.ops import MigrationScript
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from timeline.store.models import Row
from timeline.store.models.columns import UtcInstant
from timeline.store.opening.database import connect, database_url, one_migration


def number(_context: Any, _revision: Any, directives: list[MigrationScript]) -> None:
    """0002 after 0001: names that list in order."""
    for script in directives:
        steps = ScriptDirectory.from_config(context.config).walk_revisions()
        script.rev_id = f"{sum(1 for _ in steps) + 1:04d}"


def render(kind: str, item: Any, _autogen: Any) -> str | Literal[False]:
    """A migration must outlive the code of today: it names SQLAlchemy's types, not ours."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, UtcInstant) else False


def is_ours(name: str | None, _kind: str, _parents: Any) -> bool:
    """The index of the search is made by hand: SQLAlchemy has no words for it."""
    return not (name or "").startswith("article_words")


def migrate(connection: Connection) -> None:
    """Runs whatever the command asks for on `connection`."""
    context.configure(
        connection=connection,
        target_metadata=Row.metadata,
        render_as_batch=True,
        render_item=render,
        include_name=is_ours,
        process_revision_directives=number,
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def given() -> Iterable[Connection]:
    """The connection that the program passed, else one to the database of the environment."""
    if connection := context.config.attributes.get("connection"):
        yield connection
        return
    engine = connect(database_url())
    with one_migration(engine) as connection:
        yield connection
    engine.dispose()


for each in given():
    migrate(each)
