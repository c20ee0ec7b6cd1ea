"""Adding documents: read, shown, and stored only when that is asked for."""

from __future__ import annotations

import gzip
import json

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from dashboard.adding.batch import read_batch, waiting
from dashboard.adding.inputs import Pasted, read_files, read_pasted
from dashboard.adding.urls import read_urls
from dashboard.address import ALL
from tests.dashboard.conftest import Open
from tests.dashboard.test_timeline_page import html
from timeline.sources import Given, Unreadable, read_given
from timeline.values import Document

WIRE = "أعلنت وزارة الصحة استشهاد 21 فلسطينياً بينهم 4 أطفال في غارة على خان يونس فجر الثلاثاء."
HOSTILE = f"<script>alert(1)</script> **غامق** $x^2$ :red[نص]. {WIRE}"
DATED = f"غزة - 10 أيار/مايو 2023 - {WIRE}"


def add(page: Open, text: str, **fields: str) -> AppTest:
    app = page(name="add", lang="en")
    app.text_area(key="add_text").set_value(text)
    for name, value in fields.items():
        app.text_input(key=f"add_{name}").set_value(value)
    app.button(key="add_read").click().run()
    assert not app.exception
    return app


def stored() -> int:
    return data.documents(ALL).total


def test_what_was_read_is_shown_before_anything_is_stored(page: Open) -> None:
    app = add(page, WIRE, published="2023-05-10 20:15", outlet="وكالة المثال")
    shown = html(app)
    for part in (
        "21 فلسطينياً</mark>",
        "غارة</mark>",
        "خان يونس</mark>",
        "وزارة الصحة</mark>",
        "as given above",
        "وكالة المثال",
    ):
        assert part in shown
    assert "1 article · 1 time · 2 figures · 1 event" in shown
    assert stored() == 0
    app.button(key="add_store").click().run()
    assert not app.exception
    assert stored() == 1
    assert "Stored: 1 new, 0 changed" in html(app)
    assert '<a href="/article?lang=en&amp;article=1">' in html(app)


def test_the_same_text_again_changes_nothing(page: Open) -> None:
    app = add(page, WIRE, published="2023-05-10")
    app.button(key="add_store").click().run()
    app.button(key="add_read").click().run()
    app.button(key="add_store").click().run()
    assert "Stored: 0 new, 0 changed, 1 unchanged" in html(app)
    assert stored() == 1


def test_a_date_is_asked_for_where_there_is_none(page: Open) -> None:
    app = add(page, WIRE)
    assert "Without a publication date: 1; relative dates in them that stay unresolved: 1." in html(app)
    app.text_input(key="add_published").set_value("10 مايو 2023 20:15")
    app.button(key="add_read").click().run()
    assert "Without a publication date" not in html(app)
    assert "Published at a clock time of no known zone: 1" in html(app)
    app.selectbox(key="add_zone").set_value("Asia/Gaza")
    app.button(key="add_read").click().run()
    assert "of no known zone" not in html(app)
    assert "2023-05-10 20:15 +0300" in html(app)


def test_what_the_text_says_of_its_date_is_proposed(page: Open) -> None:
    shown = html(add(page, DATED))
    assert "2023-05-10 23:59" in shown
    assert "found in its dateline" in shown


@pytest.mark.parametrize(
    ("text", "fields", "says"),
    [
        ("", {}, "There is nothing to read yet"),
        (" \n ", {}, "There is nothing to read yet"),
        (WIRE, {"published": "أمس"}, "cannot be read: write the full date"),
        ("date: 2023-05-10\n\nنص", {}, "its header has an unknown key"),
        ("Only English here.", {}, "1 article · 0 times"),
    ],
)
def test_what_cannot_be_read_is_one_line(page: Open, text: str, fields: dict[str, str], says: str) -> None:
    app = add(page, text, **fields)
    assert says in html(app)
    assert stored() == 0


