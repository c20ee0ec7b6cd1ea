"""The page of tolls as Streamlit runs it: which toll, which rule, what the tables say, in both languages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dashboard import data
from dashboard.tolls import downloads
from tests.dashboard.conftest import Open
from tests.dashboard.test_timeline_page import html, tables
from tests.store.articles import PUBLISHED, article, running_total
from tests.tolls.bulletins import bulletins
from timeline.commands import toll_rows
from timeline.pipeline import read_article
from timeline.values import Document, Extraction


def total(count: int, day: int, source: str = "وزارة الصحة في غزة", **more: Any) -> Extraction:
    """«… ارتفاع حصيلة الشهداء في قطاع غزة إلى 90 …», of a day in May 2023."""
    text = f"أعلنت {source} ارتفاع حصيلة الشهداء في قطاع غزة إلى {count} شهيداً بينهم 4 أطفال منذ 9 مايو 2023."
    known = Document(f"{source} {count} {day}", text, PUBLISHED.replace(day=day), "given", outlet="وكالة المثال")
    return read_article(replace(known, **more))


THREE = (total(90, 10), total(95, 11), total(93, 12))


def test_the_claims_in_both_languages(page: Open) -> None:
    for language, title in (("ar", "قتلى"), ("en", "Killed")):
        app = page(*THREE, name="tolls", lang=language)
        assert not app.exception
        assert title in html(app)
        assert "<strong>93</strong>" in html(app)
        claims, days, people = tables(app)
        assert (len(claims), len(days), len(people)) == (3, 3, 2)
        assert len(app.get("vega_lite_chart")) == 2


def test_a_total_that_falls_is_told_with_what_it_falls_below(page: Open) -> None:
    app = page(*THREE, name="tolls", lang="en")
    last, *_ = tables(app)[0]
    assert '<td class="delta" dir="ltr">\u2066−2\u2069</td>' in last
    assert "falls below \u206695 (#" in last
    assert "أعلنت وزارة الصحة في غزة ارتفاع حصيلة" in last


def test_the_link_opens_the_article_at_the_figure(page: Open) -> None:
    app = page(*THREE, name="tolls", lang="en")
    at = THREE[2].document.text.index("93")
    assert f'<a href="/article?lang=en&amp;article=3&amp;at={at}">' in tables(app)[0][0]


@pytest.mark.parametrize(
    ("rule", "number"),
    [
        ("", "100"),
        ("range", "\u206695–100\u2069"),
        ("conservative", "95"),
        ("two-sources", "95"),
        ("claimant:health_ministry ps", "95"),
        ("claimant:الدفاع المدني", "100"),
        ("nonsense", "100"),
    ],
)
def test_rules(page: Open, rule: str, number: str) -> None:
    app = page(total(95, 10), total(100, 11, "الدفاع المدني في غزة"), name="tolls", lang="en", rule=rule)
    assert not app.exception
    assert f"<strong>{number}</strong>" in html(app)


def test_a_number_is_as_of_the_claim_that_says_it(page: Open) -> None:
    claims = (total(95, 10), total(100, 11, "الدفاع المدني في غزة"))
    for rule, day in (("claimant:health_ministry ps", "10"), ("two-sources", "10"), ("latest", "11")):
        assert f"as of \u20662023-05-{day} " in html(page(*claims, name="tolls", lang="en", rule=rule))


def test_claims_that_do_not_suffice_for_a_rule(page: Open) -> None:
    app = page(total(95, 10), name="tolls", lang="en", rule="two-sources")
    assert "<strong>–</strong>" in html(app)
    assert "do not suffice for this rule" in html(app)


def test_another_kind_place_and_rule_go_into_the_url(page: Open) -> None:
    injured = read_article(
        Document("b", "أصيب 7 أشخاص في غارة على بعلبك فجر الثلاثاء 9 مايو 2023.", PUBLISHED, "given", outlet="وكالة")
    )
    app = page(*THREE, injured, name="tolls", lang="en", rule="range", claim="1")
    app.selectbox(key="toll_kind").set_value("injured").run()
    assert not app.exception
    assert "Injured · <bdi>بعلبك</bdi>" in html(app)
    assert set(app.query_params) == {"lang", "toll"}
    app.selectbox(key="toll_rule").set_value("conservative").run()
    assert app.query_params["rule"] == "conservative"
    app.selectbox(key="toll_rule").set_value("latest").run()
    assert "rule" not in app.query_params
    app.selectbox(key="toll_days").set_value("period").run()
    assert app.query_params["days"] == "period"


def test_the_groups_of_a_toll_are_tolls_of_their_own(page: Open) -> None:
    app = page(*THREE, name="tolls", lang="en")
    choices = app.selectbox(key="toll_toll")
    assert [option.split(" (")[0] for option in choices.options] == [
        "since \u20662023-05-09\u2069",
        "since \u20662023-05-09\u2069 · children",
    ]
    everybody, children = tables(app)[2]
    assert "everybody" in everybody
    assert "children" in children


@pytest.mark.parametrize(
    ("query", "claims"),
    [
        ({"first_day": "2023-05-11"}, 2),
        ({"last_day": "2023-05-10"}, 1),
        ({"claimants": "وزارة الصحة"}, 3),
        ({"outlets": "وكالة المثال"}, 3),
        ({"words": "ارتفاع 95"}, 1),
    ],
)
def test_filters(page: Open, query: dict[str, str], claims: int) -> None:
    app = page(*THREE, name="tolls", **query)
    assert not app.exception
    assert len(tables(app)[0]) == claims


@pytest.mark.parametrize(
    "query",
    [{"kinds": "missing"}, {"first_day": "2024-01-01"}],
)
def test_filters_that_leave_nothing_say_what_to_do(page: Open, query: dict[str, str]) -> None:
    app = page(*THREE, name="tolls", lang="en", **query)
    assert not app.exception
    assert "no figures of a known toll" in html(app)
    assert not tables(app)


def test_deltas_stay_those_of_all_claims(page: Open) -> None:
    app = page(*THREE, name="tolls", lang="en", first_day="2023-05-12")
    [claim] = tables(app)[0]
    assert "−2" in claim
    assert "falls below" in claim


@pytest.mark.parametrize("number", ["-1", "999999999999999999", "١"])
def test_a_toll_or_claim_that_is_not_there(page: Open, number: str) -> None:
    app = page(*THREE, name="tolls", toll=number, claim=number)
    assert not app.exception
    assert len(tables(app)[0]) == 3
    assert '<section class="claim"' not in html(app)


def test_an_open_claim_shows_its_sentence_and_closes(page: Open) -> None:
    app = page(*THREE, name="tolls", lang="en", claim="3")
    assert '<section class="claim"' in html(app)
    next(button for button in app.button if button.label == "Close the claim").click().run()
    assert "claim" not in app.query_params


def test_a_database_without_figures(page: Open) -> None:
    app = page(replace(article(), figures=()), name="tolls")
    assert not app.exception
    assert 'class="notice status"' in html(app)


def test_claims_without_a_publication_are_in_the_table(page: Open) -> None:
    app = page(
        running_total(90, 10), replace(THREE[0], document=replace(THREE[0].document, published=None)), name="tolls"
    )
    assert not app.exception


def test_what_an_article_says_is_shown_as_written(page: Open) -> None:
    hostile = '<script>alert(1)</script> **x** $y$ :red[z] "'
    app = page(total(90, 10, outlet=hostile, title=hostile), name="tolls", claim="1")
    assert not app.exception
    assert "<script" not in html(app)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; **x** $y$ :red[z] &quot;" in html(app)


def test_long_tables_have_pages(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data.pages, "PAGE_ROWS", 2)
    app = page(*THREE, name="tolls", claims_page="2")
    assert len(tables(app)[0]) == 1


def test_the_tab_stands_in_the_url(page: Open) -> None:
    app = page(*THREE, name="tolls", lang="en", tab="people")
    assert [tab.label for tab in app.tabs] == ["Claims", "Days", "Of whom"]
    assert not app.exception


def test_the_real_series(page: Open) -> None:
    """Every day of it is a bar, and no bar counts the dead of another."""
    app = page(*map(read_article, bulletins()[:40]), name="tolls", lang="en", rule="claimant:health_ministry ps")
    assert not app.exception
    days = tables(app)[1]
    assert len(days) > 10
    assert len({day.split('class="days"')[1].split("</td>")[0] for day in days}) == len(days)


def test_the_file_has_what_timeline_tolls_prints(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[object] = []
    monkeypatch.setattr("streamlit.download_button", lambda _, file, *__, **___: offered.append(file))
    page(*THREE, name="tolls", lang="en")
    files = [file() for file in offered if isinstance(file, downloads.Download)]
    claims, days = (file.decode("utf-8-sig").splitlines() for file in files)
    assert claims[0].replace('"', "").split(",") == toll_rows.CLAIM
    assert len(claims) == 4
    assert days[0].replace('"', "").split(",") == toll_rows.DAY
    assert [line.split(",")[6].strip('"') for line in days[1:]] == ["90", "5", "-2"]


def test_a_claimant_by_its_name_is_followed(page: Open) -> None:
    rule = "claimant:الدفاع المدني"
    app = page(*THREE, total(100, 13, "الدفاع المدني في غزة"), name="tolls", rule=rule)
    assert app.selectbox(key="toll_rule").value == rule
    assert "<strong>100</strong>" in html(app)
