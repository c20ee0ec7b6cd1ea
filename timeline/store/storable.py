"""What a database takes: text without NUL, instants to the second, whole numbers that fit a column.

Two things cannot be stored as they are, and have one answer each:
- NUL and lone surrogates are no text to a database. Each becomes U+FFFD, one for one, so that offsets stay true.
- A count beyond 2**63 - 1 does not fit a column. It becomes the largest integer, open above: what is then stored
  ("at least this many") is still true, and the words themselves are in `text`.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

Columns = dict[str, Any]
LARGEST = 2**63 - 1
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def clean(text: str) -> str:
    """The text with U+FFFD for each character that no database takes; as long as it was."""
    return text if text.isprintable() else _UNSTORABLE.sub("\ufffd", text)  # most are, and that is quick to see


def optional(text: str | None) -> str | None:
    """The text, clean and without white space around it; None where nothing is left."""
    return clean(text).strip() or None if text else None


def utc(moment: datetime) -> datetime | None:
    """The instant to the second, in UTC. None for a time without offset, or at the edge of the calendar."""
    try:
        if moment.tzinfo is None:
            return None
        instant = moment.astimezone(UTC)
        return instant.replace(microsecond=0) if instant.microsecond else instant
    except OverflowError:
        return None


def local(moment: datetime) -> str:
    """ "2023-05-09T03:00", with seconds only where there are any: the reading as the JSON prints it."""
    return moment.isoformat(timespec="seconds")[:19] if moment.second else moment.isoformat(timespec="minutes")[:16]


def bounded(low: int, high: int | None, qualifier: str) -> tuple[int, int | None, str]:
    """`low`, `high` and `qualifier` of a count, as columns can hold them."""
    if low <= LARGEST and (high is None or high <= LARGEST):
        return low, high, qualifier
    return min(low, LARGEST), None, "at_least"
