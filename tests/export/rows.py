"""Rows as the database gives them, and rows that nobody should have to write."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, TypeVar

from timeline.export.about import Request, Tally
from timeline.export.formats import FORMATS
from timeline.store.asking.filtered import Told
from timeline.store.views.rows import EventRow, FigureRow

RETRIEVED = datetime(2024, 1, 2, 5, 4, 5, 6789, timezone(timedelta(hours=2)))
RETRIEVED_UTC = "2024-01-02T03:04:05Z"
SENTENCE = "أسفرت غارة على القطاع عن استشهاد 21 فلسطينياً بينهم 4 أطفال منذ فجر الثلاثاء"

Row = TypeVar("Row", EventRow, FigureRow)


def row(type_: type[Row], /, **known: Any) -> Row:
    """A row; what is not named is null."""
    nothing: dict[str, Any] = dict.fromkeys(field.name for field in fields(type_))
    return type_(**nothing | known)


EVENT = row(
    EventRow,
    id=7,
    type="air_strike",
    status="asserted",
    begin="2023-05-09T03:00",
    end_time="2023-05-10T20:15",
    begin_utc=datetime(2023, 5, 9, tzinfo=UTC),
    end_utc=datetime(2023, 5, 10, 17, 15, tzinfo=UTC),
    place="القطاع",
    text="غارة",
    time="فجر الثلاثاء",
    value="2023-05-09TDA",
    signal="since",
    sentence=SENTENCE,
    start=7,
    end=11,
    document_id=3,
    title="عنوان الخبر",
    outlet="وكالة المثال",
    url="https://example.org/1",
    published="2023-05-10T20:15:00+03:00",
)
FIGURE = row(
    FigureRow,
    id=12,
    kind="killed",
    low=21,
    high=21,
    qualifier="exact",
    scope="period",
    categories="ps",
    text="21 فلسطينياً",
    source="وزارة الصحة",
    begin=EVENT.begin,
    end_time=EVENT.end_time,
    begin_utc=EVENT.begin_utc,
    end_utc=EVENT.end_utc,
    time=EVENT.time,
    value=EVENT.value,
    signal=EVENT.signal,
    part_of=None,
    event_id=7,
    event="air_strike",
    place="القطاع",
    sentence=SENTENCE,
    start=33,
    end=45,
    document_id=3,
    title=EVENT.title,
    outlet=EVENT.outlet,
    url=EVENT.url,
    published=EVENT.published,
)
PART = replace(FIGURE, id=13, low=4, high=4, categories="children ps", text="4 أطفال", part_of=12)
NOTHING: dict[str, Any] = dict.fromkeys(("begin", "end_time", "begin_utc", "end_utc", "time", "value", "signal"))
UNDATED = replace(EVENT, id=8, **NOTHING)
BARE = replace(UNDATED, id=9, place=None, title=None, outlet=None, url=None, published=None)
TOLD = Told(EVENT, (FIGURE, PART))

# Whatever an article may hold, and what a text file may hold of it.
HOSTILE = {
    "formula": "=1+1",
    "formula after marks": " \u200f\u202b@SUM(A1)",
    "quotes": 'قال "لا"; ثم،\r\nسكت\t-1',
    "surrogate": "قبل\ud83dبعد",
    "null": "قبل\x00بعد",
    "controls": "قبل\x01\x1b\x7fبعد",
    "escape of a workbook": "_x0041_",
    "markup": "<script>alert('&')</script>",
    "emoji": "نار 🔥",
    "bidi": "\u202e\u2066غزة\u2069\u202c",
    "presentation forms": "ﻏﺰﺓ",
    "spaces": "  غزة \u00a0",
    "nothing": "",
    "comma": "غزة, x; y\\n",
    "noncharacter": "\ufffe\uffff",
}


def cleaned(text: str) -> str:
    """The text as it is written: NUL and half of a pair are no text."""
    return text.translate(dict.fromkeys([0, *range(0xD800, 0xE000)], "\ufffd"))


def request(what: str = "events", **changes: Any) -> Request:
    """What was asked for, at a fixed time."""
    known = {"filters": {"from": "2023-05-01", "type": ["air_strike"]}, "program": "timeline test"}
    return Request(what, RETRIEVED, **(known | changes))


def written(form: str, rows: Iterable[Any], what: str = "events", **changes: Any) -> tuple[bytes, Tally]:
    """The bytes that a format makes of rows, and what it counted."""
    stream, tally = io.BytesIO(), Tally()
    FORMATS[form].write(rows, stream, request(what, **changes), tally)
    return stream.getvalue(), tally
