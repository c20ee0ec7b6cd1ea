"""`feeds.toml` -> the feeds to watch.

every = "15m"

[[feed]]
url = "https://example.org/rss"
outlet = "…"             # instead of what the pages call themselves
timezone = "Asia/Gaza"   # of dates without an offset
every = "1h"
pages = false            # read what the feed itself holds, and fetch no pages
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from timeline.sources.decoding import decode
from timeline.sources.given import read_zone
from timeline.sources.problems import SourceProblem

EVERY = "15m"
_KEYS = {"url": str, "outlet": str, "timezone": str, "every": str, "pages": bool}
_DURATION = re.compile(r"(\d{1,6})\s*([smhd])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


@dataclass(frozen=True, slots=True)
class WatchedFeed:
    """A feed, how often it is asked, and what its articles do not say themselves."""

    url: str
    every: timedelta
    outlet: str | None = None
    zone: ZoneInfo | None = None
    pages: bool = True


def read_feeds_file(path: Path) -> list[WatchedFeed]:
    """The feeds of a file, in their order. Raises SourceProblem or OSError."""
    try:
        written = tomllib.loads(decode(path.read_bytes()))
        feeds = _feeds(written)
    except (ValueError, SourceProblem) as problem:
        raise SourceProblem(f"{path}: {problem}") from problem
    return feeds


def _feeds(written: Mapping[str, Any]) -> list[WatchedFeed]:
    _check(written, {"every": str, "feed": list}, "")
    tables = written.get("feed", [])
    if not tables or not all(isinstance(table, dict) for table in tables):
        raise SourceProblem('it names no feed; write [[feed]] and below it url = "https://…"')
    default = written.get("every", EVERY)
    feeds = [_feed(table, f"feed {number}: ", default) for number, table in enumerate(tables, 1)]
    urls = [feed.url for feed in feeds]
    if twice := next((url for url in urls if urls.count(url) > 1), None):
        raise SourceProblem(f"it names {twice} twice")
    return feeds


def _feed(table: Mapping[str, Any], where: str, default: str) -> WatchedFeed:
    _check(table, _KEYS, where)
    if not table.get("url", "").strip():
        raise SourceProblem(f'{where}it has no address; write url = "https://…"')
    zone = read_zone(table["timezone"]) if "timezone" in table else None
    every = _duration(table.get("every", default), where)
    return WatchedFeed(table["url"].strip(), every, table.get("outlet"), zone, table.get("pages", True))


def _check(table: Mapping[str, Any], keys: Mapping[str, type], where: str) -> None:
    for key, value in table.items():
        if key not in keys:
            alike = get_close_matches(key, keys, n=1)
            hint = f"did you mean {alike[0]}?" if alike else f"the keys are {', '.join(keys)}"
            raise SourceProblem(f"{where}unknown key {key!r}; {hint}")
        if not isinstance(value, keys[key]):
            raise SourceProblem(f"{where}{key} is not a {keys[key].__name__}")


def _duration(written: str, where: str) -> timedelta:
    """`90s`, `15m`, `2h`, `1d`."""
    found = _DURATION.fullmatch(written.strip())
    if not found or not int(found[1]):
        raise SourceProblem(f"{where}every = {written!r} is no length of time; write 15m, 2h or 1d")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})
