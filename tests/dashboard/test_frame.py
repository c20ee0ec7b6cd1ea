"""What surrounds every page: the menu, the filters, the export, and what a read-only dashboard leaves out."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data, exporting, pages
from dashboard.address import Filters
from dashboard.i18n import Language, Words
from tests.dashboard.conftest import Open
from tests.dashboard.test_timeline_page import html
from tests.store.articles import article
from timeline.commands.dashboard import READ_ONLY
from timeline.export.formats import FORMATS, Format


def links(app: AppTest) -> dict[str, str]:
    """Page -> the parameters that its link in the menu takes along."""
    return {link.proto.page: link.proto.query_string for link in app.get("page_link")}


@pytest.mark.parametrize("name", pages.NAMES)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_opens_under_its_title(page: Open, name: str, language: str) -> None:
    app = page(article(), name=name, lang=language)
    assert not app.exception
    assert f">{Words(language).say(f'menu.{name}')}</h1>" in html(app)  # type: ignore[arg-type]  # one of the two
    assert len(links(app)) == len(pages.NAMES)


def test_the_menu_takes_the_filters_along_and_nothing_else(page: Open) -> None:
    app = page(article(), lang="en", type="raid", article="1", tab="events")
    assert set(links(app).values()) == {"lang=en&type=raid"}


@pytest.mark.parametrize(
    ("field", "value", "query"),
    [
        ("kinds", ["killed", "injured"], {"kind": "killed,injured"}),
        ("categories", ["children"], {"category": "children"}),
        ("statuses", ["asserted"], {"status": "asserted"}),
        ("reviews", ["unreviewed"], {"reviewed": "unreviewed"}),
        ("places", ["القطاع"], {"place": "القطاع"}),
        ("claimants", ["وزارة الصحة"], {"source": "وزارة الصحة"}),
        ("outlets", ["وكالة المثال"], {"outlet": "وكالة المثال"}),
    ],
)
def test_every_choice_goes_into_the_url(page: Open, field: str, value: list[str], query: dict[str, str]) -> None:
    app = page(article(), lang="en")
    app.multiselect(key=field).set_value(value).run()
    assert not app.exception
    assert {name: app.query_params[name] for name in query} == query
    assert app.multiselect(key=field).value == value


@pytest.mark.parametrize("name", ["timeline", "tolls", "map", "article", "review"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_dates_the_wrong_way_round_are_told_and_nothing_is_drawn(page: Open, name: str, language: Language) -> None:
    app = page(article(), name=name, lang=language, first_day="2024-05-01", last_day="2023-05-01")
    assert not app.exception
    assert Words(language).say("filter.order") in html(app)
    assert not app.get("vega_lite_chart")
    app.button(key="clear_filters").click().run()
    assert not app.exception
    assert Words(language).say("filter.order") not in html(app)


def test_words_go_into_the_url(page: Open) -> None:
    app = page(article(), lang="en")
    app.text_input(key="words").set_value("غارة").run()
    assert app.query_params["words"] == "غارة"


def test_the_filters_offer_the_names_of_the_database_and_those_of_the_url(page: Open) -> None:
    app = page(article(), lang="en", place="مكان آخر")
    assert app.multiselect(key="places").options == ["القطاع", "مكان آخر"]
    assert app.multiselect(key="places").value == ["مكان آخر"]
    assert app.multiselect(key="outlets").options == ["وكالة المثال"]


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_an_export_has_the_rows_that_the_filters_leave(page: Open, form: Format) -> None:
    page(article())
    what = form.holds[0] if form.name != "datapackage" else exporting.EVERYTHING_KEY
    made = [exporting.Export(form, what, filters) for filters in (Filters(), Filters(types=("arrest",)))]
    everything, nothing = (one() for one in made)
    assert everything != nothing
    assert made[0].name.endswith(form.suffix)


def test_the_export_offers_the_formats_that_hold_the_rows(page: Open) -> None:
    app = page(article(), lang="en")
    rows = app.selectbox(key="export_rows_events")
    assert rows.value == "events"
    rows.select("documents").run()
    assert not app.exception
    assert app.selectbox(key="export_format_documents").options == ["CSV", "Excel (XLSX)", "Parquet", "JSON Lines"]


@pytest.mark.parametrize(("value", "hidden"), [("1", True), ("true", True), ("", False), ("0", False)])
def test_a_read_only_dashboard_has_no_page_that_writes(
    monkeypatch: pytest.MonkeyPatch, value: str, hidden: bool
) -> None:
    monkeypatch.setenv(READ_ONLY, value)
    monkeypatch.setattr(pages, "NAMES", ("overview", "review", "add"))
    assert pages.shown() == (["overview"] if hidden else ["overview", "review", "add"])


def test_what_is_remembered_of_a_database_ends_when_it_is_written_to(page: Open) -> None:
    page(article())
    before = data.version()
    assert data.version() == before
    page(article(), article(id="a2", url="https://example.org/2"))
    assert data.version() != before
