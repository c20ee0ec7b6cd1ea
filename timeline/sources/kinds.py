"""`news.jsonl.gz` -> ".gz" over ".jsonl": what a name says of the bytes, and what they say themselves."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath

from timeline.sources.decoding import wide_encoding
from timeline.sources.html import is_html

TEXT = {".txt", ".text", ".md", ".markdown"}
LINES = {".jsonl", ".ndjson"}
PAGES = {".html", ".htm", ".xhtml"}
CSV = {".csv", ".tsv"}
PARQUET = {".parquet"}
FEEDS = {".rss", ".atom", ".xml"}
WARC = {".warc"}
ZIP = {".zip"}
COMPRESSED = {".gz", ".zst"}
LISTS = {".list"}
KINDS = TEXT | LINES | PAGES | CSV | PARQUET | FEEDS | WARC | ZIP
KNOWN = ", ".join(sorted(KINDS | COMPRESSED))

_MEDIA_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/rdf+xml": ".rss",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/zip": ".zip",
    "application/warc": ".warc",
    "application/vnd.apache.parquet": ".parquet",
}
_MAGIC = {
    b"\x1f\x8b": ".gz",
    b"\x28\xb5\x2f\xfd": ".zst",
    b"PK\x03\x04": ".zip",
    b"WARC/": ".warc",
    b"PAR1": ".parquet",
}
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*)*(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL
)


def kind_of(name: str) -> str:
    """The ending of a name in small letters, "" where it has none."""
    return PurePath(name).suffix.lower()


def inner_name(name: str) -> str:
    """What a compressed file is called inside: `news.jsonl.gz` is `news.jsonl`."""
    return str(PurePath(name).with_suffix("")) if kind_of(name) in COMPRESSED else name


def is_read(name: str) -> bool:
    """Whether files of that name are read where they lie in a folder or an archive."""
    return kind_of(inner_name(name)) in KINDS


def sniffed(head: bytes, text_column: str | None = None) -> str:
    """The kind that bytes without a name begin as; a plain text where nothing says more.

    A first line that has the name of the column of texts as one of its cells is the header of a table.
    """
    for magic, kind in _MAGIC.items():
        if head.startswith(magic):
            return kind
    wide = wide_encoding(head)
    text = head.decode(wide, errors="ignore").encode() if wide else head.removeprefix(codecs.BOM_UTF8)
    if _FEED.match(text):
        return ".rss"
    if is_html(text):
        return ".html"
    if text.lstrip().startswith(b"{"):
        return ".jsonl"
    return ".csv" if text_column and text_column in _cells(text) else ".txt"


def _cells(text: bytes) -> set[str]:
    """Of the first line, whichever of the signs separates them."""
    first = text.partition(b"\n")[0].decode(errors="ignore")
    return {cell.strip(' \r"') for cell in re.split(r"[,;\t]", first)}


def kind_of_answer(media_type: str, path: str, head: bytes) -> str:
    """Of what a server sent: what it begins as, else what the server or the address call it."""
    looks = sniffed(head)
    if looks != ".txt":
        return looks
    named = _MEDIA_TYPES.get(media_type, "")
    return named or (kind_of(path) if is_read(path) else looks)
