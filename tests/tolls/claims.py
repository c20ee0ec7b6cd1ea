"""Claims of our own for the tests of series: only what a case is about is said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from timeline.tolls.identity import Subject, Toll
from timeline.tolls.values import Claim

GAZA = Subject("killed", "قطاع غزه")
RUNNING = Toll(GAZA, "running", "2023-10-07")
FIRST = datetime(2023, 11, 1, 12, tzinfo=UTC)


def claim(number: int, low: int, hours: float = 0, **more: Any) -> Claim:
    """The claim with the id `number`, published so many hours after the first, of a document of its own."""
    known: dict[str, Any] = {
        "toll": RUNNING, "kind": "killed", "high": low, "claimant": "health_ministry ps", "role": "health_ministry",
        "published": FIRST + timedelta(hours=hours), "document": number, "sentence": f"sentence {number}",
    }  # fmt: skip
    return Claim(id=number, low=low, **(known | more))


def of_day(number: int, count: int, day: int, **more: Any) -> Claim:
    """A count of the 24 hours before the publication, on the `day`th day."""
    end = FIRST + timedelta(days=day)
    toll = Toll(more.pop("subject", GAZA), "period", f"{end.date()} 24h")
    return claim(number, count, 24 * day, toll=toll, begin=end - timedelta(days=1), end=end, **more)
