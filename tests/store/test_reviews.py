"""What people decide, what the views then show, and that reading again keeps it."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from tests.store.articles import AT, READ_AT, TEXT, article, dump, stored
from timeline.store.asking.queries import all_events, all_figures
from timeline.store.asking.queries import article as stored_article
from timeline.store.reviewing.corrections import ReviewProblem
from timeline.store.reviewing.reviewable import decisions, reviewable
from timeline.store.reviewing.reviews import changes_given, read_reference, review
from timeline.values import Extraction

LATER = READ_AT + timedelta(days=1)


def decide(engine: Engine, name: str, verdict: Any, **changes: str) -> None:
    review(engine, read_reference(name), verdict, changes, who="سلمى", at=LATER, why="البيان")


def figure(engine: Engine, low: int) -> str:
    """The name of the figure of that count as it stands now, shown or not."""
    with engine.connect() as connection:
        return f"figure:{connection.scalar(text(f'SELECT id FROM figure WHERE low = {low}'))}"


def figures(engine: Engine) -> dict[int, str | None]:
    return {row.low: row.reviewed for row in all_figures(engine)}


@pytest.fixture
def filled(engine: Engine) -> Engine:
    stored(engine, article(url=AT))
    return engine


def test_who_when_before_after_and_why_are_kept(filled: Engine) -> None:
    decide(filled, figure(filled, 21), "corrected", low="22", high="25", qualifier="range")
    decide(filled, figure(filled, 4), "rejected")
    rejected, corrected = decisions(filled)
    assert (corrected.who, corrected.at, corrected.why, corrected.verdict) == ("سلمى", LATER, "البيان", "corrected")
    assert corrected.before == '{"low": 21, "high": 21, "qualifier": "exact"}'
    assert corrected.after == '{"low": 22, "high": 25, "qualifier": "range"}'
    assert (rejected.verdict, rejected.text, rejected.before) == ("rejected", "4 أطفال", None)


def test_views_show_what_counts_and_say_so(filled: Engine) -> None:
    whole, part = figure(filled, 21), figure(filled, 4)
    assert figures(filled) == {21: None, 4: None}
    decide(filled, whole, "accepted")
    decide(filled, part, "corrected", low="5", high="5")
    assert figures(filled) == {21: "accepted", 5: "corrected"}
    decide(filled, whole, "rejected")
    (left,) = all_figures(filled)
    assert (left.low, left.part_of) == (5, None)  # its whole is not there any more
    assert len(dump(filled)["figure"]) == 2
    documents = text("SELECT figures FROM documents")
    with filled.connect() as connection:
        assert connection.scalar(documents) == 1


def test_an_event_and_its_place(filled: Engine) -> None:
    decide(filled, "event:1", "corrected", type="shelling", place="رفح", status="alleged")
    row = next(row for row in all_events(filled) if row.id == 1)
    assert (row.type, row.place, row.status, row.reviewed) == ("shelling", "رفح", "alleged", "corrected")
    decide(filled, "event:1", "corrected", place="")
    assert next(row for row in all_events(filled) if row.id == 1).place is None
    decide(filled, "event:1", "rejected")
    assert [row.id for row in all_events(filled)] == [2]
    assert {row.event_id for row in all_figures(filled)} == {None}


@pytest.mark.parametrize(("countries", "found"), [(["LY"], "LY"), (["LY", "LB"], None), ([], None)])
def test_a_name_of_several_places_is_none_of_them(filled: Engine, countries: list[str], found: str | None) -> None:
    with filled.begin() as connection:
        for number, country in enumerate(countries, 900):
            row = {"id": number, "key": country, "country": country}
            connection.execute(
                text("INSERT INTO place (id, name, gazetteer_id, country) VALUES (:id, 'طرابلس', :key, :country)"), row
            )
    decide(filled, "event:1", "corrected", place="طرابلس")
    event = next(row for row in all_events(filled) if row.id == 1)
    assert (event.place, event.country) == ("طرابلس", found)


def test_a_time_is_corrected_for_all_that_hangs_on_it(filled: Engine) -> None:
    decide(filled, "time:1", "corrected", begin="2023-05-08", end_time="2023-05-08T06:00")
    row = next(row for row in all_events(filled) if row.id == 1)
    assert (row.begin, row.end_time, row.reviewed) == ("2023-05-08T00:00", "2023-05-08T06:00", "corrected")
    assert str(row.begin_utc) == "2023-05-07 21:00:00+00:00"
    decide(filled, "time:1", "rejected")
    assert next(row for row in all_events(filled) if row.id == 1).begin is None
    found = stored_article(filled, 1)
    assert found
    assert [time.text for time in found.times] == ["وقت سابق"]


@pytest.mark.parametrize("name", ["time:1", "event:1", "figure:1"])
def test_undoing_everything_leaves_what_was_read(filled: Engine, name: str) -> None:
    before = dump(filled)
    changes = {
        "time:1": {"begin": "2001-01-01", "signal": ""},
        "event:1": {"place": "رفح"},
        "figure:1": {"low": "1"},
    }[name]
    decide(filled, name, "corrected", **changes)
    decide(filled, name, "accepted")
    decide(filled, name, "rejected")
    for _ in range(3):
        decide(filled, name, "undone")
    after = dump(filled)
    assert {table for table in before if before[table] != after[table]} <= {"review", "place"}
    with pytest.raises(ReviewProblem, match="has no review to undo"):
        decide(filled, name, "undone")


def read_better(**changes: Any) -> Extraction:
    """The article as a newer version reads it: a figure more at its beginning, so that all row ids are others."""
    better = article(url=AT)
    first = replace(better.figures[0], id="f0", start=0, end=4, kind="injured", part_of=None)
    whole = replace(better.figures[1], **changes)
    return replace(better, figures=(first, better.figures[0], whole))


def test_reading_again_keeps_reviews(filled: Engine) -> None:
    decide(filled, figure(filled, 21), "corrected", low="22", high="22")
    decide(filled, figure(filled, 4), "rejected")
    decide(filled, "event:1", "accepted")
    before = list(decisions(filled))
    for extraction in (read_better(), article(url=AT), read_better(low=7, high=7)):
        stored(filled, extraction, at=LATER, extractor="2")
        assert {row.low: row.reviewed for row in all_figures(filled) if row.kind == "killed"} == {22: "corrected"}
        assert next(row for row in all_events(filled) if row.type == "air_strike").reviewed == "accepted"
    assert list(decisions(filled)) == before
    decide(filled, figure(filled, 22), "undone")
    assert figures(filled)[7] is None


def test_another_kind_at_the_same_place_is_another_thing(filled: Engine) -> None:
    decide(filled, figure(filled, 21), "rejected")
    stored(filled, read_better(kind="injured"), at=LATER, extractor="2")
    assert figures(filled)[21] is None


def test_a_review_follows_its_words_when_the_text_moves(filled: Engine) -> None:
    decide(filled, figure(filled, 21), "corrected", low="22", high="22")
    stored(filled, article(f"عاجل. {TEXT}", url=AT))
    assert figures(filled)[22] == "corrected"
    stored(filled, article(TEXT.replace("21 فل", "35 فل").replace("35 فلسطينياً", "21 فلسطينياً ثم"), url=AT))
    assert figures(filled)[22] == "corrected"


@pytest.mark.parametrize(
    ("name", "changes", "message"),
    [
        ("figure:1", {"low": "9", "high": "3"}, "cannot count from 9 to 3"),
        ("figure:1", {"high": "1"}, "cannot count from 4 to 1"),
        ("figure:1", {"low": "-1"}, "it takes a whole number"),
        ("figure:1", {"low": ""}, "low cannot be empty"),
        ("figure:1", {"low": "9" * 30}, "it takes a whole number"),
        ("figure:1", {"kind": "murdered"}, "it takes one of killed, injured"),
        ("figure:1", {"text": "x"}, "text of a figure cannot be corrected, only kind, low"),
        ("event:1", {"type": "Air Strike"}, "a type of docs/reading.md"),
        ("event:1", {"time_id": "1"}, "time_id of a event cannot be corrected"),
        ("time:1", {"begin": "أمس"}, "a local time such as"),
        ("time:1", {"begin": "2023-06-01"}, "cannot end .* before it begins"),
        ("figure:99", {"low": "1"}, "there is no figure:99"),
    ],
)
def test_what_cannot_be_is_refused(filled: Engine, name: str, changes: dict[str, str], message: str) -> None:
    before = dump(filled)
    with pytest.raises(ReviewProblem, match=message) as caught:
        decide(filled, name, "corrected", **changes)
    assert "\n" not in str(caught.value)
    assert dump(filled) == before


@pytest.mark.parametrize(
    "name", ["", "figure", "figure:", "figure:x", "figure:-1", "place:1", "figure:" + "9" * 40, "figure:١"]
)
def test_a_name_that_is_none(name: str) -> None:
    if name == "figure:١":
        assert read_reference(name).id == 1
        return
    with pytest.raises(ReviewProblem, match="write figure:12"):
        read_reference(name)


def test_corrections_are_pairs() -> None:
    assert dict(changes_given(["low=22", "place = رفح=", "high="])) == {"low": "22", "place": "رفح=", "high": ""}
    with pytest.raises(ReviewProblem, match="write COLUMN=VALUE"):
        dict(changes_given(["low"]))


def test_what_is_left_to_review(filled: Engine) -> None:
    decide(filled, figure(filled, 21), "accepted")
    assert [row.text for row in reviewable(filled, "figure", "pending")] == ["4 أطفال"]
    assert [row.reviewed for row in reviewable(filled, "figure", "accepted")] == ["accepted"]
    assert len(reviewable(filled, "figure")) == len(reviewable(filled, "event", document=1)) == 2
    assert reviewable(filled, "time", document=9) == []
    assert "place=القطاع" in reviewable(filled, "event", limit=1)[0].says


VERDICTS = st.sampled_from(["accepted", "rejected", "corrected", "undone"])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(VERDICTS, st.integers(0, 99)), max_size=6))
def test_reading_again_and_reviewing_commute(engine: Engine, steps: list[tuple[str, int]]) -> None:
    """Reviewed and then read anew is the same as read anew and then reviewed."""
    rows = []
    for read_first in (True, False):
        with engine.begin() as connection:
            connection.execute(text("DELETE FROM document"))
        stored(engine, article(url=AT))
        if read_first:
            stored(engine, read_better(), extractor="2")
        for verdict, count in steps:
            _try(engine, verdict, count)
        if not read_first:
            stored(engine, read_better(), extractor="2")
        found = [(row.kind, row.low, row.high, row.reviewed) for row in all_figures(engine)]
        rows.append(sorted(found, key=repr))  # `high` may be open
    assert rows[0] == rows[1]


def _try(engine: Engine, verdict: str, count: int) -> None:
    with engine.connect() as connection:
        key = connection.scalar(text("SELECT id FROM figure WHERE text = '4 أطفال'"))
    changes = {"low": str(count), "high": ""} if verdict == "corrected" else {}
    with suppress(ReviewProblem) if verdict == "undone" else nullcontext():  # there may be nothing to undo
        decide(engine, f"figure:{key}", verdict, **changes)
