"""What `timeline database check` sees, and copies of a database in use."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text

from tests.store.articles import FEW, article, database, dump, stored
from timeline.store.opening.backup import back_up
from timeline.store.opening.database import open_database, reading, writing
from timeline.store.opening.health import GATES, faults
from timeline.store.opening.problems import DatabaseProblem

FAULTS = {
    "the words of a time_expression": "UPDATE time_expression SET text = 'غد' WHERE id = 1",
    "the words of a event": "UPDATE event SET start = start + 1 WHERE id = 1",
    "the words of a figure": 'UPDATE figure SET "end" = 9999 WHERE id = 1',
    "the sentence of event": "UPDATE event SET sentence = 'قال' WHERE id = 1",
    "the sentence of figure": "UPDATE figure SET sentence_end = 9999 WHERE id = 1",
    "a time ends before": "UPDATE time_expression SET end_time = '2001-01-01T00:00' WHERE id = 1",
    "a figure is a part of itself": "UPDATE figure SET part_of = id WHERE id = 1",
    "the time_id of a event": "UPDATE event SET time_id = 3 WHERE id = 1",
    "the time_id of a figure": "UPDATE figure SET time_id = 3 WHERE id = 1",
    "the event_id of a figure": "UPDATE figure SET event_id = 3 WHERE id = 1",
    "the part_of of a figure": "UPDATE figure SET part_of = 3 WHERE id = 1",
    "the bounds of a event": "UPDATE event SET end_time = NULL WHERE id = 1",
    "the bounds of a figure": "UPDATE time_expression SET reviewed = 'rejected' WHERE id = 1",
    "a copy is a copy of a copy": "UPDATE document SET copy_of = 3 - id",
    "an article is a copy of itself": "UPDATE document SET copy_of = id WHERE id = 1",
    "the search does not know": "UPDATE document SET folded = 'x' WHERE id = 2",
}


def found(engine: Engine) -> list[str]:
    with reading(engine) as connection:
        return list(faults(connection))


@pytest.mark.parametrize(("fault", "statement"), FAULTS.items())
def test_each_fault_is_named(engine: Engine, fault: str, statement: str) -> None:
    stored(engine, article(), FEW)
    assert found(engine) == []
    with writing(engine) as connection:
        connection.execute(text(statement))
    assert any(line.startswith(fault) and "(id " in line for line in found(engine))


def test_every_gate_but_what_the_table_forbids_is_tried() -> None:
    tried = {what for what in GATES if any(what.startswith(fault) for fault in FAULTS)}
    assert set(GATES) - tried == {"a figure counts from more to less"}


def test_damage_to_the_file(tmp_path: Path) -> None:
    path = tmp_path / "timeline.db"
    database(tmp_path, article()).dispose()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE figure SET event_id = 99")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'TEXT,', 'TEXT NOT NULL,') WHERE name = 'document'"
        )
    engine = create_engine(f"sqlite:///{path}")
    damaged, dangling, *_ = found(engine)
    engine.dispose()
    assert damaged.startswith("the file is damaged (NULL value in document")
    assert dangling.startswith("a row of figure points to nothing")


@pytest.fixture
def source(tmp_path: Path) -> Iterator[Engine]:
    engine = database(tmp_path, article())
    yield engine
    engine.dispose()


def test_a_backup_while_somebody_writes(source: Engine, tmp_path: Path) -> None:
    before = dump(source)
    with writing(source) as connection:
        connection.execute(text("DELETE FROM event"))
        back_up(source, tmp_path / "copy.db")
    assert dump(source) != before
    copy = open_database(tmp_path / "copy.db")
    assert dump(copy) == before
    assert found(copy) == []
    copy.dispose()


def test_a_backup_of_what_is_still_in_the_log(source: Engine, tmp_path: Path) -> None:
    stored(source, FEW)
    assert (tmp_path / "timeline.db-wal").stat().st_size > 0
    back_up(source, tmp_path / "نسخة ?#.db")
    copy = open_database(tmp_path / "نسخة ?#.db")
    assert dump(copy) == dump(source)
    copy.dispose()


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("timeline.db", "is there already: give a new name"),
        ("missing/copy.db", "the folder of .* is missing"),
    ],
)
def test_a_backup_that_cannot_be(source: Engine, tmp_path: Path, target: str, message: str) -> None:
    before = dump(source)
    with pytest.raises(DatabaseProblem, match=message):
        back_up(source, tmp_path / target)
    assert dump(source) == before
    assert not list(tmp_path.glob("*unfinished"))


def test_a_server_is_copied_by_its_own_program(tmp_path: Path) -> None:
    engine = create_engine("postgresql+psycopg://ada:secret@host/news")
    with pytest.raises(DatabaseProblem, match=r"pg_dump --format=custom .*postgresql://ada@host/news") as caught:
        back_up(engine, tmp_path / "copy.dump")
    assert "secret" not in str(caught.value)
