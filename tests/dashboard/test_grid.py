"""Tables as HTML: what their columns are called, and what stays in one piece."""

from __future__ import annotations

import pytest

from dashboard.grid import Line, table_html, whole_dates
from dashboard.i18n import LANGUAGES, Language, Words

CELLS = ("when", "document", "place", "outlet")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2023-05-09", '<span class="whole">2023-05-09</span>'),
        (
            "2023-05-09 03:00 → 2023-05-10",
            '<span class="whole">2023-05-09 03:00</span> → <span class="whole">2023-05-10</span>',
        ),
        ("12023-05-09", "12023-05-09"),
        ("#12 · 21–30", "#12 · 21–30"),
    ],
)
def test_dates_stay_in_one_piece(text: str, shown: str) -> None:
    assert whole_dates(text) == shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("link", ["article", "place"])
def test_no_two_columns_have_one_name(language: Language, link: str) -> None:
    html = table_html([Line(dict.fromkeys(CELLS, "x"), "?")], Words(language), "table", link=link)
    headings = [piece.split("</th>")[0] for piece in html.split('<th scope="col">')[1:]]
    assert len(headings) == len(set(headings)) == len(CELLS) + 1
