"""A server is asked again only after a while."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic, sleep

from timeline.web.addresses import is_local_name

LONGEST = 30.0  # seconds: a robots.txt that asks for more is asked less often, not waited for


@dataclass
class Pace:
    """When each host was asked last, in seconds of the monotonic clock."""

    delay: float = 1.0
    _last: dict[str, float] = field(default_factory=dict)

    def wait(self, host: str, asked_for: float | None = None) -> None:
        """Until the host may be asked; `asked_for` is the delay that its robots.txt names. Ours is not made to wait."""
        delay = 0.0 if is_local_name(host) else min(max(self.delay, asked_for or 0.0), LONGEST)
        if host in self._last:
            sleep(max(0.0, self._last[host] + delay - monotonic()))
        self._last[host] = monotonic()
