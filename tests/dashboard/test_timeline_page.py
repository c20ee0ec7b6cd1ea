"""The timeline page as Streamlit runs it, in both languages, on a small database."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard import data
from dashboard.lanes import controls
from dashboard.lanes.spans import Window
from tests.dashboard.conftest import APP, Open
from tests.store.articles import PUBLISHED, TEXT, article

# A week apart: on one day they would be one wire, told once.
THREE = [
    article(f"{TEXT} {number}.", id=f"a{number}", published=PUBLISHED + timedelta(weeks=number)) for number in range(3)
]
MAY = Window(date(2023, 5, 1), date(2023, 5, 31))
HOSTILE = "<script>alert(1)</script> **غامق** $x^2$ :red[نص]. " + TEXT
AT = str(TEXT.index("غارة"))


def html(app: AppTest) -> str:
    """All HTML of the page that is not a style sheet."""
    bodies: list[str] = [element.proto.body for element in app.get("html")]
    return "\n".join(body for body in bodies if "<style>" not in body and not body.startswith("<script>//"))


def tables(app: AppTest) -> list[list[str]]:
    """The rows of every table of the page, as HTML."""
    bodies = [element.proto.body for element in app.get("html")]
    return [body.split("<tr")[2:] for body in bodies if body.startswith('<div class="grid')]


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
    assert len(app.get("vega_lite_chart")) == 2


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


def test_a_link_opens_the_card_of_an_event(page: Open) -> None:
    shown = html(page(article(), article="1", at=AT))
    for mark in (
        '<mark class="trigger chosen" title="غارة جوية (وقع)">غارة</mark>',
        '<mark class="figure chosen" title="قتلى: 21">21 فلسطينياً</mark>',
        ">فجر الثلاثاء</mark>",
    ):
        assert mark in shown
    assert '<mark class="time chosen" title="' in shown
    assert "انفجار" not in shown  # another sentence
    assert f'href="/article?article=1&amp;at={AT}"' in shown


def test_the_card_says_why_the_event_has_this_date(page: Open) -> None:
    shown = html(page(article(), lang="en", article="1", at=AT))
    chain = (
        "Why this date",
        "فجر الثلاثاء",
        "Rule",
        "Meaning",
        "2023-05-09TDA (since)",
        "2023-05-09 03:00",
        "How sure",
    )
    places = [shown.index(step, shown.index("Why this date")) for step in chain]
    assert places == sorted(places)
    assert '<dt>Place</dt><dd dir="rtl">القطاع</dd>' in shown
    assert "21 · 21 فلسطينياً · وزارة الصحة" in shown


def test_the_card_of_an_event_without_a_date_says_so(page: Open) -> None:
    app = page(article(), lang="en", article="1", at=str(TEXT.index("انفجار")))
    assert "PAST_REF" in html(app)


def test_the_card_of_a_figure(page: Open) -> None:
    shown = html(page(article(), lang="en", article="1", at=str(TEXT.index("21"))))
    assert '<mark class="figure chosen" title="Killed: 21">21 فلسطينياً</mark>' in shown


def test_the_text_of_an_article_is_shown_as_written(page: Open) -> None:
    hostile = article(HOSTILE.replace("]. ", "] "), title=HOSTILE[:24], outlet="<b>x</b>")
    app = page(hostile, article="1", at=str(HOSTILE.index("غارة") - 1))
    assert not app.exception
    shown = html(app)
    assert "<script" not in shown
    assert "<b>x" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt; **غامق** $x^2$ :red[نص]" in shown


@pytest.mark.parametrize("number", ["2", "999999999999999999"])
def test_an_article_that_is_not_there(page: Open, number: str) -> None:
    app = page(article(), article=number)
    assert not app.exception
    assert number in html(app)
    assert len(app.get("vega_lite_chart")) == 2


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
        ({"categories": "children"}, 1, 0, 1),
        ({"places": "القطاع"}, 1, 0, 2),
        ({"places": "مكان آخر"}, 0, 0, 0),
        ({"claimants": "الصحة"}, 1, 0, 2),
        ({"outlets": "وكالة المثال"}, 1, 1, 2),
        ({"statuses": "denied"}, 0, 0, 0),
        ({"reviews": "unreviewed"}, 1, 1, 2),
        ({"reviews": "accepted"}, 0, 0, 0),
        ({"words": "استشهاد"}, 1, 0, 2),
    ],
)
def test_filters(page: Open, query: dict[str, str], dated: int, undated: int, figures: int) -> None:
    shown = {tab: page(article(), **query, tab=tab) for tab in ("timeline", "events", "undated", "figures")}
    assert not any(app.exception for app in shown.values())
    assert len(shown["timeline"].get("vega_lite_chart")) == (2 if dated else 0)
    for tab, rows in (("events", dated), ("undated", undated), ("figures", figures)):
        assert [len(table) for table in tables(shown[tab])] == ([rows] if rows else []), tab
        assert html(shown[tab]).count('class="notice status"') == (not rows), tab


def test_a_changed_filter_goes_into_the_url_and_clearing_takes_it_out(page: Open) -> None:
    app = page(article(), lang="en", tab="figures")
    app.multiselect(key="kinds").set_value(["injured"]).run()
    assert app.query_params == {"lang": "en", "tab": "figures", "kind": "injured"}
    assert tables(app) == []
    app.button(key="clear_filters").click().run()
    assert app.query_params == {"lang": "en", "tab": "figures"}
    assert [len(table) for table in tables(app)] == [2]


def test_the_language_switch_keeps_the_rest_of_the_url(page: Open) -> None:
    app = page(article(), kind="killed", article="1")
    app.segmented_control(key="lang").set_value("en").run()
    assert app.query_params == {"lang": "en", "kind": "killed", "article": "1"}
    assert "Timeline</h1>" in html(app)
    app.segmented_control(key="lang").set_value("ar").run()
    assert app.query_params == {"kind": "killed", "article": "1"}


def test_closing_the_card_keeps_the_filters(page: Open) -> None:
    app = page(article(), lang="en", kind="killed", article="1", at=AT)
    app.button(key="close_card").click().run()
    assert app.query_params == {"lang": "en", "kind": "killed"}
    assert "<article" not in html(app)


def test_more_events_than_can_be_drawn_are_drawn_as_counts(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "MOST_MARKS", 1)
    app = page(*THREE, lang="en")
    assert not app.exception
    assert "3 of 3 dated events" in html(app)
    assert "More events than can be drawn one by one" in html(app)
    assert "More events than" not in html(page(*THREE, lang="en", outlet="وكالة أخرى"))


@pytest.mark.parametrize("by", ["type", "place", "outlet", "claimant"])
def test_lanes(page: Open, by: str) -> None:
    app = page(*THREE, lang="en", lanes=by)
    assert not app.exception
    assert len(app.get("vega_lite_chart")) == 2
    assert app.segmented_control(key="lanes").value == by


def test_the_choice_of_lanes_goes_into_the_url(page: Open) -> None:
    app = page(article())
    app.segmented_control(key="lanes").set_value("outlet").run()
    assert app.query_params == {"lanes": "outlet"}
    app.segmented_control(key="lanes").set_value("type").run()
    assert app.query_params == {}


@pytest.mark.parametrize(
    ("button", "query"),
    [
        ("earlier", {"window": "2023-05-05..2023-05-14"}),
        ("later", {"window": "2023-05-15..2023-05-24"}),
        ("closer", {"window": "2023-05-12..2023-05-17"}),
        ("wider", {"window": "2023-05-05..2023-05-24"}),
        ("everything", {"window": "2023-05-09..2023-05-09"}),
        ("filter", {"from": "2023-05-10", "to": "2023-05-19"}),
    ],
)
def test_buttons_move_the_window(page: Open, button: str, query: dict[str, str]) -> None:
    app = page(*THREE, window="2023-05-10..2023-05-19")
    app.button(key=f"window_{button}").click().run()
    assert not app.exception
    assert app.query_params == query


@pytest.mark.parametrize(
    "window", ["2023-05-09", "..", "2023-05-19..2023-05-01", "x..y", "1 May..2", "2023-05-09..9999-12-31"]
)
def test_a_window_that_is_none_is_the_usual_one(page: Open, window: str) -> None:
    app = page(*THREE, lang="en", window=window)
    assert not app.exception
    assert "3 of 3 dated events" in html(app)


def test_an_empty_window_says_what_to_do(page: Open) -> None:
    app = page(*THREE, lang="en", window="2020-01-01..2020-01-31")
    assert "No events in these days" in html(app)
    assert len(app.get("vega_lite_chart")) == 1


@pytest.mark.parametrize(
    ("selection", "query"),
    [
        ({"window": {"begin": [1683590400000.0, 1683763200000.0]}}, {"window": "2023-05-09..2023-05-10"}),
        ({"window": {"begin": [1683763200000.5, 1683590400000.5]}}, {"window": "2023-05-09..2023-05-10"}),
        ({"window": {}}, {}),
    ],
)
def test_a_brush_becomes_a_window(
    monkeypatch: pytest.MonkeyPatch, selection: dict[str, Any], query: dict[str, str]
) -> None:
    written: dict[str, Any] = {}
    monkeypatch.setattr(controls, "rewrite", written.update)
    monkeypatch.setattr(st, "session_state", {"chart": {"selection": selection}})
    controls.brushed("chart")
    assert {name: value for name, value in written.items() if value} == query


def zoomed(first: datetime, last: datetime) -> dict[str, Any]:
    """As a chart tells of the stretch in view."""
    return {"zoom": {"begin": [one.replace(tzinfo=UTC).timestamp() * 1000 for one in (first, last)]}}


@pytest.mark.parametrize(
    ("selection", "query"),
    [
        (zoomed(datetime(2023, 5, 10), datetime(2023, 5, 21, 5)), {"window": "2023-05-10..2023-05-20"}),
        (zoomed(MAY.view.begin, MAY.view.end), {}),
        (zoomed(MAY.view.begin + timedelta(hours=8), MAY.view.end), {}),  # a hand that shook
        (zoomed(MAY.view.begin + timedelta(hours=8), MAY.view.end) | {"event": [{"document": 3, "start": 7}]}, {"article": "3"}),
        (zoomed(datetime(1, 1, 1), datetime(9999, 12, 31)), {}),  # days that no address holds
        ({"zoom": {}, "event": []}, {}),
    ],
)  # fmt: skip
def test_lanes_that_were_moved_show_other_days(
    monkeypatch: pytest.MonkeyPatch, selection: dict[str, Any], query: dict[str, str]
) -> None:
    written: dict[str, Any] = {}
    monkeypatch.setattr(controls, "rewrite", written.update)
    monkeypatch.setattr(controls, "open_article", lambda article, at: written.update(article=str(article)))
    monkeypatch.setattr(st, "session_state", {"chart": {"selection": selection}})
    controls.chosen_event("chart", MAY)
    assert written == query


def test_the_events_outside_of_the_days_are_told(page: Open) -> None:
    app = page(*THREE, lang="en", window="2023-05-20..2023-05-30")
    assert "0 of 3 dated events" in html(app)
    assert "3 earlier or later: press All days" in html(app)
    assert "earlier or later" not in html(page(*THREE, lang="en"))


@pytest.mark.parametrize(("tab", "rows"), [("timeline", "events"), ("undated", "events"), ("figures", "figures")])
def test_an_export_begins_with_the_rows_of_the_tab(page: Open, tab: str, rows: str) -> None:
    assert page(article(), tab=tab).selectbox(key=f"export_rows_{rows}").value == rows


@pytest.mark.parametrize(
    ("query", "number", "shown"),
    [
        ({"lang": "en", "tab": "figures"}, 2, "Rows 1 to 2 of 6"),
        ({"lang": "en", "tab": "figures", "figures_page": "3"}, 2, "Rows 5 to 6 of 6"),
        ({"lang": "en", "tab": "figures", "figures_page": "99"}, 2, "Rows 5 to 6 of 6"),
        ({"tab": "undated", "undated_page": "2"}, 1, "السطور 3 إلى 3 من 3"),
        ({"lang": "en", "tab": "events"}, 2, "Rows 1 to 2 of 3"),
    ],
)
def test_long_tables_have_pages(
    page: Open, monkeypatch: pytest.MonkeyPatch, query: dict[str, str], number: int, shown: str
) -> None:
    monkeypatch.setattr(data.pages, "PAGE_ROWS", 2)
    app = page(*THREE, **query)
    assert [len(table) for table in tables(app)] == [number]
    assert shown in html(app)


def test_the_totals_are_those_of_the_database(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data.pages, "PAGE_ROWS", 1)
    shown = html(page(*THREE, lang="en"))
    assert "3 undated events · database <bdi>timeline.db</bdi>" in shown
    assert "6 figures" in html(page(*THREE, lang="en", tab="figures"))
    assert "0 figures" in html(page(*THREE, lang="en", tab="figures", kinds="injured"))


def test_turning_a_page_and_filtering_begins_again(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data.pages, "PAGE_ROWS", 2)
    app = page(*THREE, lang="en", tab="figures")
    app.button(key="figures: Next").click().run()
    assert app.query_params == {"lang": "en", "tab": "figures", "figures_page": "2"}
    app.multiselect(key="kinds").set_value(["killed"]).run()
    assert app.query_params == {"lang": "en", "tab": "figures", "kind": "killed"}


def test_a_row_links_to_its_card_and_keeps_the_view(page: Open) -> None:
    app = page(article(), lang="en", kinds="killed", tab="events")
    [dated] = tables(app)
    assert f'href="?lang=en&amp;kind=killed&amp;tab=events&amp;article=1&amp;at={AT}"' in dated[0]


def test_a_figure_shows_its_event_and_place(page: Open) -> None:
    [figures] = tables(page(article(), lang="en", tab="figures"))
    assert '<td class="event" dir="ltr">Air strike</td><td class="place" dir="rtl">القطاع</td>' in figures[0]
