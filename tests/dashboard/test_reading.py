"""Where marks stand, what they are tied to, and the way from the rows of an article back to what was read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.adding.preview import article_of
from dashboard.article import Mark
from dashboard.i18n import Words
from dashboard.reading.cards import card_html, lines_of
from dashboard.reading.locating import claimant_of, place_of, sentence_of
from dashboard.reading.marks import Row, chosen_at, found_in, marks
from dashboard.reading.stored import extraction_of
from tests.store.articles import TEXT, article, database
from timeline.pipeline import read_article
from timeline.reasons import reasons
from timeline.store.asking import queries
from timeline.store.views.article import Article
from timeline.values import Document, Extraction

ENGLISH = Words("en")
WIRE = Document("w", "قالت وزارة الصحة إن غارة على غزة قتلت 3 أشخاص أمس. وفي بيروت، قُتل شخصان في مصرف وسط مصر القديمة.")


def stored(folder: Path, extraction: Extraction) -> Article:
    engine = database(folder, extraction)
    found = queries.article(engine, 1)
    engine.dispose()
    assert found
    return found


def test_an_article_and_its_extraction_are_the_same(tmp_path: Path) -> None:
    extraction = read_article(WIRE)
    found = extraction_of(stored(tmp_path, extraction))
    assert found.document == extraction.document
    assert found.times == tuple(replace(one, id=f"time:{place}") for place, one in enumerate(extraction.times, 1))
    assert [one.rule for one in found.figures] == [one.rule for one in extraction.figures]
    assert [one.rule for one in found.events] == [one.rule for one in extraction.events]
    known, read = (
        [(one.item, one.start, dict(one.cells), dict(one.links)) for one in reasons(each)]
        for each in (found, extraction)
    )
    assert known == read


@pytest.mark.parametrize("extraction", [article(), read_article(WIRE), Extraction(Document("e", "نص"))])
def test_what_is_shown_before_it_is_stored_is_what_will_be_stored(tmp_path: Path, extraction: Extraction) -> None:
    """All that a card or a table shows of a row, whatever numbers the rows get."""
    numbers = {"id", "document_id", "event_id", "part_of", "title", "outlet", "url", "published", "label"}
    shown = article_of(extraction)
    for before, after in zip(_rows(shown), _rows(stored(tmp_path, extraction)), strict=True):
        names = set(before.__slots__) - numbers
        assert {name: getattr(before, name) for name in names} == {name: getattr(after, name) for name in names}


def _rows(of: Article) -> list[Row]:
    every: list[Row] = [*of.times, *of.figures, *of.events]
    return sorted(every, key=lambda row: (type(row).__name__, row.start, row.end))


@pytest.mark.parametrize(
    ("place", "text", "expected"),
    [
        ("مصر", "مصرع شخص في مصر.", "مصر."),  # not the beginning of another word
        ("غزة", "قصف على غزة ثم وبغزة هدوء.", "غزة ث"),  # the nearest
        ("غزة", "قصف وبغزة.", "غزة."),  # behind what is written onto it
        ("حيفا", "قصف على غزة.", None),
    ],
)
def test_where_a_place_is_named(place: str, text: str, expected: str | None) -> None:
    row = replace(article_of(article()).events[0], place=place, sentence=text, start=text.index("ص"))
    span = place_of(text, row)
    assert (text[span[0] : span[0] + len(expected or "")] if span else None) == expected


def test_the_one_who_counts_is_named_before_where_the_sentence_does_not() -> None:
    figure = next(each for each in article_of(article()).figures if each.text == "21 فلسطينياً")
    assert claimant_of(TEXT, figure) == (TEXT.index("وزارة"), TEXT.index("وزارة") + len("وزارة الصحة"))
    second = replace(figure, sentence=TEXT[TEXT.index("وقع") :], start=TEXT.index("انفجار"))
    assert claimant_of(TEXT, second) == claimant_of(TEXT, figure)
    assert sentence_of(TEXT, replace(figure, sentence="ليست هنا")) == (0, 0)


def chosen(at: int) -> set[str]:
    shown = article_of(article())
    return {TEXT[m.start : m.end] for m in _drawn(shown, at) if m.chosen}


def _drawn(shown: Article, at: int | None) -> list[Mark]:
    return marks(shown, found_in(shown), at, ENGLISH, lambda offset: f"?at={offset}")


@pytest.mark.parametrize(
    ("words", "emphasised"),
    [
        ("غارة", {"غارة", "21 فلسطينياً", "4 أطفال", "فجر الثلاثاء"}),
        ("4 أطفال", {"4 أطفال", "غارة", "فجر الثلاثاء"}),
        ("وقت سابق", {"وقت سابق"}),
        ("القطاع", {"القطاع", "غارة", "21 فلسطينياً", "4 أطفال", "فجر الثلاثاء"}),
    ],
)
def test_what_a_mark_is_tied_to_is_emphasised(words: str, emphasised: set[str]) -> None:
    assert chosen(TEXT.index(words)) == emphasised


def test_every_kind_is_marked_and_linked() -> None:
    drawn = _drawn(article_of(article()), None)
    assert {mark.kind for mark in drawn} == {"time", "figure", "trigger", "place", "claimant"}
    assert all(mark.address == f"?at={mark.start}" for mark in drawn)
    assert not any(mark.chosen for mark in drawn)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("words", ["فجر الثلاثاء", "4 أطفال", "غارة", "القطاع", "وزارة الصحة"])
def test_every_mark_has_a_card(words: str, language: str) -> None:
    said = Words(language)  # type: ignore[arg-type]  # one of them
    shown = article_of(article())
    [one] = chosen_at(found_in(shown), TEXT.index(words))
    lines = lines_of(one, reasons(extraction_of(shown)), said, lambda offset: f"?at={offset}")
    html = card_html(one.kind, words, lines, said)
    assert words in html
    assert lines
    assert html.count("<dt>") == html.count("</dd>") == len(lines)


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "$x$ :red[x] **b**", '"><img src=x>'])
def test_nothing_in_a_card_is_markup(text: str) -> None:
    shown = article_of(article())
    event = replace(
        shown.events[0], place=text, location=text, alternatives=text, gazetteer_id="g", latitude=1.0, longitude=2.0
    )
    hostile = replace(shown, events=(event,))
    [one] = chosen_at(found_in(hostile), event.start)
    html = card_html(
        one.kind, text, lines_of(one, reasons(extraction_of(hostile)), ENGLISH, lambda offset: text), ENGLISH
    )
    assert "<script" not in html
    assert "<img" not in html
