"""The page of one article, and the list of all of them, as Streamlit runs them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.dashboard.conftest import Open
from tests.dashboard.test_timeline_page import HOSTILE, THREE, html
from tests.store.articles import AT, PUBLISHED, TEXT, article

DAWN = TEXT.index("فجر الثلاثاء")


@pytest.mark.parametrize(
    ("query", "said"),
    [({}, ("نُشر في", "القاعدة", "درجة اليقين")), ({"lang": "en"}, ("Published", "Rule", "How sure"))],
)
def test_a_mark_tells_its_reading_and_its_reasons(page: Open, query: dict[str, str], said: tuple[str, ...]) -> None:
    app = page(article(), name="article", article="1", at=str(DAWN), **query)
    assert not app.exception
    shown = html(app)
    for part in (*said, "2023-05-09TDA", "2023-05-09 03:00 → 2023-05-10 20:15", '<section class="mark-card"'):
        assert part in shown


def test_marks_are_links_that_change_the_place_and_keep_the_view(page: Open) -> None:
    shown = html(page(article(), name="article", article="1", lang="en", kinds="killed"))
    link = f'<a href="?article=1&amp;lang=en&amp;kind=killed&amp;at={DAWN}"><mark class="time"'
    assert link in shown
    assert "Click a mark in the text" in shown


def test_the_card_leads_to_the_whole_and_to_the_review(page: Open) -> None:
    shown = html(page(article(), name="article", article="1", at=str(TEXT.index("4 أطفال")), lang="en"))
    assert f'at={TEXT.index("21")}&amp;lang=en">21 فلسطينياً</a>' in shown
    assert "/review?lang=en&amp;what=figure&amp;item=figure%3A" in shown


def test_nothing_is_reviewed_where_nothing_may_be_written(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_READ_ONLY", "1")
    shown = html(page(article(), name="article", article="1", at=str(DAWN)))
    assert '<section class="mark-card"' in shown
    assert "/review?" not in shown


def test_previous_and_next_are_by_publication(page: Open) -> None:
    late_first = [THREE[2], THREE[0], THREE[1], article(f"{TEXT} x", id="undated", published=None, published_from=None)]
    shown = html(page(*late_first, name="article", article="3", lang="en"))
    assert 'href="/article?lang=en&amp;article=2">Previous article' in shown
    assert 'href="/article?lang=en&amp;article=1">Next article' in shown
    last_dated = html(page(*late_first, name="article", article="1", lang="en"))
    assert 'article=4">Next article' in last_dated
    undated = html(page(*late_first, name="article", article="4", lang="en"))
    assert 'article=1">Previous article' in undated
    assert "Next article" not in undated


def test_other_outlets_that_carried_it(page: Open) -> None:
    first = article(outlet="الأولى", url=AT)
    again = article(id="a2", url=f"{AT}2", outlet="<b>الثانية</b>", published=PUBLISHED + timedelta(hours=1))
    app = page(first, again, name="article", article="2", lang="en")
    assert [one.label for one in app.expander] == ["Carried by others as well (1)"]
    assert "الأولى" in html(app)
    assert "repeats an earlier article" in html(app)
    assert "&lt;b&gt;الثانية&lt;/b&gt;" in html(page(first, again, name="article", article="1"))


@pytest.mark.parametrize("at", [None, "0", str(HOSTILE.index("غارة")), "999999999"])
def test_hostile_text_is_shown_as_written(page: Open, at: str | None) -> None:
    query = {"at": at} if at else {}
    app = page(article(HOSTILE, title=HOSTILE[:24], outlet="<b>x</b>"), name="article", article="1", **query)
    assert not app.exception
    assert "<script" not in html(app)
    assert "<b>" not in html(app)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; **غامق** $x^2$ :red[نص]." in html(app)


def test_without_an_article_there_is_a_list(page: Open) -> None:
    hostile = article(
        f"{TEXT} x.", id="h", title="<script>alert(1)</script> $x$", published=PUBLISHED + timedelta(weeks=9)
    )
    app = page(*THREE, hostile, name="article", lang="en")
    assert not app.exception
    assert '<p class="counts" dir="ltr">4 articles</p>' in html(app)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; $x$" in html(app)
    assert html(app).index("article=4") < html(app).index("article=3") < html(app).index("article=1")
    narrowed = page(*THREE, name="article", lang="en", first_day="2023-05-15")
    assert ">2 articles</p>" in html(narrowed)
    assert "No article matches" in html(page(*THREE, name="article", lang="en", kinds="displaced"))


@pytest.mark.parametrize("number", ["7", "999999999999999999", "x", "-1", "<script>"])
def test_an_article_that_is_not_there(page: Open, number: str) -> None:
    app = page(article(), name="article", article=number)
    assert not app.exception
    assert "<script" not in html(app)
