"""Days, periods and lengths: the phrases of which longer time expressions are made.

Each becomes one word of class `date`, `period`, `length` or `window` for the rules in `times`.
"""

from __future__ import annotations

from typing import Any

from ..meanings import (
    CalendarDate,
    Century,
    DayOfSeries,
    Decade,
    Length,
    Meaning,
    MentionedDay,
    NeighbourUnit,
    Recurring,
    RelativeDay,
    Season,
    Weekday,
    Weekend,
    Window,
    YearFraction,
    length_value,
)
from .rule import Match, RuleBook

BOOK = RuleBook(
    {
        "months": "month ((slash | dash) second_month=month | open second_month=month close)?",
        "year": "comma? (of? year_noun)? year gregorian_sign?",
        "year_step": "of year_noun&the year_step=step | of this year_noun&the",
        "day_number": "day_of_month | ordinal | first_day",
        "lead": "day comma? (weekday comma?)? | day_noun&!the? weekday comma? | day_noun&!the",
        "amount": "number | decimal",
        "any_unit": "unit | unit_plural",
    }
)
rule = BOOK.rule
_PREPOSITIONS = "in since until of to between before after during by from mod l and"
_DAYS = {"Y": 365.0, "M": 30.0}


def _day_number(m: Match) -> int:
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
    " | name_noun quote any any? any? any? quote",
    {"جامعة 8 ماي 1945": None, "صحيفة «اليوم السابع»": None, "صلاة الجمعة": None},
)
def name_with_a_date(m: Match) -> Name:
    return Name()


@rule(
    "day and month",
    "({lead})? ({day_number}) of? month_noun? {months} ({year} | {year_step})? step?",
    {
        "21 مايو (أيار) 2021": CalendarDate(2021, 5, 21),
        "الحادي والعشرين من أيار": CalendarDate(None, 5, 21),
        "الثلاثاء 20 ديسمبر/كانون الأول 2022": CalendarDate(2022, 12, 20, weekday=2),
        "20 نيسان الماضي": CalendarDate(None, 4, 20, step=-1),
        "فاتح شتنبر": CalendarDate(None, 9, 1),
        "3 آب من العام الماضي": CalendarDate(None, 8, 3, year_step=-1),
        "31 شباط 2020": None,
        "45 مايو": None,
    },
)
def day_and_month(m: Match) -> CalendarDate | None:
    return _possible(
        CalendarDate(
            m["year"], m["month"], _day_number(m), m["step"], None, _year_step(m), weekday=_lead_weekday(m)
        )
    )


def _year_step(m: Match) -> int | None:
    if "year_step" in m:
        step: int = m["year_step"]
        return step
    return 0 if "this" in m else None


@rule(
    "hijri day and month",
    "({lead})? ({day_number}) of? month_noun? hijri_month ((of? year_noun)? year)? hijri_sign? step?",
    {
        "20 شوال 1444 هـ": CalendarDate(1444, 10, 20, hijri=True),
        "اليوم السبت الأول من رمضان 1443 هـ": CalendarDate(1443, 9, 1, hijri=True, weekday=6),
        "25 ذي الحجة": CalendarDate(None, 12, 25, hijri=True),
    },
)
def hijri_day_and_month(m: Match) -> CalendarDate | None:
    date = CalendarDate(m["year"], m["hijri_month"], _day_number(m), m["step"], hijri=True, weekday=_lead_weekday(m))
    return _possible(date)


@rule(
    "numeric date",
    "({lead})? (day_of_month slash month_number slash year | day_of_month dash month_number dash year"
    " | year slash month_number slash day_of_month | year dash month_number dash day_of_month | dotted_date)",
    {
        "21/5/2021": CalendarDate(2021, 5, 21),
        "الأحد 19-1-2025": CalendarDate(2025, 1, 19, weekday=7),
        "2013/1/9": CalendarDate(2013, 1, 9),
        "15.08.2022": CalendarDate(2022, 8, 15),
        "31/4/2021": None,
    },
)
def numeric_date(m: Match) -> CalendarDate | None:
    year, month, day = m["dotted_date"] or (m["year"], m["month_number"], m["day_of_month"])
    return _possible(CalendarDate(year, month, day, weekday=_lead_weekday(m)))


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
    return CalendarDate(day=_day_number(m), month_step=step, weekday=_lead_weekday(m))


