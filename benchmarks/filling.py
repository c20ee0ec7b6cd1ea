"""Fills a SQLite database with rows that look like those of a wire, without reading anything.

An article has ten events, twelve times and ten figures, spread over ten years; one in twenty repeats another.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from timeline.store.models import CATEGORY, DOCUMENT, EVENT, FIGURE, FINGERPRINT, PLACE, SOURCE, TIME, TOLL
from timeline.store.opening.database import open_database

EACH = 10  # events, and figures, of an article
TIMES = 12
TYPES = (
    "air_strike shelling armed_clash shooting raid arrest protest ceasefire negotiation statement aid killing".split()
)
KINDS = "killed injured detained displaced".split()
OUTLETS, PLACES, TOLLS = 30, 400, 5_000
FIRST, DAYS = datetime(2014, 1, 1), 3_650
WORDS = "قتل جندي غارة مدينة صباح وزارة الصحة مصدر طبي مستشفى قصف اعتقال قوات شارع منزل مخيم بلدة طائرة".split()
_AT_ONCE = 1_000

Row = tuple[Any, ...]


def filled(path: Path, documents: int) -> Path:
    """A database of so many articles."""
    open_database(path).dispose()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        _insert(connection, SOURCE, ((each, f"وكالة {each}") for each in range(1, OUTLETS + 1)), "id name")
        _insert(
            connection, PLACE, ((each, f"بلدة {each}", "") for each in range(1, PLACES + 1)), "id name gazetteer_id"
        )
        _insert(connection, TOLL, map(_toll, range(1, TOLLS + 1)), "id name kind place population basis bound")
        for first in range(1, documents + 1, _AT_ONCE):
            _fill(connection, range(first, min(first + _AT_ONCE, documents + 1)))
        connection.execute("ANALYZE")
    return path


def _fill(connection: sqlite3.Connection, numbers: range) -> None:
    connection.execute("BEGIN IMMEDIATE")
    draw = random.Random(numbers.start)
    _insert(connection, DOCUMENT, (_document(each, draw) for each in numbers), _DOCUMENT)
    _insert(
        connection, FINGERPRINT, ((draw.getrandbits(62), each) for each in numbers for _ in range(12)), _FINGERPRINT
    )
    _insert(connection, TIME, (row for each in numbers for row in _times(each)), _TIME)
    _insert(connection, EVENT, (row for each in numbers for row in _events(each, draw)), _EVENT)
    _insert(connection, FIGURE, (row for each in numbers for row in _figures(each, draw)), _FIGURE)
    _insert(connection, CATEGORY, ((each * EACH, "children") for each in numbers), "figure_id category")
    connection.execute("COMMIT")


def _insert(connection: sqlite3.Connection, table: Any, rows: Iterator[Row], names: str) -> None:
    columns = names.split()
    quoted = ", ".join(f'"{name}"' for name in columns)
    connection.executemany(f"INSERT INTO {table.name} ({quoted}) VALUES ({', '.join('?' * len(columns))})", rows)


_DOCUMENT = "id given_id source_id url title text text_sha256 reading_sha256 published published_utc published_offset"
_DOCUMENT += " published_from extractor read_at folded copy_of"
_FINGERPRINT = "hash document_id"
_TIME = "id document_id label start end text type value begin end_time begin_utc end_utc rule reading confidence"
_EVENT = "id document_id label start end text type status time_id begin end_time place_id"
_EVENT += " sentence_start sentence_end sentence"
_FIGURE = "id document_id label start end text kind low high qualifier scope time_id begin end_time part_of event_id"
_FIGURE += " source source_role claimant place_id toll_id sentence_start sentence_end sentence"


def _published(number: int) -> datetime:
    return FIRST + timedelta(days=number * 7_919 % DAYS, hours=number % 24)


def _words(draw: random.Random, count: int) -> str:
    return " ".join(draw.choices(WORDS, k=count))


def _document(number: int, draw: random.Random) -> Row:
    text, published = _words(draw, 350), _published(number)
    at = published.isoformat(timespec="seconds")
    copy = number - 1 if number % 20 == 0 else None
    url, hashed = f"https://example.org/news/{number}", f"{draw.getrandbits(256):064x}"
    dated = (f"{at}+00:00", f"{at}Z", 0, "given", "1", "2024-01-01T00:00:00Z")
    return number, str(number), number % OUTLETS + 1, url, _words(draw, 8), text, hashed, hashed, *dated, text, copy


def _bounds(number: int, each: int) -> tuple[str | None, str | None]:
    """A day of the last three; the first time of an article is a vague one, without bounds."""
    begin = _published(number).replace(hour=0) - timedelta(days=(number + each) % 3)
    if each == 0:
        return None, None
    return begin.isoformat(timespec="minutes"), (begin + timedelta(days=1)).isoformat(timespec="minutes")


def _times(number: int) -> Iterator[Row]:
    for each in range(TIMES):
        begin, end = _bounds(number, each)
        instants = begin and f"{begin}:00Z", end and f"{end}:00Z"
        named = (0, 6, "الأحد", "DATE", begin[:10] if begin else "PAST_REF")
        key = (number - 1) * TIMES + each + 1
        yield key, number, f"t{each}", *named, begin, end, *instants, "weekday", "a day", 0.9


def _events(number: int, draw: random.Random) -> Iterator[Row]:
    for each in range(EACH):
        key, time = (number - 1) * EACH + each + 1, (number - 1) * TIMES + each + 1
        place, sentence = draw.randrange(PLACES) + 1, _words(draw, 25)
        bounds = _bounds(number, each)
        yield (
            key,
            number,
            f"e{each}",
            0,
            3,
            "غارة",
            draw.choice(TYPES),
            "asserted",
            time,
            *bounds,
            place,
            0,
            130,
            sentence,
        )


def _figures(number: int, draw: random.Random) -> Iterator[Row]:
    for each in range(EACH):
        key, low = (number - 1) * EACH + each + 1, draw.randrange(1, 200)
        kind, whole = draw.choice(KINDS), key - each if each % 3 == 2 else None
        time, place = (number - 1) * TIMES + each + 1, draw.randrange(PLACES) + 1
        toll = draw.randrange(TOLLS) + 1 if each % 2 else None
        refers = (time, *_bounds(number, each), whole, key, "وزارة الصحة", "health_ministry", "health_ministry ps")
        counted = (kind, low, low, "exact", "incident")
        yield key, number, f"f{each}", 0, 8, f"{low} قتيلا", *counted, *refers, place, toll, 0, 130, _words(draw, 25)


def _toll(number: int) -> Row:
    place, kind = f"بلده {number % PLACES}", KINDS[number % len(KINDS)]
    bound = (FIRST + timedelta(days=number % DAYS)).date().isoformat()
    return number, f"{kind} | {place} |  | running | {bound} {number}", kind, place, "", "running", bound
