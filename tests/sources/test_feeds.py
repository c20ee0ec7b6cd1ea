"""Feeds: what they hold themselves, the pages they lead to, and feeds that are none."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from tests.web.site import PARAGRAPH, WHEN, Reply, Site, dated, item, page, rss
from timeline.sources import Given, Unreadable, read_documents, read_given
from timeline.sources.feeds import parse_feed
from timeline.sources.markup import text_of
from timeline.values import Document

ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>وكالة</title>
<entry><title>خبر</title><link href="https://example.org/a"/><updated>2023-05-11T09:00:00+03:00</updated>
<published>{WHEN}</published><content type="html">&lt;p&gt;{PARAGRAPH}&lt;/p&gt;</content></entry></feed>"""
RDF = f"""<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>وكالة</title></channel>
<item rdf:about="https://example.org/a"><title>خبر</title><link>https://example.org/a</link>
<description>{PARAGRAPH}</description><dc:date>{WHEN}</dc:date></item></rdf:RDF>"""
MARKUP = {
    "<p>قتل <b>ثلاثة</b></p><p>في غزة</p>": "قتل ثلاثة\nفي غزة",
    "قتل<br/>ثلاثة": "قتل\nثلاثة",
    "a &amp; b &lt;c&gt;": "a & b <c>",
    "<script>x()</script>نص<style>y{}</style>": "نص",
    "<p>لم يغلق": "لم يغلق",
    " نص ": "نص",
    "1 < 2 & 3": "1 < 2 & 3",
}
NO_FEEDS = {
    b"": "no feed",
    b"<html><body>x</body></html>": "no feed",
    b"<rss>": "no articles in this feed|no feed",
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>': "no articles in this feed",
    b"\x00\x01\x02": "no feed",
}
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    + b']><rss version="2.0"><channel><title>&a9;</title><item><title>&a9;</title></item></channel></rss>'
)


def read(folder: Path, raw: bytes, given: Given | None = None) -> list[Document | Unreadable]:
    (folder / "a.xml").write_bytes(raw)
    items = read_documents([str(folder / "a.xml")], given or Given())
    return [each for each in items if isinstance(each, Document | Unreadable)]


@pytest.mark.parametrize(
    "raw", [ATOM, RDF, rss(item("https://example.org/a")).body.decode()], ids=["atom", "rdf", "rss"]
)
def test_a_feed_file_is_what_it_holds(raw: str, tmp_path: Path) -> None:
    (document,) = read(tmp_path, raw.encode())
    assert isinstance(document, Document)
    assert document.text == PARAGRAPH
    assert (document.id, document.url) == ("https://example.org/a", "https://example.org/a")
    assert document.published is not None
    assert (document.published.isoformat(), document.published_from) == (WHEN, "feed")


def test_a_feed_without_dates(tmp_path: Path) -> None:
    undated, given, soon = (
        read(tmp_path, rss(item("https://example.org/a", date=date)).body, asked)[0]
        for date, asked in (("", None), ("", read_given("2023-05-10", None)), ("soon", None))
    )
    assert isinstance(undated, Document)
    assert isinstance(given, Document)
    assert isinstance(soon, Document)
    assert (undated.published, undated.published_from) == (None, None)
    assert given.published_from == "given"
    assert soon.published is None


def test_a_date_that_was_given_counts_before_that_of_the_feed(tmp_path: Path) -> None:
    (document,) = read(tmp_path, rss(item("https://example.org/a")).body, read_given("2020-01-01", None))
    assert isinstance(document, Document)
    assert (document.published, document.published_from) == (datetime(2020, 1, 1, 23, 59), "given")


def test_what_is_wrong_with_an_entry_does_not_stop_the_next(tmp_path: Path) -> None:
    entries = item(text=""), item("https://example.org/en", "Three people were killed"), item("https://example.org/a")
    items = read(tmp_path, rss(*entries).body.replace("عنوان".encode(), b"title"))
    assert [str(each) for each in items if isinstance(each, Unreadable)] == [
        f"{tmp_path}/a.xml, entry 1: this article is not in Arabic",
        "https://example.org/en: this article is not in Arabic",
    ]
    assert isinstance(items[-1], Document)


@pytest.mark.parametrize("raw", NO_FEEDS, ids=ascii)
def test_what_is_no_feed(raw: bytes) -> None:
    with pytest.raises(ValueError, match=NO_FEEDS[raw]):
        parse_feed(raw, "a.xml")


def test_a_feed_that_blows_itself_up(tmp_path: Path) -> None:
    (bad,) = read(tmp_path, BOMB)
    assert isinstance(bad, Unreadable)


@pytest.mark.parametrize("markup", MARKUP, ids=ascii)
def test_the_words_of_markup(markup: str) -> None:
    assert text_of(markup) == MARKUP[markup]


def test_a_feed_at_an_address_leads_to_its_pages(site: Site) -> None:
    site.pages["/rss"] = rss(*(item(site.url(path)) for path in ("/a", "/b", "/none", "/secret")), item())
    site.pages["/a"] = Reply(page(head=dated("2023-05-10T21:00:00+03:00")))
    site.pages["/b"] = Reply(page())
    site.pages["/secret"] = Reply(status=302, headers={"Location": "ftp://example.org/"})
    items = list(read_documents([site.url("/rss")], Given(allow_local=True)))
    dates = [(each.url, each.published_from) for each in items if isinstance(each, Document)]
    assert dates == [(site.url("/a"), "metadata"), (site.url("/b"), "feed"), (None, "feed")]
    problems = [each for each in items if isinstance(each, Unreadable)]
    assert [each.again for each in problems] == [site.url("/none"), site.url("/secret")]
    assert "no such page" in problems[0].why


def test_an_entry_leads_to_no_private_address(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The feed's own server is taken for a public one; its entries are looked at as any address."""
    from timeline.web import addresses

    real = addresses.addresses_of

    def resolve(host: str, port: int, *, allow_local: bool) -> list[str]:
        return ["127.0.0.1"] if host == "public.example" else real(host, port, allow_local=allow_local)

    monkeypatch.setattr("timeline.web.connection.addresses_of", resolve)
    monkeypatch.setattr("timeline.web.pace.sleep", lambda _: None)
    links = (site.url("/secret"), "file:///etc/hostname", "http://169.254.169.254/latest", "javascript:alert(1)")
    site.pages["/rss"] = rss(*map(item, links))
    site.pages["/secret"] = Reply(page())
    items = list(read_documents([site.url("/rss").replace("127.0.0.1", "public.example")]))
    assert all(isinstance(each, Unreadable) for each in items)
    assert sum("--allow-local" in str(each) for each in items) == 3
    assert "/secret" not in site.asked
