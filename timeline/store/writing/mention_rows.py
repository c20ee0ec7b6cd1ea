"""The times, events and figures of one article as columns; what they refer to is still named by its label.

An article has dozens of them, so each row is one literal: copying and merging dictionaries would cost more than the
database does.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from timeline.store.storable import Columns, bounded, clean, local, optional, utc
from timeline.store.writing.about import About
from timeline.values import Event, Extraction, Figure, Location, TimeExpression


class MentionRows:
    """Makes the rows of one extraction; `text` is its text as the database takes it, of the same length."""

    def __init__(self, extraction: Extraction, text: str) -> None:
        self._extraction = extraction
        self._text = text
        published = extraction.document.published
        self._offset = published.utcoffset() if published else None

    def times(self) -> tuple[Columns, ...]:
        return tuple(map(self._time, self._extraction.times))

    def events(self) -> tuple[Columns, ...]:
        return tuple(map(self._event, self._extraction.events))

    def figures(self) -> tuple[Columns, ...]:
        """A place that an event names as well is the same place."""
        places = {event.place: _place(event.place, event.location) for event in self._extraction.events}
        about = About(self._extraction)
        return tuple(
            self._figure(item, places.get(item.place) or _place(item.place, None), about)
            for item in self._extraction.figures
        )

    def _time(self, item: TimeExpression) -> Columns:
        begin, end = item.interval.begin, item.interval.end
        return {
            "label": item.id,
            "start": item.start,
            "end": item.end,
            "text": self._text[item.start : item.end],
            "type": item.type,
            "value": clean(item.value),
            "mod": item.mod,
            "signal": item.signal,
            "begin": begin and local(begin),
            "end_time": end and local(end),
            "begin_utc": begin and self._instant(begin),
            "end_utc": end and self._instant(end),
            "rule": clean(item.rule),
            "reading": clean(item.reading),
            "alternatives": optional(" ".join(item.alternatives)),
            "confidence": item.confidence,
        }

    def _event(self, item: Event) -> Columns:
        first, last = item.sentence
        return {
            "label": item.id,
            "start": item.start,
            "end": item.end,
            "text": self._text[item.start : item.end],
            "sentence_start": first,
            "sentence_end": last,
            "sentence": self._text[first:last],
            "type": clean(item.type),
            "status": item.status,
            "time": item.time,
            "place": _place(item.place, item.location),
            "acled_event_type": item.coding.acled_event_type,
            "acled_sub_event_type": item.coding.acled_sub_event_type,
            "plover_type": item.coding.plover_type,
            "plover_mode": item.coding.plover_mode,
        }

    def _figure(self, item: Figure, place: Columns | None, about: About) -> Columns:
        first, last = item.sentence
        low, high, qualifier = bounded(item.low, item.high, item.qualifier)
        toll = about.toll(item)
        return {
            "label": item.id,
            "start": item.start,
            "end": item.end,
            "text": self._text[item.start : item.end],
            "sentence_start": first,
            "sentence_end": last,
            "sentence": self._text[first:last],
            "kind": item.kind,
            "low": low,
            "high": high,
            "qualifier": qualifier,
            "scope": item.scope,
            "time": item.time,
            "part_of": item.part_of,
            "event": item.event,
            "source": optional(item.source),
            "source_role": item.source_role,
            "place": place,
            "since": item.since and item.since.isoformat(),
            "categories": sorted({clean(category) for category in item.categories}),
            "toll": toll and str(toll),
            "claimant": about.claimant(item),
        }

    def _instant(self, moment: datetime) -> datetime | None:
        """Local readings are in the offset of the publication; without one, no instant is guessed."""
        if moment.tzinfo is not None or self._offset is None:
            return utc(moment)
        return _in_utc(moment, self._offset)


@lru_cache(100_000)
def _in_utc(moment: datetime, offset: timedelta) -> datetime | None:
    """The same days are named again and again."""
    try:
        return (moment - offset).replace(microsecond=0, tzinfo=UTC)
    except OverflowError:
        return None


@lru_cache(100_000)
def _place(name: str | None, location: Location | None) -> Columns | None:
    """The columns of a place, shared by all that name it: the name as written, and what the gazetteer says of it."""
    given = optional(name)
    if given is None or location is None:
        return {"name": given, "gazetteer_id": ""} if given else None
    return asdict(location) | {"name": given, "alternatives": " | ".join(location.alternatives) or None}
