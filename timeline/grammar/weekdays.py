"""Days counted from others: «الثلاثاء», «أمس الثلاثاء», «اليوم التالي», «اليوم الـ45»."""

from __future__ import annotations

from ..meanings import DayOfSeries, MentionedDay, RelativeDay, Weekday
from .begun import war_beside
from .days import day_number
from .fragments import FRAGMENTS
from .rule import Match, RuleBook

BOOK = RuleBook(FRAGMENTS)
rule = BOOK.rule


@rule(
    "that day",
    "(same_before | that_one) (day_noun&the | unit&the)",
    {"نفس اليوم": MentionedDay(0), "نفس الشهر": MentionedDay(0, "M"), "حدث ذلك العام الماضي": None},
    not_before="step",
)
def that_day(m: Match) -> MentionedDay | None:
    unit = m.last_word().values.get("unit", "D")
    return MentionedDay(0, unit) if unit in ("D", "W", "M", "Y") else None


@rule("day of it", "({day_number}) of_it", {"الرابع عشر منه": MentionedDay(0, "M", 14)})
def day_of_it(m: Match) -> MentionedDay:
    return MentionedDay(0, "M", day_number(m))


@rule(
    "today and yesterday",
    "day (comma? weekday | open weekday close)? step?",
    {
        "أمس الثلاثاء": RelativeDay(-1, 2),
        "بعد غد الأحد": RelativeDay(2, 7),
        "حزب الغد": None,
    },
)
def today_and_yesterday(m: Match) -> RelativeDay | None:
    if "weekday" not in m:
        return None
    return RelativeDay(m["day"], m["weekday"])


@rule(
    "today alone",
    "day",
    {
        "اليوم": RelativeDay(0),
        "غداً": RelativeDay(1),
        "أول من أمس": RelativeDay(-2),
        "سيأتي اليوم الذي ننتظره": None,
        "ألف طن في اليوم": None,
    },
    not_before="relative",
)
def today_alone(m: Match) -> RelativeDay | None:
    """«في اليوم» is a rate, or the day of something else."""
    before = m.before(1)
    rate = m["day"] == 0 and bool(before) and ("in" in before[0] or "b" in before[0])
    return None if rate else RelativeDay(m["day"])


@rule(
    "weekday",
    "day_noun&!the? weekday step? | days_noun weekday | this weekday&the",
    {
        "الثلاثاء": Weekday(2),
        "يومي السبت": Weekday(6),
        "هذا الخميس": Weekday(4),
        "يوم الإثنين الماضي": Weekday(1, -1),
        "الجمعة المقبل": Weekday(5, 1),
        "صلاة الجمعة": None,
    },
)
def weekday(m: Match) -> Weekday | None:
    if m["days_noun"] == "many":
        return None
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
    "(day_noun&the | day_noun&pronoun) (article? number | ordinal (and tens&the)?)",
    {
        "يومها الـ46": DayOfSeries(46),
        "اليوم السابع والعشرين": DayOfSeries(27),
        "يومها الخامس والأربعين": DayOfSeries(45),
        "اليوم الـ45 للحرب على غزة": DayOfSeries(45, "war", "على غزة"),
        "صحيفة «اليوم السابع»": None,
    },
    not_after="quote",
)
def day_of_a_series(m: Match) -> DayOfSeries | None:
    if "ordinal" not in m and "article" not in m and "the" not in m.last_word().values:
        return None
    number = m["ordinal"] + (m["tens"] or 0) if "ordinal" in m else m["number"]
    return DayOfSeries(number, *war_beside(m)) if number else None
