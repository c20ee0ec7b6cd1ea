"""What is stored, and that storing it again changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import Engine, text

from tests.store.articles import AT, EAST, FEW, READ_AT, article, dump, stored
from timeline.store.opening.problems import DatabaseProblem
from timeline.store.writing.save import Saved, save
from timeline.values import Document, Event, Extraction, Figure

LATER = READ_AT + timedelta(days=1)


def one(engine: Engine, query: str) -> tuple[object, ...]:
    """The only row, with instants as SQLite writes them."""
    with engine.connect() as connection:
        return tuple(map(_written, connection.execute(text(query)).one()))


def _written(value: object) -> object:
    return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if isinstance(value, datetime) else value


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "SELECT label, type, value, mod, signal, begin, end_time, begin_utc, end_utc, rule, reading, alternatives"
            " FROM time_expression WHERE label = 't1'",
            ("t1", "TIME", "2023-05-09TDA", None, "since", "2023-05-09T03:00", "2023-05-10T20:15",
             "2023-05-09T00:00:00Z", "2023-05-10T17:15:00Z", "r", "p", None),
        ),
        ("SELECT begin, end_time, begin_utc, end_utc FROM time_expression WHERE label = 't2'", (None,) * 4),
        (
            "SELECT published, published_utc, published_offset, published_from, extractor, read_at FROM document",
            ("2023-05-10T20:15:00+03:00", "2023-05-10T17:15:00Z", 180, "given", "1", "2024-01-01T00:00:00Z"),
        ),
        ("SELECT s.name FROM document d JOIN source s ON s.id = d.source_id", ("وكالة المثال",)),
        ("SELECT w.label FROM figure f JOIN figure w ON w.id = f.part_of", ("f1",)),
        ("SELECT categories, source, text FROM reported_figures WHERE low = 4", ("children ps", "وزارة الصحة", "4 أطفال")),
        ("SELECT e.label, p.latitude FROM event e JOIN place p ON p.id = e.place_id WHERE p.name = 'القطاع'", ("e1", None)),
        ("SELECT sentence FROM event WHERE label = 'e2'", ("وقع انفجار في وقت سابق.",)),
        (
            'SELECT count(*) FROM figure f JOIN document d ON f.text = substr(d.text, f.start + 1, f."end" - f.start)',
            (2,),
        ),
    ],
)  # fmt: skip
def test_what_is_stored(engine: Engine, query: str, expected: tuple[object, ...]) -> None:
    stored(engine, article())
    assert one(engine, query) == expected


def test_only_what_changed_is_written(engine: Engine) -> None:
    stored(engine, article(), FEW)
    before = dump(engine)
    assert stored(engine, article(title="عنوان"), FEW, at=LATER) == Saved(changed=1, unchanged=1)
    after = dump(engine)
    assert [name for name in before if before[name] != after[name]] == ["document"]


def test_a_new_reading_replaces_the_old_one(engine: Engine) -> None:
    stored(engine, article(), FEW)
    better = replace(article(), events=(), figures=())
    assert stored(engine, better, at=LATER, extractor="2") == Saved(changed=1)
    rows = dump(engine)
    assert (len(rows["event"]), len(rows["figure"]), len(rows["figure_category"])) == (2, 2, 3)
    assert one(engine, "SELECT extractor, read_at FROM document WHERE given_id = 'a1'") == ("2", "2024-01-02T00:00:00Z")


def test_titles_and_outlets_are_not_forgotten(engine: Engine) -> None:
    stored(engine, article(url=AT, title="عنوان"))
    assert stored(engine, article(outlet=None)) == Saved(unchanged=1)


HUGE = 10**30


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (2**63 - 1, 2**63 - 1, (2**63 - 1, 2**63 - 1, "range")),
        (HUGE, HUGE, (2**63 - 1, None, "at_least")),
        (5, HUGE, (5, None, "at_least")),
    ],
)
def test_counts_beyond_64_bits(engine: Engine, low: int, high: int, expected: tuple[object, ...]) -> None:
    figure = Figure("f1", 0, 1, "killed", low, high, "range")
    stored(engine, Extraction(Document("d", "نص"), figures=(figure,)))
    assert one(engine, "SELECT low, high, qualifier FROM figure") == expected


def test_what_is_no_text_becomes_a_replacement_character(engine: Engine) -> None:
    event = Event("e1", 2, 6, "attack", place="\udc80", sentence=(0, 6))
    document = Document("i\x00", "\x00\ud800هجوم", url="u\udfff", title="\x00", outlet="o\x00")
    stored(engine, Extraction(document, events=(event,)))
    assert one(engine, "SELECT text, sentence, place, url, title, outlet FROM timeline_events") == (
        "هجوم", "\ufffd\ufffdهجوم", "\ufffd", "u\ufffd", "\ufffd", "o\ufffd",
    )  # fmt: skip


@pytest.mark.parametrize(
    "published", [datetime(1, 1, 1, tzinfo=EAST), datetime(9999, 12, 31, 23, tzinfo=timezone(-timedelta(hours=3)))]
)
def test_the_edges_of_the_calendar(engine: Engine, published: datetime) -> None:
    stored(engine, article(published=published))
    assert one(engine, "SELECT published, published_utc FROM document") == (published.isoformat(), None)


def with_(**fields: object) -> Extraction:
    return replace(article(), **fields)  # type: ignore[arg-type]  # fields of any type


OTHER: Any = "بائد"
EVENT, FIGURE, TIME = article().events[0], article().figures[1], article().times[0]


@pytest.mark.parametrize(
    ("extraction", "why"),
    [
        (with_(events=(replace(EVENT, end=9999),), figures=()), "event e1 lies outside the text"),
        (with_(events=(replace(EVENT, sentence=(5, 2)),), figures=()), "event e1 lies outside the text"),
        (with_(times=(), figures=()), "event e1 refers to the time t1, which is not there"),
        (with_(figures=(replace(FIGURE, part_of="f9"),)), "figure f1 refers to the part_of f9, which is not there"),
        (with_(events=()), "figure f2 refers to the event e1, which is not there"),
        (with_(figures=(FIGURE, FIGURE)), "figure f1 is there twice"),
        (with_(figures=(replace(FIGURE, part_of="f1"),)), "figure f1 is a part of itself"),
        (
            with_(figures=(replace(FIGURE, part_of="f2"), replace(article().figures[0], part_of="f1"))),
            "figure f1 is a part of itself",
        ),
        (with_(figures=(replace(FIGURE, low=5, high=3),)), "figure f1 counts from 5 to 3"),
        (with_(figures=(replace(FIGURE, low=-1),)), "figure f1 counts from -1 to 21"),
        (with_(figures=(replace(FIGURE, kind=OTHER),)), "figure f1 has the unknown kind 'بائد'"),
        (with_(times=(replace(TIME, signal=OTHER), article().times[1])), "time t1 has the unknown signal 'بائد'"),
    ],
)
def test_a_contradiction_is_refused_and_the_rest_is_stored(engine: Engine, extraction: Extraction, why: str) -> None:
    assert stored(engine, FEW, extraction) == Saved(new=1, refused=(f"a1: {why}",))
    assert len(dump(engine)["document"]) == 1


# A table that refuses its rows, in the middle of a document.
STOP = {
    "sqlite": ["CREATE TRIGGER stop BEFORE INSERT ON figure_category BEGIN SELECT raise(ABORT, 'stop'); END"],
    "postgresql": [
        "CREATE FUNCTION pg_temp.stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'stop'; END $$",
        "CREATE TRIGGER stop BEFORE INSERT ON figure_category EXECUTE FUNCTION pg_temp.stop()",
    ],
}


def test_a_failure_in_the_middle_leaves_nothing(engine: Engine) -> None:
    with engine.begin() as connection:
        for statement in STOP[engine.dialect.name]:
            connection.execute(text(statement))
    with pytest.raises(DatabaseProblem, match=r" answered: stop\b"):
        stored(engine, article())
    assert not any(dump(engine).values())


def test_a_failure_while_reading_leaves_nothing(engine: Engine) -> None:
    def broken() -> object:
        yield article()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        save(engine, broken(), READ_AT, "1")  # type: ignore[arg-type]  # what breaks is the point
    assert not any(dump(engine).values())


def test_the_time_of_reading_needs_an_offset(engine: Engine) -> None:
    with pytest.raises(ValueError, match="offset"):
        save(engine, [], READ_AT.replace(tzinfo=None), "1")


def test_a_document_takes_all_its_rows_with_it(engine: Engine) -> None:
    stored(engine, article())
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM document"))
    left = {name for name, rows in dump(engine).items() if rows}
    assert left == {"source", "place"}


def test_many_documents_in_one_call(engine: Engine) -> None:
    many = [Extraction(Document(str(n), f"خبر {n}", url=f"https://example.org/{n}")) for n in range(10_001)]
    assert stored(engine, *many).new == 10_001
    assert save(engine, many, datetime.now(UTC), "1").unchanged == 10_001
