"""Any bytes in a file of any kind: documents that can be stored, or one line about each that is none."""

from __future__ import annotations

import gzip
import io
import json
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from fuzz.choices import Choices
from fuzz.promises import PromiseBroken
from timeline.sources import Note, Unreadable, read_documents, read_given
from timeline.values import Document

_KINDS = (
    *(".txt", ".md", ".jsonl", ".csv", ".tsv", ".html", ".parquet", ""),
    *(".rss", ".xml", ".warc", ".zip", ".jsonl.gz", ".warc.gz"),
)
_FOLDER = tempfile.TemporaryDirectory(prefix="timeline-fuzz-")
_GIVEN = (read_given(None, None), read_given("2023-05-10T20:15+03:00", None), read_given(None, "Asia/Gaza"))

_ARTICLE = {"id": "1", "published": "2023-05-10T20:15+03:00", "title": "عنوان", "text": "قتل 21 شخصاً في غزة الثلاثاء"}
_PAGE = """<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>عنوان</title>
<meta property="article:published_time" content="2023-05-10T20:15+03:00">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-05-10"}</script></head>
<body><article><p>%s</p></article></body></html>"""
_FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>وكالة</title><item><title>عنوان</title>
<link>https://example.org/1</link><pubDate>Wed, 10 May 2023 20:15:00 +0300</pubDate><description>%s</description>
</item></channel></rss>"""


def seeds() -> Iterator[bytes]:
    """A sound file of every kind: from these libFuzzer begins."""
    text = _ARTICLE["text"]
    sound = {
        ".txt": f"published: {_ARTICLE['published']}\ntitle: عنوان\n\nغزة - 10 أيار/مايو 2023 - {text}".encode(),
        ".md": f"---\nid: 1\npublished: 10 مايو 2023\n---\n{text}".encode("utf-16"),
        ".jsonl": json.dumps(_ARTICLE, ensure_ascii=False).encode() + b"\n" + json.dumps(_ARTICLE).encode(),
        ".csv": ",".join(_ARTICLE).encode() + b"\n" + f'1,20 شوال 1444 هـ,"عنوان","{text}"'.encode(),
        ".tsv": "\t".join(_ARTICLE).encode() + b"\r\n" + "\t".join(_ARTICLE.values()).encode("cp1256"),
        ".html": (_PAGE % (text * 20)).encode(),
        ".parquet": _parquet(),
        ".rss": (_FEED % (text * 9)).encode(),
        ".warc": _warc((_PAGE % (text * 20)).encode()),
        ".zip": _zip(json.dumps(_ARTICLE).encode()),
        ".jsonl.gz": gzip.compress(json.dumps(_ARTICLE).encode()),
        "": f"نشر في 10-5-2023 20:15\n{text}".encode("cp1256"),
    }
    return (bytes([_KINDS.index(kind), 0]) + content for kind, content in sound.items())


def _warc(page: bytes) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\n"
        "WARC-Date: 2023-05-10T17:15:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def _zip(lines: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../news.jsonl", lines)
    return stream.getvalue()


def _parquet() -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    stream = io.BytesIO()
    pq.write_table(pa.table({name: [value] for name, value in _ARTICLE.items()}), stream)
    return stream.getvalue()


def run(data: bytes) -> None:
    """Raises whatever the reading of sources raises, and `PromiseBroken`."""
    check(data)


def check(data: bytes) -> int:
    """How many documents there were."""
    choices = Choices(data)
    path = Path(_FOLDER.name, "input" + choices.one_of(_KINDS))
    given = choices.one_of(_GIVEN)
    path.write_bytes(choices.rest())
    try:
        items = list(read_documents([str(path)], given))
        for item in items:
            _check(item)
        return sum(isinstance(item, Document) for item in items)
    finally:
        path.unlink()


def _check(item: Document | Unreadable | Note) -> None:
    if isinstance(item, Document):
        for text in (item.id, item.text, item.title, item.outlet, item.url):
            if text is not None and ("\0" in text or not _is_storable(text)):
                raise PromiseBroken(f"a document with {text!r}, which nothing can hold")
        if not item.text.strip():
            raise PromiseBroken("a document without a text")
    elif not str(item).strip():
        raise PromiseBroken("nothing is said about what is no document")


def _is_storable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
