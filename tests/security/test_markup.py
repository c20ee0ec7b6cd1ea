"""Whatever stands in an article, the dashboard's HTML has our elements and attributes only, and shows it as it is."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.article import Mark, article_html, heading_html, legend_html, notice_html
from dashboard.grid import Line, table_html
from dashboard.i18n import Words
from dashboard.lanes.card import card_html
from dashboard.lanes.key import key_html
from dashboard.wording import event_cells, figure_cells
from timeline.store.views.article import Article, TimeRow
from timeline.store.views.rows import DocumentRow, EventRow, FigureRow

DASHBOARD = Path(__file__).parents[2] / "dashboard"
ELEMENTS = {
    *("article", "header", "div", "p", "span", "mark", "bdi", "a", "h3", "i"),
    *("table", "thead", "tbody", "tr", "th", "td"),
    *("section", "h2", "dl", "dt", "dd", "code"),
}
ATTRIBUTES = {"class", "dir", "lang", "title", "href", "target", "rel", "scope", "role", "aria-label", "tabindex"}
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "\" autofocus onfocus=\"alert(1)",
    "</td></tr></table><iframe src=//evil.example></iframe>",
    "</mark></span></p></article><style>*{display:none}</style>",
    "<!--", "]]>", "<![CDATA[", "<?php", "<a href=javascript:alert(1)>x</a>",
    "&lt;script&gt;", "&#x3c;script&#x3e;", "&amp", "&",
    "\x00<b\x00>", "<\u200fscript>", "＜script＞", "\u202e<b>\u2066", "<scr<script>ipt>", "`${alert(1)}`", "{{7*7}}",
]  # fmt: skip
ADDRESSES = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "//evil.example", 'https://example.org/"onclick="x', "https://example.org/<script>"]  # fmt: skip


class Seen(HTMLParser):
    """What a browser would make of it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.attributes: dict[str, list[str]] = {}
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        for name, value in attrs:
            self.attributes.setdefault(name, []).append(value or "")

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.elements.append("a comment")

    def handle_decl(self, decl: str) -> None:
        self.elements.append("a declaration")

    def unknown_decl(self, data: str) -> None:
        self.elements.append("a declaration")

    def handle_pi(self, data: str) -> None:
        self.elements.append("an instruction")


def assert_harmless(html: str, text: str = "") -> Seen:
    seen = Seen(html)
    assert ELEMENTS.issuperset(seen.elements)
    assert ATTRIBUTES.issuperset(seen.attributes)
    for address in seen.attributes.get("href", []):
        assert re.match(r"(https?://|\?)", address)
    assert text in seen.text
    return seen


def row(type_: Any, text: str) -> Any:
    """A row in which everything that is text is hostile."""
    values: dict[str, Any] = {field.name: text if "str" in str(field.type) else 3 for field in fields(type_)}
    times = {"begin", "end_time", "begin_utc", "end_utc"} & values.keys()
    return type_(**values | dict.fromkeys(times))


@pytest.mark.parametrize("text", HOSTILE)
def test_an_article(text: str) -> None:
    marks = [Mark(0, len(text), "figure", text), Mark(1, 3, "time", text, chosen=True), Mark(2, 99, "trigger")]
    assert assert_harmless(article_html(text, marks, (1, len(text)))).text == text
    assert assert_harmless(article_html(f"{text}\n{text}", [])).text == text + text


@pytest.mark.parametrize("text", HOSTILE)
def test_what_surrounds_it(text: str) -> None:
    assert_harmless(heading_html(text, [text, text], text, text, "rtl"), text)
    assert_harmless(notice_html(text, "rtl"), text)
    assert_harmless(legend_html({"time": text}, "rtl"), text)
    assert key_html({text}, Words("en")) == key_html({"a type that is new"}, Words("en"))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("type_", [EventRow, FigureRow])
def test_a_card(text: str, type_: Any) -> None:
    rows = {each: (row(each, text),) for each in (TimeRow, FigureRow, EventRow)}
    document = replace(row(DocumentRow, text), published=None)
    article = Article(document, text, rows[TimeRow], rows[FigureRow], rows[EventRow])
    assert_harmless(card_html(article, rows[type_][0], Words("en"), "?article=3&at={}".format), text)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_table(text: str, language: Any) -> None:
    words = Words(language)
    for cells in (event_cells(row(EventRow, text), words), figure_cells(row(FigureRow, text), words)):
        seen = assert_harmless(table_html([Line(cells, "?article=1")], words, text))
        assert " ".join(text.split()) in seen.text
        assert seen.elements.count("td") == len(cells) + 1


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address(url: str) -> None:
    seen = assert_harmless(heading_html("عنوان", [], url, "الأصل", "rtl"))
    assert len(seen.attributes.get("href", [])) == url.startswith("https://")
    assert seen.attributes.get("rel", ["noopener noreferrer"]) == ["noopener noreferrer"]


@given(
    st.text(alphabet=st.sampled_from("<>&\"'`=/ abcغ!-?;#x3\n"), max_size=40), st.integers(0, 20), st.integers(0, 20)
)
def test_any_text(text: str, start: int, length: int) -> None:
    html = article_html(text, [Mark(start, start + length, "time", text)], (start, len(text)))
    assert assert_harmless(html).text == "".join(line for line in text.split("\n") if line.strip())


def test_no_page_lets_html_through_on_its_own() -> None:
    """`st.html` is given what the functions above made; Markdown with HTML in it is never used, and no script but
    the one of the frame, in which no text of an article stands."""
    pages = {path: path.read_text("utf-8") for path in DASHBOARD.rglob("*.py")}
    assert [path.name for path, source in pages.items() if "unsafe_allow_html" in source] == []
    assert [
        path.name for path, source in pages.items() if "components.v1" in source or "allow_javascript" in source
    ] == ["streamlit_app.py"]
