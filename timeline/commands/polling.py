"""One look at one feed: what is new in it is read and stored, article by article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import Engine

from timeline.commands.reading import attempt
from timeline.commands.version import program_version
from timeline.lexicon.anchors import Anchors
from timeline.sources import Given, SourceProblem, Unreadable
from timeline.sources.feeds import Entry, Feed, parse_feed, read_own_text
from timeline.sources.fetched import read_entry
from timeline.sources.streams import LARGEST
from timeline.sources.watched import WatchedFeed
from timeline.store.feeds import FeedState, feed_state, known_entries, remember_entry, remember_poll
from timeline.store.writing.save import Saved, save
from timeline.values import Document
from timeline.web import Answer, Unreachable, Web
from timeline.web.answer import UNCHANGED


@dataclass(frozen=True, slots=True)
class Polled:
    """What came of some looks: articles by what became of them, and a line for each thing that went wrong."""

    saved: Saved = field(default_factory=Saved)
    known: int = 0  # not read again
    problems: tuple[str, ...] = ()
    silent: int = 0  # feeds that could not be read

    def __add__(self, other: Polled) -> Polled:
        """The sum of two."""
        return Polled(
            self.saved + other.saved,
            self.known + other.known,
            self.problems + other.problems,
            self.silent + other.silent,
        )


@dataclass(frozen=True, slots=True)
class Poller:
    """What a look at a feed needs; `now` is the clock."""

    engine: Engine
    web: Web
    anchors: Anchors
    now: Callable[[], datetime]

    def poll(self, watched: WatchedFeed) -> Polled:
        """Reads and stores what is new in a feed. Raises DatabaseProblem."""
        state = feed_state(self.engine, watched.url)
        try:
            answer = self.web.get(watched.url, _conditions(state), robots=False, most=LARGEST)
            feed = _parsed(answer)
        except (Unreachable, ValueError, SourceProblem) as problem:
            remember_poll(self.engine, state, self.now(), state.etag, state.modified)
            return Polled(problems=(f"{watched.url}: {problem}",), silent=1)
        polled = self._read_new(feed, watched, state) if feed else Polled()
        etag, modified = (answer.etag, answer.modified) if feed else (state.etag, state.modified)
        remember_poll(self.engine, state, self.now(), etag, modified)
        return polled

    def _read_new(self, feed: Feed, watched: WatchedFeed, state: FeedState) -> Polled:
        entries = {entry.key: entry for entry in feed.entries}
        known = known_entries(self.engine, state, entries)
        polled = Polled(known=len(known))
        for key, entry in entries.items():
            if key in known:
                continue
            read = self._read_one(entry, feed, watched)
            remember_entry(self.engine, state, key, next(iter(read.problems), None), self.now())
            polled += read
        return polled

    def _read_one(self, entry: Entry, feed: Feed, watched: WatchedFeed) -> Polled:
        polled = Polled()
        for item in self._items(entry, feed, watched):
            outcome = attempt(item, self.anchors) if isinstance(item, Document) else item
            if isinstance(outcome, Unreadable):
                polled += Polled(problems=(str(outcome),))
            else:
                saved = save(self.engine, [outcome], read_at=self.now(), extractor=program_version())
                polled += Polled(replace(saved, refused=()), problems=saved.refused)
        return polled

    def _items(self, entry: Entry, feed: Feed, watched: WatchedFeed) -> Iterator[Document | Unreadable]:
        given = Given(zone=watched.zone)
        items = read_entry(entry, feed, given, self.web) if watched.pages else [read_own_text(entry, feed, given)]
        for item in items:
            if isinstance(item, Document):
                yield replace(item, outlet=watched.outlet or item.outlet)
            elif isinstance(item, Unreadable):
                yield item


def _conditions(state: FeedState) -> dict[str, str]:
    """What makes a server say that nothing has changed; not while articles are to be tried again."""
    if state.has_tries_left:
        return {}
    said = {"If-None-Match": state.etag, "If-Modified-Since": state.modified}
    return {name: value for name, value in said.items() if value}


def _parsed(answer: Answer) -> Feed | None:
    """None where the server says that nothing has changed."""
    with answer.body:
        return None if answer.status == UNCHANGED else parse_feed(answer.read(LARGEST), answer.url, answer.charset)
