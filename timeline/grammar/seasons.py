"""Parts of years, and more than one: «صيف 2014», «الربع الأول من 2023», «التسعينيات», «القرن العشرين»; holidays."""

from __future__ import annotations

from ..meanings import CalendarDate, Century, Decade, Season, Weekend, YearFraction
from .fragments import FRAGMENTS
from .rule import Match, RuleBook

BOOK = RuleBook(FRAGMENTS)
rule = BOOK.rule


@rule("weekend", "weekend step?", {"نهاية الأسبوع": Weekend(), "نهاية الأسبوع الماضي": Weekend(-1)})
def weekend(m: Match) -> Weekend:
    return Weekend(m["step"] or 0)


@rule(
    "season",
    "season (of? year_noun)? year | season_noun? season&the step | season of? year_noun&the step"
    " | season this year_noun&the",
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
    "season alone",
    "season_noun? season&the",
    {"قبل الشتاء": Season("WI"), "في فصل الخريف": Season("FA"), "الربيع العربي": None},
    after="in since until before after during by",
    not_before="nationality unknown&the this of step year",
)
def season_alone(m: Match) -> Season:
    return Season(m["season"])


@rule(
    "quarter or half of a year",
    "fraction&the (ordinal | last) (of | l)? ((year_noun)? year | year_noun&the step | this year_noun&the)",
    {
        "الربع الأول من 2023": YearFraction("Q", 1, 2023),
        "النصف الثاني من العام الماضي": YearFraction("H", 2, year_step=-1),
        "الربع الأخير من العام الماضي": YearFraction("Q", 4, year_step=-1),
        "الربع الثاني للعام الجاري": YearFraction("Q", 2, year_step=0),
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
    "decade&the (of century_noun&the (step | ordinal))? | decade (century_noun&the (step | ordinal))",
    {
        "التسعينيات": Decade(90),
        "سبعينيات القرن الماضي": Decade(70),
        "خمسينيات القرن التاسع عشر": Decade(50, century=18),
    },
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
