"""What single steps of the schema do to the rows that are there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, inspect, text

from tests.store.articles import TEXT, article, database, dump, stored
from timeline.store.asking.queries import events_between
from timeline.store.feeds import feed_state, remember_entry, remember_poll
from timeline.store.opening import migrating
from timeline.store.opening.database import one_migration, upgrade
from timeline.values import Event, Location

NOON = datetime(2023, 5, 10, 12, tzinfo=UTC)
NAMES = ("طرابلس", "طرابلس", "القطاع")
LIBYA = Location("ly", "طرابلس", "city", "LY", "طرابلس", None, 32.9, 13.2, "city", ("طرابلس (LB)",))
LEBANON = replace(LIBYA, gazetteer_id="lb", country="LB", latitude=34.4, longitude=35.8, alternatives=())


def _down(engine: Engine, revision: str) -> None:
    with one_migration(engine) as connection:
        migrating.downgrade(connection, revision)


def test_what_was_read_before_has_no_confidence(tmp_path: Path) -> None:
    engine = database(tmp_path, article())
    _down(engine, "0002")
    assert "confidence" not in {column["name"] for column in inspect(engine).get_columns("time_expression")}
    upgrade(engine)
    with engine.connect() as connection:
        assert set(connection.scalars(text("SELECT confidence FROM time_expression"))) == {None}
    stored(engine, article(text=TEXT + " "))  # read again: only then is it known
    with engine.connect() as connection:
        assert set(connection.scalars(text("SELECT confidence FROM time_expression"))) == {1.0}
    engine.dispose()


def test_places_go_down_to_one_row_a_name_and_up_again(tmp_path: Path) -> None:
    """«طرابلس» of two countries is one row in 0002; every event keeps its place, and reading again tells them apart."""
    words = "طرابلس وطرابلس ثم القطاع"
    first, second, third = (Event(f"e{n}", n, n + 1, "attack", place=name) for n, name in enumerate(NAMES))
    read = replace(
        article(),
        document=replace(article().document, text=words),
        times=(),
        figures=(),
        events=(replace(first, location=LIBYA), replace(second, location=LEBANON), third),
    )
    engine = database(tmp_path, read)
    assert [row[4] for row in dump(engine)["place"]] == ["ly", "lb", ""]
    _down(engine, "0002")
    assert _places(engine) == list(NAMES)
    upgrade(engine)
    assert _places(engine) == list(NAMES)
    assert [row[4] for row in dump(engine)["place"]] == ["", ""]
    stored(engine, read, extractor="2")
    assert [row[4] for row in dump(engine)["place"]] == ["", "", "ly", "lb"]
    assert [row.country for row in events_between(engine)] == ["LY", "LB", None]
    engine.dispose()


def test_watched_feeds_go_down_with_what_was_seen_and_come_back_empty(tmp_path: Path) -> None:
    engine = database(tmp_path, article())
    feed = feed_state(engine, "https://example.org/rss")
    remember_entry(engine, feed, "https://example.org/a", None, NOON)
    remember_poll(engine, feed, NOON, '"1"')
    before = dump(engine)
    _down(engine, "0007")
    assert not {"feed", "feed_entry"} & set(inspect(engine).get_table_names())
    upgrade(engine)
    after = dump(engine)
    assert (len(before["feed"]), len(before["feed_entry"])) == (1, 1)
    assert after == before | {"feed": [], "feed_entry": []}
    assert feed_state(engine, "https://example.org/rss").polled_at is None
    engine.dispose()


def _places(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return list(connection.scalars(text("SELECT place FROM timeline_events ORDER BY id")))
