"""An Extraction as JSON: the format of the gold files, one object a line."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from timeline.values import Event, Extraction, Figure, Location, TimeExpression

Row = dict[str, Any]
_OF_A_LOCATION = tuple(field.name for field in fields(Location))


def extraction_to_json(extraction: Extraction) -> Row:
    """`id`, `published` (ISO 8601 or null), `text`, `times`, `figures` and `events`, and where the document is from."""
    document = extraction.document
    return {
        "id": document.id,
        "published": document.published.isoformat() if document.published else None,
        "published_from": document.published_from,
        "title": document.title,
        "outlet": document.outlet,
        "url": document.url,
        "text": document.text,
        "times": [time_to_json(time, extraction) for time in extraction.times],
        "figures": [_figure(figure, extraction) for figure in extraction.figures],
        "events": [_event(event, extraction) for event in extraction.events],
    }


def json_line(extraction: Extraction) -> str:
    """The extraction on one line, without the line end."""
    return json.dumps(extraction_to_json(extraction), ensure_ascii=False)


def time_to_json(time: TimeExpression, extraction: Extraction) -> Row:
    """A time expression; `begin` and `end_time` are local ISO minutes such as "2023-05-09T03:00", or null."""
    return {
        **_span(time, extraction),
        "type": time.type,
        "value": time.value,
        "mod": time.mod,
        "signal": time.signal,
        "begin": local_minutes(time.interval.begin),
        "end_time": local_minutes(time.interval.end),
        "rule": time.rule,
        "reading": time.reading,
        "alternatives": list(time.alternatives),
        "confidence": time.confidence,
    }


def local_minutes(moment: datetime | None) -> str | None:
    """The wall clock of the publication, without its offset."""
    return moment.replace(tzinfo=None).isoformat(timespec="minutes") if moment else None


def _figure(figure: Figure, extraction: Extraction) -> Row:
    names = "kind low high qualifier scope time part_of categories source source_role event place since".split()
    since = figure.since.isoformat() if figure.since else None
    fields = asdict(figure) | {"categories": list(figure.categories), "since": since}
    return _span(figure, extraction) | {name: fields[name] for name in names} | {"sentence": list(figure.sentence)}


def _event(event: Event, extraction: Extraction) -> Row:
    own = {"type": event.type, "time": event.time, "place": event.place, "status": event.status}
    place = asdict(event.location) if event.location else dict.fromkeys(_OF_A_LOCATION)
    place["alternatives"] = list(place["alternatives"] or ())
    return _span(event, extraction) | own | {"sentence": list(event.sentence)} | place | asdict(event.coding)


def _span(item: TimeExpression | Figure | Event, extraction: Extraction) -> Row:
    return {"id": item.id, "start": item.start, "end": item.end, "text": extraction.text_of(item)}
