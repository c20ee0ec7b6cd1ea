"""Days, periods and lengths: the phrases of which longer time expressions are made.

Each becomes one word of class `date`, `period`, `length` or `window` for the rules in `times`.
"""

from __future__ import annotations

from typing import Any

from ..meanings import CalendarDate, DayOfSeries, Length, MentionedDay, Recurring, RelativeDay, Weekday, Window
from . import days, lengths, periods, seasons, weekdays
from .days import Name

BOOKS = (days.BOOK, weekdays.BOOK, periods.BOOK, seasons.BOOK, lengths.BOOK)


def class_of(meaning: Any) -> str:
    """The class of the word that a phrase of this level becomes."""
    match meaning:
        case CalendarDate(day=None):
            return "period"
        case MentionedDay(unit=unit, day_of_month=None) if unit != "D":
            return "period"
        case Weekday() | RelativeDay() | CalendarDate() | MentionedDay() | DayOfSeries():
            return "date"
        case Length():
            return "length"
        case Name():
            return "name"
        case Window() | Recurring():
            return "window"
    return "period"


CLASSES = ("date", "period", "length", "window", "name")
