"""How many events (by type) or figures (by kind) began in each day, week, month or year: for charts of any size."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sqlalchemy import Engine, func

from timeline.store.asking.filtered import snapshot
from timeline.store.asking.filters import ALL, Filters
from timeline.store.asking.pages import chosen
from timeline.store.models import EVENT, FIGURE

Unit = Literal["day", "week", "month", "year"]
_LENGTHS = {"day": 10, "week": 10, "month": 7, "year": 4}  # characters of "2023-05-09"


@dataclass(frozen=True, slots=True, order=True)
class Bin:
    """So many of one type (of figures: kind) in the unit of time that begins with a day; weeks begin on Monday."""

    begin: date
    type: str
    count: int


def histogram(engine: Engine, what: Literal["events", "figures"], unit: Unit, filters: Filters = ALL) -> list[Bin]:
    """The dated rows that filters leave, each where it begins (or ends, where its beginning is open), in order.

    What began before the first day that is asked for and lasts into it stands where it began. Empty bins are left out.
    """
    table, kind = (EVENT, EVENT.c.type) if what == "events" else (FIGURE, FIGURE.c.kind)
    begins = func.substr(table.c.moment, 1, _LENGTHS[unit])
    query = chosen(what, filters, True, begins, kind, func.count()).group_by(begins, kind)
    found: Counter[tuple[date, str]] = Counter()
    with snapshot(engine) as connection:
        for begin, type_, count in connection.execute(query):
            found[_first_day(begin, unit), type_] += count
    return [Bin(*key, count) for key, count in sorted(found.items())]


def suitable_unit(first: date, last: date, most: int = 120) -> Unit:
    """The finest unit with at most so many bins between two days."""
    days = (last - first).days + 1
    units: dict[Unit, int] = {"day": 1, "week": 7, "month": 30}
    return next((unit for unit, length in units.items() if days <= length * most), "year")


def _first_day(text: str, unit: Unit) -> date:
    day = date.fromisoformat(f"{text}-01-01"[:10])
    return day - timedelta(days=day.weekday()) if unit == "week" and day >= date(1, 1, 8) else day
