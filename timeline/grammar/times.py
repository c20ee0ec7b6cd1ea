"""Time expressions: days and periods of `dates` with parts of the day, clock times, ends and distances."""

from __future__ import annotations

from typing import Any

from ..meanings import (
    CalendarDate,
    DayPart,
    Length,
    Meaning,
    MentionedDay,
    Modified,
    NeighbourUnit,
    PartOfDay,
    Reference,
    RelativeDay,
    Shifted,
    Sometime,
    Sometimes,
    Tonight,
    Weekday,
)
from .parts import AFTERNOON, CLOCK_FRAGMENTS, EVENING, FAJR, MORNING, NIGHT, are_consecutive, with_mod
from .rule import Match, RuleBook

BOOK = RuleBook(CLOCK_FRAGMENTS)
rule = BOOK.rule


@rule(
    "part of a day",
    "early_late? part_hours? part date earliness?",
    {
        "فجر الثلاثاء": PartOfDay(Weekday(2), FAJR),
        "الساعات الأولى من فجر الاثنين": Modified(PartOfDay(Weekday(1), FAJR), "START"),
        "مساء أمس الثلاثاء": PartOfDay(RelativeDay(-1, 2), EVENING),
        "صباح الثلاثاء الباكر": Modified(PartOfDay(Weekday(2), MORNING), "START"),
        "مساء 25 كانون الأول": PartOfDay(CalendarDate(None, 12, 25), EVENING),
        "صباح اليوم التالي": PartOfDay(MentionedDay(1), MORNING),
    },
)
def part_of_a_day(m: Match) -> Meaning:
    return with_mod(PartOfDay(m["date"], DayPart.of(m["part"])), m["early_late"] or m["earliness"])


@rule(
    "early or late on a day",
    "early_late date",
    {"ساعة متأخرة من يوم السبت": Modified(Weekday(6), "END")},
)
def early_or_late_on_a_day(m: Match) -> Meaning | None:
    return Modified(m["date"], m["early_late"]) if "mod" not in m.first_word().values else None


@rule(
    "day, then its part",
    "date comma? (early_late? (part_adverb | part&the)) earliness?",
    {
        "السبت صباحاً": PartOfDay(Weekday(6), MORNING),
        "الجمعة بعد الظهر": PartOfDay(Weekday(5), AFTERNOON),
        "أمس ليلاً": PartOfDay(RelativeDay(-1), NIGHT),
    },
)
def day_then_part(m: Match) -> Meaning:
    return with_mod(PartOfDay(m["date"], DayPart.of(m["part_adverb"] or m["part"])), m["early_late"] or m["earliness"])


@rule(
    "part of today",
    "this part&the",
    {"هذا الصباح": PartOfDay(RelativeDay(0), MORNING)},
)
def part_of_today(m: Match) -> Meaning:
    return PartOfDay(RelativeDay(0), DayPart.of(m["part"]))


@rule(
    "part alone",
    "part_adverb&!the | part_hours part&the earliness? | early_late part&the",
    {
        "انفجرت مساءً": PartOfDay(None, EVENING),
        "ساعات الصباح الأولى": Modified(PartOfDay(None, MORNING), "START"),
        "بعد الظهر": PartOfDay(None, AFTERNOON),
    },
)
def part_alone(m: Match) -> Meaning:
    part = DayPart.of(m["part_adverb"] or m["part"])
    return with_mod(PartOfDay(None, part), m["early_late"] or m["earliness"])


@rule(
    "part since or until which",
    "part&the earliness?",
    {"منذ الصباح": PartOfDay(None, MORNING), "حتى الفجر": PartOfDay(None, FAJR), "قتل الفجر": None},
    after="since until",
)
def part_since_which(m: Match) -> Meaning:
    return with_mod(PartOfDay(None, DayPart.of(m["part"])), m["earliness"])


@rule(
    "until this hour",
    "hour_noun",
    {"لم يتبن أحد الهجوم حتى الساعة": Reference("PRESENT_REF"), "حتى الساعة العاشرة": None},
    after="until",
    not_before="hour_word hour clock clock_with_point hhmm article open number early_late",
)
def until_this_hour(m: Match) -> Reference:
    return Reference("PRESENT_REF")


@rule("tonight", "tonight", {"الليلة": Tonight(0), "الليلة الماضية": Tonight(-1)})
def tonight(m: Match) -> Tonight:
    return Tonight(m["tonight"])


