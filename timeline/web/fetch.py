"""GET: one page at a time, each host in its own time, never longer, larger or further than the limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from time import monotonic, sleep
from typing import TYPE_CHECKING

from timeline.told import told
from timeline.web.answer import Answer
from timeline.web.local import is_file_url, open_local
from timeline.web.pace import Pace
from timeline.web.problems import Unreachable
from timeline.web.robots import Robots

if TYPE_CHECKING:
    import httpx

LARGEST = 200_000_000  # bytes of an answer; what is more is a corpus to download first
SECONDS = 120.0  # for one answer, whole, with all tries and redirects
_LARGEST_RULES = 512_000  # RFC 9309 asks for 500 KiB at least
_REDIRECTS = 5
_PAUSES = (1.0, 4.0)  # seconds before the second and the third try
_LONGEST_PAUSE = 60.0


@dataclass
class Web:
    """`Web().get("https://example.org/news")`; what it learns of a site (its rules, its pace) it keeps."""

    allow_local: bool = False
    pace: Pace = field(default_factory=Pace)
    seconds: float = SECONDS

    def get(
        self, url: str, headers: Mapping[str, str] | None = None, *, robots: bool = True, most: int = LARGEST
    ) -> Answer:
        """What stands at `url`, through redirects, each of which is checked anew. Raises Unreachable.

        `robots` says whether the rules of the site count: they do not where a person named this very address.
        """
        deadline = monotonic() + self.seconds
        for _ in range(_REDIRECTS + 1):
            answer = self._step(url, headers or {}, deadline, robots=robots, most=most)
            if isinstance(answer, Answer):
                return answer
            url = answer
        raise Unreachable(f"it was redirected more than {_REDIRECTS} times")

    def _step(self, url: str, headers: Mapping[str, str], deadline: float, *, robots: bool, most: int) -> Answer | str:
        """The answer, or the URL to which it redirects. What fails is not tried again where the time is up then."""
        if is_file_url(url):
            return open_local(url, allowed=self.allow_local)
        parsed = _parse(url)
        delay = self._robots.check(parsed) if robots else None
        for pause in (*_PAUSES, None):
            self.pace.wait(parsed.host, delay)
            try:
                return self._ask(parsed, headers, deadline, most)
            except Unreachable as problem:
                wait = min(max(pause or 0.0, problem.wait), _LONGEST_PAUSE)
                if pause is None or not problem.passing or monotonic() + wait >= deadline:
                    raise
                sleep(wait)
        raise AssertionError("the last try returns or raises")

    def _ask(self, url: httpx.URL, headers: Mapping[str, str], deadline: float, most: int) -> Answer | str:
        from timeline.web.asking import ask

        return ask(url, headers, most, deadline, allow_local=self.allow_local)

    @cached_property
    def _robots(self) -> Robots:
        return Robots(self._rules_at)

    def _rules_at(self, url: str) -> str:
        try:
            answer = self.get(url, robots=False, most=_LARGEST_RULES)
        except Unreachable as problem:
            if problem.passing:
                raise
            return ""  # there is none, and nothing is forbidden
        return answer.read(_LARGEST_RULES).decode("utf-8", errors="replace")


def _parse(url: str) -> httpx.URL:
    try:
        import httpx
    except ImportError as error:
        raise Unreachable("reading from the web needs httpx: pip install 'arabic-event-timeline[web]'") from error
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, ValueError) as error:
        raise Unreachable(told("no_address", "it is no address ({said})", said=str(error))) from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        line = "it is no address that can be read; one begins with https:// or http://"
        raise Unreachable(told("no_address", line))
    if parsed.userinfo:
        line = "it holds a name or a password, which would be stored with the article; leave them out"
        raise Unreachable(told("secret_in_address", line))
    return parsed
