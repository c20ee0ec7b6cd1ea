"""Events with deaths -> a table with the columns of UCDP's GED in their order.

It is like the GED, not of the GED: nobody coded the sides, so `type_of_violence` and every conflict, dyad and side
are empty, and deaths that are not said to be civilians' are `deaths_unknown`. UCDP records deaths that happened: events
without a count of the killed, without a date, planned and denied ones are left out and counted. There is no column for
notes; they stand in `source_original`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, BinaryIO

from timeline.export.about import Request, Tally
from timeline.export.csv import write_lines
from timeline.export.days import first_day, last_day, length
from timeline.export.deaths import Estimate, ucdp_estimate
from timeline.export.notes import notes
from timeline.export.places import UCDP_PRECISION, coordinates, country_name, said_of
from timeline.store.asking.filtered import Told

_NAMES = """
id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id
dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources
source_article source_office source_date source_headline source_original where_prec where_coordinates
where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity
date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob
""".split()
_MEANINGS = {
    "id": "number of the event",
    "year": "of date_start",
    "number_of_sources": "1: the article",
    "source_article": "outlet, day and title",
    "source_office": "`outlet`",
    "source_date": "day of the article",
    "source_headline": "its title",
    "source_original": "the sentence, the words of the time and of every count",
    "where_prec": "1 a point or a town, 4 a first division, 6 a country",
    "where_coordinates": "name in the gazetteer, else `place`",
    "where_description": "`place`",
    "adm_1": "first division, from the gazetteer",
    "adm_2": "second division",
    "latitude": "in degrees",
    "longitude": "in degrees",
    "geom_wkt": "the same as a point",
    "country": "its English name",
    "event_clarity": "1 one event, 2 a summary of several days",
    "date_prec": "1 one day, 2 up to six days, 3 a week, 4 a month, 5 longer or open",
    "date_start": "first day, or the last where only the end is known",
    "date_end": "last day, included",
    "deaths_civilians": "of `best`, those said to be civilians, children, women, medics, …",
    "deaths_unknown": "the rest of `best`",
    "best": "the first claim, at its least",
    "high": "the highest claim; an open count as its least",
    "low": "the lowest claim",
}
COLUMNS = {name: _MEANINGS.get(name, "empty") for name in _NAMES}
_PRECISIONS = ((1, 1), (6, 2), (7, 3), (31, 4))  # up to so many days: date_prec


def write(rows: Iterable[Any], stream: BinaryIO, request: Request, tally: Tally) -> None:
    """Takes events with their figures (`Told`)."""
    lines = (_line(told) for told in tally.of(_deadly(rows, tally)))
    write_lines([tuple(COLUMNS)], lines, stream, excel=request.excel)


def _deadly(rows: Iterable[Told], tally: Tally) -> Iterator[Told]:
    for told in rows:
        estimate = ucdp_estimate(told)
        if estimate is None or estimate.high == 0:
            tally.leave_out("without deaths")
        elif told.event.status in ("planned", "denied"):
            tally.leave_out(told.event.status)
        elif first_day(told.event) is None and last_day(told.event) is None:
            tally.leave_out("undated")
        else:
            yield told


def _line(told: Told) -> list[object]:
    estimate = ucdp_estimate(told) or Estimate(0, 0, 0, 0)
    values = _when(told) | _where(told) | _source(told) | _deaths(estimate) | {"id": told.event.id}
    return [values.get(name, "") for name in COLUMNS]


def _when(told: Told) -> dict[str, object]:
    first, last = first_day(told.event), last_day(told.event)
    start = first or last
    lasts = length(told.event)
    return {
        "year": start and start.year,
        "date_start": _midnight(start),
        "date_end": _midnight(last or start),
        "date_prec": _precision(lasts),
        "event_clarity": 1 if lasts is not None and lasts <= timedelta(days=1) else 2,
    }


def _precision(lasts: timedelta | None) -> int:
    if lasts is None:
        return 5
    return next((precision for days, precision in _PRECISIONS if lasts <= timedelta(days=days)), 5)


def _midnight(day: date | None) -> str:
    return f"{day} 00:00:00.000" if day else ""


def _where(told: Told) -> dict[str, object]:
    event = told.event
    where = coordinates(event)
    longitude, latitude = where or (None, None)
    return {
        "where_coordinates": said_of(event, "location") or event.place,
        "where_description": event.place,
        "where_prec": UCDP_PRECISION.get(said_of(event, "geo_precision") or ""),
        "adm_1": said_of(event, "admin1"),
        "adm_2": said_of(event, "admin2"),
        "latitude": latitude,
        "longitude": longitude,
        "geom_wkt": f"POINT ({longitude} {latitude})" if where else "",
        "country": country_name(said_of(event, "country")),
    }


def _source(told: Told) -> dict[str, object]:
    event = told.event
    day = (event.published or "")[:10]
    return {
        "number_of_sources": 1,
        "source_article": ",".join(filter(None, (event.outlet, day, event.title))),
        "source_office": event.outlet,
        "source_date": day,
        "source_headline": event.title,
        "source_original": notes(told),
    }


def _deaths(estimate: Estimate) -> dict[str, object]:
    return {
        "deaths_a": 0,
        "deaths_b": 0,
        "deaths_civilians": estimate.civilians,
        "deaths_unknown": estimate.best - estimate.civilians,
        "best": estimate.best,
        "high": max(estimate.high, estimate.best),
        "low": min(estimate.low, estimate.best),
    }
