"""«السبت 31 حزيران»: what stands before a date that no calendar has says nothing by itself.

«مساء 31 حزيران» is not this evening. The month of such a date may stay: «31 حزيران 2022» is still a day of June.
"""

from __future__ import annotations

from ..meanings import ClockTime, Meaning, Midnight, Modified, PartOfDay, RelativeDay, Weekday
from ..mention import Mention
from ..words import Line

_NUMBERED = ("number", "numeral", "ordinal")
_MONTHS = ("month", "hijri_month", "period")
_BETWEEN = ("comma", "of", "article")


def leads_an_impossible_date(line: Line, mention: Mention) -> bool:
    """Whether a number and a month follow that were not read as a date together with the mention."""
    if not _takes_its_day_from_a_date(mention.meaning):
        return False
    position = _after(line, mention.past)
    return _is(line, position, _NUMBERED) and _is(line, _after(line, position + 1), _MONTHS)


def _takes_its_day_from_a_date(meaning: Meaning) -> bool:
    inner = meaning.meaning if isinstance(meaning, Modified) else meaning
    match inner:
        case Weekday() | RelativeDay():
            return True
        case PartOfDay(day=day) | ClockTime(day=day) | Midnight(day=day):
            return day is None or _takes_its_day_from_a_date(day)
    return False


def _after(line: Line, position: int) -> int:
    while _is(line, position, _BETWEEN):
        position += 1
    return position


def _is(line: Line, position: int, names: tuple[str, ...]) -> bool:
    return position < len(line.letters) and not line.classes(position).isdisjoint(names)
