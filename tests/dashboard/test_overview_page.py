"""The overview as Streamlit runs it: what is there is counted, and every number leads to what it counts."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from dashboard import pages
from dashboard.data import flags
from tests.dashboard.conftest import Open
from tests.dashboard.test_timeline_page import HOSTILE, html, tables
from tests.dashboard.test_tolls_page import total
from tests.store.articles import PUBLISHED, TEXT, article, running_total, undated


def test_what_is_in_the_database(page: Open) -> None:
    app = page(article(), undated(), name="overview", lang="en")
    assert not app.exception
    shown = html(app)
    for tile in (
        "<b>1</b> articles",
        "<b>1</b> outlets",
        "<b>2</b> events",
        "<b>2</b> figures",
        "<b>4</b> not reviewed",
    ):
        assert tile in shown


def test_tiles_lead_to_what_they_count_and_leave_the_filters_behind(page: Open) -> None:
    shown = html(page(article(), name="overview", lang="en", type="raid"))
    assert 'href="/timeline?lang=en&amp;tab=undated"' in shown
    assert "type=raid" not in shown


@pytest.mark.parametrize("lacks", ["sql", "tolls"])
def test_a_page_that_is_not_there_is_no_link(page: Open, monkeypatch: pytest.MonkeyPatch, lacks: str) -> None:
    monkeypatch.setattr(pages, "NAMES", tuple(name for name in pages.NAMES if name != lacks))
    app = page(article(), running_total(90, 12), name="overview")
    assert not app.exception
    assert f'href="/{lacks}' not in html(app)


def test_the_last_days_of_the_data(page: Open) -> None:
    later = article(f"{TEXT} غداً.", id="a2", published=PUBLISHED + timedelta(days=3))
    days, *_ = tables(page(article(), later, name="overview", lang="en"))
    assert len(days) == 14
    assert ">2023-05-13</a>" in days[0]  # the day of the latest publication comes first
    assert ">2023-04-30</a>" in days[-1]
    assert 'href="/timeline?lang=en&amp;from=2023-05-09&amp;to=2023-05-09"' in days[4]
    assert "<b>2</b>" in days[4]  # both tell of what began that day


def test_each_tile_leads_to_the_queue_that_it_counts(page: Open) -> None:
    shown = html(page(article(), name="overview", lang="en"))
    assert re.search(r'href="/review\?lang=en&amp;queue=newest"><b>\d+</b> not reviewed', shown)
    assert re.search(r'href="/review\?lang=en&amp;what=time"><b>0</b> doubtful times', shown)


def test_flagged_claims_lead_to_where_they_are_shown(page: Open) -> None:
    """Two claimants of one day that cannot both be right; the later one is at fault."""
    ministry, civil_defence = total(95, 10), total(60, 10, "الدفاع المدني في غزة")
    shown = html(page(ministry, civil_defence, name="overview", lang="en"))
    assert "claimants disagree" in shown
    assert re.search(r'href="/tolls\?lang=en&amp;toll=\d+&amp;claim=\d+">Killed · ', shown)
    assert "No claim that waits" in html(page(article(), name="overview", lang="en"))


def test_of_a_large_database_the_last_days_are_looked_through(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flags, "PROMPT", 0)
    ministry, civil_defence = total(95, 10), total(60, 10, "الدفاع المدني في غزة")
    assert "claimants disagree" in html(page(ministry, civil_defence, name="overview", lang="en"))
    monkeypatch.setattr(flags, "_LATELY", timedelta(hours=-1))
    assert "No claim that waits" in html(page(ministry, civil_defence, name="overview", lang="en"))


def test_the_newest_tolls(page: Open) -> None:
    app = page(running_total(80, 11), running_total(90, 12), name="overview", lang="en")
    _, tolls, *_ = tables(app)
    assert len(tolls) == 1  # one toll, by its latest claim
    assert "<b>90</b>" in tolls[0]
    assert "2023-05-12" in tolls[0]
    assert "Killed · القطاع" in tolls[0]


def test_unresolved_times(page: Open) -> None:
    app = page(undated(), name="overview", lang="en")
    assert "فجر الثلاثاء" in html(app)
    assert "No article here has a known publication date" in html(app)
    assert "No toll is here yet" in html(app)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_titles_are_shown_as_written(page: Open, language: str) -> None:
    app = page(article(HOSTILE, title=HOSTILE[:24], outlet="<b>x</b>"), name="overview", lang=language)
    assert not app.exception
    assert "<script" not in html(app)
    assert "<b>x" not in html(app)
    assert "&lt;script&gt;" in html(app)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_empty_database_says_what_to_do(page: Open, language: str) -> None:
    app = page(name="overview", lang=language)
    assert next(block.value for block in app.code).startswith("timeline ingest PATH --database ")
    assert 'href="/add' in html(app)


def test_who_may_only_read_is_not_led_to_the_page_that_adds(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_READ_ONLY", "1")
    assert 'href="/add' not in html(page(name="overview"))
