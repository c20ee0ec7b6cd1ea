"""What a reader sees of a row, what a URL says, and the two languages of the interface."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, get_args
from urllib.parse import parse_qs, urlencode

import pytest
from babel import Locale

from dashboard.address import MOST_LETTERS, MOST_NAMES, PARAMETERS, Filters, Opened, filters_in, opened_in, parameter
from dashboard.families import FAMILIES, TYPES
from dashboard.i18n import LANGUAGES, Language, Words, language_of, strings
from dashboard.wording import count, event_cells, figure_cells, named, when
from timeline.store.views.rows import EventRow, FigureRow
from timeline.values import Kind, Qualifier, Scope, Status

ARABIC, ENGLISH = Words("ar"), Words("en")
# the words depend on the number
COUNTED = tuple(
    "map_events map_places dated_events undated_events figures articles rows_found times_read events_read".split()
)
FIGURE = FigureRow(
    id=1, kind="killed", low=21, high=21, qualifier="exact", scope="period", categories="children ps", text="21 طفلاً",
    source=None, source_role=None, begin=None, end_time=None, begin_utc=None, end_utc=None, time=None, value=None, signal=None,
    part_of=None, event_id=None, event="air_strike", place=None, since=None, sentence="", start=0, end=8, document_id=1, title=None,
    outlet=None, url=None, published=None,
)  # fmt: skip


EVENT = EventRow(
    id=1, type="raid", status="asserted", begin=None, end_time=None, begin_utc=None, end_utc=None, place=None, text="اقتحام",
    time=None, value=None, signal=None, sentence="", start=0, end=6, document_id=1, title=None, outlet=None, url=None, published=None,
)  # fmt: skip


def bare(text: str) -> str:
    return "".join(letter for letter in text if letter not in "\u2066\u2067\u2069")


@pytest.mark.parametrize(
    ("begin", "end", "shown"),
    [
        (None, None, ""),
        ("2023-05-09T00:00", "2023-05-10T00:00", "2023-05-09"),
        ("2023-05-01T00:00", "2023-06-01T00:00", "2023-05-01 → 2023-05-31"),
        ("2023-05-09T03:00", "2023-05-10T20:15", "2023-05-09 03:00 → 2023-05-10 20:15"),
        ("2023-05-09T10:30", "2023-05-09T10:31", "2023-05-09 10:30"),
        ("2023-05-09T18:00", "2023-05-10T00:00", "2023-05-09 18:00 → 2023-05-10"),
        ("2023-05-09T03:00", None, "2023-05-09 03:00 → …"),
        (None, "2023-05-10T00:00", "… → 2023-05-10"),
    ],
)
def test_when(begin: str | None, end: str | None, shown: str) -> None:
    assert bare(when(begin, end)) == shown


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [(21, 21, "21"), (35240, 35240, "35,240"), (20, 30, "20–30"), (20, None, "20+"), (0, 9, "≤ 9"), (0, 0, "0")],
)
def test_count(low: int, high: int | None, shown: str) -> None:
    for words in (ARABIC, ENGLISH):
        assert bare(count(replace(FIGURE, low=low, high=high), words)) == shown


def test_cells_of_a_figure() -> None:
    assert figure_cells(FIGURE, ARABIC)["categories"] == "أطفال، الأراضي الفلسطينية"
    assert figure_cells(FIGURE, ENGLISH)["categories"] == "children, Palestinian Territories"


@pytest.mark.parametrize("words", [ARABIC, ENGLISH])
def test_every_column_has_a_heading(words: Words) -> None:
    for cells in (figure_cells(FIGURE, words), event_cells(EVENT, words)):
        assert all(words.say(f"column.{name}") for name in cells)


def test_both_languages_say_the_same_things() -> None:
    arabic, english = strings("ar"), strings("en")
    keys = [
        {f"{section}.{key}" for section in language if section not in COUNTED for key in language[section]}
        for language in (arabic, english)
    ]
    assert keys[0] == keys[1]
    for section in arabic.keys() - set(COUNTED):
        for key, text in arabic[section].items():
            assert text.count("{") == english[section][key].count("{"), f"{section}.{key}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", COUNTED)
def test_every_plural_form_has_its_words(language: Language, section: str) -> None:
    assert set(strings(language)[section]) == {*Locale(language).plural_form.rules, "other"}


@pytest.mark.parametrize(
    ("number", "arabic", "english"),
    [
        (0, "لا أحداث مؤرخة", "0 dated events"),
        (1, "حدث مؤرخ واحد", "1 dated event"),
        (2, "حدثان مؤرخان", "2 dated events"),
        (5, "5 أحداث مؤرخة", "5 dated events"),
        (47, "47 حدثاً مؤرخاً", "47 dated events"),
        (6000, "6,000 حدث مؤرخ", "6,000 dated events"),
    ],
)
def test_counted(number: int, arabic: str, english: str) -> None:
    assert [words.counted("dated_events", number) for words in (ARABIC, ENGLISH)] == [arabic, english]


@pytest.mark.parametrize(
    ("section", "codes"),
    [
        ("type", TYPES),
        ("family", [*FAMILIES, "other"]),
        ("kind", get_args(Kind)),
        ("status", get_args(Status)),
        ("scope", get_args(Scope)),
        ("qualifier", get_args(Qualifier)),
    ],
)
def test_every_code_has_a_name(section: str, codes: Any) -> None:
    assert set(strings("ar")[section]) == set(codes)


@pytest.mark.parametrize(("code", "language"), [(None, "ar"), ("ar", "ar"), ("en", "en"), ("fr", "ar"), ("<b>", "ar")])
def test_language_of(code: str | None, language: str) -> None:
    assert language_of(code) == language


@pytest.mark.parametrize(
    ("query", "filters"),
    [
        ("", Filters()),
        ("from=2023-05-01&to=2023-05-31", Filters(date(2023, 5, 1), date(2023, 5, 31))),
        ("type=raid,arrest&kind=killed", Filters(types=("raid", "arrest"), kinds=("killed",))),
        ("type=arrest,raid,unknown", Filters(types=("raid", "arrest"))),
        ("category=children,ps&status=planned", Filters(categories=("children", "ps"), statuses=("planned",))),
        ("reviewed=unreviewed,rejected", Filters(reviews=("unreviewed",))),
        ("place=غزة&place=رفح&outlet=a, b", Filters(places=("غزة", "رفح"), outlets=("a, b",))),
        ("source=وزارة الصحة&words=غارة على", Filters(claimants=("وزارة الصحة",), words="غارة على")),
        ("from=1 May&to=0001-01-01&type=x,';--&kind=&category=x y,<b>", Filters()),
        ("place=%00&place=%20&words=%0a", Filters()),
        ("words=" + "ا" * 999, Filters(words="ا" * MOST_LETTERS)),
        ("&".join(f"place={n}" for n in range(999)), Filters(places=tuple(map(str, range(MOST_NAMES))))),
    ],
)
def test_filters_in_a_url(query: str, filters: Filters) -> None:
    assert filters_in(parse_qs(query)) == filters


def test_what_is_written_to_a_url_is_read_back() -> None:
    filters = Filters(
        date(2023, 5, 1), None, ("raid", "arrest"), (), ("children", "ps"), ("غزة، القديمة", "a,b"), ("x",), (),
        ("planned",), ("accepted", "unreviewed"), "غارة & <b>",
    )  # fmt: skip
    query = {name: parameter(field, getattr(filters, field)) for field, name in PARAMETERS.items()}
    assert (query["type"], query["to"]) == (["raid,arrest"], [])
    assert filters_in(parse_qs(urlencode(query, doseq=True))) == filters


@pytest.mark.parametrize(
    ("query", "opened"),
    [
        ({}, None),
        ({"article": "3"}, Opened(3)),
        ({"article": "3", "at": "120"}, Opened(3, 120)),
        ({"article": "3; DROP TABLE"}, None),
        ({"article": "-1"}, None),
        ({"article": "٣"}, None),
        ({"article": "9" * 30}, None),
        ({"article": "3", "at": "x"}, Opened(3)),
    ],
)
def test_the_open_article_in_a_url(query: dict[str, str], opened: Opened | None) -> None:
    assert opened_in(query) == opened


@pytest.mark.parametrize(
    ("title", "text", "shown"),
    [
        ("عنوان", "نص", "عنوان"),
        (" عنوان\n في سطرين ", "نص", "عنوان في سطرين"),
        (None, "نص قصير\nفي سطرين", "نص قصير في سطرين"),
        ("", "كلمات " * 40, f"{('كلمات ' * 13).strip()}…"),
        (None, "ا" * 300, f"{'ا' * 80}…"),
        (None, None, "Untitled article"),
        (None, "  ", "Untitled article"),
    ],
)
def test_an_article_without_a_title_goes_by_its_first_words(title: str | None, text: str | None, shown: str) -> None:
    assert named(title, text, ENGLISH) == shown