@rule(
    "night between two days",
    "early_late? night first=date ({night_sign})? second=date | dividing first=date and second=date",
    {
        "ليل الثلاثاء الأربعاء": PartOfDay(Weekday(2), NIGHT),
        "ليل السبت/الأحد": PartOfDay(Weekday(6), NIGHT),
        "ليلة الخميس إلى الجمعة": PartOfDay(Weekday(4), NIGHT),
        "الليلة الفاصلة بين السبت والأحد": PartOfDay(Weekday(6), NIGHT),
        "ليل السبت الثلاثاء": None,
    },
)
def night_between_days(m: Match) -> Meaning | None:
    if not are_consecutive(m["first"], m["second"]):
        return None
    return with_mod(PartOfDay(m["first"], NIGHT), m["early_late"])


@rule(
    "some time of a day",
    "sometime of? (part&!the? date | period)",
    {
        "وقت لاحق هذا الأسبوع": Sometime(NeighbourUnit("W", 0), "later"),
        "وقت سابق الأربعاء": Sometime(Weekday(3), "earlier"),
        "وقت لاحق من يوم الخميس": Sometime(Weekday(4), "later"),
    },
)
def some_time_of_a_day(m: Match) -> Sometime | None:
    day = m["date"] or m["period"]
    return Sometime(day, m["sometime"]) if isinstance(day, Sometimes) else None


@rule(
    "end of a period",
    "mod of? (date | period | unit&the)",
    {
        "مطلع الشهر الجاري": Modified(NeighbourUnit("M", 0), "START"),
        "نهاية العام": Modified(NeighbourUnit("Y", 0), "END"),
        "منتصف آذار 2020": Modified(CalendarDate(2020, 3), "MID"),
    },
)
def end_of_a_period(m: Match) -> Meaning | None:
    if "unit" in m:
        return Modified(NeighbourUnit(m["unit"], 0), m["mod"]) if m["unit"] in ("W", "M", "Y") else None
    if isinstance(m["date"], (Weekday, RelativeDay, CalendarDate)):
        return None
    return Modified(m["date"] or m["period"], m["mod"])


@rule(
    "distance from now",
    "(before | after) (approx | more_or_less)? length",
    {
        "قبل ثلاثة أيام": Shifted(Length(3, "D"), -1),
        "بعد أسبوعين": Shifted(Length(2, "W"), 1),
        "قبل نحو ثلاثة أشهر": Modified(Shifted(Length(3, "M"), -1), "APPROX"),
        "بعد ثلاثة أيام من إصابته": Shifted(Length(3, "D"), 1, tied=True),
    },
)
def distance_from_now(m: Match) -> Meaning:
    shifted = Shifted(m["length"], -1 if "before" in m else 1, _tied(m))
    return with_mod(shifted, "APPROX" if "approx" in m else None)


def _tied(m: Match) -> bool:
    """«بعد ثلاثة أيام من إصابته» counts from the injury; «عاد قبل يومين من جولة» counts from now."""
    following = m.after(3)
    if len(following) < 2 or not ("of" in following[0] or "on" in following[0]):
        return False
    return "after" in m or "pronoun" in following[1] or any("the" in classes for classes in following[1:])


@rule(
    "distance from a mentioned day",
    "after_that b length",
    {"بعد ذلك بيومين": MentionedDay(2), "قبل ذلك بثلاثة أيام": MentionedDay(-3)},
)
def distance_from_mentioned_day(m: Match) -> MentionedDay | None:
    length: Length = m["length"]
    if length.amount is None:
        return None
    return MentionedDay(length.amount * (1 if m["after_that"] == "after" else -1), length.unit)


@rule(
    "vague reference after in",
    "reference_after_in",
    {"في السابق": Reference("PAST_REF"), "في الماضي": Reference("PAST_REF")},
    after="in",
    not_before="unknown&!prefixed",
)
def vague_reference_after_in(m: Match) -> Reference:
    return Reference(m["reference_after_in"])


@rule("vague reference", "reference", {"مؤخراً": Reference("PAST_REF"), "قريباً من الحدود": None}, not_after="quote")
def vague_reference(m: Match) -> Reference | None:
    after = m.after(1)
    if m["reference"] == "FUTURE_REF" and after and "of" in after[0]:
        return None  # «قريباً من الحدود» is near a place
    return Reference(m["reference"])


@rule("day or period", "date | period | window", {"الثلاثاء": Weekday(2)})
def day_or_period(m: Match) -> Any:
    return m["date"] or m["period"] or m["window"]


@rule("length", "length", {"ثلاثة أيام": Length(3, "D")})
def length(m: Match) -> Length:
    value: Length = m["length"]
    return value
