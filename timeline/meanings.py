"""What a time phrase says, before anybody knows when that is.

«مساء أمس» is `PartOfDay(RelativeDay(-1), EVENING)`; `resolve` alone turns it into a date. Separate meanings
have separate types; a field that the text leaves open is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .values import Mod

Unit = Literal["S", "MIN", "H", "D", "W", "M", "Y", "DE", "CE"]


@dataclass(frozen=True, slots=True)
class DayPart:
    """A TIMEX3 day-part code with its hours, counted from midnight of its day (27 is 3 a.m. of the next)."""

    code: str
    begin: int
    end: int

    @classmethod
    def of(cls, text: str) -> DayPart:
        """ "NI-21-27" as the lexicon writes it."""
        code, begin, end = text.split("-")
        return cls(code, int(begin), int(end))


@dataclass(frozen=True, slots=True)
class Weekday:
    """«الثلاثاء» (ISO number); `step` -1 for الماضي, 1 for المقبل, None where the clause decides."""

    day: int
    step: int | None = None


@dataclass(frozen=True, slots=True)
class RelativeDay:
    """«أمس» is -1, «أمس الثلاثاء» has the weekday too."""

    offset: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """«21 مايو 2021», «نيسان الماضي» (`step`), «الخامس من الشهر الجاري» (`month_step`), «مايو من العام الماضي»."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    step: int | None = None
    month_step: int | None = None
    year_step: int | None = None
    hijri: bool = False
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class MentionedDay:
    """«اليوم التالي»: days after the last date of the text; `unit` is another unit than the day."""

    offset: float
    unit: Unit = "D"
    day_of_month: int | None = None


@dataclass(frozen=True, slots=True)
class DayOfSeries:
    """«اليوم الـ45» of a war: known only where its start is. `what` and `names` as in `StartOf`, "" where unsaid."""

    number: int
    what: str = ""
    names: str = ""


@dataclass(frozen=True, slots=True)
class StartOf:
    """«بدء الحرب على غزة», «اندلاع الثورة»: the day on which something began that a table of anchors dates.

    `what` is its kind (war, uprising); `names` the words that say which one, without diacritics, "" where none do.
    """

    what: str
    names: str = ""


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """«فجر الثلاثاء»; without a day it is the day that the sentence speaks of."""

    day: Day | None
    part: DayPart


@dataclass(frozen=True, slots=True)
class Tonight:
    """«الليلة» is 0, «الليلة الماضية» -1."""

    offset: int


@dataclass(frozen=True, slots=True)
class ClockTime:
    """«الساعة العاشرة والنصف من مساء الاثنين بتوقيت غرينتش»; `zone` is an IANA name or "local"."""

    hour: int
    minute: int
    part: DayPart | None = None
    day: Day | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Midnight:
    """«منتصف ليل الاثنين»: 24:00 of its day."""

    day: Day | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Sometime:
    """«وقت سابق الأربعاء», «وقت لاحق هذا الشهر»: the day or unit, clipped at the time of writing."""

    day: Day | NeighbourUnit
    when: Literal["earlier", "later"]


@dataclass(frozen=True, slots=True)
class NeighbourUnit:
    """«الأسبوع الماضي»: the unit `step` away from the present one."""

    unit: Unit
    step: int


@dataclass(frozen=True, slots=True)
class Weekend:
    step: int = 0


@dataclass(frozen=True, slots=True)
class Season:
    """«صيف 2014», «الصيف الماضي» (`step`), «صيف العام الماضي» (`year_step`)."""

    code: str
    year: int | None = None
    step: int | None = None
    year_step: int | None = None


@dataclass(frozen=True, slots=True)
class YearFraction:
    """«الربع الأول من 2023»: kind Q or H."""

    kind: str
    number: int
    year: int | None = None
    year_step: int | None = None


@dataclass(frozen=True, slots=True)
class Decade:
    """«التسعينيات» is 90 in the last century; «العقد الماضي» has a step only."""

    first: int | None = None
    step: int | None = None
    century: int = 19


@dataclass(frozen=True, slots=True)
class Century:
    """«القرن العشرين» is 20; «القرن الماضي» has a step only."""

    number: int | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Modified:
    """«مطلع أيار»: what, and which part of it or how nearly."""

    meaning: Meaning
    mod: Mod


@dataclass(frozen=True, slots=True)
class Length:
    """«ثلاثة أيام»; amount None for a vague one."""

    amount: float | None
    unit: Unit


@dataclass(frozen=True, slots=True)
class Window:
    """«الساعات الـ24 الماضية»: a length that ends (-1) or begins (1) at the time of writing."""

    length: Length
    direction: int


@dataclass(frozen=True, slots=True)
class Shifted:
    """«قبل ثلاثة أيام»; `tied` when it counts from an event («بعد ثلاثة أيام من إصابته»)."""

    length: Length
    direction: int
    tied: bool = False


@dataclass(frozen=True, slots=True)
class Recurring:
    """«كل أسبوع» as its TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """«مؤخراً»: PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str


Sometimes = Weekday | RelativeDay | CalendarDate | MentionedDay | DayOfSeries | NeighbourUnit
Day = Weekday | RelativeDay | CalendarDate | MentionedDay | DayOfSeries
Meaning = (
    Day
    | StartOf
    | PartOfDay
    | Tonight
    | ClockTime
    | Midnight
    | Sometime
    | NeighbourUnit
    | Weekend
    | Season
    | YearFraction
    | Decade
    | Century
    | Modified
    | Length
    | Window
    | Shifted
    | Recurring
    | Reference
)
