"""An article of the database as the extraction that it is: what was read, with what people corrected in it.

The database does not keep the rules by which figures and events were read; reading the text again finds them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, cast

from timeline.pipeline import read_article
from timeline.store.views.article import Article, TimeRow
from timeline.store.views.rows import EventRow, FigureRow
from timeline.values import Coding, Document, Event, Extraction, Figure, Interval, Location, TimeExpression

Row = EventRow | FigureRow
Rules = Mapping[tuple[type, int, int], str]


def extraction_of(article: Article) -> Extraction:
    """The rows as times, figures and events; each is called by the number of its row."""
    document = document_of(article)
    rules = _rules(read_article(document))
    return Extraction(
        document,
        tuple(map(_time, article.times)),
        tuple(_figure(row, article, rules) for row in article.figures),
        tuple(_event(row, article, rules) for row in article.events),
    )


def times_of(article: Article) -> Extraction:
    """The times alone, whose rules are stored: nothing is read again."""
    return Extraction(document_of(article), tuple(map(_time, article.times)))


def document_of(article: Article) -> Document:
    """The article as it came in."""
    row = article.document
    published = row.published and datetime.fromisoformat(row.published)
    return Document(row.given_id, article.text, published or None, row.published_from, row.url, row.title, row.outlet)


def time_of(article: Article, row: Row | None) -> TimeRow | None:
    """The phrase that dates the row; the nearest one, where the same words stand in the article twice."""
    if row is None:
        return None
    same = [time for time in article.times if (time.text, time.value) == (row.time, row.value)]
    return min(same, key=lambda time: abs(time.start - row.start), default=None)


def _time_id(article: Article, row: Row) -> int | None:
    dated_by = time_of(article, row)
    return dated_by.id if dated_by else None


def _rules(extraction: Extraction) -> Rules:
    read: list[Figure | Event] = [*extraction.figures, *extraction.events]
    return {(type(one), one.start, one.end): one.rule for one in read}


def _time(row: TimeRow) -> TimeExpression:
    fields = {name: getattr(row, name) for name in "start end type value mod signal rule reading".split()}
    return TimeExpression(
        _label("time", row.id) or "",
        **fields,
        interval=Interval(_moment(row.begin), _moment(row.end_time)),
        alternatives=tuple((row.alternatives or "").split()),
        confidence=1.0 if row.confidence is None else row.confidence,
    )


def _figure(row: FigureRow, article: Article, rules: Rules) -> Figure:
    fields: dict[str, Any] = {name: getattr(row, name) for name in "start end kind low high qualifier scope".split()}
    return Figure(
        _label("figure", row.id) or "",
        **fields,
        time=_label("time", _time_id(article, row)),
        part_of=_label("figure", row.part_of),
        categories=tuple((row.categories or "").split()),
        source=row.source,
        event=_label("event", row.event_id),
        source_role=cast(Any, row.source_role),
        place=row.place,
        since=date.fromisoformat(row.since) if row.since else None,
        rule=rules.get((Figure, row.start, row.end), ""),
    )


def _event(row: EventRow, article: Article, rules: Rules) -> Event:
    fields: dict[str, Any] = {name: getattr(row, name) for name in "start end type place status".split()}
    codes = row.acled_event_type, row.acled_sub_event_type, row.plover_type, row.plover_mode
    return Event(
        _label("event", row.id) or "",
        **fields,
        time=_label("time", _time_id(article, row)),
        location=_location(row),
        coding=Coding(*codes),
        rule=rules.get((Event, row.start, row.end), ""),
    )


def _location(row: EventRow) -> Location | None:
    """What the gazetteer knows of the place, where it knows it."""
    if not row.gazetteer_id or row.latitude is None or row.longitude is None:
        return None
    return Location(
        gazetteer_id=row.gazetteer_id,
        location=row.location or "",
        place_kind=cast(Any, row.place_kind),
        country=row.country or "",
        admin1=row.admin1,
        admin2=row.admin2,
        latitude=row.latitude,
        longitude=row.longitude,
        geo_precision=cast(Any, row.geo_precision),
        alternatives=tuple((row.alternatives or "").split(" | ")) if row.alternatives else (),
    )


def _label(item: str, row: int | None) -> str | None:
    return None if row is None else f"{item}:{row}"


def _moment(local: str | None) -> datetime | None:
    return datetime.fromisoformat(local) if local else None
