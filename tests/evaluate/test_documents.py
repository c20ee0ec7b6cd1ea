"""Scores of a document against readings that are right, nearly right, and wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from timeline.evaluate.documents import score_documents
from timeline.evaluate.score import Score
from timeline.values import Document, Event, Extraction, Figure, Interval, TimeExpression

TEXT = "ومنذ فجر الثلاثاء أسفرت هجمات عن استشهاد 21 فلسطينياً بينهم أطفال، واعتقل 5 مساء الأربعاء."
ZONE = timezone(timedelta(hours=3))


def at(day: int, hour: int) -> datetime:
    return datetime(2023, 5, day, hour)


def span(phrase: str) -> tuple[int, int]:
    return TEXT.index(phrase), TEXT.index(phrase) + len(phrase)


DAWN = TimeExpression(
    "t1", *span("فجر الثلاثاء"), "TIME", "2023-05-09TDA", signal="since", interval=Interval(at(9, 3), at(10, 20))
)
EVENING = TimeExpression(
    "t2", *span("مساء الأربعاء"), "TIME", "2023-05-10TEV", interval=Interval(at(10, 18), at(11, 0))
)
KILLED = Figure("f1", *span("21 فلسطينياً"), "killed", 21, 21, scope="period", time="t1", categories=("ps", "men"))
CHILDREN = Figure("f2", *span("أطفال"), "killed", 1, None, "unspecified", "period", "t1", "f1", ("children",))
DETAINED = Figure("f3", *span("5"), "detained", 5, 5, time="t2", source="مصدر")
ATTACK = Event("e1", *span("هجمات"), "air_strike", "t1", "غزة")
ARREST = Event("e2", *span("واعتقل"), "arrest", "t2")
GOLD = Extraction(Document("d", TEXT, at(10, 20)), (DAWN, EVENING), (KILLED, CHILDREN, DETAINED), (ATTACK, ARREST))


def with_times(*times: TimeExpression) -> Extraction:
    return replace(GOLD, times=times)


def with_figures(*figures: Figure) -> Extraction:
    return replace(GOLD, figures=figures)


def with_events(*events: Event) -> Extraction:
    return replace(GOLD, events=events)


LOOSE_DAWN = replace(DAWN, start=DAWN.start - 5)
READINGS: dict[str, tuple[Extraction, dict[str, tuple[int, int, int]]]] = {
    "nothing found": (
        Extraction(GOLD.document),
        {"times.strict": (0, 2, 0), "figures.found": (0, 3, 0), "events.trigger": (0, 2, 0), "events.place": (0, 0, 0)},
    ),
    "one missed": (with_times(DAWN), {"times.strict": (1, 2, 1), "times.interval": (1, 2, 1), "times.day": (1, 1, 1)}),
    "one made up": (
        with_times(DAWN, EVENING, replace(DAWN, id="t3", start=0, end=4)),
        {"times.strict": (2, 2, 3), "times.relaxed": (2, 2, 3)},
    ),
    "a wider span": (
        with_times(LOOSE_DAWN, EVENING),
        {"times.strict": (1, 2, 2), "times.relaxed": (2, 2, 2), "times.value": (2, 2, 2), "times.interval": (2, 2, 2)},
    ),
    "the better of two overlapping is paired": (
        with_times(replace(DAWN, id="t9", start=DAWN.start - 1), DAWN, EVENING),
        {"times.strict": (2, 2, 3), "times.relaxed": (2, 2, 3)},
    ),
    "another type": (
        with_times(replace(DAWN, type="DATE"), EVENING),
        {"times.strict": (1, 2, 2), "times.value": (2, 2, 2)},
    ),
    "another value": (
        with_times(replace(DAWN, value="x"), EVENING),
        {"times.strict": (2, 2, 2), "times.value": (1, 2, 2)},
    ),
    "the same bounds with their offset": (
        with_times(
            replace(DAWN, interval=Interval(at(9, 3).replace(tzinfo=ZONE), at(10, 20).replace(tzinfo=ZONE))), EVENING
        ),
        {"times.interval": (2, 2, 2)},
    ),
    "another hour of the day": (
        with_times(replace(DAWN, interval=Interval(at(9, 0), at(10, 20))), EVENING),
        {"times.interval": (1, 2, 2), "times.day": (2, 2, 2)},
    ),
    "another day": (
        with_times(replace(DAWN, interval=Interval(at(2, 3), at(10, 20))), EVENING),
        {"times.interval": (1, 2, 2), "times.day": (1, 2, 2)},
    ),
    "another kind": (
        with_figures(replace(KILLED, kind="injured"), CHILDREN, DETAINED),
        {"figures.found": (2, 3, 3), "figures.exact_count": (2, 3, 3), "figures.part_of": (1, 2, 2)},
    ),
    "another count": (
        with_figures(replace(KILLED, qualifier="at_least", high=None), CHILDREN, DETAINED),
        {"figures.found": (3, 3, 3), "figures.exact_count": (2, 3, 3)},
    ),
    "other attributes": (
        with_figures(
            replace(KILLED, scope="incident", categories=("men", "ps")), replace(CHILDREN, part_of=None), DETAINED
        ),
        {"figures.scope": (2, 3, 3), "figures.categories": (3, 3, 3), "figures.part_of": (2, 3, 3)},
    ),
    "other words of attribution": (
        with_figures(KILLED, replace(CHILDREN, categories=()), replace(DETAINED, source=None, time="t1")),
        {"figures.source": (2, 3, 3), "figures.categories": (2, 3, 3), "figures.time": (2, 3, 3)},
    ),
    "links by other ids": (
        Extraction(
            GOLD.document,
            (replace(DAWN, id="a"), replace(EVENING, id="b")),
            (replace(KILLED, id="x", time="a"), replace(CHILDREN, part_of="x", time="a"), replace(DETAINED, time="b")),
            (replace(ATTACK, time="a"), replace(ARREST, time="b")),
        ),
        {"figures.part_of": (3, 3, 3), "figures.time": (3, 3, 3), "events.time": (2, 2, 2)},
    ),
    "an event of another sort": (
        with_events(replace(ATTACK, type="shelling", place=None, status="alleged"), ARREST),
        {"events.trigger": (2, 2, 2), "events.typed": (1, 2, 2), "events.place": (1, 2, 2), "events.status": (1, 2, 2)},
    ),
    "an event on another day": (with_events(replace(ATTACK, time="t2"), ARREST), {"events.time": (1, 2, 2)}),
    "an event by another time of the same day": (
        replace(
            with_times(DAWN, EVENING, replace(DAWN, id="t3", start=0, end=1, interval=Interval(at(9, 0), at(9, 1)))),
            events=(replace(ATTACK, time="t3"), ARREST),
        ),
        {"events.time": (2, 2, 2)},
    ),
}


@pytest.mark.parametrize("name", READINGS)
def test_scores(name: str) -> None:
    found, expected = READINGS[name]
    scores, failures = score_documents([GOLD], lambda document: found)
    assert {measure: scores[measure] for measure in expected} == {m: Score(*counts) for m, counts in expected.items()}
    assert bool(failures) == (name not in ("the same bounds with their offset", "links by other ids"))


def test_a_right_reading_has_full_marks_and_no_failure() -> None:
    scores, failures = score_documents([GOLD, GOLD], lambda document: GOLD)
    assert failures == []
    assert {score.f1 for score in scores.values()} == {1.0}
    assert scores["times.strict"] == Score(4, 4, 4)


def test_failures_say_what_differs() -> None:
    wrong = Extraction(
        GOLD.document,
        (replace(DAWN, value="2023-05-02TDA", rule="dawn"),),
        (KILLED, replace(CHILDREN, part_of=None), DETAINED, replace(DETAINED, id="f4", start=0, end=4)),
        (ATTACK, ARREST),
    )
    _, failures = score_documents([GOLD], lambda document: wrong)
    assert "d | time | «فجر الثلاثاء» | expected value=2023-05-09TDA | found value=2023-05-02TDA [dawn]" in failures
    assert "d | figure | «أطفال» | expected part_of=21 فلسطينياً | found part_of=None" in failures
    assert any(line.startswith("d | time | «مساء الأربعاء» | expected type=TIME") for line in failures)
    assert any(line.startswith("d | figure | «ومنذ» | expected nothing | found kind=detained") for line in failures)


@pytest.mark.parametrize(
    ("score", "precision", "recall", "f1"),
    [
        (Score(1, 2, 4), 0.25, 0.5, 1 / 3),
        (Score(0, 2, 0), 1.0, 0.0, 0.0),
        (Score(0, 0, 2), 0.0, 1.0, 0.0),
        (Score(0, 0, 0), 1.0, 1.0, 1.0),
    ],
)
def test_rates(score: Score, precision: float, recall: float, f1: float) -> None:
    assert (score.precision, score.recall) == (precision, recall)
    assert score.f1 == pytest.approx(f1)
