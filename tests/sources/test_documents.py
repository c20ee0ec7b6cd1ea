"""Files, folders and lines -> documents, or what is wrong with them."""

from __future__ import annotations

import io
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.store.users import as_an_ordinary_user, shared_folder
from timeline.sources import Given, Note, Unreadable, count_documents, read_documents, read_published
from timeline.sources.text import split_header
from timeline.values import Document

WIRE = "قتل ثلاثة أشخاص في غزة."
HEADERS = {
    "published: 2023-05-10\ntitle: عنوان\n\nنص": ({"published": "2023-05-10", "title": "عنوان"}, "نص"),
    "Published: 2023-05-10\r\nURL: https://example.org/a:b\r\n\r\nنص\r\n": (
        {"published": "2023-05-10", "url": "https://example.org/a:b"},
        "نص\r\n",
    ),
    '---\ntitle: "عنوان"\ntags: [x]\n---\nنص': ({"title": "عنوان"}, "نص"),
    "title: عنوان\nقال المصدر\n\nنص": ({}, "title: عنوان\nقال المصدر\n\nنص"),
    "نص\n\ntitle: عنوان\n\n": ({}, "نص\n\ntitle: عنوان\n\n"),
    "title: عنوان": ({"title": "عنوان"}, ""),
    "https://example.org/a\n\nنص": ({}, "https://example.org/a\n\nنص"),
    "\nBREAKING: x\n\nنص": ({}, "\nBREAKING: x\n\nنص"),
    "--- نص ---\n\nنص": ({}, "--- نص ---\n\nنص"),
}
BAD_HEADERS = {
    "publishd: 2023-05-10\n\nنص": "unknown key 'publishd'; did you mean published?",
    "title: x\nDate: 2023-05-10\n\nنص": "unknown key 'date'; did you mean published?",
    "source: x\n\nنص": "unknown key 'source'; did you mean outlet?",
    "---\npublishd: 2023-05-10\n---\nنص": "did you mean published?",
    "BREAKING: x\n\nنص": "begin the file with an empty line if this is its text; the keys are id, published",
}
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256"]
BAD_LINES = {
    b"not json": "not JSON",
    b'{"text": ': "not JSON",
    b"[1]": "not a JSON object",
    b'"text"': "not a JSON object",
    b"[" * 100_000: "not JSON",
    b'{"id": "1"}': 'a field "text"',
    b'{"text": "  "}': 'a field "text"',
    b'{"text": null}': 'a field "text"',
    b'{"text": 7}': '"text" is not a string',
    b'{"text": "x", "id": {}}': '"id" is neither',
    b'{"text": "x", "id": true}': '"id" is neither',
    b'{"text": "x", "published": 7}': "cannot read the publication time '7'",
    b'{"text": "x", "published": 1e300}': "cannot read the publication time '1e+300'",
    b'{"text": "x", "published": true}': '"published" is not a string',
    b'{"text": "x", "published": "yesterday"}': "cannot read the publication time 'yesterday'",
    b'{"text": "\xff\xfe\xe9"}': "not text in UTF-8",
    b'{"text": "x", "n": ' + b"9" * 5000 + b"}": "not JSON",
}

BAD_FILES: list[tuple[str, bytes | None, str]] = [
    ("a.txt", b"", "empty"),
    ("a.txt", b" \n\n", "empty"),
    ("a.txt", b"title: x\n\n", "only a header, no text"),
    ("a.txt", b"published: yesterday\n\nx", "publication time"),
    ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\xe9", "not text"),
    ("a.txt", "Déjà vu à Gaza".encode("latin-1"), "not text"),
    ("a.txt", WIRE.encode("utf-16-le")[:-1], "not text"),
    ("a.txt", bytes(200), "not text"),
    ("a.txt", b"\xff\xfe\x00", "not text"),
    ("a.jsonl", b"", "empty"),
    ("a.jsonl", b"\n\n", "empty"),
    ("a.jsonl", b"\xff\xfe\x00", "not text"),
    ("a.pdf", b"%PDF", "of this kind"),
    ("a.txt", None, "No such file"),
    ("folder/a.pdf", b"%PDF", "no articles"),
    ("folder/.hidden/a.txt", b"x", "no articles"),
]


@pytest.mark.parametrize("text", HEADERS, ids=ascii)
def test_a_header_is_lines_of_known_keys(text: str) -> None:
    assert split_header(text) == HEADERS[text]


@pytest.mark.parametrize("text", BAD_HEADERS, ids=ascii)
def test_a_header_with_another_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(BAD_HEADERS[text])):
        split_header(text)


