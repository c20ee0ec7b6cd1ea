"""Months, years and their neighbours: «نيسان الماضي», «عام 2021», «الأسبوع المقبل»."""

from __future__ import annotations

from unicodedata import normalize

from ..meanings import CalendarDate, Century, Decade, Meaning, Modified, NeighbourUnit
from .fragments import FRAGMENTS, year_step_of
from .rule import Match, RuleBook

BOOK = RuleBook(FRAGMENTS)
rule = BOOK.rule
_PREPOSITIONS = "in since until of to between before after during by from mod l"


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
    return CalendarDate(m["year"], m["month"], None, m["step"], None, year_step_of(m))


@rule(
    "month with two names",
    "month ((slash | dash)? second_month=month | open second_month=month close)",
    {"نيسان/أبريل": CalendarDate(None, 4), "تموز (يوليو)": CalendarDate(None, 7), "مايو/حزيران": None},
)
def month_with_two_names(m: Match) -> CalendarDate | None:
    return CalendarDate(None, m["month"]) if m["month"] == m["second_month"] else None


@rule("months named together", "(unit_plural&!the | months_noun) month", {"أشهر جوان وجويلية": CalendarDate(None, 6)})
def months_named_together(m: Match) -> CalendarDate | None:
    return CalendarDate(None, m["month"]) if m["unit_plural"] in ("M", None) else None


@rule(
    "month after a month",
    "month",
    {"بين أيلول وتشرين الثاني": CalendarDate(None, 11), "أشهر جوان وجويلية": CalendarDate(None, 7)},
    after="and",
)
def month_after_a_month(m: Match) -> CalendarDate | None:
    near = m.before(2)
    return CalendarDate(None, m["month"]) if len(near) == 2 and "month" in near[1] else None


@rule("named month", "month_noun&!the month", {"شهر أيار": CalendarDate(None, 5)})
def named_month(m: Match) -> CalendarDate:
    return CalendarDate(None, m["month"])


@rule(
    "month after a preposition",
    "month",
    {"في نيسان": CalendarDate(None, 4), "مارس الوسطاء ضغوطاً": None, "كريم شباط": None},
    after=_PREPOSITIONS,
)
def month_after_a_preposition(m: Match) -> CalendarDate | None:
    if m.first_word().form == "اب" and not normalize("NFKC", m.line.written(m.first, m.first + 1)).startswith("آ"):
        return None  # a father, or the town of Ibb
    return CalendarDate(None, m["month"])


@rule(
    "hijri month",
    "(month_noun? hijri_month year hijri_sign? | month_noun hijri_month step? | hijri_month step)",
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


@rule("year in words", "year_noun number_phrase", {"عام ألفين وثلاثة": CalendarDate(2003), "عام مئة وعشرين": None})
def year_in_words(m: Match) -> CalendarDate | None:
    number = m.last_word().values.get("number", 0)
    return CalendarDate(number) if 1000 <= number < 2100 else None


@rule(
    "half of a month",
    "fraction&the (ordinal | last) of month_noun? {months} ({year})?",
    {"النصف الأول من أيلول": Modified(CalendarDate(None, 9), "START")},
)
def half_of_a_month(m: Match) -> Modified | None:
    if m["fraction"] != "H":
        return None
    return Modified(CalendarDate(m["year"], m["month"]), "START" if m["ordinal"] == 1 else "END")


@rule(
    "year after a year",
    "year",
    {"بين 2011 و2014": CalendarDate(2014)},
    after="and dash to",
    not_before="unknown&!the&!prefixed countable unit unit_plural percent slash dash",
)
def year_after_a_year(m: Match) -> CalendarDate | None:
    near = m.before(2)
    return CalendarDate(m["year"]) if len(near) == 2 and "year" in near[1] else None


@rule(
    "year of a beginning or an aim",
    "year",
    {"منذ 2013 يعمل": CalendarDate(2013), "بحلول 2030 مقارنة": CalendarDate(2030), "منذ 2000 عام": None},
    after="since by horizon",
    not_before="unit unit_plural countable",
)
def year_of_a_beginning(m: Match) -> CalendarDate | None:
    return CalendarDate(m["year"]) if 1700 <= m["year"] < 2100 else None


@rule(
    "year from which",
    "year",
    {"من 2011 إلى 2014": CalendarDate(2011)},
    after="of from",
    before="to until",
)
def year_from_which(m: Match) -> CalendarDate | None:
    after = m.after(2)
    return CalendarDate(m["year"]) if len(after) == 2 and "year" in after[1] else None


@rule(
    "year before a year",
    "year",
    {"خلال 2001-2012": CalendarDate(2001)},
    after="in since until between before after during by from mod season unit_plural period_noun",
    before="dash",
)
def year_before_a_year(m: Match) -> CalendarDate | None:
    after = m.after(2)
    return CalendarDate(m["year"]) if len(after) == 2 and "year" in after[1] and m["year"] > 1700 else None


@rule(
    "year after a preposition",
    "year",
    {"في 1945": CalendarDate(1945), "قُطعت 2014 شجرة": None, "ارتفع إلى 1970": None},
    after="in since until between before after during by from mod season",
    not_before="unknown&!the&!prefixed countable unit unit_plural percent slash dash",
)
def year_after_a_preposition(m: Match) -> CalendarDate | None:
    return CalendarDate(m["year"]) if 1700 <= m["year"] < 2100 else None


@rule(
    "neighbouring unit",
    "unit&the step year? | this unit&the year?",
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
    if "year" in m:  # «العام الجاري 2015»
        return CalendarDate(m["year"]) if m["unit"] == "Y" else None
    match m["unit"]:
        case "DE":  # «هذا العقد» is this contract
            return Decade(step=step) if "step" in m else None
        case "CE":
            return Century(step=step)
        case "W" | "M" | "Y":
            return NeighbourUnit(m["unit"], step)
    return None
