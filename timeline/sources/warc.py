"""A web archive (WARC) -> the articles of its pages; what is no page is counted and passed over."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from timeline.sources.decoding import decode
from timeline.sources.document import make_document
from timeline.sources.given import Given
from timeline.sources.html import read_html
from timeline.sources.problems import Damaged, Note, SourceProblem, Unreadable
from timeline.sources.streams import Lined, whole
from timeline.values import Document
from timeline.web.answer import media_type

_PAGES = ("text/html", "application/xhtml+xml")
_BLOCK = 1 << 20  # bytes that warcio reads at once: it looks for the end of a line anew with each
_HOLDS = {"response": _PAGES, "resource": _PAGES, "conversion": ("text/plain",)}


@dataclass(frozen=True, slots=True)
class _Page:
    """The bytes of a record that holds a page, or what is wrong with them."""

    url: str
    kind: str
    charset: str | None
    raw: bytes | ValueError


def read_warc(stream: IO[bytes], name: str, given: Given) -> Iterator[Document | Unreadable | Note]:
    """The document of every page; its id is its address. Raises ValueError or SourceProblem."""
    passed = seen = 0
    for record in _records(stream):
        seen += 1
        page = _page(record)
        _check_whole(record)
        if page is not None:
            yield _read(page, name, given)
        elif record.rec_type != "warcinfo":
            passed += 1
    if not seen:
        raise ValueError("it is no web archive, or an empty one")
    if passed:
        yield Note(name, f"{passed} of its {seen} records are no pages, and were passed over")


def _records(stream: IO[bytes]) -> Iterator[Any]:
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
        from warcio.statusandheaders import StatusAndHeadersParserException
    except ImportError as error:
        raise SourceProblem("WARC needs warcio: pip install 'arabic-event-timeline[web]'") from error
    try:
        yield from ArchiveIterator(io.BufferedReader(Lined(stream)), no_record_parse=True, block_size=_BLOCK)
    except (ArchiveLoadFailed, StatusAndHeadersParserException) as error:
        raise Damaged(f"it is no web archive from here on ({' '.join(str(error).split())[:80]})") from error


def _page(record: Any) -> _Page | None:
    if record.rec_type not in _HOLDS:
        return None
    if record.rec_type == "response":
        record.http_headers = _http_headers(record.raw_stream)
        if record.http_headers is None or record.http_headers.get_statuscode() != "200":
            return None
    said = (record.http_headers or record.rec_headers).get_header("Content-Type")
    kind, charset = media_type(said or "")
    if kind not in _HOLDS[record.rec_type]:
        return None
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    return _Page(url, kind, charset, _raw(record))


def _http_headers(stream: IO[bytes]) -> Any:
    """What the server said; None where that is missing. warcio's own iterator takes its absence for the end."""
    from warcio.statusandheaders import StatusAndHeadersParser

    try:
        return StatusAndHeadersParser([], verify=False).parse(stream)
    except EOFError:
        return None


def _raw(record: Any) -> bytes | ValueError:
    from warcio.bufferedreaders import ChunkedDataException

    try:
        return whole(record.content_stream())
    except Damaged:
        raise
    except (ValueError, ChunkedDataException) as problem:
        return ValueError(str(problem))


def _read(page: _Page, name: str, given: Given) -> Document | Unreadable:
    try:
        if isinstance(page.raw, ValueError):
            raise page.raw
        if page.kind == "text/plain":
            return _plain(page, page.raw, given)
        return read_html(page.raw, page.url or name, given, page.charset, page.url or None)
    except (ValueError, SourceProblem) as problem:
        return Unreadable(f"{name}, {page.url or 'a record without an address'}", str(problem))


def _plain(page: _Page, raw: bytes, given: Given) -> Document:
    return make_document({"id": page.url, "text": decode(raw, page.charset), "url": page.url}, given)


def _check_whole(record: Any) -> None:
    """Raises Damaged where the file ends before the record does, which warcio does not mind."""
    if not (record.rec_headers.get_header("Content-Length") or "").isdecimal():
        raise Damaged("it breaks off in the head of a record; what stands before was read")
    while record.raw_stream.read(1 << 16):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise Damaged("it breaks off in the middle of a record; what stands before was read")
