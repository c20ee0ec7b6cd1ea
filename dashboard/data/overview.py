"""What the database holds, in short. What was asked once is remembered for as long as the database is as it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, func, select

from dashboard.data.opened import database, version
from timeline.resolve.confidence import DOUBTFUL
from timeline.store.asking import queries
from timeline.store.asking.between import told_once
from timeline.store.models import DOCUMENT, EVENT, FIGURE, TIME
from timeline.store.opening.database import reading
from timeline.store.views.article import Counts
from timeline.store.views.rows import REPORTED_FIGURES, TIMELINE_EVENTS, UNRESOLVED_TIMES, FigureRow, UnresolvedTimeRow

DAYS = 14
NEWEST = 8  # rows of a list
LOOKED_AT = 200  # of the latest claims, several of which may be about one toll


@dataclass(frozen=True, slots=True)
class Day:
    """What was published on a day, and how many events it is the beginning of."""

    day: date
    articles: int
    events: int
    figures: int


@dataclass(frozen=True, slots=True)
class Toll:
    """The newest claim about a toll, which is known by its row."""

    toll: int
    claim: FigureRow


def counts() -> Counts:
    """The size of the database; what is told twice is counted once."""
    return _counts(version())


def last_days() -> list[Day]:
    """The last days of the data, latest first, up to the latest publication; none where nothing has a date."""
    return _last_days(version())


def newest_tolls() -> list[Toll]:
    """The tolls that were told of last, each with its latest claim, latest first."""
    return _newest_tolls(version())


def unresolved() -> list[UnresolvedTimeRow]:
    """Some time phrases that have no date, those of the latest articles first."""
    return _unresolved(version())


def doubtful() -> int:
    """How many times there are whose words do not agree with each other, and that nobody has looked at."""
    return _doubtful(version())


def unreviewed() -> int:
    """How many events and figures nobody has looked at."""
    return _unreviewed(version())


@lru_cache(maxsize=4)
def _counts(at: str) -> Counts:
    return queries.counts(database())


@lru_cache(maxsize=4)
def _last_days(at: str) -> list[Day]:
    published = func.substr(DOCUMENT.c.published, 1, 10)
    with reading(database()) as connection:
        latest = connection.scalar(select(func.max(published)))
        if latest is None:
            return []
        days = [date.fromisoformat(latest) - timedelta(days=number) for number in range(DAYS)]
        articles, figures, events = (
            _counted(connection, query)
            for query in (
                _since(days[-1], published, select(published, func.count())),
                _since(days[-1], published, select(published, func.count(FIGURE.c.id)).join(FIGURE)),
                _events_since(days[-1]),
            )
        )
    named = ((day, day.isoformat()) for day in days)
    return [Day(day, articles.get(name, 0), events.get(name, 0), figures.get(name, 0)) for day, name in named]


def _counted(connection: Connection, query: Select[Any]) -> dict[str, int]:
    """Day -> the number beside it."""
    return {str(day): int(count) for day, count in connection.execute(query)}


def _since(first: date, day: Any, query: Select[Any]) -> Select[Any]:
    return query.where(DOCUMENT.c.published >= first.isoformat()).group_by(day)


def _events_since(first: date) -> Select[Any]:
    view = TIMELINE_EVENTS
    day = func.substr(view.c.begin, 1, 10)
    return select(day, func.count()).where(told_once(view), view.c.begin >= first.isoformat()).group_by(day)


@lru_cache(maxsize=4)
def _newest_tolls(at: str) -> list[Toll]:
    view = REPORTED_FIGURES
    latest = (
        select(FIGURE.c.id, FIGURE.c.toll_id)
        .join(DOCUMENT, DOCUMENT.c.id == FIGURE.c.document_id)
        .where(FIGURE.c.toll_id.is_not(None), FIGURE.c.part_of.is_(None), DOCUMENT.c.copy_of.is_(None))
        .where(DOCUMENT.c.published_utc.is_not(None), func.coalesce(FIGURE.c.reviewed, "") != "rejected")
        .order_by(DOCUMENT.c.published_utc.desc(), FIGURE.c.id.desc())
        .limit(LOOKED_AT)
    )
    with reading(database()) as connection:
        tolls: dict[int, int] = {}  # toll -> its latest claim
        for claim, toll in connection.execute(latest):
            tolls.setdefault(toll, claim)
        claims = dict(list(tolls.items())[:NEWEST])
        found = {
            row.id: FigureRow(*row) for row in connection.execute(select(view).where(view.c.id.in_(claims.values())))
        }
    return [Toll(toll, found[claim]) for toll, claim in claims.items() if claim in found]


@lru_cache(maxsize=4)
def _unresolved(at: str) -> list[UnresolvedTimeRow]:
    view = UNRESOLVED_TIMES
    query = select(view).where(told_once(view)).order_by(view.c.document_id.desc(), view.c.start).limit(NEWEST)
    with reading(database()) as connection:
        return [UnresolvedTimeRow(*row) for row in connection.execute(query)]


@lru_cache(maxsize=4)
def _doubtful(at: str) -> int:
    unsure = (TIME.c.confidence > 0, TIME.c.confidence <= DOUBTFUL, TIME.c.reviewed.is_(None))
    with reading(database()) as connection:
        return connection.scalar(select(func.count()).select_from(TIME).where(*unsure)) or 0


@lru_cache(maxsize=4)
def _unreviewed(at: str) -> int:
    with reading(database()) as connection:
        counted = (
            select(func.count()).select_from(table).where(table.c.reviewed.is_(None)) for table in (EVENT, FIGURE)
        )
        return sum(connection.scalar(query) or 0 for query in counted)
