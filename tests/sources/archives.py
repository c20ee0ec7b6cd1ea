"""Archives that tests are read from, and cut or blown up."""

from __future__ import annotations

import gzip
import io
import json
import sys
import zipfile
from collections.abc import Mapping
from uuid import NAMESPACE_URL, uuid5

from tests.web.site import page

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

WIRE = "قتل ثلاثة أشخاص وأصيب خمسة في غارة على غزة فجر الثلاثاء، وفق وزارة الصحة."


def lines(count: int) -> bytes:
    """That many different articles."""
    articles = ({"id": str(n), "text": f"{WIRE} {n}"} for n in range(count))
    return b"".join(json.dumps(article, ensure_ascii=False).encode() + b"\n" for article in articles)


def compressed(raw: bytes, kind: str) -> bytes:
    """As a `.gz` or a `.zst` file."""
    return gzip.compress(raw) if kind == ".gz" else bytes(zstd.compress(raw))


def zipped(members: Mapping[str, bytes]) -> bytes:
    """As a zip archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return stream.getvalue()


def warc(
    *records: tuple[str, bytes, str], kind: str = "response", gzipped: bool = False, status: str = "200 OK"
) -> bytes:
    """A web archive of (address, body, media type), each record a gzip stream of its own where it is compressed."""
    written = [_record(kind, address, body, media_type, status) for address, body, media_type in records]
    return b"".join(map(gzip.compress, written) if gzipped else written)


def _record(kind: str, address: str, body: bytes, media_type: str, status: str) -> bytes:
    if kind == "response":
        head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
        body, media_type = head.encode() + body, "application/http; msgtype=response"
    about = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, address)}>",
        "WARC-Target-URI": address,
        "WARC-Date": "2023-05-11T00:00:00Z",
        "Content-Type": media_type,
        "Content-Length": str(len(body)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in about.items())
    return f"WARC/1.0\r\n{lines}\r\n".encode() + body + b"\r\n\r\n"


PAGES = tuple((f"https://example.org/{n}", page(f"{WIRE} {n}"), "text/html; charset=utf-8") for n in range(3))
