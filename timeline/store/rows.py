"""Extraction -> rows, still without row ids: times, wholes, events and places are named by their labels.

Two things cannot be stored as they are, and have one answer each:
- NUL and lone surrogates are no text to a database. Each becomes U+FFFD, one for one, so that offsets stay true.
- A count beyond 2**63 - 1 does not fit a column. It becomes the largest integer, open above: what is then stored
  ("at least this many") is still true, and the words themselves are in `text`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from timeline.lexicon.fold import fold
from timeline.store.about import About
from timeline.store.search_words import words_of
from timeline.values import Event, Extraction, Figure, TimeExpression

Columns = dict[str, Any]
LARGEST = 2**63 - 1
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and what was read in it, as columns.

    `document["outlet"]` is the name of the outlet, `document["words"]` the folded words of the text.
    """

    document: Columns
    times: tuple[Columns, ...]
    events: tuple[Columns, ...]
    figures: tuple[Columns, ...]


def as_rows(extraction: Extraction, read_at: datetime, extractor: str) -> Reading:
    """All the rows of one extraction; `read_at` needs a UTC offset."""
    offset = _offset(extraction)
    times = tuple(_time(extraction, item, offset) for item in extraction.times)
    events = tuple(_event(extraction, item) for item in extraction.events)
    about = About(extraction)
    places = {event.place: row["place"] for event, row in zip(extraction.events, events, strict=True)}
    figures = tuple(_figure(extraction, item, places) | about.columns(item) for item in extraction.figures)
    document = _document(extraction, offset)
    provenance = {
        "reading_sha256": _reading_sha256(document["text"], *times, *events, *figures),
        "extractor": clean(extractor),
        "read_at": utc(read_at),
    }
    return Reading(document | provenance, times, events, figures)


def clean(text: str) -> str:
    """The text with U+FFFD for each character that no database takes; as long as it was."""
    return text if text.isprintable() else _UNSTORABLE.sub("\ufffd", text)  # most are, and that is quick to see


def utc(moment: datetime) -> datetime | None:
    """The instant to the second, in UTC. None for a time without offset, or at the edge of the calendar."""
    try:
        return moment.astimezone(UTC).replace(microsecond=0) if moment.tzinfo else None
    except OverflowError:
        return None


def local(moment: datetime) -> str:
    """ "2023-05-09T03:00", with seconds only where there are any: the reading as the JSON prints it."""
    return moment.replace(tzinfo=None).isoformat(timespec="seconds" if moment.second else "minutes")


def _offset(extraction: Extraction) -> timedelta | None:
    published = extraction.document.published
    return published.utcoffset() if published else None


def _document(extraction: Extraction, offset: timedelta | None) -> Columns:
    document = extraction.document
    text = clean(document.text)
    folded = fold(text)
    return {
        "given_id": clean(document.id),
        "outlet": _optional(document.outlet),
        "url": _optional(document.url),
        "title": _optional(document.title),
        "text": text,
        "text_sha256": _sha256(" ".join(folded.split())),
        "published": document.published and document.published.isoformat(timespec="seconds"),
        "published_utc": document.published and utc(document.published),
        "published_offset": None if offset is None else offset // timedelta(minutes=1),
        "published_from": _optional(document.published_from),
        "words": words_of(folded),
    }


def _time(extraction: Extraction, item: TimeExpression, offset: timedelta | None) -> Columns:
    interval = item.interval
    return _mention(extraction, item) | {
        "type": item.type,
        "value": clean(item.value),
        "mod": item.mod,
        "signal": item.signal,
        "begin": interval.begin and local(interval.begin),
        "end_time": interval.end and local(interval.end),
        "begin_utc": interval.begin and _instant(interval.begin, offset),
        "end_utc": interval.end and _instant(interval.end, offset),
        "rule": clean(item.rule),
        "reading": clean(item.reading),
        "alternatives": _optional(" ".join(item.alternatives)),
        "confidence": item.confidence,
    }


def _event(extraction: Extraction, item: Event) -> Columns:
    return (
        _mention(extraction, item)
        | _sentence(extraction, item)
        | {
            "type": clean(item.type),
            "status": item.status,
            "time": item.time,
            "place": _place(item),
            **asdict(item.coding),
        }
    )


def _named(place: str | None) -> Columns | None:
    """A place of which no more is known than its name."""
    return {"name": place, "gazetteer_id": ""} if place else None


def _place(event: Event) -> Columns | None:
    """The columns of its place: the name as written, and what the gazetteer says of it."""
    name = _optional(event.place)
    if name is None:
        return None
    if event.location is None:
        return _named(name)
    known = asdict(event.location)
    return known | {"name": name, "alternatives": " | ".join(event.location.alternatives) or None}


def _figure(extraction: Extraction, item: Figure, places: Mapping[str | None, Columns]) -> Columns:
    """`places` of the events: a place that both name is the same."""
    low, high, qualifier = _bounded(item)
    return (
        _mention(extraction, item)
        | _sentence(extraction, item)
        | {
            "kind": item.kind,
            "low": low,
            "high": high,
            "qualifier": qualifier,
            "scope": item.scope,
            "time": item.time,
            "part_of": item.part_of,
            "event": item.event,
            "source": _optional(item.source),
            "source_role": item.source_role,
            "place": places.get(item.place) or _named(_optional(item.place)),
            "since": item.since and item.since.isoformat(),
            "categories": sorted({clean(category) for category in item.categories}),
        }
    )


def _mention(extraction: Extraction, item: TimeExpression | Event | Figure) -> Columns:
    return {"label": item.id, "start": item.start, "end": item.end, "text": clean(extraction.text_of(item))}


def _sentence(extraction: Extraction, item: Event | Figure) -> Columns:
    start, end = item.sentence
    return {"sentence_start": start, "sentence_end": end, "sentence": clean(extraction.sentence_of(item))}


def _bounded(figure: Figure) -> tuple[int, int | None, str]:
    if max(figure.low, figure.high or 0) <= LARGEST:
        return figure.low, figure.high, figure.qualifier
    return min(figure.low, LARGEST), None, "at_least"


def _instant(moment: datetime, offset: timedelta | None) -> datetime | None:
    # Local readings are in the offset of the publication; without one, no instant is guessed.
    if moment.tzinfo is None and offset is not None:
        moment = moment.replace(tzinfo=timezone(offset))
    return utc(moment)


def _optional(text: str | None) -> str | None:
    return clean(text).strip() or None if text else None


def _reading_sha256(text: str, *rows: Columns) -> str:
    """Of the text and of every row in its order; the separators are in no text that is stored."""
    values = ("\x00".join(map(str, row.values())) for row in rows)
    return _sha256("\x00\x00".join([text, *values]))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
