"""Compressed files, zip and web archives: what is in them, and what is cut, blown up or not theirs."""

from __future__ import annotations

import gzip
import io
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.sources.archives import PAGES, WIRE, compressed, lines, warc, zipped
from tests.web.site import page
from timeline.sources import Note, Unreadable, count_documents, read_documents
from timeline.values import Document

MOJIBAKE = WIRE.encode().decode("cp1252", errors="replace").encode()


def read(path: Path) -> tuple[list[Document], list[str], list[str]]:
    """The documents, why others were left out, and what else there is to know."""
    items = list(read_documents([str(path)]))
    return (
        [item for item in items if isinstance(item, Document)],
        [str(item).removeprefix(f"{path.parent}/") for item in items if isinstance(item, Unreadable)],
        [item.says for item in items if isinstance(item, Note)],
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file"


@pytest.mark.parametrize("kind", [".gz", ".zst"])
@pytest.mark.parametrize(
    ("name", "raw", "count"),
    [
        ("a.txt", WIRE.encode(), 1),
        ("a.jsonl", lines(3), 3),
        ("a.csv", f"text\n{WIRE}\n{WIRE}\n".encode(), 2),
        ("a.html", page(), 1),
        ("a.warc", warc(*PAGES), 3),
        ("a.rss", b"", 0),
        ("a", lines(2), 2),
        ("a", page(), 1),
    ],
    ids="text jsonl csv html warc feed unnamed-lines unnamed-page".split(),
)
def test_a_compressed_file_is_what_is_in_it(kind: str, name: str, raw: bytes, count: int, tmp_path: Path) -> None:
    (tmp_path / f"{name}{kind}").write_bytes(compressed(raw, kind))
    documents, problems, _ = read(tmp_path / f"{name}{kind}")
    assert len(documents) == count
    assert len(problems) == (count == 0)


@pytest.mark.parametrize("kind", [".gz", ".zst"])
def test_a_stream_that_breaks_off_is_read_until_there(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.jsonl{kind}"
    whole = compressed(lines(20_000), kind)
    path.write_bytes(whole[: len(whole) // 2])
    documents, problems, _ = read(path)
    assert 1000 < len(documents) < 20_000
    assert documents[-1].text.startswith(WIRE)
    assert len(problems) == 1
    assert "its compressed data is damaged or breaks off" in problems[0]


@pytest.mark.parametrize("kind", [".gz", ".zst"])
@pytest.mark.parametrize(("cut", "least"), [(-1, 200), (-9, 190), (-100, 100)])
def test_of_a_small_file_all_is_read_that_can_be_unpacked(kind: str, cut: int, least: int, tmp_path: Path) -> None:
    path = tmp_path / f"a.jsonl{kind}"
    path.write_bytes(compressed(lines(100), kind) + compressed(lines(100), kind)[:cut])
    documents, problems, _ = read(path)
    assert len(documents) >= (100 if kind == ".zst" else least)  # which unpacks 128 KB or nothing
    assert len(documents) <= 200
    assert "its compressed data is damaged or breaks off" in problems[0]


@pytest.mark.parametrize("kind", [".gz", ".zst"])
@pytest.mark.parametrize("raw", [b"", b"\x1f\x8b", b"not compressed", b"\x28\xb5\x2f\xfd" + b"\xff" * 9], ids=ascii)
def test_what_is_not_compressed(kind: str, raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"a.txt{kind}"
    path.write_bytes(raw)
    documents, problems, _ = read(path)
    assert documents == []
    assert re.search("it is empty|damaged or breaks off", problems[0])


@pytest.mark.parametrize("kind", [".gz", ".zst"])
def test_a_bomb_goes_off_nowhere(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.jsonl{kind}"
    path.write_bytes(compressed(lines(1) + bytes(120_000_000), kind))
    documents, problems, _ = read(path)
    assert len(documents) == 1
    assert "it unpacks to more than 200 times its size" in problems[0]


def test_several_gzip_streams_in_one_file_are_all_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines(2)) + gzip.compress(lines(3)))
    assert len(read(tmp_path / "a.jsonl.gz")[0]) == 5


def test_what_is_compressed_twice_or_unknown(tmp_path: Path) -> None:
    for name in ("a.gz.gz", "a.zip.gz", "a.parquet.gz", "a.gz"):
        (tmp_path / name).write_bytes(gzip.compress(gzip.compress(b"x")))
        assert "that was compressed again is not read" in read(tmp_path / name)[1][0]


def test_a_zip_archive(tmp_path: Path) -> None:
    members = {
        "b/wire.txt": WIRE.encode(),
        "a.jsonl": lines(2),
        "c.jsonl.gz": gzip.compress(lines(1)),
        "empty.txt": b"",
        "garbled.txt": MOJIBAKE,
        "picture.png": b"\x89PNG",
        "inner.zip": zipped({"a.txt": WIRE.encode()}),
        ".hidden/a.txt": WIRE.encode(),
        "../../up.txt": WIRE.encode(),
    }
    (tmp_path / "a.zip").write_bytes(zipped(members))
    documents, problems, _ = read(tmp_path / "a.zip")
    where = [document.id.removeprefix(f"{tmp_path}/") for document in documents]
    assert where == ["a.zip/b/wire.txt", "0", "1", "0", "a.zip/../../up.txt"]  # a name only; nothing is written
    assert [problem.split(":")[0] for problem in problems] == ["a.zip/empty.txt", "a.zip/garbled.txt"]
    assert sorted(tmp_path.iterdir()) == [tmp_path / "a.zip"]


class Piped(io.BytesIO):
    """Bytes that come through a pipe."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: object) -> int:
        raise io.UnsupportedOperation


def piped(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> list[Document | Unreadable | Note]:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BufferedReader(Piped(raw))))
    return list(read_documents(["-"]))


def test_what_is_read_from_its_end_through_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    archive = zipped({"a.txt": WIRE.encode(), "b.jsonl": lines(2)})
    table = io.BytesIO()
    pq.write_table(pa.table({"text": [WIRE]}), table)
    assert [getattr(item, "id", item) for item in piped(archive, monkeypatch)] == ["stdin/a.txt", "0", "1"]
    assert [getattr(item, "text", item) for item in piped(table.getvalue(), monkeypatch)] == [WIRE]
    monkeypatch.setattr("timeline.sources.streams._LARGEST_COPY", 100)
    (bad,) = piped(archive, monkeypatch)
    assert isinstance(bad, Unreadable)
    assert bad.why == "it is larger than 0 MB; give the file itself"


def test_a_zip_archive_with_nothing_to_read(tmp_path: Path) -> None:
    for name, raw, why in (
        ("a.zip", zipped({"picture.png": b"x"}), "no articles in this archive"),
        ("b.zip", b"PK\x03\x04 and no more", "no whole zip archive"),
        ("c.zip", b"", "no whole zip archive"),
        ("d.zip", zipped({"a.txt": WIRE.encode()})[:-30], "no whole zip archive"),
    ):
        (tmp_path / name).write_bytes(raw)
        assert why in read(tmp_path / name)[1][0]


def test_a_member_that_is_damaged_does_not_stop_the_next(tmp_path: Path) -> None:
    raw = bytearray(zipped({"a.txt": WIRE.encode() * 9, "b.txt": WIRE.encode()}))
    raw[60] ^= 0xFF
    (tmp_path / "a.zip").write_bytes(bytes(raw))
    documents, problems, _ = read(tmp_path / "a.zip")
    assert [document.id.rpartition("/")[2] for document in documents] == ["b.txt"]
    assert "damaged or breaks off" in problems[0]


def test_a_zip_bomb(tmp_path: Path) -> None:
    """Each file on its own is within the limits; together they are what no archive of texts holds."""
    (tmp_path / "a.zip").write_bytes(zipped({f"{n}.jsonl": bytes(60_000_000) for n in range(2)}))
    documents, problems, _ = read(tmp_path / "a.zip")
    assert documents == []
    assert any("it unpacks to more than 200 times its size" in problem for problem in problems)


@pytest.mark.parametrize("gzipped", [False, True])
def test_a_web_archive(gzipped: bool, tmp_path: Path) -> None:
    path = tmp_path / ("a.warc.gz" if gzipped else "a.warc")
    other = ("https://example.org/a.png", b"\x89PNG", "image/png")
    english = (
        "https://example.org/en",
        page("Three people were killed in a raid on Tuesday, officials said."),
        "text/html",
    )
    path.write_bytes(warc(*PAGES, other, english, gzipped=gzipped))
    documents, problems, notes = read(path)
    assert [document.url for document in documents] == [address for address, _, _ in PAGES]
    assert problems == [f"{path.name}, https://example.org/en: this article is not in Arabic"]
    assert notes == ["1 of its 5 records are no pages, and were passed over"]


def test_pages_that_were_not_there_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(warc(*PAGES, status="404 Not Found"))
    assert read(tmp_path / "a.warc") == ([], [], ["3 of its 3 records are no pages, and were passed over"])


def test_texts_of_a_web_archive(tmp_path: Path) -> None:
    texts = (("https://example.org/a", f"title: {WIRE}\n\n{WIRE}".encode(), "text/plain"),)
    (tmp_path / "a.warc").write_bytes(warc(*texts, kind="conversion"))
    (document,), problems, _ = read(tmp_path / "a.warc")
    assert (document.text[:6], document.url, problems) == ("title:", "https://example.org/a", [])


def test_a_web_archive_that_breaks_off_gives_the_pages_before(tmp_path: Path) -> None:
    """Wherever it is cut, no half of a page is read."""
    path = tmp_path / "a.warc"
    whole = warc(*PAGES)
    begins = [at for at in range(len(whole)) if whole.startswith(b"WARC/1.0", at)]
    for end in [*range(begins[1] + 12, len(whole) - 4, 97)]:
        path.write_bytes(whole[:end])
        documents, problems, _ = read(path)
        assert [document.url for document in documents] == [address for address, _, _ in PAGES][: len(documents)]
        assert len(documents) == sum(end >= at for at in (*begins[1:], len(whole) - 4)), end
        assert problems, end


@pytest.mark.parametrize(
    "raw", [b"", b"WARC/1.0", b"not an archive\n", b"WARC/1.0\r\nContent-Length: 9\r\n\r\n"], ids=ascii
)
def test_what_is_no_web_archive(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(raw)
    documents, problems, _ = read(tmp_path / "a.warc")
    assert (documents, len(problems)) == ([], 1)


def test_standard_input_is_what_it_begins_as(monkeypatch: pytest.MonkeyPatch) -> None:
    for raw, count in (
        (gzip.compress(lines(3)), 3),
        (compressed(WIRE.encode(), ".zst"), 1),
        (warc(*PAGES), 3),
        (b"\n" + lines(2), 2),
        ("\ufeff".encode() + page(), 1),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        assert sum(isinstance(item, Document) for item in read_documents(["-"])) == count


def test_how_many_there_are_shows_only_on_the_way(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines(4))
    assert count_documents([str(tmp_path)]) == 4
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(lines(4)))
    assert count_documents([str(tmp_path)]) is None
    assert count_documents(["https://example.org/"]) is None
