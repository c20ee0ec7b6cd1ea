"""The page of reviews: each decision is written, is to be seen everywhere at once, and can be taken back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from dashboard.address import ALL
from dashboard.review.address import view_in
from dashboard.review.fields import CHOICES, changed
from tests.dashboard.conftest import APP, Open
from tests.dashboard.test_timeline_page import HOSTILE, THREE, html
from tests.dashboard.test_tolls_page import total
from tests.store.articles import article
from timeline.store.reviewing.corrections import READ
from timeline.store.reviewing.reviewable import Decision, decisions


def log() -> list[Decision]:
    return list(decisions(data.database()))


def review(page: Open, *extractions: object, **query: str) -> AppTest:
    app = page(*(extractions or (article(),)), name="review", **({"queue": "newest", "lang": "en"} | query))
    assert not app.exception
    return app


def button(app: AppTest, name: str) -> AppTest:
    return app.button(key=f"review {name}").click().run()


def test_a_decision_is_written_and_the_next_thing_shown(page: Open) -> None:
    app = review(page)
    app.text_input(key="reviewer").set_value("سلمى").run()
    app.text_input(key="review_why").set_value("البيان").run()
    button(app, "accept")
    [decision] = log()
    assert (decision.verdict, decision.who, decision.why, decision.text) == (
        "accepted",
        "سلمى",
        "البيان",
        "21 فلسطينياً",
    )
    assert '<bdi dir="rtl" lang="ar">4 أطفال</bdi>' in html(app)
    assert "سلمى" in html(app)  # the log


def test_what_was_rejected_is_gone_everywhere_until_it_is_undone(page: Open) -> None:
    app = review(page, what="event")
    button(app, "reject")
    timeline = another_page("timeline", tab="events")
    assert "Air strike</td>" not in html(timeline)
    button(app, "undo")
    assert [one.verdict for one in log()] == ["undone", "rejected"]
    assert "Air strike</td>" in html(timeline.run())


def another_page(name: str, **query: str) -> AppTest:
    """A page in another browser, on the same database."""
    other = AppTest.from_file(APP, default_timeout=30)
    other.query_params.update({"lang": "en"} | query)
    return other.switch_page(f"app_pages/{name}.py").run()


def test_a_correction_shows_on_every_page_at_once(page: Open) -> None:
    app = review(page)
    other = another_page("timeline", tab="figures")
    assert ">21</td>" in html(other)
    correct(app, low="22", high="22")
    assert json.loads(log()[0].after or "") == {"low": 22, "high": 22}
    assert ">22</td>" in html(other.run())
    assert ">21</td>" not in html(other)
    button(app, "undo")
    assert ">21</td>" in html(other.run())


def correct(app: AppTest, **values: str) -> None:
    for name, value in values.items():
        next(field for field in app.text_input if f":{name}:" in str(field.key)).set_value(value)
    next(each for each in app.button if each.label in ("Save the correction", "حفظ التصحيح")).click().run()


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "Nothing in the form was changed"),
        ({"low": "many"}, "“At least” cannot be \u2066many\u2069: it takes a whole number"),
        ({"low": "30"}, "A figure cannot count from \u206630\u2069 to \u206621\u2069"),
        ({"low": "<script>"}, "&lt;script&gt;"),
    ],
)
def test_what_cannot_be_is_one_line_and_nothing_is_written(page: Open, values: dict[str, str], says: str) -> None:
    app = review(page)
    correct(app, **values)
    assert not app.exception
    assert says in html(app)
    assert not log()


def test_a_review_needs_a_name(page: Open) -> None:
    app = review(page)
    app.text_input(key="reviewer").set_value(" ").run()
    button(app, "accept")
    assert "A decision needs a name" in html(app)
    assert not log()


@pytest.mark.parametrize(
    ("query", "waits"),
    [
        ({"what": "figure", "queue": "newest"}, 6),
        ({"what": "event", "queue": "newest"}, 6),
        ({"what": "time", "queue": "newest"}, 6),
        ({"what": "time", "queue": "flagged"}, 0),
        ({"what": "figure", "queue": "newest", "state": "accepted"}, 0),
        ({"what": "event", "queue": "newest", "types": "explosion"}, 3),
        ({"what": "figure", "queue": "newest", "kinds": "injured"}, 0),
        ({"what": "time", "queue": "newest", "first_day": "2023-05-16"}, 4),
    ],
)
def test_queues_and_filters(page: Open, query: dict[str, str], waits: int) -> None:
    app = review(page, *THREE, **query)
    assert html(app).count('<td class="says"') == waits


def test_what_the_page_of_tolls_flags_waits_in_the_queue(page: Open) -> None:
    """Claimants that contradict each other, a total that falls; as soon as one is rejected, no longer the other."""
    claims = (total(95, 10), total(60, 10, "الدفاع المدني في غزة"), total(93, 11))
    app = review(page, *claims, queue="flagged")
    assert set(data.flagged().values()) == {("falls",), ("claimants_disagree",)}
    assert html(app).count('<td class="says"') == 2
    assert all(f'dir="ltr">{flag}</td>' in html(app) for flag in ("falls", "claimants disagree"))
    [first] = (one for one in data.review_queue("figure", "newest", "pending", ALL).rows if one.low == 95)
    data.decide(first.reference, "rejected", {}, who="سلمى", why="")
    assert html(app.run()).count('<td class="says"') == 0


def test_the_unsure_come_with_the_least_sure_first(page: Open) -> None:
    from timeline.pipeline import read_article
    from timeline.values import Document

    wire = read_article(
        Document("w", "قتل 3 في غارة الأربعاء. وأصيب 5 في قصف أمس الثلاثاء.", article().document.published)
    )
    app = review(page, wire, what="time", queue="unsure")
    confidences = [time.confidence for time in wire.times if time.confidence <= 0.7]
    assert html(app).count('<td class="confidence"') == len(confidences)


@pytest.mark.parametrize("item", ["figure:99", "event:0", "x", "figure:<script>", "time:999999999999999999"])
def test_something_that_is_not_there(page: Open, item: str) -> None:
    app = review(page, item=item)
    assert "<script" not in html(app)


@pytest.mark.parametrize("what", ["figure", "event", "time"])
def test_hostile_text_is_shown_as_written(page: Open, what: str) -> None:
    app = review(page, article(HOSTILE, title=HOSTILE[:24], outlet="<b>x</b>"), what=what)
    assert "<script" not in html(app)
    assert "<b>" not in html(app)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; **غامق** $x^2$ :red[نص]." in html(app)


def test_the_page_is_not_there_where_nothing_may_be_written(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    from dashboard import pages

    monkeypatch.setenv("TIMELINE_READ_ONLY", "1")
    assert not {"review", "add"} & set(pages.shown())


@pytest.mark.parametrize(
    ("query", "view"),
    [
        ({}, ("figure", "flagged", "pending", None)),
        ({"what": "time", "queue": "unsure", "state": "rejected"}, ("time", "unsure", "rejected", None)),
        ({"what": "x", "queue": "", "state": "<b>"}, ("figure", "flagged", "pending", None)),
        ({"item": "event:3"}, ("event", "flagged", "pending", "event:3")),
    ],
)
def test_the_view_is_in_the_address(query: dict[str, str], view: tuple[str, str, str, str | None]) -> None:
    found = view_in(query)
    assert (found.what, found.queue, found.state, found.reference and str(found.reference)) == view


def test_every_column_that_can_be_corrected_takes_its_choices() -> None:
    for item, columns in CHOICES.items():
        for name, codes in columns.items():
            assert all(READ[item][name](code) == code for code in codes if code)


def test_only_what_was_changed_is_a_correction() -> None:
    assert changed({"low": 21, "high": None}, {"low": "21", "high": ""}) == {}
    assert changed({"low": 21, "high": 21}, {"low": " 22 ", "high": ""}) == {"low": "22", "high": ""}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("10,050", "10050"),
        ("١٠٬٠٥٠", "10050"),
        ("١٠،٠٥٠", "10050"),
        ("١٠٠٥٠", "10050"),
        ("۱۰۰۵۰", "10050"),
        ("10 050", "10050"),
        ("١٬٠٠٠٬٠٠٠", "1000000"),
        ("10,05", "10,05"),  # no group of three: who knows what is meant
        ("10.050", "10.050"),
        ("-5", "-5"),
        ("many", "many"),
        ("9" * 30, "9" * 30),
    ],
)
def test_numbers_as_people_write_them(written: str, meant: str) -> None:
    assert changed({"low": 21, "high": 21}, {"low": written, "high": "٢١"}) == {"low": meant}
    assert changed({"source": "x"}, {"source": written}) == {"source": written}


def test_arabic_digits_are_stored(page: Open) -> None:
    app = review(page)
    correct(app, low="٢٢", high="١٬٠٠٠")
    assert json.loads(log()[0].after or "") == {"low": 22, "high": 1000}


def test_filters_that_match_nothing_are_told_from_an_empty_queue(page: Open) -> None:
    assert "matches the filters" in html(review(page, kinds="displaced"))
    assert "everything was looked at" not in html(review(page, kinds="displaced"))
    assert "everything was looked at" in html(review(page, replace(article(), figures=())))


def test_the_words_are_in_their_paragraph(page: Open) -> None:
    app = review(page, what="time", item="time:1")
    assert html(app).count("<article") == 1
    assert '<mark class="time chosen"' in html(app)
