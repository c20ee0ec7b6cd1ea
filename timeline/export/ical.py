"""Events -> iCalendar (RFC 5545), for the calendar of a newsroom.

Whole days are dates, whose end is not included, as in the database. Other times are in UTC where the article's offset
is known, and floating local times where it is not. An event without any time has no place in a calendar.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

from timeline.export.about import Request, Tally, metadata
from timeline.export.days import bounds, is_dated, is_whole_days
from timeline.export.links import is_link
from timeline.export.metadata_text import lines_of
from timeline.export.optional import needed
from timeline.export.places import coordinates
from timeline.store.storable import clean
from timeline.store.views.rows import EventRow

_STATUS = {"asserted": "CONFIRMED", "planned": "TENTATIVE", "alleged": "TENTATIVE", "denied": "CANCELLED"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # RFC 5545 has no way to write them
_SPOOL = 1 << 20
_END = b"END:VCALENDAR\r\n"


def write(rows: Iterable[Any], stream: BinaryIO, request: Request, tally: Tally) -> None:
    """The properties of a calendar stand before its events, and count them: the events wait in a temporary file."""
    library = needed("icalendar", "iCalendar")
    with tempfile.SpooledTemporaryFile(_SPOOL) as events:
        for row in tally.of(_dated(rows, tally)):
            events.write(_event(library, row, request).to_ical())
        events.seek(0)
        stream.write(_head(library, request, tally))
        shutil.copyfileobj(events, stream)
        stream.write(_END)


def _dated(rows: Iterable[EventRow], tally: Tally) -> Iterator[EventRow]:
    for row in rows:
        if is_dated(row):
            yield row
        else:
            tally.leave_out("undated")


def _head(library: Any, request: Request, tally: Tally) -> bytes:
    calendar = library.Calendar()
    calendar.add("prodid", f"-//{request.program}//AR")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", request.what)
    for name, said in lines_of(metadata(request, tally, "ical")):
        calendar.add("x-timeline", _text(f"{name}: {said}"))
    head: bytes = calendar.to_ical()
    return head.removesuffix(_END)


def _event(library: Any, row: EventRow, request: Request) -> Any:
    event = library.Event()
    event.add("uid", _identity(row))
    event.add("dtstamp", request.retrieved_utc)
    for name, moment in _times(row).items():
        event.add(name, moment)
    event.add("summary", _text(" – ".join(filter(None, (row.text, row.place)))))
    event.add("description", _text("\n".join(filter(None, (row.sentence, row.time, row.title, row.outlet)))))
    event.add("categories", [_text(row.type)])
    event.add("status", _STATUS.get(row.status, "TENTATIVE"))
    event.add("class", "PUBLIC")
    _add_place(event, row)
    if is_link(row.url):
        event.add("url", _text(row.url or ""))
    return event


def _add_place(event: Any, row: EventRow) -> None:
    if row.place:
        event.add("location", _text(row.place))
    if where := coordinates(row):
        longitude, latitude = where
        event.add("geo", (latitude, longitude))


def _times(row: EventRow) -> dict[str, date]:
    """An interval that is open at an end is entered at the end that is known."""
    if is_whole_days(row):
        begin, end = bounds(row)
        return {"dtstart": begin.date(), "dtend": end.date()} if begin and end else {}
    begin, end = _instants(row)
    if begin and end and end > begin:
        return {"dtstart": begin, "dtend": end}
    only = begin or end
    return {"dtstart": only} if only else {}


def _instants(row: EventRow) -> tuple[datetime | None, datetime | None]:
    """In UTC where all that is known of the interval is known in UTC."""
    if (row.begin and not row.begin_utc) or (row.end_time and not row.end_utc):
        return bounds(row)
    return row.begin_utc, row.end_utc


def _identity(row: EventRow) -> str:
    """The same event keeps its identity when it is exported again, also from a database that was made anew."""
    known = (row.url, row.published, row.title, row.sentence, row.start, row.type)
    return f"{hashlib.sha256(repr(known).encode()).hexdigest()[:32]}@arabic-event-timeline"


def _text(text: str) -> str:
    return _CONTROL.sub(" ", clean(text).replace("\r\n", "\n"))
