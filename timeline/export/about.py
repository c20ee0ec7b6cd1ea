"""What an export says of itself: what was asked for, when, how many rows came of it, and from which outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

from timeline.store.asking.filtered import Told

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for. `what` is a name of `TABLES`, or of all of them; `retrieved` has an offset; `filters` are as
    `Filters.as_said` says them.

    `excel` is for the formats that are CSV: a byte order mark, and nothing that a spreadsheet would run.
    """

    what: str
    retrieved: datetime
    filters: Mapping[str, str | list[str]] = field(default_factory=dict)
    program: str = "arabic-event-timeline"
    excel: bool = False

    @property
    def retrieved_utc(self) -> datetime:
        """To the second."""
        return self.retrieved.astimezone(UTC).replace(microsecond=0)


@dataclass(slots=True)
class Tally:
    """Counts the rows while they are written, so that a million of them need not be kept to be counted."""

    rows: int = 0
    outlets: Counter[str | None] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)

    def of(self, rows: Iterable[T]) -> Iterator[T]:
        """The same rows, counted as they pass."""
        for row in rows:
            self.rows += 1
            self.outlets[_outlet(row)] += 1
            yield row

    def leave_out(self, why: str) -> None:
        """A row that the format cannot hold: "undated"."""
        self.left_out[why] += 1


def metadata(request: Request, tally: Tally, form: str) -> dict[str, Any]:
    """As JSON holds it. `sources` are the outlets with the most rows first; `left_out` and `changed` say how many."""
    return {
        "format": form,
        "what": request.what,
        "retrieved": moment(request.retrieved_utc),
        "filters": dict(request.filters),
        "rows": tally.rows,
        "sources": [{"outlet": outlet, "rows": rows} for outlet, rows in _most_first(tally.outlets)],
        "left_out": dict(tally.left_out),
        "changed": dict(tally.changed),
        "program": request.program,
    }


def moment(instant: datetime) -> str:
    """An instant as "2023-05-09T00:00:00Z"."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _outlet(row: object) -> str | None:
    outlet: str | None = getattr(row.event if isinstance(row, Told) else row, "outlet", None)
    return outlet


def _most_first(outlets: Counter[str | None]) -> list[tuple[str | None, int]]:
    return sorted(outlets.items(), key=lambda item: (-item[1], item[0] or ""))
