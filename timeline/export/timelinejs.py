"""Events -> the spreadsheet that TimelineJS draws, its 18 columns in their order.

A whole month is a year and a month, a whole year a year, and the phrase of the article is what the reader sees as the
date. TimelineJS takes Headline and Text for HTML, and the spreadsheet runs formulas: both are shown as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from html import escape
from typing import Any, BinaryIO

from timeline.export.about import Request, Tally
from timeline.export.csv import write_lines
from timeline.export.days import DAY, bounds, is_dated, is_whole_days
from timeline.export.links import is_link
from timeline.store.views.rows import EventRow

COLUMNS = {
    "Year": "of the beginning",
    "Month": "empty where the time is a whole year",
    "Day": "empty where the time is a whole month or year",
    "Time": "HH:MM:SS, empty for whole days",
    "End Year": "of the end; all four are empty where Year, Month and Day say all",
    "End Month": "",
    "End Day": "the last day, included",
    "End Time": "",
    "Display Date": "the words of the time, as written",
    "Headline": "the trigger and the place, as written",
    "Text": "the sentence, and a link to the article",
    "Media": "empty",
    "Media Credit": "empty",
    "Media Caption": "empty",
    "Media Thumbnail": "empty",
    "Type": "empty: neither a title nor an era",
    "Group": "the type of the event: one lane each",
    "Background": "empty",
}
Moment = tuple[object, object, object, object]
_NOTHING: Moment = ("", "", "", "")


def write(rows: Iterable[Any], stream: BinaryIO, request: Request, tally: Tally) -> None:
    """An event without any time has no place on a timeline."""
    lines = map(_line, tally.of(_dated(rows, tally)))
    write_lines([tuple(COLUMNS)], lines, stream, excel=request.excel, guarded=True)


def _dated(rows: Iterable[EventRow], tally: Tally) -> Iterator[EventRow]:
    for row in rows:
        if is_dated(row):
            yield row
        else:
            tally.leave_out("undated")


def _line(row: EventRow) -> list[object]:
    begin, end = _moments(row)
    headline = escape(" – ".join(filter(None, (row.text, row.place))))
    return [*begin, *end, row.time or "", headline, _text(row), "", "", "", "", "", row.type, ""]


def _moments(row: EventRow) -> tuple[Moment, Moment]:
    begin, end = bounds(row)
    if begin and end and is_whole_days(row):
        return _days(begin.date(), end.date())
    if begin and end and end > begin:
        return _clock(begin), _clock(end)
    only = begin or end
    if only is None:
        return _NOTHING, _NOTHING
    return (_day(only.date()) if only.time() == time.min else _clock(only)), _NOTHING


def _days(begin: date, end: date) -> tuple[Moment, Moment]:
    """As coarse as the interval is: 2023; 2023-05; 2023-05-09; 2023-05-01 to 2023-05-03."""
    if (begin.month, begin.day, end.month, end.day) == (1, 1, 1, 1) and end.year == begin.year + 1:
        return (begin.year, "", "", ""), _NOTHING
    if begin.day == end.day == 1 and (end - DAY).month == begin.month and (end - DAY).year == begin.year:
        return (begin.year, begin.month, "", ""), _NOTHING
    last = end - DAY
    return _day(begin), (_NOTHING if last == begin else _day(last))


def _day(day: date) -> Moment:
    return day.year, day.month, day.day, ""


def _clock(moment: datetime) -> Moment:
    return moment.year, moment.month, moment.day, f"{moment:%H:%M:%S}"


def _text(row: EventRow) -> str:
    said = f"<p>{escape(row.sentence)}</p>"
    name = escape(row.outlet or row.title or "")
    if not is_link(row.url):
        return said + (f"<p>{name}</p>" if name else "")
    link = escape(row.url or "")
    return f'{said}<p><a href="{link}">{name or link}</a></p>'
