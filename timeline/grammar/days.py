"""Days of the calendar: «21 مايو (أيار) 2021», «الثلاثاء 20 ديسمبر», «20 شوال 1444 هـ», «ثاني أيام العيد»."""

from __future__ import annotations

from ..meanings import CalendarDate
from .fragments import FRAGMENTS, year_step_of
from .rule import Match, RuleBook

BOOK = RuleBook(FRAGMENTS)
rule = BOOK.rule
_HIJRI_YEARS = range(1300, 1500)


def day_number(m: Match) -> int:
    number: int = m["day_of_month"] or m["ordinal"] or m["first_day"]
    return number


def _lead_weekday(m: Match) -> int | None:
    weekday: int | None = m["weekday"]
    return weekday


class Name:
    """A date inside a name, «جامعة 8 ماي 1945», «صحيفة «اليوم السابع»»: read, so that nothing else reads it."""


@rule(
    "name with a date in it",
    "name_noun&!the quote? (({day_number}) of? month year? | weekday | day | day_noun&the ordinal | season&the) quote?"
    " | name_noun quote any any? any? any? quote | quote (day | weekday) quote | (day | day_noun | unit&the) observance"
    " | weekday hour_word in_a_row | weekday&the others",
    {
        "جامعة 8 ماي 1945": None,
        "صحيفة «اليوم السابع»": None,
        "صلاة الجمعة": None,
        "الجمعة الخامسة على التوالي": None,
        "الاثنين الآخرين": None,
    },
)
def name_with_a_date(m: Match) -> Name:
    return Name()


@rule(
    "day and month",
    "({lead})? ({day_number}) of? month_noun? {months} ({year} | {year_step})? (step year_after=year?)?",
    {
        "21 مايو (أيار) 2021": CalendarDate(2021, 5, 21),
        "الحادي والعشرين من أيار": CalendarDate(None, 5, 21),
        "الثلاثاء 20 ديسمبر/كانون الأول 2022": CalendarDate(2022, 12, 20, weekday=2),
        "20 نيسان الماضي": CalendarDate(None, 4, 20, step=-1),
        "فاتح شتنبر": CalendarDate(None, 9, 1),
        "3 آب من العام الماضي": CalendarDate(None, 8, 3, year_step=-1),
        "31 شباط 2020": None,
        "45 مايو": None,
        "5 مايو/حزيران 2021": None,
    },
)
def day_and_month(m: Match) -> CalendarDate | None:
    if m["second_month"] not in (None, m["month"]):
        return None
    return _possible(
        CalendarDate(
            m["year"] or m["year_after"],
            m["month"],
            day_number(m),
            m["step"],
            None,
            year_step_of(m),
            weekday=_lead_weekday(m),
        )
    )


@rule(
    "month, day and year",
    "month day_of_month comma year",
    {"سبتمبر 13، 2022": CalendarDate(2022, 9, 13), "شباط 30، 2022": None},
)
def month_day_and_year(m: Match) -> CalendarDate | None:
    return _possible(CalendarDate(m["year"], m["month"], day_number(m)))


@rule(
    "weekday with its date in brackets",
    "day_noun&!the? weekday open ({day_number}) of? {months} ({year})? close",
    {"السبت (10 أيلول)": CalendarDate(None, 9, 10, weekday=6)},
)
def weekday_with_its_date(m: Match) -> CalendarDate | None:
    return _possible(CalendarDate(m["year"], m["month"], day_number(m), weekday=m["weekday"]))


@rule(
    "hijri day and month",
    "({lead})? ({day_number}) of? month_noun? hijri_month ((of? year_noun)? year)? hijri_sign? step?",
    {
        "20 شوال 1444 هـ": CalendarDate(1444, 10, 20, hijri=True),
        "اليوم السبت الأول من رمضان 1443 هـ": CalendarDate(1443, 9, 1, hijri=True, weekday=6),
        "25 ذي الحجة": CalendarDate(None, 12, 25, hijri=True),
        "1 رمضان 9999 هـ": None,
    },
)
def hijri_day_and_month(m: Match) -> CalendarDate | None:
    after = m.after(2)
    if "year" not in m and len(after) == 2 and "number" in after[0] and "hijri_sign" in after[1]:
        return None  # a year that no calendar has
    date = CalendarDate(m["year"], m["hijri_month"], day_number(m), m["step"], hijri=True, weekday=_lead_weekday(m))
    return _possible(date)


@rule(
    "day of a feast or of a holy month",
    "nth days_noun (month_noun? hijri_month year? hijri_sign? | hijri_holiday year?)",
    {
        "أول أيام رمضان": CalendarDate(None, 9, 1, hijri=True),
        "ثاني أيام عيد الفطر": CalendarDate(None, 10, 2, hijri=True),
        "ثالث أيام عيد الأضحى": CalendarDate(None, 12, 12, hijri=True),
    },
)
def day_of_a_feast(m: Match) -> CalendarDate | None:
    month, first = (m["hijri_month"], 1) if "hijri_month" in m else map(int, m["hijri_holiday"].split("-"))
    return _possible(CalendarDate(m["year"], month, first + m["nth"] - 1, hijri=True))


@rule(
    "numeric date",
    "({lead})? (day_of_month slash month_number slash year | day_of_month dash month_number dash year"
    " | year slash month_number slash day_of_month | year dash month_number dash day_of_month | dotted_date) hijri_sign?",
    {
        "21/5/2021": CalendarDate(2021, 5, 21),
        "الأحد 19-1-2025": CalendarDate(2025, 1, 19, weekday=7),
        "2013/1/9": CalendarDate(2013, 1, 9),
        "15.08.2022": CalendarDate(2022, 8, 15),
        "25 / 10 / 1436 هـ": CalendarDate(1436, 10, 25, hijri=True),
        "31/4/2021": None,
    },
)
def numeric_date(m: Match) -> CalendarDate | None:
    year, month, day = m["dotted_date"] or (m["year"], m["month_number"], m["day_of_month"])
    hijri = "hijri_sign" in m or year in _HIJRI_YEARS
    return _possible(CalendarDate(year, month, day, hijri=hijri, weekday=_lead_weekday(m)))


@rule(
    "day of this month",
    "({lead})? ({day_number}) of (month_noun&the step | this month_noun&the)",
    {
        "الخامس من الشهر الجاري": CalendarDate(None, None, 5, month_step=0),
        "15 من الشهر الماضي": CalendarDate(None, None, 15, month_step=-1),
    },
)
def day_of_this_month(m: Match) -> CalendarDate:
    step = 0 if "this" in m else m["step"]
    return CalendarDate(day=day_number(m), month_step=step, weekday=_lead_weekday(m))


def _possible(date: CalendarDate) -> CalendarDate | None:
    """None for «31 شباط» and «45 مايو»."""
    month = date.month or 1
    if not 1 <= month <= 12 or date.year == 0:
        return None
    longest = 30 if date.hijri else (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    if not 1 <= (date.day or 1) <= longest:
        return None
    leap = date.year is None or date.hijri or (date.year % 4 == 0 and (date.year % 100 != 0 or date.year % 400 == 0))
    return None if (date.month, date.day) == (2, 29) and not leap and not date.hijri else date
