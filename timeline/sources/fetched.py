"""What a URL answers -> Documents; a feed leads to its pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from timeline.sources.feeds import Entry, Feed, parse_feed, read_own_text, with_feed_date
from timeline.sources.given import Given
from timeline.sources.inputs import Input, Item, read_input
from timeline.sources.kinds import FEEDS, kind_of_answer
from timeline.sources.problems import Unreadable
from timeline.sources.streams import beginning, whole
from timeline.values import Document
from timeline.web import Answer, Unreachable, Web


def read_url(url: str, given: Given, web: Web) -> Iterator[Item]:
    """Every document at a URL, which of a feed are its pages. Raises ValueError or SourceProblem."""
    for source in _fetched(url, web):
        if isinstance(source, Input) and source.kind in FEEDS:
            feed = parse_feed(whole(source.stream), source.url or url, source.charset)
            for entry in feed.entries:
                yield from read_entry(entry, feed, given, web)
        else:
            yield from _read(source, given)


def read_entry(entry: Entry, feed: Feed, given: Given, web: Web) -> Iterator[Item]:
    """The page of an entry, dated by the feed where it does not date itself; without an address what the feed holds."""
    if not entry.url:
        yield read_own_text(entry, feed, given)
    for source in _fetched(entry.url, web) if entry.url else ():
        for item in _read(source, given):
            if isinstance(item, Document):
                yield with_feed_date(item, entry, feed, given)
            else:
                yield replace(item, again=entry.url) if isinstance(item, Unreadable) else item


def _read(source: Input | Unreadable, given: Given) -> Iterator[Item]:
    if isinstance(source, Input):
        yield from read_input(source, given)
    else:
        yield source


def _fetched(url: str, web: Web) -> Iterator[Input | Unreadable]:
    """The one answer, open as long as it is looked at; or why there is none."""
    try:
        answer = web.get(url)
    except Unreachable as problem:
        yield Unreadable(url, str(problem), again=url)
        return
    with answer.body:
        yield _as_input(url, answer)


def _as_input(name: str, answer: Answer) -> Input:
    """The answer with the kind that it is, rather than the one that the server says."""
    head, stream = beginning(answer.body)
    kind = kind_of_answer(answer.kind, urlsplit(answer.url).path, head)
    return Input(name, stream, kind, answer.url, answer.charset)
