"""The migrations make exactly what the models say, and lose nothing on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, inspect, text

from tests.store.articles import article, database, dump, running_total, stored
from timeline.store import migrating
from timeline.store.database import one_migration, open_database, upgrade
from timeline.store.models import FIGURE, Row

ROOT = Path(__file__).parents[2]
VIEWS = {"timeline_events", "reported_figures", "tolls", "daily_figures", "documents", "unresolved_times"}


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = database(tmp_path, article())
    yield engine
    engine.dispose()


def test_alembic_finds_nothing_to_add(engine: Engine) -> None:
    with engine.connect() as connection:
        migrating.check(connection)


def test_alembic_would_find_something(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE place ADD COLUMN population INTEGER"))
        context = MigrationContext.configure(connection)
        assert len(compare_metadata(context, Row.metadata)) == 1


def test_the_schema_is_that_of_the_models(engine: Engine, tmp_path: Path) -> None:
    """Alembic's check does not see CHECK constraints; this does."""
    made = create_engine(f"sqlite:///{tmp_path}/models.db")
    Row.metadata.create_all(made)
    with engine.connect() as migrated, made.connect() as modelled:
        assert _schema(migrated) == _schema(modelled)
    made.dispose()


def _schema(connection: Connection) -> dict[str, list[str]]:
    query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'view' AND name <> 'alembic_version'"
    # A table that was rebuilt has its name in quotation marks.
    statements = {name: sql.strip().replace(f'"{name}"', name) for name, sql in connection.execute(text(query))}
    return {name: sorted(re.split(r",?\s*\n\s*", sql)) for name, sql in statements.items()}


def test_down_and_up_again(engine: Engine) -> None:
    before = dump(engine)
    with one_migration(engine) as connection:
        migrating.downgrade(connection, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    assert inspect(engine).get_view_names() == []
    upgrade(engine)
    assert set(inspect(engine).get_view_names()) == VIEWS
    assert not any(dump(engine).values())
    stored(engine, article())
    assert dump(engine) == before


def test_each_step_down_and_up_keeps_the_rows_it_can(engine: Engine) -> None:
    stored(engine, running_total(90, 10))
    before = dump(engine)
    with one_migration(engine) as connection:
        migrating.downgrade(connection, "0001")
    upgrade(engine)
    assert _older(dump(engine)) == _older(before)
    # What has no room in the older schema is read again.
    assert stored(engine, article(), running_total(90, 10)).changed == 2
    assert _without_ids(dump(engine)) == _without_ids(before)


def _without_ids(rows: dict[str, list[tuple[object, ...]]]) -> dict[str, int]:
    return {name: len(found) for name, found in rows.items()}


def _older(rows: dict[str, list[tuple[object, ...]]]) -> dict[str, list[tuple[object, ...]]]:
    """The rows as the first schema has them."""
    names = [column.name for column in FIGURE.columns]
    new = {names.index(name) for name in ("source_role", "claimant", "place_id", "since", "toll_id")}
    figures = [tuple(cell for place, cell in enumerate(row) if place not in new) for row in rows["figure"]]
    kept = "time_expression", "event", "figure_category", "source"
    return {"figure": figures} | {name: rows[name] for name in kept}


def test_rebuilding_a_table_keeps_the_rows_that_point_to_it(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite changes a column by dropping the table: with foreign keys on, that would take every mention along."""
    with one_migration(engine) as connection:
        migrating.downgrade(connection, "0001")
    before = dump(engine)
    monkeypatch.setattr(migrating, "upgrade", _rebuild)
    upgrade(engine)
    assert dump(engine) == before


def _rebuild(connection: Connection) -> None:
    assert connection.scalar(text("PRAGMA foreign_keys")) == 0
    connection.execute(text("CREATE TABLE other AS SELECT * FROM document"))
    connection.execute(text("DROP TABLE document"))
    connection.execute(text("ALTER TABLE other RENAME TO document"))


def test_a_step_that_fails_changes_nothing(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    with one_migration(engine) as connection:
        migrating.downgrade(connection, "0001")
    before = dump(engine)

    def half(connection: Connection) -> None:
        connection.execute(text("DROP TABLE figure_category"))
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(migrating, "upgrade", half)
        with pytest.raises(RuntimeError):
            upgrade(engine)
    assert dump(engine) == before
    with engine.connect() as connection:
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1


def test_alembic_own_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", str(tmp_path / "timeline.db"))
    config = Config(str(ROOT / "alembic.ini"))
    command.upgrade(config, "head")
    command.check(config)
    engine = open_database(tmp_path / "timeline.db")
    assert set(inspect(engine).get_view_names()) == VIEWS
    engine.dispose()


def test_alembic_own_command_line_loses_no_rows(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite rebuilds the table of figures, with their groups and parts hanging on it."""
    before = dump(engine)
    monkeypatch.setenv("TIMELINE_DATABASE_URL", str(engine.url.database))
    config = Config(str(ROOT / "alembic.ini"))
    command.downgrade(config, "0002")
    command.upgrade(config, "head")
    assert _older(dump(engine)) == _older(before)


def test_files_are_numbered_in_the_order_in_which_they_run() -> None:
    scripts = list(ScriptDirectory.from_config(migrating.settings()).walk_revisions())[::-1]
    numbers = [f"{number:04d}" for number in range(1, len(scripts) + 1)]
    assert [script.revision for script in scripts] == numbers
    assert [Path(script.path).name[:5] for script in scripts] == [f"{number}_" for number in numbers]


def test_the_next_file_gets_the_next_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a copy, so that the project is left alone."""
    for path in (ROOT / "migrations").rglob("*.[pm]*"):
        copy = tmp_path / "migrations" / path.relative_to(ROOT / "migrations")
        if "__pycache__" not in path.parts:
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "alembic.ini").write_text((ROOT / "alembic.ini").read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setenv("TIMELINE_DATABASE_URL", str(tmp_path / "timeline.db"))
    config = Config(str(tmp_path / "alembic.ini"))
    command.upgrade(config, "head")
    command.revision(config, "something new", autogenerate=True)
    names = sorted(path.name for path in (tmp_path / "migrations" / "versions").glob("0*.py"))
    assert names[-1] == f"{len(names):04d}_something_new.py"
