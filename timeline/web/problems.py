"""Why a URL was not fetched, in one line."""

from __future__ import annotations

LOCAL = "give --allow-local to read from it"


class Unreachable(Exception):
    """Nothing came from a URL.

    `passing` says that it may be worth another try later, after `wait` seconds where the server names them; `status` is
    what it answered, if it did.
    """

    def __init__(self, why: str, *, passing: bool = False, wait: float = 0.0, status: int | None = None) -> None:
        super().__init__(why)
        self.passing = passing
        self.wait = wait
        self.status = status
