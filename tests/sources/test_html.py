"""Saved pages: the article, its date with time of day and offset, its outlet; and pages that are none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from timeline.sources import Given, Unreadable, read_documents, read_given
from timeline.sources.html import decode_page, is_html, read_html
from timeline.sources.json_ld import Said, said_in
from timeline.sources.problems import SourceProblem
from timeline.sources.streams import LARGEST
from timeline.values import Document

FIRST = "قتل 21 فلسطينياً في غارة على القطاع منذ فجر الثلاثاء، وفق وزارة الصحة التي نشرت الحصيلة."
SECOND = "وقال مصدر طبي إن عشرات الجرحى نقلوا إلى المستشفى في المدينة مساء الأربعاء."
WHEN = "2023-05-10T20:15:00+03:00"
LD = {"@type": "NewsArticle", "headline": "العنوان", "datePublished": WHEN, "publisher": {"name": "وكالة المثال"}}
META = f'<meta property="article:published_time" content="{WHEN}">'
DAY = '<meta property="article:published_time" content="2023-05-10">'


def ld(*values: Any) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(value)}</script>' for value in values)


def page(head: str = "", body: str = "") -> bytes:
    """A page with two paragraphs of news between what surrounds them."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>عنوان الصفحة</title>{head}</head><body>'
        '<nav><a href="/">الرئيسية</a><a href="/sport">رياضة</a></nav>'
        f"<article><h1>العنوان</h1>{body}<p>{FIRST}</p><p>{SECOND}</p></article>"
        "<footer>جميع الحقوق محفوظة</footer></body></html>"
    ).encode()


def read(raw: bytes, given: Given | None = None) -> Document:
    return read_html(raw, "a.html", given or Given())


def test_the_article_and_nothing_around_it() -> None:
    canonical = '<link rel="canonical" href="https://example.org/a"><meta property="og:site_name" content="موقع">'
    document = read(page(ld(LD) + canonical))
    assert document.text == f"العنوان\n{FIRST}\n{SECOND}"
    assert (document.id, document.title, document.outlet) == ("a.html", "العنوان", "وكالة المثال")
    assert document.url == "https://example.org/a"
    assert document.published is not None
    assert (document.published.isoformat(), document.published_from) == (WHEN, "metadata")


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        (ld(LD), "", WHEN),
        (ld({"@graph": [{"@type": "WebPage", "datePublished": "2001-01-01"}, LD]}), "", WHEN),
        (ld([{"@type": ["Thing", "ReportageNewsArticle"], "datePublished": WHEN}]), "", WHEN),
        (META, "", WHEN),
        ("", f'<time itemprop="datePublished" datetime="{WHEN}">أمس</time>', WHEN),
        ("", f'<time datetime="{WHEN}">أمس</time>', WHEN),
        (ld(LD | {"datePublished": "2023-05-10"}) + META, "", WHEN),
        (ld(LD | {"datePublished": "soon"}) + META, "", WHEN),
        (ld(LD | {"datePublished": ["2023"]}) + META, "", WHEN),
        ('<script type="application/ld+json">{"datePublished": </script>' + META, "", WHEN),
        (DAY, "", "2023-05-10T23:59:00"),
        ("", "", None),
    ],
)
def test_publication(head: str, body: str, published: str | None) -> None:
    found = read(page(head, body))
    assert (found.published and found.published.isoformat()) == published
    assert found.published_from == (published and "metadata")


def test_what_was_given_counts_before_what_the_page_says() -> None:
    given = read_given("2020-01-01T10:00+02:00", None)
    for head in ("", ld(LD), DAY):
        found = read(page(head), given)
        assert (found.published, found.published_from) == (given.published, "given")
    day = read(page(DAY), read_given(None, "Asia/Gaza")).published
    assert day is not None
    assert day.isoformat() == "2023-05-10T23:59:00+03:00"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256", "iso-8859-6"])
def test_encodings(encoding: str) -> None:
    text = page(META).decode().replace('charset="utf-8"', f'charset="{encoding.removesuffix("-sig")}"')
    assert FIRST.split("،", maxsplit=1)[0] in read(text.encode(encoding, errors="replace")).text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ('<meta charset="utf-8">غزة'.encode("cp1256"), "غزة"),
        ('<meta charset="unicode_escape">غزة'.encode(), "غزة"),
        (b'<meta http-equiv="content-type" content="text/html; charset=windows-1256">' + "غزة".encode("cp1256"), "غزة"),
    ],
    ids=["says UTF-8", "says nonsense", "says Windows"],
)
def test_a_page_may_be_wrong_about_itself(raw: bytes, text: str) -> None:
    assert decode_page(raw).endswith(text)


ENGLISH = page().decode().replace(FIRST, "An air strike killed 21 people in the city on Tuesday, officials said. " * 3)
REFUSED = {
    "empty": (b" \n ", "it is empty"),
    "no article": (b"<html><body></body></html>", "no article was found in this page"),
    "English": (ENGLISH.replace(SECOND, "The ministry published the toll in the evening.").encode(), "not in Arabic"),
    "nested deeply": (b"<html><body>" + b"<div>" * 10_000 + FIRST.encode() + b"</div>" * 10_000, "no article"),
    "no text": (bytes(range(256)) * 50, "not text in UTF-8"),
    "too large": (b"<html>" + b" " * LARGEST, "larger than 5 MB"),
}


@pytest.mark.parametrize(("raw", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_page_of_news(raw: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_bytes(raw)
    (tmp_path / "good.html").write_bytes(page())
    bad, good = read_documents([str(tmp_path)])
    assert isinstance(bad, Unreadable)
    assert why in bad.why
    assert isinstance(good, Document)


@pytest.mark.parametrize("cut", [1, 50, 200, 400, 600, -40])
def test_a_page_that_is_cut_is_a_result_or_a_line(cut: int, tmp_path: Path) -> None:
    (tmp_path / "cut.html").write_bytes(page(META)[:cut])
    (item,) = read_documents([str(tmp_path)])
    assert isinstance(item, Document | Unreadable)


@pytest.mark.parametrize(
    ("raw", "is_page"),
    [
        (b"<!doctype html><html>", True),
        (b"\xef\xbb\xbf \n<!-- saved --><HTML lang=ar>", True),
        (b'<?xml version="1.0"?><html>', True),
        (b"<htmlx>", False),
        ("نص <html>".encode(), False),
        (b"", False),
    ],
    ids=repr,
)
def test_pages_are_recognised_by_their_beginning(raw: bytes, is_page: bool) -> None:
    assert is_html(raw) == is_page


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    with pytest.raises(SourceProblem, match=r"pip install 'arabic-event-timeline\[html\]'"):
        read(page())


@pytest.mark.parametrize(
    ("scripts", "said"),
    [
        ([], Said()),
        (["", "null", "[1, [2]]", '"x"', "{" * 100_000, "[" * 100_000], Said()),
        (
            [json.dumps({"@type": "Event", "datePublished": "2020"}), json.dumps(LD)],
            Said(WHEN, "وكالة المثال", "العنوان"),
        ),
        ([json.dumps({"datePublished": "2020", "publisher": ["a", "b"]})], Said("2020", "a")),
        ([json.dumps({"datePublished": 2020, "publisher": {"name": 7}})], Said()),
    ],
    ids=range(5),
)
def test_json_ld(scripts: list[str], said: Said) -> None:
    assert said_in(scripts) == said
