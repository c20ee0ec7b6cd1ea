"""The page of SQL: queries run in the sandbox only, and what they answer is shown as it is."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from dashboard import data
from dashboard.address import ALL
from dashboard.sql.answer import csv_of
from dashboard.sql.charted import MOST, chart, drawable
from dashboard.sql.examples import of_views, saved
from tests.dashboard.conftest import Open
from tests.dashboard.test_timeline_page import HOSTILE, html
from tests.store.articles import article
from timeline.sql import Result

BY_TYPE = "SELECT type, count(*) AS events FROM timeline_events GROUP BY type ORDER BY type"


def rows(shown: str) -> list[str]:
    return shown.split('<div class="grid plain"')[1].split("<tr")[2:] if "grid plain" in shown else []


@pytest.mark.parametrize(("lang", "counted"), [("en", "2 rows"), ("ar", "سطران")])
def test_the_query_of_an_address_is_shown_and_answered(page: Open, lang: str, counted: str) -> None:
    app = page(article(), name="sql", q=BY_TYPE, lang=lang)
    assert not app.exception
    assert app.text_area[0].value == BY_TYPE
    shown = html(app)
    assert counted in shown
    assert len(rows(shown)) == 2
    assert ">air_strike</div>" in rows(shown)[0]
    assert len(app.get("vega_lite_chart")) == 1


def test_running_a_query_puts_it_into_the_address(page: Open) -> None:
    app = page(article(), name="sql", lang="en", q=BY_TYPE, y="events", tab="chart", answer_page="3")
    app.text_area[0].set_value("SELECT 1 AS one")
    app.button[0].click().run()
    assert app.query_params == {"lang": "en", "q": "SELECT 1 AS one", "tab": "chart"}
    assert "1 row" in html(app)


@pytest.mark.parametrize("query", [*saved().values(), *of_views().values()], ids=[*saved(), *of_views()])
def test_every_example_works(page: Open, query: str) -> None:
    app = page(article(), name="sql", q=query)
    assert not app.exception
    assert 'role="alert"' not in html(app)


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM document",
        "ATTACH 'x.db' AS x",
        "SELECT * FROM review",
        "SELECT * FROM sqlite_master",
        "SELECT load_extension('x')",
        "SELECT 1; DROP TABLE document",
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n",
        "SELECT '<script>alert(1)</script>' FROM nowhere",
        "\x00",
        "SELECT",
    ],
)
def test_a_link_runs_nothing_but_reading(page: Open, query: str) -> None:
    app = page(article(), name="sql", q=query)
    assert not app.exception
    assert html(app).count('role="alert"') == 1
    assert "<script" not in html(app)
    assert data.documents(ALL).total == 1


def test_hostile_cells_and_headings_are_shown_as_written(page: Open) -> None:
    query = 'SELECT sentence AS "<b>$x$</b>", title, 1 AS n FROM timeline_events'
    app = page(article(HOSTILE, title="<script>t</script>"), name="sql", q=query)
    assert not app.exception
    shown = html(app)
    assert "<script" not in shown
    assert "<b>" not in shown
    assert "&lt;b&gt;$x$&lt;/b&gt;" in shown
    assert "**غامق** $x^2$ :red[نص]." in shown


def test_long_answers_have_pages(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data.pages, "PAGE_ROWS", 2)
    query = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 5) SELECT x FROM n"
    shown = html(page(article(), name="sql", q=query, answer_page="2", lang="en"))
    assert len(rows(shown)) == 2
    assert "Rows 3 to 4 of 5" in shown
    monkeypatch.setattr(data.asking, "MOST_ROWS", 3)
    cut = html(page(article(), name="sql", q=query, lang="en"))
    assert "3 rows" in cut
    assert "there are more" in cut


@pytest.mark.parametrize("query", ["", "   ", "\n"])
def test_without_a_query_there_is_something_to_begin_with(page: Open, query: str) -> None:
    app = page(article(), name="sql", q=query, lang="en")
    assert not app.exception
    assert "click an example" in html(app)
    assert "Events by type" in html(app)


def result(*rows: tuple[Any, ...], columns: tuple[str, ...] = ("name", "count")) -> Result:
    return Result(columns, list(rows), cut=False)


@pytest.mark.parametrize(
    ("answer", "values"),
    [
        (result(("a", 1), ("b", 2.5)), ("count",)),
        (result(("a", None), ("b", 2)), ("count",)),
        (result((1, 2)), ("name", "count")),
        (result(("a", "b")), None),
        (result(), None),
        (result((1,), columns=("n",)), None),
        (result(("a", None)), None),
        (result((1, "x"), columns=("a", "a")), None),
        (result((7, "غزة", 21, 3), columns=("id", "place", "low", "document_id")), ("low",)),
        (result((7, "غزة"), columns=("id", "place")), None),  # numbers of rows add up to nothing
    ],
)
def test_what_can_be_drawn(answer: Result, values: tuple[str, ...] | None) -> None:
    found = drawable(answer)
    assert (found.values if found else None) == values


def data_of(drawn: dict[str, Any]) -> list[Any]:
    """The rows of the one data set of a chart."""
    [rows_drawn] = drawn["datasets"].values()
    return list(rows_drawn)


@pytest.mark.parametrize(
    ("names", "mark"),
    [
        (["2023-01", "2023-02", "2023-03"], "line"),
        (["2021", "2022", "2023"], "line"),
        (["2023-02", "2023-01", "2023-03"], "bar"),
        (["raid", "arrest", "talks"], "bar"),
        ([None, "2023-01"], "bar"),
    ],
)
def test_a_line_over_time_and_columns_otherwise(names: list[str | None], mark: str) -> None:
    drawn = chart(result(*((name, 1) for name in names)), "name", "count")
    assert drawn["mark"]["type"] == mark
    assert len(data_of(drawn)) == len(names)


def test_a_chart_takes_any_name_of_a_column_and_is_never_endless() -> None:
    answer = result(*((f"x{n}", n) for n in range(2 * MOST)), columns=("a.b['c']", "sum(low)"))
    drawn = chart(answer, *answer.columns)
    assert len(data_of(drawn)) == MOST
    assert drawn["encoding"]["x"]["title"] == "a.b['c']"


@pytest.mark.parametrize("excel", [False, True])
def test_the_csv_holds_the_answer_and_runs_nothing(excel: bool) -> None:
    raw = csv_of(result(("=1+1", 3), ("غزة", None)), excel=excel)
    assert raw.startswith(b"\xef\xbb\xbf") is excel
    read = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    assert read == [["name", "count"], ["'=1+1", "3"], ["غزة", ""]]
