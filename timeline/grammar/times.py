"""Time expressions: days and periods of `dates` with parts of the day, clock times, ends and distances."""

from __future__ import annotations

from typing import Any

from ..meanings import (
    CalendarDate,
    ClockTime,
    DayPart,
    Length,
    Meaning,
    MentionedDay,
    Midnight,
    Modified,
    NeighbourUnit,
    PartOfDay,
    Reference,
    RelativeDay,
    Shifted,
    Sometime,
    Tonight,
    Weekday,
)
from .rule import Match, RuleBook

BOOK = RuleBook(
    {
        "minutes": "and hour_fraction | and length | less hour_fraction | less length",
        "zone": "b zone_word&!the zone | b local_zone | open zone close | zone&!the",
        "part": "part_adverb | of? part&!the date | of? part&the",
        "tail": "of? date",
        "night_sign": "slash | dash | to | on | and | quote",
    }
)
rule = BOOK.rule
FAJR = DayPart("DA", 3, 6)
MORNING = DayPart("MO", 6, 12)
AFTERNOON = DayPart("AF", 13, 18)
EVENING = DayPart("EV", 18, 24)
NIGHT = DayPart("NI", 21, 27)


def _mod(meaning: Meaning, mod: Any) -> Meaning:
    return Modified(meaning, mod) if mod else meaning


@rule(
    "part of a day",
    "early_late? part_hours? part&!the date earliness?",
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
    return _mod(PartOfDay(m["date"], DayPart.of(m["part"])), m["early_late"] or m["earliness"])


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
    return _mod(PartOfDay(m["date"], DayPart.of(m["part_adverb"] or m["part"])), m["early_late"] or m["earliness"])


@rule(
    "part of today",
    "this part&the",
    {"هذا الصباح": PartOfDay(RelativeDay(0), MORNING)},
)
def part_of_today(m: Match) -> Meaning:
    return PartOfDay(RelativeDay(0), DayPart.of(m["part"]))


@rule(
    "part alone",
    "part_adverb | part_hours part&the earliness? | early_late part&the",
    {
        "انفجرت مساءً": PartOfDay(None, EVENING),
        "ساعات الصباح الأولى": Modified(PartOfDay(None, MORNING), "START"),
        "بعد الظهر": PartOfDay(None, AFTERNOON),
    },
)
def part_alone(m: Match) -> Meaning:
    part = DayPart.of(m["part_adverb"] or m["part"])
    return _mod(PartOfDay(None, part), m["early_late"] or m["earliness"])


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
        "ليل السبت الثلاثاء": PartOfDay(Weekday(6), NIGHT),
    },
)
def night_between_days(m: Match) -> Meaning | None:
    if not _consecutive(m["first"], m["second"]):
        return None
    return _mod(PartOfDay(m["first"], NIGHT), m["early_late"])


def _consecutive(first: Any, second: Any) -> bool:
    """«الثلاثاء الأربعاء» are a night's two days, «السبت الثلاثاء» are not."""
    days = [day.weekday if isinstance(day, RelativeDay) else getattr(day, "day", None) for day in (first, second)]
    if not all(isinstance(day, (Weekday, RelativeDay)) for day in (first, second)):
        return isinstance(first, CalendarDate) and isinstance(second, CalendarDate)
    if None in days:
        return isinstance(first, RelativeDay) and isinstance(second, RelativeDay)
    return bool((days[0] % 7) + 1 == days[1])


@rule(
    "midnight",
    "early_late? midnight (first=date ({night_sign})? second=date | of? date)? ({zone})?",
    {
        "منتصف الليل": Midnight(),
        "منتصف ليل الاثنين": Midnight(Weekday(1)),
        "منتصف ليل السبت الأحد": Midnight(Weekday(6)),
        "منتصف الليل بالتوقيت المحلي": Midnight(None, "local"),
    },
)
def midnight(m: Match) -> Meaning | None:
    if "second" in m and not _consecutive(m["first"], m["second"]):
        return None
    return _mod(Midnight(m["first"] or m["date"], _zone(m)), m["early_late"])


@rule(
    "clock time",
    "(approx | early_late)? hour_noun (hour_word ({minutes})? | clock | clock_with_point | hour) ({part})? ({zone})? ({tail})?",
    {
        "الساعة العاشرة والنصف صباحاً": ClockTime(10, 30, MORNING),
        "الساعة 10:30 صباح الثلاثاء": ClockTime(10, 30, MORNING, Weekday(2)),
        "الساعة السادسة من صباح الأحد": ClockTime(6, 0, MORNING, Weekday(7)),
        "نحو الساعة الثالثة إلا ربعاً": Modified(ClockTime(2, 45), "APPROX"),
        "الساعة 18:00 بتوقيت غرينتش": ClockTime(18, 0, zone="UTC"),
        "الساعة 25:70": None,
    },
)
def clock_time(m: Match) -> Meaning | None:
    clock = _clock(m)
    return clock and _mod(clock, "APPROX" if "approx" in m else None)