@rule("day of it", "({day_number}) of_it", {"الرابع عشر منه": MentionedDay(0, "M", 14)})
def day_of_it(m: Match) -> MentionedDay:
    return MentionedDay(0, "M", _day_number(m))


@rule(
    "today and yesterday",
    "day comma? weekday? step?",
    {
        "أمس": RelativeDay(-1),
        "أمس الثلاثاء": RelativeDay(-1, 2),
        "بعد غد الأحد": RelativeDay(2, 7),
        "أول من أمس": RelativeDay(-2),
        "حزب الغد": None,
    },
)
def today_and_yesterday(m: Match) -> RelativeDay | None:
    if ("weekday" not in m and m.past - m.first > 1) or ("step" in m and "weekday" not in m):
        return None
    return RelativeDay(m["day"], m["weekday"])


@rule(
    "today alone",
    "day",
    {"اليوم": RelativeDay(0), "غداً": RelativeDay(1)},
)
def today_alone(m: Match) -> RelativeDay:
    return RelativeDay(m["day"])


@rule(
    "weekday",
    "day_noun&!the? weekday step?",
    {
        "الثلاثاء": Weekday(2),
        "يوم الإثنين الماضي": Weekday(1, -1),
        "الجمعة المقبل": Weekday(5, 1),
        "صلاة الجمعة": None,
    },
)
def weekday(m: Match) -> Weekday:
    return Weekday(m["weekday"], m["step"])


@rule(
    "same or next day",
    "(day_noun&the | day_noun&pronoun) (same | following)",
    {"اليوم نفسه": MentionedDay(0), "اليوم التالي": MentionedDay(1)},
)
def same_or_next_day(m: Match) -> MentionedDay:
    return MentionedDay(0 if "same" in m else 1)


@rule(
    "same or next unit",
    "unit&the (same | following)",
    {"العام نفسه": MentionedDay(0, "Y"), "الشهر التالي": MentionedDay(1, "M")},
)
def same_or_next_unit(m: Match) -> MentionedDay | None:
    if m["unit"] not in ("W", "M", "Y"):
        return None
    return MentionedDay(0 if "same" in m else 1, m["unit"])


@rule(
    "day of a series",
    "(day_noun&the | day_noun&pronoun) (article? number | ordinal)",
    {"يومها الـ46": DayOfSeries(46), "اليوم السابع والعشرين": DayOfSeries(27), "صحيفة «اليوم السابع»": None},
    not_after="quote",
)
def day_of_a_series(m: Match) -> DayOfSeries | None:
    if "ordinal" not in m and "article" not in m and "the" not in m.words()[-1].values:
        return None
    return DayOfSeries(m["number"] or m["ordinal"])


# Periods


@rule(
    "month and year",
    "month_noun&!the? {months} ({year} | {year_step} | step)",
    {
        "مايو/أيار 2021": CalendarDate(2021, 5),
        "شهر أيار 2014": CalendarDate(2014, 5),
        "نيسان الماضي": CalendarDate(None, 4, step=-1),
        "مايو/أيار من العام الماضي": CalendarDate(None, 5, year_step=-1),
    },
)
def month_and_year(m: Match) -> CalendarDate:
    return CalendarDate(m["year"], m["month"], None, m["step"], None, _year_step(m))


@rule(
    "month with two names",
    "month ((slash | dash) second_month=month | open second_month=month close)",
    {"نيسان/أبريل": CalendarDate(None, 4), "تموز (يوليو)": CalendarDate(None, 7), "مايو/حزيران": None},
)
def month_with_two_names(m: Match) -> CalendarDate | None:
    return CalendarDate(None, m["month"]) if m["month"] == m["second_month"] else None


