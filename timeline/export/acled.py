"""Events -> a table with ACLED's columns in their order, for people whose tools read ACLED.

It is like ACLED, not of ACLED: a machine read one article for each row, actors are left empty because nobody coded
them, and what has no column stands in `notes`. ACLED records what has happened, so planned and denied events, those
without a date, and accidents and disasters are left out and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any, BinaryIO

from timeline.export.about import Request, Tally
from timeline.export.csv import write_lines
from timeline.export.days import first_day, last_day, length
from timeline.export.deaths import acled_fatalities
from timeline.export.notes import notes
from timeline.export.places import ACLED_PRECISION, coordinates, country_codes, country_name, said_of
from timeline.export.taxonomy import acled_type
from timeline.store.asking.filtered import Told

COLUMNS = {
    "event_id_cnty": "ISO country code, XXX where unknown, and the number of the event",
    "event_date": "first day, or the last where only the end is known",
    "year": "of event_date",
    "time_precision": "1 one day, 2 up to a week, 3 longer or open",
    "disorder_type": "from the sub-event type",
    "event_type": "from the sub-event type",
    "sub_event_type": "from `type`",
    "actor1": "empty",
    "assoc_actor_1": "empty",
    "inter1": "empty",
    "actor2": "empty",
    "assoc_actor_2": "empty",
    "inter2": "empty",
    "interaction": "empty",
    "civilian_targeting": "empty",
    "iso": "numeric ISO country code",
    "region": "empty",
    "country": "its English name",
    "admin1": "first division, from the gazetteer",
    "admin2": "second division",
    "admin3": "empty",
    "location": "name in the gazetteer, else `place`",
    "latitude": "in degrees",
    "longitude": "in degrees",
    "geo_precision": "1 a point or a town, 3 something larger",
    "source": "`outlet`",
    "source_scale": "empty",
    "notes": "the sentence, the words of the time and of every count",
    "fatalities": "the lowest claim; dozens 12, hundreds 100, several or a bare plural 3",
    "tags": "`status` where it is not asserted",
    "timestamp": "when this was retrieved, in seconds since 1970",
}
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


def write(rows: Iterable[Any], stream: BinaryIO, request: Request, tally: Tally) -> None:
    """Takes events with their figures (`Told`)."""
    lines = (_line(told, request) for told in tally.of(_recorded(rows, tally)))
    write_lines([tuple(COLUMNS)], lines, stream, excel=request.excel)


def _recorded(rows: Iterable[Told], tally: Tally) -> Iterator[Told]:
    for told in rows:
        if acled_type(told.event.type) is None:
            tally.leave_out("not recorded by ACLED")
        elif told.event.status in ("planned", "denied"):
            tally.leave_out(told.event.status)
        elif first_day(told.event) is None and last_day(told.event) is None:
            tally.leave_out("undated")
        else:
            yield told


def _line(told: Told, request: Request) -> list[object]:
    values = _when(told) | _what(told) | _where(told) | _said(told, request)
    return [values.get(name, "") for name in COLUMNS]


def _when(told: Told) -> dict[str, object]:
    day = first_day(told.event) or last_day(told.event)
    return {"event_date": day, "year": day and day.year, "time_precision": _precision(told)}


def _precision(told: Told) -> int:
    lasts = length(told.event)
    if lasts is None or lasts > _WEEK:
        return 3
    return 1 if lasts <= _DAY else 2


def _what(told: Told) -> dict[str, object]:
    as_ = acled_type(told.event.type)
    if as_ is None:
        return {}
    return {"disorder_type": as_.disorder, "event_type": as_.event, "sub_event_type": as_.sub_event}


def _where(told: Told) -> dict[str, object]:
    event = told.event
    code = said_of(event, "country")
    letters, number = country_codes(code)
    longitude, latitude = coordinates(event) or (None, None)
    return {
        "event_id_cnty": f"{letters or 'XXX'}{event.id}",
        "iso": number,
        "country": country_name(code),
        "admin1": said_of(event, "admin1"),
        "admin2": said_of(event, "admin2"),
        "location": said_of(event, "location") or event.place,
        "latitude": latitude,
        "longitude": longitude,
        "geo_precision": ACLED_PRECISION.get(said_of(event, "geo_precision") or ""),
    }


def _said(told: Told, request: Request) -> dict[str, object]:
    status = told.event.status
    return {
        "source": told.event.outlet,
        "notes": notes(told),
        "fatalities": acled_fatalities(told),
        "tags": "" if status == "asserted" else f"status={status}",
        "timestamp": int(request.retrieved.timestamp()),
    }