@rule(
    "hour word with a part of the day",
    "approx? hour_word ({minutes})? ({part}) ({zone})? ({tail})?",
    {
        "السابعة إلا ربعاً صباحاً": ClockTime(6, 45, MORNING),
        "السادسة من صباح غد": ClockTime(6, 0, MORNING, RelativeDay(1)),
        "الثانية عشرة ظهراً": ClockTime(12, 0, DayPart("MI", 12, 13)),
    },
)
def hour_word_with_part(m: Match) -> Meaning | None:
    clock = _clock(m)
    return clock and _mod(clock, "APPROX" if "approx" in m else None)


@rule(
    "clock with a part or zone",
    "(clock | clock_with_point) (({part}) ({zone})? | ({zone})) ({tail})?",
    {"01:17 بتوقيت غرينتش": ClockTime(1, 17, zone="UTC"), "09,45 ت غ": ClockTime(9, 45, zone="UTC")},
)
def clock_with_part_or_zone(m: Match) -> ClockTime | None:
    return _clock(m)


@rule(
    "clock time after at",
    "hour_word ({minutes})? ({zone})? ({tail})? | clock ({tail})?",
    {"عند السادسة والنصف": ClockTime(6, 30), "عند الثامنة": ClockTime(8, 0)},
    after="at",
)
def clock_time_after_at(m: Match) -> ClockTime | None:
    return _clock(m)


@rule(
    "half-hour words after between",
    "hour_word ({minutes})?",
    {"بين الثامنة والنصف والحادية عشرة صباحاً": ClockTime(8, 30), "بين الأولى والثانية": None},
    after="between",
    before="and",
)
def hour_word_after_between(m: Match) -> ClockTime | None:
    after = m.after(2)
    return _clock(m) if len(after) == 2 and "hour_word" in after[1] else None


@rule(
    "day with a clock time",
    "date comma? hour_noun (hour_word ({minutes})? | clock | clock_with_point | hour) part_adverb? ({zone})?",
    {"الأحد الساعة 10:30": ClockTime(10, 30, None, Weekday(7))},
)
def day_with_clock_time(m: Match) -> ClockTime | None:
    return _clock(m)


def _clock(m: Match) -> ClockTime | None:
    hour, minute = m["clock"] or m["clock_with_point"] or (m["hour"] if "hour" in m else m["hour_word"], 0)
    if hour is None or (hour == 24 and minute):
        return None
    if "hour_word" in m:
        change = m["hour_fraction"] or _minutes(m["length"])
        if change is None:
            return None
        hour, minute = divmod((hour * 60 + (-change if "less" in m else change)) % 1440, 60)
    named = m["part_adverb"] or m["part"]
    return ClockTime(hour, minute, DayPart.of(named) if named else None, m["date"], _zone(m))


def _minutes(length: Length | None) -> int | None:
    """The minutes of «السادسة إلا عشر دقائق»; None for a length of anything else."""
    if length is None:
        return 0
    return int(length.amount) if length.unit == "MIN" and length.amount and length.amount < 60 else None


def _zone(m: Match) -> str | None:
    if "local_zone" in m:
        return "local"
    zone: str | None = m["zone"]
    return zone.replace("-", "/", 1) if zone else None


@rule(
    "some time of a day",
    "sometime of? (part&!the? date)",
    {
        "وقت سابق الأربعاء": Sometime(Weekday(3), "earlier"),
        "وقت لاحق من يوم الخميس": Sometime(Weekday(4), "later"),
    },
)
def some_time_of_a_day(m: Match) -> Sometime:
    return Sometime(m["date"], m["sometime"])


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
    "(before | after) approx? length",
    {
        "قبل ثلاثة أيام": Shifted(Length(3, "D"), -1),
        "بعد أسبوعين": Shifted(Length(2, "W"), 1),
        "قبل نحو ثلاثة أشهر": Modified(Shifted(Length(3, "M"), -1), "APPROX"),
        "بعد ثلاثة أيام من إصابته": Shifted(Length(3, "D"), 1, tied=True),
    },
)
def distance_from_now(m: Match) -> Meaning:
    shifted = Shifted(m["length"], -1 if "before" in m else 1, _tied(m))
    return _mod(shifted, "APPROX" if "approx" in m else None)


def _tied(m: Match) -> bool:
    """«بعد ثلاثة أيام من إصابته» counts from the injury; «عاد قبل يومين من جولة» counts from now."""
    following = m.after(2)
    if len(following) < 2 or not ("of" in following[0] or "on" in following[0]):
        return False
    return "after" in m or "the" in following[1] or "pronoun" in following[1]


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


@rule("vague reference", "reference", {"مؤخراً": Reference("PAST_REF"), "قناة «الآن»": None}, not_after="quote")
def vague_reference(m: Match) -> Reference:
    return Reference(m["reference"])


@rule("day or period", "date | period | window", {"الثلاثاء": Weekday(2)})
def day_or_period(m: Match) -> Any:
    return m["date"] or m["period"] or m["window"]


@rule("length", "length", {"ثلاثة أيام": Length(3, "D")})
def length(m: Match) -> Length:
    value: Length = m["length"]
    return value