@rule("named month", "month_noun&!the month", {"شهر أيار": CalendarDate(None, 5)})
def named_month(m: Match) -> CalendarDate:
    return CalendarDate(None, m["month"])


@rule(
    "month after a preposition",
    "month",
    {"في نيسان": CalendarDate(None, 4), "مارس الوسطاء ضغوطاً": None, "كريم شباط": None},
    after=_PREPOSITIONS.replace(" and", ""),
)
def month_after_a_preposition(m: Match) -> CalendarDate:
    return CalendarDate(None, m["month"])


@rule(
    "month before another",
    "month",
    {"بين أيلول وتشرين الثاني 2015": CalendarDate(None, 9)},
    after="between of",
    before="and to until",
)
def month_before_another(m: Match) -> CalendarDate:
    return CalendarDate(None, m["month"])


@rule(
    "hijri month",
    "(month_noun hijri_month | hijri_month year hijri_sign? | hijri_month step)",
    {"شهر رمضان": CalendarDate(None, 9, hijri=True), "رمضان الماضي": CalendarDate(None, 9, step=-1, hijri=True)},
)
def hijri_month(m: Match) -> CalendarDate:
    return CalendarDate(m["year"], m["hijri_month"], None, m["step"], hijri=True)


@rule(
    "named year",
    "(year_noun | year_noun_dual) year (hijri_sign | gregorian_sign)?",
    {"عام 2021": CalendarDate(2021), "عامي 1946 و": CalendarDate(1946), "سنة 1440 هـ": CalendarDate(1440, hijri=True)},
)
def named_year(m: Match) -> CalendarDate:
    return CalendarDate(m["year"], hijri="hijri_sign" in m)


@rule(
    "year after a year",
    "year",
    {"بين 2011 و2014": CalendarDate(2014)},
    after="and dash to",
    not_before="unknown&!the&!prefixed countable unit unit_plural percent slash dash",
)
def year_after_a_year(m: Match) -> CalendarDate | None:
    near = m.before(2)
    return CalendarDate(m["year"]) if len(near) == 2 and "year" in near[1].values else None


@rule(
    "year after a preposition",
    "year",
    {"في 1945": CalendarDate(1945), "قُطعت 2014 شجرة": None, "ارتفع إلى 1970": None},
    after="in since until between before after during by from mod season",
    not_before="unknown&!the&!prefixed countable unit unit_plural percent slash dash",
)
def year_after_a_preposition(m: Match) -> CalendarDate | None:
    return CalendarDate(m["year"]) if 1700 <= m["year"] < 2100 else None


_LONG_UNITS = ("W", "M", "Y", "DE", "CE")


@rule(
    "neighbouring unit",
    "unit&the step | this unit&the",
    {
        "الأسبوع الماضي": NeighbourUnit("W", -1),
        "هذا العام": NeighbourUnit("Y", 0),
        "العام قبل الماضي": NeighbourUnit("Y", -2),
        "العقد الحالي": Decade(step=0),
        "القرن الماضي": Century(step=-1),
        "الأمين العام": None,
    },
)
def neighbouring_unit(m: Match) -> Meaning | None:
    step = m["step"] or 0
    match m["unit"]:
        case "DE":
            return Decade(step=step)
        case "CE":
            return Century(step=step)
        case "W" | "M" | "Y":
            return NeighbourUnit(m["unit"], step)
    return None


@rule("weekend", "weekend step?", {"نهاية الأسبوع": Weekend(), "نهاية الأسبوع الماضي": Weekend(-1)})
def weekend(m: Match) -> Weekend:
    return Weekend(m["step"] or 0)


@rule(
    "season",
    "season (of? year_noun&!the)? year | season&the step | season of? year_noun&the step | season this year_noun&the",
    {
        "صيف 2014": Season("SU", 2014),
        "الصيف الماضي": Season("SU", step=-1),
        "خريف السنة الماضية": Season("FA", year_step=-1),
        "ربيع هذا العام": Season("SP", year_step=0),
    },
)
def season(m: Match) -> Season:
    if "year_noun" in m and "year" not in m:
        return Season(m["season"], year_step=m["step"] or 0)
    return Season(m["season"], m["year"], m["step"])


