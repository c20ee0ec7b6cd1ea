"""The text of an article as HTML: marks, also overlapping ones, and nothing of the text taken for markup."""

from __future__ import annotations

import pytest

from dashboard.article import Mark, article_html, heading_html, legend_html, notice_html

TEXT = "قتل 3 من قادة السرايا فجر الثلاثاء"


def words(part: str, kind: str, text: str = TEXT, chosen: bool = False, note: str = "") -> Mark:
    start = text.index(part)
    return Mark(start, start + len(part), kind, note, chosen)  # type: ignore[arg-type]  # any kind


CASES = {
    "no marks": ([], "<p>قتل 3 من قادة السرايا فجر الثلاثاء</p>"),
    "one of each": (
        [words("قتل", "trigger"), words("3 من قادة السرايا", "figure"), words("فجر الثلاثاء", "time")],
        '<p><mark class="trigger" title="">قتل</mark> <mark class="figure" title="">3 من قادة السرايا</mark>'
        ' <mark class="time" title="">فجر الثلاثاء</mark></p>',
    ),
    "one inside the other": (
        [words("3 من قادة السرايا", "figure"), words("قادة", "trigger")],
        '<p>قتل <mark class="figure" title="">3 من </mark><mark class="figure trigger" title="">قادة</mark>'
        '<mark class="figure" title=""> السرايا</mark> فجر الثلاثاء</p>',
    ),
    "overlapping": (
        [words("قادة السرايا", "figure"), words("السرايا فجر", "time")],
        '<p>قتل 3 من <mark class="figure" title="">قادة </mark><mark class="time figure" title="">السرايا</mark>'
        '<mark class="time" title=""> فجر</mark> الثلاثاء</p>',
    ),
    "the chosen one, with its reading": (
        [words("قتل", "trigger", chosen=True, note='"a" & b')],
        '<p><mark class="trigger chosen" title="&quot;a&quot; &amp; b">قتل</mark> 3 من قادة السرايا فجر الثلاثاء</p>',
    ),
    "the same words twice": (
        [words("قتل", "trigger", note="x"), words("قتل", "trigger", note="x")],
        '<p><mark class="trigger" title="x">قتل</mark> 3 من قادة السرايا فجر الثلاثاء</p>',
    ),
    "an empty mark and one beyond the text": (
        [Mark(4, 4, "time"), Mark(500, 510, "time")],
        "<p>قتل 3 من قادة السرايا فجر الثلاثاء</p>",
    ),
}


@pytest.mark.parametrize(("marks", "html"), CASES.values(), ids=CASES)
def test_marks(marks: list[Mark], html: str) -> None:
    assert article_html(TEXT, marks) == f'<article class="article" dir="rtl" lang="ar">{html}</article>'


def test_the_sentence_is_emphasised_around_its_marks() -> None:
    text = "وقع انفجار. قتل شاب."
    html = article_html(text, [words("شاب", "figure", text)], (12, len(text)))
    assert (
        '<p>وقع انفجار. <span class="sentence">قتل </span>'
        '<span class="sentence"><mark class="figure" title="">شاب</mark></span><span class="sentence">.</span></p>'
        in html
    )


def test_paragraphs_are_lines_that_are_not_blank() -> None:
    assert article_html("أ\n\n \nب\r\n", []).count("<p>") == 2


def test_a_mark_may_run_over_the_end_of_a_line() -> None:
    html = article_html("فجر\nالثلاثاء", [Mark(0, 12, "time")])
    assert html.count('<mark class="time"') == 2


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</article></mark><h1>x</h1>",
    "$x^2$ :red[نص] **غامق** [رابط](javascript:alert(1))",
    "&lt;b&gt; &amp;",
    "\u202eعكس",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_never_markup(text: str) -> None:
    html = article_html(text, [Mark(0, len(text), "figure", text), Mark(1, 3, "time")], (0, len(text)))
    plain = html.replace('<article class="article" dir="rtl" lang="ar">', "").replace("</article>", "", 1)
    for tag in ("mark", "span", "p"):
        assert plain.count(f"<{tag}") == plain.count(f"</{tag}>") > 0
    for opening in ("<script", "<img", "<h1", "</article", "<b>"):
        assert opening not in plain


@pytest.mark.parametrize("text", HOSTILE[:3])
def test_nor_are_headline_and_notice(text: str) -> None:
    for html in (heading_html(text, [text], None, "x", "rtl"), notice_html(text, "rtl")):
        assert "<script" not in html
        assert "<img" not in html
        assert "<h1" not in html


@pytest.mark.parametrize(
    ("url", "is_linked"),
    [
        ("https://example.org/?a=1&b='2'", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("/etc/passwd", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_linked(url: str | None, is_linked: bool) -> None:
    assert ("<a href=" in heading_html("عنوان", [], url, "الأصل", "rtl")) is is_linked


def test_the_legend_shows_the_marks_themselves() -> None:
    html = legend_html({"time": "زمن", "figure": "رقم"}, "rtl")
    assert '<mark class="time">زمن</mark> <mark class="figure">رقم</mark>' in html
