"""Addresses on the command line, lists of them, patterns: what is fetched is what it is, and is called what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.archives import PAGES, WIRE, compressed, lines, warc, zipped
from tests.web.site import Reply, Site, page
from timeline.sources import Given, Note, Unreadable, read_documents
from timeline.sources.html import own_address
from timeline.values import Document

LOCAL = Given(allow_local=True)
HTML = {"Content-Type": "text/html"}
# what the path is called | what it answers | how many articles that is
ANSWERS = {
    "/news": (Reply(page(), headers=HTML), 1),
    "/wrong.pdf": (Reply(page(), headers={"Content-Type": "application/pdf"}), 1),
    "/rss-as-html": (Reply(b'<?xml version="1.0"?>\n<!-- x -->\n<rss version="2.0"></rss>', headers=HTML), 0),
    "/a.txt": (Reply(WIRE.encode("cp1256"), headers={"Content-Type": "text/plain; charset=windows-1256"}), 1),
    "/a.txt?x=1": (Reply(WIRE.encode()), 1),
    "/corpus.jsonl": (Reply(lines(3)), 3),
    "/corpus.jsonl.gz": (Reply(compressed(lines(3), ".gz"), headers={"Content-Type": "application/gzip"}), 3),
    "/download": (Reply(compressed(lines(3), ".zst"), headers={"Content-Type": "application/octet-stream"}), 3),
    "/corpus": (Reply(f"text\n{WIRE}\n".encode(), headers={"Content-Type": "text/csv"}), 1),
    "/a.zip": (Reply(zipped({"a.txt": WIRE.encode(), "b.jsonl": lines(2)})), 3),
    "/a.warc": (Reply(warc(*PAGES)), 3),
    "/empty": (Reply(b"", headers=HTML), 0),
    "/picture": (Reply(b"\x89PNG\r\n\x1a\n\xff\xfe\xe9", headers={"Content-Type": "image/png"}), 0),
}


@pytest.mark.parametrize("path", ANSWERS)
def test_what_an_address_answers(path: str, site: Site) -> None:
    site.pages[path], count = ANSWERS[path]
    items = list(read_documents([site.url(path)], LOCAL))
    assert sum(isinstance(item, Document) for item in items) == count
    assert len(items) == max(1, count)
    assert all(item.again == site.url(path) for item in items if isinstance(item, Unreadable))


def test_an_address_is_what_its_article_is_known_by(site: Site) -> None:
    site.pages["/a"] = Reply(status=301, headers={"Location": "/b"})
    site.pages["/b"] = Reply(page())
    (document,) = read_documents([site.url("/a")], LOCAL)
    assert isinstance(document, Document)
    assert (document.id, document.url) == (site.url("/a"), site.url("/b"))


@pytest.mark.parametrize(
    ("said", "fetched", "url"),
    [
        ("https://example.org/a", "https://www.example.org/a?utm=1", "https://example.org/a"),
        ("https://example.org/a", "https://m.example.org/a", "https://example.org/a"),
        ("https://other.example/a", "https://example.org/a", "https://example.org/a"),
        ("https://[", "https://example.org/a", "https://example.org/a"),
        (None, "https://example.org/a", "https://example.org/a"),
        ("https://other.example/a", None, "https://other.example/a"),
        (None, None, None),
    ],
)
def test_a_page_does_not_pass_for_that_of_another_site(said: str | None, fetched: str | None, url: str | None) -> None:
    assert own_address(said, fetched) == url


def test_nothing_of_this_machine_without_being_asked(site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WIRE, encoding="utf-8")
    given = [site.url("/a"), (tmp_path / "a.txt").as_uri()]
    assert all("--allow-local" in str(item) for item in read_documents(given))
    assert [type(item) for item in read_documents(given[1:], LOCAL)] == [Document]


@pytest.mark.parametrize("address", ["ftp://example.org/a.txt", "s3://bucket/news.jsonl", "FTP://example.org/*.txt"])
def test_other_schemes(address: str) -> None:
    (bad,) = read_documents([address])
    assert str(bad) == f"{address}: only http and https are read"


def test_a_list_of_files_and_addresses(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = Reply(page())
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    entries = ["# a remark", site.url("/a"), "", f"  {tmp_path}/wire.txt  ", site.url("/a"), f"{tmp_path}/none.txt"]
    (tmp_path / "my.list").write_text("\n".join([*entries, "other.list", "-"]), encoding="utf-8")
    items = list(read_documents([str(tmp_path / "my.list")], LOCAL))
    assert [item.id for item in items if isinstance(item, Document)] == [site.url("/a"), f"{tmp_path}/wire.txt"]
    problems = [item for item in items if isinstance(item, Unreadable)]
    assert [item.again for item in problems] == [f"{tmp_path}/none.txt", "other.list", "-"]


def test_lists_that_hold_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty.list").write_text("# nothing failed\n", encoding="utf-8")
    (tmp_path / "bad.list").write_bytes(b"\x89PNG\xff\xfe\xe9\x00")
    empty, bad, none = read_documents([str(tmp_path / f"{name}.list") for name in ("empty", "bad", "none")])
    assert isinstance(empty, Note)
    assert isinstance(bad, Unreadable)
    assert isinstance(none, Unreadable)


def test_a_list_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.list").write_text("https://example.org/", encoding="utf-8")
    (tmp_path / "a.txt").write_text(WIRE, encoding="utf-8")
    (document,) = read_documents([str(tmp_path)])
    assert isinstance(document, Document)


def test_patterns(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "deep/c.txt", "[d].txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(WIRE, encoding="utf-8")

    def names(pattern: str) -> list[str]:
        return [str(getattr(item, "id", item)).removeprefix(f"{tmp_path}/") for item in read_documents([pattern])]

    assert names(f"{tmp_path}/?.txt") == ["a.txt", "b.txt"]
    assert names(f"{tmp_path}/**/c.txt") == ["deep/c.txt"]
    assert names(f"{tmp_path}/[d].txt") == ["[d].txt"]  # a file of that very name is no pattern
    assert names(f"{tmp_path}/*.csv") == ["*.csv: nothing matches this pattern"]
