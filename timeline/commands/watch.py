"""`timeline watch`: feeds are asked on their schedule, and what is new in them is stored; a line for each round."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import sleep

from timeline.commands.found import many
from timeline.commands.polling import Polled, Poller
from timeline.commands.stopping import stopped_like_ctrl_c
from timeline.commands.terminal import complain, plain, say
from timeline.lexicon.anchors import load_anchors
from timeline.sources.watched import WatchedFeed, read_feeds_file
from timeline.store.feeds import feed_state
from timeline.store.opening.database import database_url, open_to_write
from timeline.store.opening.problems import DatabaseProblem
from timeline.web import Web

_SECONDS = 30.0  # for one answer: a page that dribbles holds up all that come after it


def watch(path: Path, database: str | None, *, once: bool, allow_local: bool, anchors: Path | None) -> int:
    """Ask the feeds until somebody stops it, or all of them once; then 1 when a feed could not be read."""
    feeds = read_feeds_file(path)
    known = load_anchors(anchors)
    engine = open_to_write(database_url(database))
    poller = Poller(engine, Web(allow_local=allow_local, seconds=_SECONDS), known, _now)
    try:
        with stopped_like_ctrl_c():
            return _one_round(poller, feeds) if once else _rounds(poller, feeds)
    except KeyboardInterrupt:
        say("stopped; the same command goes on")
        return 0
    finally:
        engine.dispose()


def _one_round(poller: Poller, feeds: Sequence[WatchedFeed]) -> int:
    polled = _poll(poller, feeds)
    _report(polled, len(feeds), None)
    return 1 if polled.silent else 0


def _rounds(poller: Poller, feeds: Sequence[WatchedFeed]) -> int:
    """Each feed in its own time, counted from when it was asked last, be it before a restart."""
    due = {feed: _due(poller, feed) for feed in feeds}
    if min(due.values()) > _now():
        _say_now(f"nothing is due before {_clock(min(due.values()))}")
    while True:
        sleep(max(0.0, (min(due.values()) - _now()).total_seconds()))
        now = _now()
        round_ = [feed for feed in feeds if due[feed] <= now]
        polled = _poll(poller, round_)
        due |= {feed: _now() + feed.every for feed in round_}
        _report(polled, len(round_), min(due.values()))


def _due(poller: Poller, feed: WatchedFeed) -> datetime:
    polled_at = feed_state(poller.engine, feed.url).polled_at
    return polled_at + feed.every if polled_at else _now() - timedelta(seconds=1)


def _poll(poller: Poller, feeds: Sequence[WatchedFeed]) -> Polled:
    polled = Polled()
    for feed in feeds:
        try:
            polled += poller.poll(feed)
        except DatabaseProblem as problem:  # another program may hold it; the next round may go better
            polled += Polled(problems=(f"{feed.url}: {problem}",), silent=1)
    return polled


def _report(polled: Polled, asked: int, following: datetime | None) -> None:
    for problem in polled.problems:
        complain(plain(" ".join(problem.split())))
    saved = polled.saved
    known = polled.known + saved.unchanged + saved.repeated
    counts = f"{saved.new} new, {saved.changed} changed, {known} known, {len(polled.problems) - polled.silent} failed"
    silent = f", {polled.silent} could not be read" if polled.silent else ""
    after = f"; the next round is at {_clock(following)}" if following else ""
    _say_now(f"{_clock(_now())}  {many(asked, 'feed')}{silent}: {counts}{after}")


def _say_now(line: str) -> None:
    """Also into a pipe or a log, where lines wait for a full page otherwise."""
    say(line)
    sys.stdout.flush()


def _clock(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _now() -> datetime:
    return datetime.now(UTC)
