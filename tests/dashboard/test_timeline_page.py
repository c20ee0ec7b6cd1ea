"""The page as Streamlit runs it, in both languages, on a small database."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard import data
from tests.dashboard.conftest import APP, Open
from tests.store.articles import PUBLISHED, TEXT, article

# A week apart: on one day they would be one wire, told once.
THREE = [
    article(f"{TEXT} {number}.", id=f"a{number}", published=PUBLISHED + timedelta(weeks=number)) for number in range(3)
]
HOSTILE = "<script>alert(1)</script> **غامق** $x^2$ :red[نص]. " + TEXT


def html(app: AppTest) -> str:
    """All HTML of the page that is not a style sheet."""
    bodies: list[str] = [element.proto.body for element in app.get("html")]
    return "\n".join(body for body in bodies if "<style>" not in body and not body.startswith("<script>//"))


def tables(app: AppTest) -> list[list[str]]:
    """The rows of every table of the page, as HTML."""
    bodies = [element.proto.body for element in app.get("html")]
    return [body.split("<tr")[2:] for body in bodies if body.startswith('<div class="grid"')]


@pytest.mark.parametrize(
    ("query", "title", "direction", "tab"),
    [
        ({}, "الخط الزمني", "rtl", "أحداث غير مؤرخة"),
        ({"lang": "en"}, "Timeline", "ltr", "Undated events"),
    ],
)
def test_the_page_in_both_languages(page: Open, query: dict[str, str], title: str, direction: str, tab: str) -> None:
    app = page(article(), **query)
    assert not app.exception
    assert f'<h1 class="title" dir="{direction}">{title}</h1>' in html(app)
    assert tab in [one.label for one in app.tabs]
    dated, undated, figures = tables(app)
    assert (len(dated), len(undated), len(figures)) == (1, 1, 2)
    assert len(app.get("vega_lite_chart")) == 1


@pytest.mark.parametrize("query", [{}, {"lang": "en"}])
def test_an_empty_database_says_what_to_do(page: Open, query: dict[str, str]) -> None:
    app = page(**query)
    assert not app.exception
    assert 'role="status"' in html(app)
    [command] = [block.value for block in app.code]
    assert command.startswith("timeline ingest PATH --database ")
    assert command.endswith("timeline.db")
    assert "timeline.db" in html(app)
    assert not tables(app)


def test_a_database_that_cannot_be_read_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "<b>not $a$ database.db"
    broken.write_text("nothing of the kind")
    monkeypatch.setenv("TIMELINE_DATABASE_URL", str(broken))
    st.cache_resource.clear()
    app = AppTest.from_file(APP, default_timeout=30).switch_page("app_pages/timeline.py").run()
    assert not app.exception
    assert 'role="alert"' in html(app)
    assert "&lt;b&gt;not $a$ database.db is not a database file" in html(app)


def test_a_link_opens_an_article_at_an_event(page: Open) -> None:
    shown = html(page(article(), article="1", at=str(TEXT.index("غارة"))))
    for mark in (
        '<mark class="trigger chosen" title="غارة جوية (وقع)">غارة</mark>',
        '<mark class="figure chosen" title="قتلى: 21">21 فلسطينياً</mark>',
        ">فجر الثلاثاء</mark>",
        '<mark class="trigger" title="انفجار (وقع)">انفجار</mark>',
    ):
        assert mark in shown
    assert '<mark class="time chosen" title="2023-05-09TDA: ' in shown
    assert '<span class="sentence">قالت </span>' in shown


def test_the_text_of_an_article_is_shown_as_written(page: Open) -> None:
    app = page(article(HOSTILE, title=HOSTILE[:24], outlet="<b>x</b>"), article="1")
    assert not app.exception
    shown = html(app)
    assert "<script" not in shown
    assert "<b>" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt; **غامق** $x^2$ :red[نص]." in shown


@pytest.mark.parametrize("number", ["2", "999999999999999999"])
def test_an_article_that_is_not_there(page: Open, number: str) -> None:
    app = page(article(), article=number)
    assert not app.exception
    assert number in html(app)
    assert len(tables(app)) == 3


@pytest.mark.parametrize(
    ("query", "dated", "undated", "figures"),
    [
        ({"first_day": "2023-05-09", "last_day": "2023-05-09"}, 1, 1, 2),
        ({"first_day": "2023-05-11"}, 0, 1, 0),
        ({"last_day": "2023-05-08"}, 0, 1, 0),
        ({"types": "air_strike"}, 1, 0, 2),
        ({"types": "explosion"}, 0, 1, 0),
        ({"kinds": "killed"}, 1, 0, 2),
        ({"kinds": "injured"}, 0, 0, 0),
        ({"first_day": "2023-05-10", "last_day": "2023-05-01"}, 0, 1, 0),
    ],
)
def test_filters(page: Open, query: dict[str, str], dated: int, undated: int, figures: int) -> None:
    app = page(article(), **query)
    assert not app.exception
    assert sorted(len(table) for table in tables(app)) == sorted(n for n in (dated, undated, figures) if n)
    assert html(app).count('class="notice status"') == 1 + [dated, undated, figures].count(0) + (not dated)


def test_a_changed_filter_goes_into_the_url_and_clearing_takes_it_out(page: Open) -> None:
    app = page(article(), lang="en")
    app.multiselect(key="kinds").set_value(["killed"]).run()
    assert app.query_params == {"lang": "en", "kind": "killed"}
    assert len(tables(app)) == 2
    app.button(key="clear_filters").click().run()
    assert app.query_params == {"lang": "en"}
    assert len(tables(app)) == 3


def test_the_language_switch_keeps_the_rest_of_the_url(page: Open) -> None:
    app = page(article(), kind="killed", article="1")
    app.segmented_control(key="lang").set_value("en").run()
    assert app.query_params == {"lang": "en", "kind": "killed", "article": "1"}
    assert "Timeline</h1>" in html(app)
    app.segmented_control(key="lang").set_value("ar").run()
    assert app.query_params == {"kind": "killed", "article": "1"}


def test_closing_the_article_keeps_the_filters(page: Open) -> None:
    app = page(article(), lang="en", kind="killed", article="1", at="5")
    next(button for button in app.button if button.label == "Close the article").click().run()
    assert app.query_params == {"lang": "en", "kind": "killed"}
    assert "<article" not in html(app)


def test_more_events_than_can_be_drawn(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data.timeline, "MOST_MARKS", 1)
    app = page(*THREE[:2], lang="en")
    assert "The chart shows the first 1 events" in html(app)
    assert "2 dated events" in html(app)


@pytest.mark.parametrize(
    ("query", "numbers", "shown"),
    [
        ({"lang": "en"}, [2, 2, 2], "Rows 1 to 2 of 6"),
        ({"lang": "en", "figures_page": "3"}, [2, 2, 2], "Rows 5 to 6 of 6"),
        ({"lang": "en", "figures_page": "99"}, [2, 2, 2], "Rows 5 to 6 of 6"),
        ({"undated_page": "2"}, [2, 1, 2], "السطور 3 إلى 3 من 3"),
    ],
)
def test_long_tables_have_pages(
    page: Open, monkeypatch: pytest.MonkeyPatch, query: dict[str, str], numbers: list[int], shown: str
) -> None:
    monkeypatch.setattr(data.pages, "PAGE_ROWS", 2)
    app = page(*THREE, **query)
    assert [len(table) for table in tables(app)] == numbers
    assert shown in html(app)


def test_the_totals_are_those_of_the_database(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data.pages, "PAGE_ROWS", 1)
    shown = html(page(*THREE, lang="en"))
    assert "3 dated events · 3 undated events · database <bdi>timeline.db</bdi>" in shown
    assert "<small>6 figures</small>" in shown
    assert "<small>0 figures</small>" in html(page(*THREE, lang="en", kinds="injured"))


def test_turning_a_page_and_filtering_begins_again(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data.pages, "PAGE_ROWS", 2)
    app = page(*THREE, lang="en")
    app.button(key="figures: Next").click().run()
    assert app.query_params == {"lang": "en", "figures_page": "2"}
    app.multiselect(key="kinds").set_value(["killed"]).run()
    assert app.query_params == {"lang": "en", "kind": "killed"}


def test_a_row_links_to_its_article_and_keeps_the_view(page: Open) -> None:
    app = page(article(), lang="en", kinds="killed", tab="events")
    dated, *_ = tables(app)
    link = f'<a href="?lang=en&amp;kind=killed&amp;tab=events&amp;article=1&amp;at={TEXT.index("غارة")}">Open</a>'
    assert link in dated[0]


def test_a_figure_shows_its_event_and_place(page: Open) -> None:
    *_, figures = tables(page(article(), lang="en"))
    assert '<td class="event" dir="ltr">Air strike</td><td class="place" dir="rtl">القطاع</td>' in figures[0]
