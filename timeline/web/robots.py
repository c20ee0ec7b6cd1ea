"""robots.txt (RFC 9309): what a site lets programs read, and how often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline.told import told
from timeline.web.problems import Unreachable

if TYPE_CHECKING:
    import httpx
    from protego import Protego

NAME = "arabic-event-timeline"


@dataclass
class Robots:
    """The rules of every site that was asked; `read` is how a robots.txt comes: its text, "" where there is none."""

    read: Callable[[str], str]
    _rules: dict[str, Protego | Unreachable] = field(default_factory=dict)

    def check(self, url: httpx.URL) -> float | None:
        """The seconds between requests that the site asks for. Raises Unreachable where it does not allow this one."""
        site = str(url.copy_with(raw_path=b"/robots.txt", fragment=None))
        if site not in self._rules:
            self._rules[site] = self._read(site)
        rules = self._rules[site]
        if isinstance(rules, Unreachable):
            raise rules
        if not rules.can_fetch(str(url), NAME):
            line = "the site does not allow programs to read this page (robots.txt)"
            raise Unreachable(told("robots", line))
        return rules.crawl_delay(NAME)

    def _read(self, site: str) -> Protego | Unreachable:
        from protego import Protego

        try:
            return Protego.parse(self.read(site))
        except Unreachable as problem:  # what cannot be asked has allowed nothing
            return Unreachable(f"its robots.txt cannot be read: {problem}", passing=True) if problem.status else problem
