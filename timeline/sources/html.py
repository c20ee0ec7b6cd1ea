"""A saved web page -> one Document: the article without what surrounds it, and what the page says of itself.

The text is what trafilatura takes for the article. The publication is the page's own `datePublished` (JSON-LD), with
its time of day and offset, else its `meta` and `time` elements, else the date that htmldate finds, which has no time of
day.
"""

from __future__ import annotations

import codecs
import logging
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from timeline.sources.decoding import decode, known_encoding, looks_like, wide_encoding
from timeline.sources.document import make_document
from timeline.sources.given import Given
from timeline.sources.json_ld import Said, said_in
from timeline.sources.problems import SourceProblem
from timeline.sources.published import read_published
from timeline.values import Document

_HEAD = 4096  # where HTML says that its encoding stands is 1024; some pages put it later
_SAMPLE = 50_000  # bytes by which the encoding of a page is told
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_BEGINS = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_MARKUP = re.compile(rb"<(script|style)\b.*?</\1\s*>|<[^>]*>", re.IGNORECASE | re.DOTALL)
_CLOCK = re.compile(r"\d[T ]\d\d?:\d\d")
_DATES = (
    "//meta[@property='article:published_time' or @name='article:published_time']/@content",
    "//meta[@itemprop='datePublished' or @name='datePublished' or @name='publish-date']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//article//time[1]/@datetime",
)


def is_html(raw: bytes) -> bool:
    """Whether bytes of an unknown kind begin as a page does."""
    return bool(_BEGINS.match(raw[:_HEAD].removeprefix(codecs.BOM_UTF8)))


def read_html(raw: bytes, name: str, given: Given, charset: str | None = None, url: str | None = None) -> Document:
    """The document in the bytes of one page; `name` is its id. Raises ValueError or SourceProblem.

    `charset` is the encoding that a server named, `url` the address under which the page was fetched: a page may call
    itself by another address of the same site only.
    """
    if not raw.strip():
        raise ValueError("it is empty")
    page = decode_page(raw, charset)
    library = _trafilatura()
    tree = library.load_html(page)
    found = _extracted(library, page)
    if tree is None or found is None or not (found.text or "").strip():
        raise ValueError("no article was found in this page")
    said = said_in(tree.xpath("//script[@type='application/ld+json']/text()"))
    published = _first_readable(_dates(tree, said, found.date), given)
    fields = {
        "id": name,
        "text": found.text,
        "title": said.title or found.title,
        "outlet": said.outlet or found.sitename,
        "url": own_address(found.url, url),
    }
    return make_document(fields | ({"published": published} if published else {}), given)


def own_address(said: str | None, fetched: str | None) -> str | None:
    """What a page calls its address, unless it was fetched from another site, whose articles it might replace."""
    if fetched is None or (said and _site(said) == _site(fetched)):
        return said
    return fetched


def _site(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").removeprefix("m.").removeprefix("amp.")


def decode_page(raw: bytes, charset: str | None = None) -> str:
    """A byte order mark is believed, then the encoding that the server, then the one that the page names.

    After these what the bytes look like. Raises ValueError.
    """
    declared = _CHARSET.search(raw[:_HEAD])
    for name in (charset, declared[1].decode() if declared else None):
        encoding = known_encoding(name)
        if encoding and not encoding.startswith("utf-16") and not wide_encoding(raw):  # which its bytes tell
            try:
                return raw.removeprefix(codecs.BOM_UTF8).decode(encoding)
            except UnicodeDecodeError:
                pass  # a server or a page may be wrong about it
    try:
        return decode(raw)
    except ValueError:
        words = _MARKUP.sub(b" ", raw[:_SAMPLE])
        decode(words)  # raises again where what stands between the tags is no text either
        return raw.decode(looks_like(words) or "cp1256", errors="replace")


def _extracted(library: Any, page: str) -> Any:
    """What trafilatura finds: `text`, `title`, `sitename`, `url`, `date`; None where it finds no article."""
    dates = {"extensive_search": False, "original_date": True}  # the extensive search guesses days
    try:
        return library.bare_extraction(
            page, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=dates
        )
    except Exception as error:  # whatever a page does to the library, the next page is read
        raise ValueError(f"this page cannot be read ({type(error).__name__})") from error


def _trafilatura() -> Any:
    try:
        import trafilatura
    except ImportError as error:
        raise SourceProblem(
            "web pages need trafilatura, which is not installed: pip install 'arabic-event-timeline[html]'"
        ) from error
    for talkative in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(talkative).addHandler(logging.NullHandler())  # what is wrong is said once, by us
    return trafilatura


def _dates(tree: Any, said: Said, found: str | None) -> Iterator[str]:
    """What may be the publication, the most trustworthy first."""
    if said.published:
        yield said.published
    for path in _DATES:
        yield from map(str, tree.xpath(path))
    if found:
        yield found


def _first_readable(dates: Iterator[str], given: Given) -> str | None:
    """The first with a time of day, else the first; a page whose date cannot be read has none."""
    readable = [date for date in dates if _is_readable(date, given)]
    return next((date for date in readable if _CLOCK.search(date)), readable[0] if readable else None)


def _is_readable(date: str, given: Given) -> bool:
    try:
        read_published(date, given.zone)
    except SourceProblem:
        return False
    return True