def test_hostile_text_is_shown_as_written_before_and_after(page: Open) -> None:
    app = add(page, HOSTILE, title="<script>t</script> $x$", outlet="<b>x</b>", url="javascript:alert(1)")
    app.button(key="add_store").click().run()
    for shown in (html(add(page, HOSTILE, title="<script>t</script> $x$", outlet="<b>x</b>")), html(app)):
        assert "<script" not in shown
        assert "<b>" not in shown
        assert "&lt;script&gt;t&lt;/script&gt; $x$" in shown
        assert 'href="javascript' not in shown


@pytest.mark.parametrize("way", ["files", "addresses"])
def test_the_other_ways_in(page: Open, way: str) -> None:
    app = page(name="add")
    app.segmented_control(key="add_way").set_value(way).run()
    assert not app.exception
    app.button(key="add_read").click().run()
    assert "لا شيء يُقرأ بعد" in html(app)


FILES = {
    "a.txt": (WIRE.encode(), 1, 0),
    "a.jsonl": (json.dumps({"id": "1", "text": WIRE}).encode() + b"\n{broken\n", 1, 1),
    "a.csv": (f"id,text\n1,{WIRE}\n".encode(), 1, 0),
    "a.html": (f"<html><body><article><p>{WIRE * 5}</p></article></body></html>".encode(), 1, 0),
    "cp1256.txt": (WIRE.encode("cp1256"), 1, 0),
    "empty.txt": (b"", 0, 1),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), 0, 1),
    "../../etc/passwd": (WIRE.encode(), 1, 0),
    "..\\..\\x.parquet": (b"PAR1nothing", 0, 1),
    "nul\x00.txt": (WIRE.encode(), 1, 0),
    "": (WIRE.encode(), 1, 0),
    "server.list": (b"/etc/passwd\n", 0, 1),
    "x" * 300 + ".txt": (WIRE.encode(), 1, 0),
    ".hidden": (WIRE.encode(), 1, 0),
    "أخبار [1].txt": (WIRE.encode(), 1, 0),
    "a.txt.gz": (gzip.compress(WIRE.encode()), 1, 0),
    "bomb.gz": (b"\x1f\x8b nothing", 0, 1),
    "broken.csv": (b'"text\n\xff\xfe', 0, 1),
}


@pytest.mark.parametrize("name", FILES)
def test_files_of_every_kind(name: str) -> None:
    raw, articles, problems = FILES[name]
    found = list(read_files([(name, raw)], Given()))
    assert sum(isinstance(each, Document) for each in found) == articles
    assert sum(isinstance(each, Unreadable) for each in found) == problems
    for each in found:
        said = each.id if isinstance(each, Document) else str(each)
        assert "/tmp" not in said


def test_a_pasted_text_is_known_by_its_content() -> None:
    [first], [again], [other] = (list(read_pasted(Pasted(text), Given())) for text in (WIRE, WIRE, DATED))
    assert isinstance(first, Document)
    assert isinstance(other, Document)
    assert first == again
    assert first.id != other.id


def test_the_header_of_a_text_is_read_and_the_fields_beside_it_win() -> None:
    text = f"published: 2023-05-10T20:15:00+03:00\ntitle: عنوان\noutlet: وسيلة\n\n{WIRE}"
    [read] = read_pasted(Pasted(text, outlet="غيرها"), read_given(None, None))
    assert isinstance(read, Document)
    assert (read.title, read.outlet, read.text, read.published_from) == ("عنوان", "غيرها", WIRE, "metadata")


@pytest.mark.parametrize(
    "line",
    [
        "/etc/passwd",
        "file:///etc/passwd",
        "-",
        "ftp://x",
        "../x.txt",
        "javascript:alert(1)",
        "http://127.0.0.1:9/x",
        "http://localhost/",
    ],
)
def test_nothing_of_the_server_is_read_by_its_name(line: str) -> None:
    [refused] = read_urls(f"\n {line} \n", Given())
    assert isinstance(refused, Unreadable)
    assert line in refused.where


def test_a_batch_ends_where_it_would_not_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.adding.batch.MOST", 2)
    told: list[int] = []
    batch = read_batch((Document(str(number), WIRE) for number in range(9)), told.append)
    assert (len(batch.extractions), batch.is_cut, told) == (2, True, [1, 2])
    assert [waiting(one) for one in batch.extractions] == [1, 1]