def test_what_may_not_be_read_is_named() -> None:
    with shared_folder() as folder:
        for name in ("a/closed.txt", "b/shut/in.txt", "c.txt"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text("نص", encoding="utf-8")
        assert len(list(read_documents([str(folder)]))) == 3  # and loads codecs, which nobody may not
        (folder / "a/closed.txt").chmod(0)
        (folder / "b/shut").chmod(0)
        with as_an_ordinary_user():
            items = list(read_documents([str(folder)]))
            (alone,) = read_documents([str(folder / "b/shut")])
        (folder / "b/shut").chmod(0o755)
    assert sum(isinstance(item, Document) for item in items) == 1
    said = [str(item) for item in [*items, alone] if isinstance(item, Unreadable)]
    where = ("a/closed.txt", "b/shut", "b/shut")
    assert said == [f"{folder / name}: Permission denied; check the path and its permissions" for name in where]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", ["wire.txt", "wire.jsonl", "wire"])
def test_the_encoding_is_recognised(name: str, encoding: str, tmp_path: Path) -> None:
    text = WIRE if name == "wire.txt" else f'{{"text": "{WIRE}"}}\n'
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    assert [item.text for item in read_documents([str(path)]) if isinstance(item, Document)] == [WIRE]


@pytest.mark.parametrize("line", BAD_LINES, ids=[ascii(line[:40]) for line in BAD_LINES])
def test_a_bad_line_is_named_and_the_next_is_read(line: bytes, tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_bytes(line + b'\n\n{"id": "good", "text": "x"}')
    bad, good = read_documents([str(path)])
    assert isinstance(bad, Unreadable)
    assert bad.where == f"{path.as_posix()}, line 1"
    assert BAD_LINES[line] in bad.why
    assert isinstance(good, Document)
    assert good.id == "good"


@pytest.mark.parametrize(
    ("name", "content", "why"), BAD_FILES, ids=[f"{n} {w} {len(c or b'')}" for n, c, w in BAD_FILES]
)
def test_a_bad_file_is_named(name: str, content: bytes | None, why: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if content is not None:
        path.write_bytes(content)
    given = tmp_path / "folder" if "/" in name else path
    (bad,) = read_documents([str(given)])
    assert isinstance(bad, Unreadable)
    assert bad.where == str(given)
    assert why in bad.why


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.md", "a/1.jsonl", "c.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('{"text": "x"}', encoding="utf-8")
    documents = [item for item in read_documents([str(tmp_path)]) if isinstance(item, Document)]
    assert [d.id.removeprefix(f"{tmp_path.as_posix()}/") for d in documents] == ["a/1.jsonl:1", "a/2.md", "b.txt"]
    assert count_documents([str(tmp_path)]) == 3


def test_the_text_keeps_its_length_whatever_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text('{"text": "a\\u0000b\\ud800c\\ud83d\\ude00", "title": "\\udfff"}', encoding="utf-8")
    (document,) = read_documents([str(path)])
    assert isinstance(document, Document)
    assert (document.text, document.title) == ("a\ufffdb\ufffdc😀", "\ufffd")


def test_where_the_publication_time_comes_from(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(
        '{"text": "غزة - 9 مايو 2023\\nنص", "published": "2023-05-08T10:00Z"}\n'
        '{"text": "غزة - 9 مايو 2023\\nنص"}\n'
        '{"text": "غزة - 9 مايو 2023\\nنص", "published": null}\n',
        encoding="utf-8",
    )

    def read(given: Given) -> list[tuple[int | None, str | None]]:
        documents = [item for item in read_documents([str(path)], given) if isinstance(item, Document)]
        return [(d.published.day if d.published else None, d.published_from) for d in documents]

    assert read(Given()) == [(8, "metadata"), (9, "dateline"), (None, None)]
    assert read(Given(read_published("2023-05-10"))) == [(10, "given")] * 3


@pytest.mark.parametrize(
    "written", ["1730654400", "1730654400000", "1730654400.5", "20241103", '"2024-11-03T17:20:00Z"']
)
def test_a_time_that_machines_write(written: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f'{{"text": "x", "published": {written}}}', encoding="utf-8")
    (document,) = read_documents([str(tmp_path / "a.jsonl")])
    assert isinstance(document, Document)
    a_day, a_moment = datetime(2024, 11, 3, 23, 59), datetime(2024, 11, 3, 17, 20, tzinfo=UTC)
    assert document.published == (a_day if written == "20241103" else a_moment)


def test_one_id_for_two_articles_is_noted_and_both_are_read(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text('{"id": 7, "text": "x"}\n{"id": "7", "text": "x"}\n{"id": "7", "text": "y"}\n', encoding="utf-8")
    items = list(read_documents([str(path)]))
    assert [item.text if isinstance(item, Document) else type(item) for item in items] == ["x", "x", Note, "y"]


@pytest.mark.parametrize(
    ("given", "texts"),
    [
        ('\n{"text": "x"}\n{"text": "y"}', ["x", "y"]),
        ("غزة\nقتل\n", ["غزة\nقتل\n"]),
        ("title: t\n\nغزة", ["غزة"]),
    ],
)
def test_standard_input_is_lines_of_json_or_one_text(
    given: str, texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    assert [item.text for item in read_documents(["-"]) if isinstance(item, Document)] == texts
    assert count_documents(["-"]) is None