@rule(
    "quarter or half of a year",
    "fraction&the (ordinal | last) of ((year_noun)? year | year_noun&the step | this year_noun&the)",
    {
        "الربع الأول من 2023": YearFraction("Q", 1, 2023),
        "النصف الثاني من العام الماضي": YearFraction("H", 2, year_step=-1),
        "الربع الأخير من العام الماضي": YearFraction("Q", 4, year_step=-1),
    },
)
def quarter_or_half(m: Match) -> YearFraction | None:
    size = 4 if m["fraction"] == "Q" else 2
    number = m["ordinal"] or size
    if number > size:
        return None
    return YearFraction(m["fraction"], number, m["year"], None if "year" in m else m["step"] or 0)


@rule(
    "decade",
    "decade&the | decade (century_noun&the (step | ordinal))",
    {"التسعينيات": Decade(90), "سبعينيات القرن الماضي": Decade(70), "خمسينيات القرن التاسع عشر": Decade(50, century=18)},
)
def decade(m: Match) -> Decade:
    return Decade(m["decade"], century=m["ordinal"] - 1 if "ordinal" in m else 19)


@rule("century", "century_noun&the ordinal", {"القرن العشرين": Century(20), "القرن السادس عشر": Century(16)})
def century(m: Match) -> Century:
    return Century(m["ordinal"])


@rule("holiday", "(holiday | hijri_holiday) year?", {"يوم الأرض": CalendarDate(None, 3, 30)})
def holiday(m: Match) -> CalendarDate:
    month, day = map(int, (m["holiday"] or m["hijri_holiday"]).split("-"))
    return CalendarDate(m["year"], month, day, hijri="hijri_holiday" in m)


# Lengths


@rule(
    "number of units",
    "({amount}) ({any_unit}) whole? (and part_of_unit unit?)?",
    {"15 شهراً": Length(15, "M"), "ثلاثة أيام": Length(3, "D"), "خمس سنوات ونصف السنة": Length(5.5, "Y")},
)
def number_of_units(m: Match) -> Length | None:
    if _is_no_length(m) or "the" in m.words()[0].values:
        return None
    amount = float(m["number"] or m["decimal"] or 0)
    return _length(amount + _part(m), m["unit"] or m["unit_plural"])


@rule(
    "two units",
    "unit_dual&!the whole? (and part_of_unit unit?)?",
    {"يومين": Length(2, "D"), "ساعتين ونصف الساعة": Length(2.5, "H")},
)
def two_units(m: Match) -> Length | None:
    return None if _is_no_length(m) else _length(2 + _part(m), m["unit_dual"])


@rule(
    "one unit",
    "unit&!the (whole | and part_of_unit unit?)",
    {"شهراً كاملاً": Length(1, "M"), "ساعة ونصف الساعة": Length(1.5, "H")},
)
def one_unit(m: Match) -> Length | None:
    return None if _is_no_length(m) else _length(1 + _part(m), m["unit"])


@rule("part of a unit", "part_of_unit&!the unit", {"نصف ساعة": Length(0.5, "H"), "ربع قرن": Length(25, "Y")})
def part_of_a_unit(m: Match) -> Length:
    return _length(1 / m["part_of_unit"], m["unit"])


@rule(
    "several units",
    "several of? unit_plural | unit_plural&!the several_after",
    {"عدة أشهر": Length(None, "M"), "أياماً عدة": Length(None, "D")},
)
def several_units(m: Match) -> Length:
    return _length(None, m["unit_plural"])


@rule(
    "a unit after a preposition",
    "unit&!the",
    {"منذ أسبوع": Length(1, "W"), "قبل شهر": Length(1, "M"), "مدة أسبوع": Length(1, "W"), "ساعة يد": None},
    after="since during before after length_noun approx",
    not_before="weekday month hijri_month year day clock number",
)
def a_unit(m: Match) -> Length:
    return _length(1, m["unit"])


