"""«غزة - 10 أيار/مايو 2023 - …»: the publication date that the text itself says, where nothing better is known.

A line is a dateline or it says nothing. It stands among the first three or is the last; it has a full date with its
year; before the date there are only places, agencies, weekdays, labels («نشر في») and signs. Where a sentence goes on
behind the date, a place, agency or label comes before it and a sign after it, or an agency and a sign come next.
«في 7 أكتوبر 2023 شنت …» and «7 أكتوبر 2023 - شنت …» date events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from timeline.calendars import from_hijri
from timeline.lexicon.fold import fold
from timeline.sources.line_parts import SIGNS, LineParts, line_parts
from timeline.sources.problems import SourceProblem
from timeline.sources.published import read_published

_LINES = 3
_LONGEST = 240  # characters of a line that are looked at
_AHEAD, _BEHIND = 4_000, 1_000  # characters of a text in which its first and last lines are looked for
_DRAWN_DASH = re.compile("(?<=\\s)ـ+(?=\\s)")  # of the sign that stretches letters
_CUT = "\0"  # stands for the rest of a line; no part of a dateline
_CLOSING = tuple("-–—−/|)]")
_UNKNOWN_PLACE = re.compile(
    rf"\s*(?:[^\W\d_]+\s+){{0,2}}[^\W\d_]+\s*(?=[{re.escape(SIGNS)}])|\s*(?:[^\W\d_]+\s+){{1,2}}$"
)


def find_dateline(text: str, zone: ZoneInfo | None) -> datetime | None:
    """The date of the first or last lines, with its time of day where it has one; None where none is certain.

    `zone` is that of a time without an offset or zone of its own.
    """
    ahead, behind = _lines(text[:_AHEAD]), _lines(text[-_BEHIND:])
    for line in ahead[:_LINES]:
        if found := _find(line, text, zone, whole=False):
            return found
    return _find(behind[-1], text, zone, whole=True) if behind else None


def _lines(text: str) -> list[str]:
    """The lines that are not empty, folded; of a long one the beginning."""
    lines = (line for line in text.splitlines() if line.strip())
    return [fold(_DRAWN_DASH.sub("-", line if len(line) <= _LONGEST else line[:_LONGEST] + _CUT)) for line in lines]


def _find(line: str, text: str, zone: ZoneInfo | None, *, whole: bool) -> datetime | None:
    parts = line_parts()
    date = parts.date.search(line) or parts.hijri.search(line)
    if date is None:
        return None
    before, after = line[: date.start()], line[date.end() :]
    is_whole = _is_material(before, parts) and _is_material(after, parts)
    if not is_whole and (whole or not _opens_a_sentence(before, after, parts)):
        return None
    if is_whole and not parts.origin.search(line) and _has_other_dated_lines(line, text, parts):
        return None  # the headings of a chronology
    return _moment(date, before, after, parts, zone)


def _is_material(text: str, parts: LineParts) -> bool:
    """Whether `text` is made of nothing but what a dateline may hold beside its date."""
    return parts.material.fullmatch(parts.hijri.sub(" ", parts.clock.sub(" ", text))) is not None


def _opens_a_sentence(before: str, after: str, parts: LineParts) -> bool:
    """«غزة - 10 مايو 2023 - قُتل …», «خربة الديك 10-5-2023 وفا- قال …»"""
    rest = parts.clock.sub(" ", after, count=1).lstrip()
    closed_by_agency = parts.closing_agency.match(rest) is not None
    if _is_material(before, parts):
        if not parts.origin.search(before):
            return _names_an_agency(rest, parts)
        said_by = parts.agency.search(before) is not None and rest.startswith(":")
        return rest.startswith(_CLOSING) or closed_by_agency or said_by
    place = _UNKNOWN_PLACE.match(before)
    if place is None or parts.preposition.search(before) or not _is_material(before[place.end() :], parts):
        return False
    return closed_by_agency or (parts.agency.search(before) is not None and rest.startswith(_CLOSING))


def _names_an_agency(rest: str, parts: LineParts) -> bool:
    """«2023/5/10 غزة - صفا - قال …»: where the date is the first word, the agency and a sign follow it."""
    found = parts.material.match(rest)
    opening = found[0].rstrip() if found else ""
    return parts.agency.search(opening) is not None and opening.endswith((*_CLOSING, ":"))


def _has_other_dated_lines(line: str, text: str, parts: LineParts) -> bool:
    others = (fold(other) for other in text[:_AHEAD].splitlines() if 6 < len(other) < 60)
    dated = (other for other in others if other != line and parts.date.search(other))
    return any(_is_material(parts.date.sub(" ", other), parts) for other in dated)


def _moment(date: re.Match[str], before: str, after: str, parts: LineParts, zone: ZoneInfo | None) -> datetime | None:
    clock = parts.clock.match(after.lstrip(SIGNS + " ")) or parts.clock.search(before)
    own = _zone_of(clock, parts, zone) if clock else zone
    for written in _spellings(date, clock):
        try:
            return read_published(written, own)
        except SourceProblem:
            continue  # an impossible time of day leaves the date
    return None


def _spellings(date: re.Match[str], clock: re.Match[str] | None) -> Iterator[str]:
    day = date[0] if "month" not in date.re.groupindex else _gregorian(date)
    if clock:
        half = "PM" if clock["pm"] else "AM" if clock["am"] else ""
        yield f"{day} {clock['time']} {half} {clock['offset'] or ''}".strip()
    yield day


def _gregorian(hijri: re.Match[str]) -> str:
    day = from_hijri(int(hijri["year"]), line_parts().hijri_months[" ".join(hijri["month"].split())], int(hijri["day"]))
    return day.isoformat() if day else ""


def _zone_of(clock: re.Match[str], parts: LineParts, zone: ZoneInfo | None) -> ZoneInfo | None:
    if not clock["zone"]:
        return zone
    name = " ".join(clock["zone"].split()).rpartition("توقيت ")[2]
    return ZoneInfo(parts.zones[name].replace("-", "/", 1))
