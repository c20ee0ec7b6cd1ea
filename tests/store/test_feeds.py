"""What is remembered of watched feeds, on both engines."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from timeline.store.feeds import TRIES, feed_state, known_entries, remember_entry, remember_poll

FEED = "https://example.org/rss"
NOON = datetime(2023, 5, 10, 12, tzinfo=UTC)
A, B, C = (f"https://example.org/{name}" for name in "abc")


def test_a_feed_is_as_it_was_left(engine: Engine) -> None:
    first = feed_state(engine, FEED)
    assert (first.etag, first.modified, first.polled_at, first.has_tries_left) == (None, None, None, False)
    remember_poll(engine, first, NOON, '"1"', "yesterday")
    again = feed_state(engine, FEED)
    assert (again.id, again.etag, again.modified, again.polled_at) == (first.id, '"1"', "yesterday", NOON)
    assert feed_state(engine, FEED + "2").id != first.id


def test_an_entry_is_known_once_it_was_read_or_tried_often_enough(engine: Engine) -> None:
    feed, other = feed_state(engine, FEED), feed_state(engine, FEED + "2")
    remember_entry(engine, feed, A, None, NOON)
    for hours in range(TRIES):
        assert known_entries(engine, feed, [A, B, C, A]) == {A}
        remember_entry(engine, feed, B, "404", NOON + timedelta(hours=hours))
        assert feed_state(engine, FEED).has_tries_left is (hours + 1 < TRIES)
    assert known_entries(engine, feed, [A, B, C]) == {A, B}
    assert known_entries(engine, other, [A, B, C]) == set()
    assert known_entries(engine, feed, [f"{A}{number}" for number in range(2_000)]) == set()


def test_an_entry_that_is_read_at_last_is_not_tried_again(engine: Engine) -> None:
    feed = feed_state(engine, FEED)
    remember_entry(engine, feed, A, "503", NOON)
    remember_entry(engine, feed, A, None, NOON)
    assert known_entries(engine, feed, [A]) == {A}
    assert not feed_state(engine, FEED).has_tries_left
