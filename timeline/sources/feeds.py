"""RSS and Atom -> entries: their addresses, dates and what the feed itself holds of each article."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from timeline.sources.document import make_document
from timeline.sources.given import Given
from timeline.sources.language import check_arabic
from timeline.sources.markup import text_of
from timeline.sources.outlets import zone_of_outlet
from timeline.sources.problems import SourceProblem, Unreadable
from timeline.sources.published import read_published
from timeline.values import Document

MOST = 1_000  # entries of a feed that are looked at


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a feed, as the feed has it; `url` is "" where it has none."""

    url: str
    title: str
    published: str
    text: str

    @property
    def key(self) -> str:
        """By what it is known again."""
        return self.url or self.title or self.text[:200]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: `name` is what its problems are called, `outlet` its title."""

    name: str
    outlet: str
    entries: tuple[Entry, ...]


def parse_feed(raw: bytes, name: str, charset: str | None = None) -> Feed:
    """The entries of a feed in their order. Raises ValueError or SourceProblem."""
    headers = {"content-type": f"application/xml; charset={charset}"} if charset else {}
    found = _feedparser().parse(io.BytesIO(raw), response_headers={"content-location": name, **headers})
    if not found.get("version") and not found.entries:
        raise ValueError(f"it is no feed ({_reason(found)})")
    if not found.entries:
        raise ValueError("there are no articles in this feed")
    return Feed(name, _said(found.feed, "title"), tuple(map(_entry, found.entries[:MOST])))


def read_feed(raw: bytes, name: str, given: Given, charset: str | None = None) -> Iterator[Document | Unreadable]:
    """What a feed itself holds of its articles: nothing is fetched. Raises ValueError or SourceProblem."""
    feed = parse_feed(raw, name, charset)
    for number, entry in enumerate(feed.entries, 1):
        yield read_own_text(entry, feed, given, number)


def read_own_text(entry: Entry, feed: Feed, given: Given, number: int | None = None) -> Document | Unreadable:
    """The text of an entry in the feed, else its title."""
    place = f"{feed.name}:{number}" if number else feed.name
    fields = {
        "id": entry.url or place,
        "text": entry.text or entry.title,
        "title": entry.title,
        "outlet": feed.outlet,
        "url": entry.url,
    }
    try:
        check_arabic(entry.text or entry.title, few=1)
        return with_feed_date(make_document(fields, given), entry, feed, given)
    except (ValueError, SourceProblem) as problem:
        return Unreadable(entry.url or f"{feed.name}, entry {number or ''}".rstrip(), str(problem))


def with_feed_date(document: Document, entry: Entry, feed: Feed, given: Given) -> Document:
    """The document with the date and the outlet of the feed, where it has none of its own and none was given."""
    if not document.outlet:
        document = replace(document, outlet=feed.outlet or None)
    if document.published_from in ("given", "metadata"):
        return document
    moment = _moment(entry, document, given)
    return replace(document, published=moment, published_from="feed") if moment else document


def _moment(entry: Entry, document: Document, given: Given) -> datetime | None:
    try:
        zone = given.zone or zone_of_outlet(document.url, document.outlet)
        return read_published(entry.published, zone) if entry.published else None
    except SourceProblem:
        return None  # a feed may be wrong about it


def _entry(found: Any) -> Entry:
    """`updated` only where there is no `published`: it may be long after it."""
    url = _said(found, "link")
    contents = [_said(each, "value") for each in found.get("content", [])]
    longest = max([*contents, _said(found, "summary")], key=len)
    return Entry(
        url,
        text_of(_said(found, "title")),
        _said(found, "published") or _said(found, "updated"),
        text_of(longest),
    )


def _said(found: Any, name: str) -> str:
    value = found.get(name)
    return value.strip() if isinstance(value, str) else ""


def _reason(found: Any) -> str:
    return str(found.get("bozo_exception", "it has no entries"))[:80]


def _feedparser() -> Any:
    try:
        import feedparser
    except ImportError as error:
        raise SourceProblem("feeds need feedparser: pip install 'arabic-event-timeline[web]'") from error
    return feedparser