@rule(
    "units alone",
    "unit_plural&!the",
    {"استغرقت العملية ساعات": Length(None, "H"), "عاش في العراء أسابيع": Length(None, "W")},
    not_before="unknown&the part&the thing human date the",
    not_after="part in",
)
def units_alone(m: Match) -> Length | None:
    return None if "pronoun" in m.words()[0].values or _is_no_length(m) else _length(None, m["unit_plural"])


@rule(
    "past or coming window",
    "(unit_plural&the | unit_dual&the) (article? number | few)? (step | recent)"
    " | article? number ({any_unit}) (step | recent) | last_n number ({any_unit}) | last_n (unit_dual | unit_plural)",
    {
        "الساعات الـ24 الماضية": Window(Length(24, "H"), -1),
        "الساعات الأربع والعشرين الأخيرة": Window(Length(24, "H"), -1),
        "اليومين القادمين": Window(Length(2, "D"), 1),
        "الأيام القليلة المقبلة": Window(Length(None, "D"), 1),
        "الـ48 ساعة الماضية": Window(Length(48, "H"), -1),
        "آخر 48 ساعة": Window(Length(48, "H"), -1),
    },
)
def window(m: Match) -> Window:
    amount = 2.0 if "unit_dual" in m else m["number"]
    unit = m["unit_plural"] or m["unit_dual"] or m["unit"]
    direction = m["step"] or m["recent"] or -1
    return Window(_length(amount and float(amount), unit), 1 if direction > 0 else -1)


@rule(
    "recurring",
    "every (number? ({any_unit}) | unit_dual)",
    {"كل ثلاثة أشهر": Recurring("P3M"), "كل ساعتين": Recurring("PT2H"), "كل أسبوع": Recurring("P1W")},
)
def recurring(m: Match) -> Recurring | None:
    amount = 2 if "unit_dual" in m else m["number"] or 1
    return Recurring(length_value(_length(float(amount), m["unit"] or m["unit_plural"] or m["unit_dual"])))


@rule("every weekday", "(every day_noun? | adverb_set) bare_weekday", {"كل يوم جمعة": Recurring("XXXX-WXX-5")})
def every_weekday(m: Match) -> Recurring:
    return Recurring(f"XXXX-WXX-{m['bare_weekday']}")


@rule("adverb of recurrence", "adverb_set", {"يومياً": Recurring("P1D"), "كل ليلة": Recurring("P1D")})
def adverb_of_recurrence(m: Match) -> Recurring:
    return Recurring(m["adverb_set"])


def _is_no_length(m: Match) -> bool:
    """«البالغ 13 عاماً», «بالسجن 5 سنوات», «تبلغ المسنة 67 عاماً»: ages and sentences, not lengths of time."""
    near = m.before(7)
    if any("not_a_length" in word.values for word in near[:3]):
        return True
    if any("ages" in word.values for word in near):  # «تتراوح أعمارهم بين 3 أعوام و40 عاماً»
        return True
    return any("reaches" in word.values for word in near[:3]) and any("human" in word.values for word in near[:3])


def _part(m: Match) -> float:
    return 1 / m["part_of_unit"] if "part_of_unit" in m else 0.0


def _length(amount: float | None, unit: Any) -> Length:
    """Decades and centuries are counted in years."""
    years = {"DE": 10, "CE": 100}.get(unit)
    if years:
        return Length(None if amount is None else amount * years, "Y")
    return Length(amount, unit)


def _possible(date: CalendarDate) -> CalendarDate | None:
    """None for «31 شباط» and «45 مايو»."""
    longest = 30 if date.hijri else (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[(date.month or 1) - 1]
    if not 1 <= (date.day or 1) <= longest:
        return None
    leap = date.year is None or date.hijri or (date.year % 4 == 0 and (date.year % 100 != 0 or date.year % 400 == 0))
    return None if (date.month, date.day) == (2, 29) and not leap and not date.hijri else date


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
