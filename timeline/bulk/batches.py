"""A record batch of articles -> a record batch of what was read in them: all that another engine needs to call.

Every row of the one has its row in the other, in the same order; an article that could not be read says why in
`problem`. `timeline.bulk.columns.schema()` is the schema of the result.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import accumulate
from typing import Any

from timeline.bulk.columns import DOCUMENT, LISTS, LOCATION, Names, arrow_type, schema, struct_of
from timeline.lexicon.anchors import Anchors
from timeline.pipeline import read_article
from timeline.sources import Given, Unreadable
from timeline.sources.decoding import storable
from timeline.sources.tables import documents_in
from timeline.store.storable import bounded
from timeline.values import Document, Event, Extraction, Figure, Interval, TimeExpression

Values = tuple[Any, ...]
Outcome = Extraction | Unreadable
_NOWHERE = (None,) * len(LOCATION)


def read_batch(
    batch: Any,
    given: Given = Given(),  # noqa: B008  # frozen
    anchors: Anchors | None = None,
    *,
    name: str = "row",
    first: int = 1,
) -> Any:
    """`pyarrow.RecordBatch` -> `pyarrow.RecordBatch`: the articles of the one read, a row for each row.

    `given` names the columns (`text`, `id`, `published`, … unless it says otherwise) and what is known of all articles.
    An article without an id is called `name:row`, `first` being the number of the first row.
    """
    wanted = [column for column in batch.schema.names if column in asdict(given.columns).values()]
    rows = batch.select(wanted).to_pylist()
    return as_batch([attempt(item, anchors) for item in documents_in(rows, name, given, first)])


def attempt(item: Document | Unreadable, anchors: Anchors | None = None) -> Outcome:
    """What was read in the document, or why nothing could be."""
    if isinstance(item, Unreadable):
        return item
    try:
        return read_article(item, anchors)
    except Exception as error:  # noqa: BLE001  # one article must never stop the others
        return unexpected(item, error)


def unexpected(document: Document, error: Exception) -> Unreadable:
    """What is said of an article in which a fault of the program shows."""
    why = f"unexpected {type(error).__name__}: {error}; this is a fault of the program, please report it"
    return Unreadable(document.id, why)


def as_batch(outcomes: Sequence[Outcome]) -> Any:
    """Extractions as a record batch."""
    import pyarrow as pa

    read = [outcome if isinstance(outcome, Extraction) else None for outcome in outcomes]
    columns = _arrays(DOCUMENT, map(_document, outcomes))
    for name, make in (("times", _time), ("figures", _figure), ("events", _event)):
        lists = [[make(item, each) for item in getattr(each, name)] if each else [] for each in read]
        columns.append(_list_array(LISTS[name], lists))
    return pa.RecordBatch.from_arrays(columns, schema=schema())


def _arrays(columns: Names, rows: Iterable[Values]) -> list[Any]:
    import pyarrow as pa

    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    return [pa.array(each, arrow_type(kind)) for each, kind in zip(values, columns.values(), strict=True)]


def _list_array(columns: Names, lists: Sequence[Sequence[Values]]) -> Any:
    """Column by column: a list of dicts would cost Arrow ten times as much."""
    import pyarrow as pa

    arrays = _arrays(columns, (row for rows in lists for row in rows))
    offsets = pa.array(accumulate(map(len, lists), initial=0), pa.int32())
    return pa.ListArray.from_arrays(offsets, pa.StructArray.from_arrays(arrays, fields=list(struct_of(columns))))


def _document(outcome: Outcome) -> Values:
    if isinstance(outcome, Unreadable):
        return (storable(outcome.where), *(None,) * (len(DOCUMENT) - 2), storable(outcome.why))
    each = outcome.document
    published = each.published and each.published.isoformat()
    return each.id, each.text, published, each.published_from, each.url, each.title, each.outlet, None


def _span(item: TimeExpression | Figure | Event, of: Extraction) -> Values:
    return item.id, item.start, item.end, of.text_of(item)


def _time(item: TimeExpression, of: Extraction) -> Values:
    return (
        *_span(item, of),
        *(item.type, item.value, item.mod, item.signal),
        *_moments(item.interval),
        *(item.rule, item.reading, item.alternatives, item.confidence),
    )


def _moments(interval: Interval) -> Values:
    begin, end = interval.begin, interval.end
    return _local(begin), _local(end), _utc(begin), _utc(end)


def _local(moment: datetime | None) -> datetime | None:
    return moment and moment.replace(tzinfo=None)


def _utc(moment: datetime | None) -> datetime | None:
    """None at the edges of the calendar, where the local reading has no counterpart in UTC."""
    try:
        return moment.astimezone(UTC) if moment and moment.tzinfo else None
    except OverflowError:
        return None


def _figure(item: Figure, of: Extraction) -> Values:
    low, high, qualifier = bounded(item.low, item.high, item.qualifier)
    return (
        *_span(item, of),
        *(item.kind, low, high, qualifier, item.scope, item.time, item.part_of, item.categories),
        *(item.source, item.source_role, item.event, item.place, item.since, item.rule),
        *item.sentence,
    )


def _event(item: Event, of: Extraction) -> Values:
    where = item.location
    return (
        *_span(item, of),
        *(item.type, item.time, item.place, item.status),
        *(tuple(getattr(where, name) for name in LOCATION) if where else _NOWHERE),
        *(item.coding.acled_event_type, item.coding.acled_sub_event_type),
        *(item.coding.plover_type, item.coding.plover_mode, item.rule),
        *item.sentence,
    )
