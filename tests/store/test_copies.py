"""Which articles are one wire, carried by several outlets?"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import permutations

import pytest
from sqlalchemy import Engine, text

from tests.store.articles import PUBLISHED, stored
from timeline.pipeline import read_article
from timeline.store.asking import queries
from timeline.store.writing.likeness import alike, sequences
from timeline.values import Document

WIRE = (
    "قتل 12 شخصاً وأصيب 30 آخرون في غارة جوية استهدفت سوقاً في مدينة تعز فجر الثلاثاء، بحسب ما أفاد مصدر طبي في المستشفى"
    " العام. وقال شهود عيان إن الطائرات حلقت على علو منخفض قبل أن تلقي قنابلها على المكان المكتظ بالباعة والمتسوقين."
    " وهرعت سيارات الإسعاف إلى المكان ونقلت الجرحى إلى مستشفيات المدينة التي تعاني نقصاً في الأدوية والمستلزمات."
)
SAME = {
    "word for word": WIRE,
    "other spelling": WIRE.replace("أ", "ا").replace("قتل", "قُتِـل").replace("12", "١٢"),
    "shortened at the end": WIRE.replace(" والمستلزمات", ""),
    "one word changed": WIRE.replace("هرعت", "توجهت"),
}
OTHER = {
    "a toll that has risen": WIRE.replace("12", "15"),
    "another place": WIRE.replace("تعز", "إب"),
    "another day": WIRE.replace("الثلاثاء", "الأربعاء"),
    "a count more": WIRE + " واعتقل 5 أشخاص.",
    "another story": "أعلنت وزارة التعليم نتائج امتحانات الثانوية العامة في جميع المدارس الحكومية والخاصة اليوم.",
}


def at(url: str, words: str = WIRE, hours: float | None = 0, **fields: str | None) -> Document:
    published = None if hours is None else PUBLISHED + timedelta(hours=hours)
    return Document(id=url, text=words, published=published, url=url, outlet=f"وكالة {url}", **fields)


def save(engine: Engine, *documents: Document) -> dict[str, str | None]:
    """Which article each is a copy of, by their URLs."""
    stored(engine, *map(read_article, documents))
    with engine.connect() as connection:
        query = "SELECT d.url, o.url AS original FROM document d LEFT JOIN document o ON o.id = d.copy_of"
        return {row.url: row.original for row in connection.execute(text(query))}


@pytest.mark.parametrize("words", SAME.values(), ids=SAME)
def test_a_copy(engine: Engine, words: str) -> None:
    assert save(engine, at("a"), at("b", words, title="عاجل")) == {"a": None, "b": "a"}


@pytest.mark.parametrize("words", OTHER.values(), ids=OTHER)
def test_no_copy(engine: Engine, words: str) -> None:
    assert save(engine, at("a"), at("b", words)) == {"a": None, "b": None}


@pytest.mark.parametrize(("hours", "original"), [(1, "a"), (71, "a"), (73, None), (None, "a"), (-1, None), (-73, None)])
def test_near_in_time(engine: Engine, hours: float | None, original: str | None) -> None:
    assert save(engine, at("a"), at("b", hours=hours))["b"] == original


def test_the_first_is_the_one_published_first_whatever_the_order(engine: Engine) -> None:
    documents = {"a": at("a", hours=2), "b": at("b", hours=0), "c": at("c", hours=1)}
    for number, order in enumerate(permutations(documents)):
        shift = timedelta(days=10 * number)
        found = save(
            engine,
            *(
                replace(documents[name], url=f"{name}{number}", id=name, published=_later(documents[name], shift))
                for name in order
            ),
        )
        assert [found[f"{name}{number}"] for name in "abc"] == [f"b{number}", None, f"b{number}"]


def _later(document: Document, shift: timedelta) -> datetime | None:
    return document.published and document.published + shift


def test_in_one_call_or_in_several(engine: Engine) -> None:
    for document in (at("a"), at("b"), at("c", SAME["one word changed"])):
        found = save(engine, document)
    assert found == {"a": None, "b": "a", "c": "a"}


def test_a_text_that_changes_lets_go_of_its_copies(engine: Engine) -> None:
    save(engine, at("a"), at("b"))
    assert save(engine, at("b", OTHER["another story"])) == {"a": None, "b": None}
    assert save(engine, at("b")) == {"a": None, "b": "a"}
    assert save(engine, at("a", OTHER["another story"])) == {"a": None, "b": None}


def test_what_is_told_twice_is_counted_once(engine: Engine) -> None:
    save(engine, at("a"))
    once, events = queries.counts(engine), queries.events_between(engine)
    save(engine, at("b"), at("c"))
    assert replace(queries.counts(engine), documents=1, outlets=1, times=once.times) == once
    told = queries.events_between(engine)
    assert {row.carried_by for row in told} == {"وكالة b; وكالة c"}
    assert [replace(row, carried_by=None) for row in told] == events
    assert {row.copy_of for row in queries.all_events(engine)} == {None, 1}
    assert {row.url: row.carried_by for row in queries.documents(engine)} == {
        "a": "وكالة b; وكالة c",
        "b": None,
        "c": None,
    }


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("أ ب ج", "أ ب ج", True),
        ("أ ب ج", "أ ب د", False),
        ("", "", True),
        ("", "أ", False),
        ("أ ب ج د ه", "أ ب ج د ه و", False),
    ],
)
def test_alike(one: str, other: str, expected: bool) -> None:
    assert alike(sequences(one), sequences(other)) == expected
