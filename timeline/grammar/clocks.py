"""Clock times and midnight: «الساعة العاشرة والنصف صباحاً», «الرابعة عصراً», «18:00 بتوقيت غرينتش»."""

from __future__ import annotations

from ..meanings import ClockTime, DayPart, Length, Meaning, Midnight, Modified, RelativeDay, Weekday
from .parts import CLOCK_FRAGMENTS, MORNING, are_consecutive, with_mod
from .rule import Match, RuleBook

BOOK = RuleBook(CLOCK_FRAGMENTS)
rule = BOOK.rule
_RANGE_REACH = 5
_OF_A_CLOCK = frozenset(["hour_word", "hour_noun", "clock", "clock_with_point", "part_adverb"])


@rule(
    "midnight",
    "(approx | early_late)? hour_noun? midnight (and length)? (first=date ({night_sign})? second=date | of? date)? ({zone})?",
    {
        "منتصف الليل": Midnight(),
        "قرابة منتصف الليل": Modified(Midnight(), "APPROX"),
        "منتصف ليل الاثنين": Midnight(Weekday(1)),
        "منتصف ليل السبت الأحد": Midnight(Weekday(6)),
        "منتصف الليل بالتوقيت المحلي": Midnight(None, "local"),
    },
)
def midnight(m: Match) -> Meaning | None:
    if "second" in m and not are_consecutive(m["first"], m["second"]):
        return None
    past = _minutes(m["length"])
    if past is None:
        return None
    day = m["first"] or m["date"]
    mod = "APPROX" if "approx" in m else m["early_late"]
    return with_mod(ClockTime(0, past, None, day, _zone(m)) if past else Midnight(day, _zone(m)), mod)


@rule(
    "noon",
    "noon (of? date)? ({zone})?",
    {"منتصف النهار": ClockTime(12, 0), "منتصف نهار اليوم": ClockTime(12, 0, None, RelativeDay(0))},
)
def noon(m: Match) -> ClockTime:
    return ClockTime(12, 0, None, m["date"], _zone(m))


@rule(
    "clock time",
    "(approx | early_late)? hour_noun (hour_word ({minutes})? | (clock | clock_with_point) minute_noun? | open (clock | clock_with_point | hour) close | article? hour ({minutes})? | hhmm) ({part} (and length)?)? ({zone})? ({tail})?",
    {
        "الساعة العاشرة والنصف صباحاً": ClockTime(10, 30, MORNING),
        "الساعة 10:30 صباح الثلاثاء": ClockTime(10, 30, MORNING, Weekday(2)),
        "الساعة السادسة من صباح الأحد": ClockTime(6, 0, MORNING, Weekday(7)),
        "نحو الساعة الثالثة إلا ربعاً": Modified(ClockTime(2, 45), "APPROX"),
        "الساعة 18:00 بتوقيت غرينتش": ClockTime(18, 0, zone="UTC"),
        "الساعة (9.40) صباح الأحد": ClockTime(9, 40, MORNING, Weekday(7)),
        "الساعة 25:70": None,
    },
)
def clock_time(m: Match) -> Meaning | None:
    clock = _clock(m)
    return clock and with_mod(clock, "APPROX" if "approx" in m else None)


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
    return clock and with_mod(clock, "APPROX" if "approx" in m else None)


@rule(
    "hour word about which",
    "approx hour_word ({minutes})? ({tail})?",
    {
        "قرابة السادسة": Modified(ClockTime(6, 0), "APPROX"),
        "حوالي الثالثة والنصف": Modified(ClockTime(3, 30), "APPROX"),
    },
    not_before="unknown&!prefixed countable number unit unit_plural",
)
def hour_word_about_which(m: Match) -> Meaning | None:
    clock = _clock(m)
    return clock and Modified(clock, "APPROX")


@rule(
    "hour word that ends a range",
    "hour_word ({minutes})? ({part})? ({zone})? ({tail})?",
    {"من السادسة صباحاً حتى الحادية عشرة": ClockTime(11, 0), "من الأولى إلى الثانية": None},
    after="until to",
)
def hour_word_that_ends_a_range(m: Match) -> ClockTime | None:
    """Only after another clock time: «إلى الثانية» may be any second."""
    near = m.before(_RANGE_REACH)
    clocked = any(not _OF_A_CLOCK.isdisjoint(classes) for classes in near)
    return _clock(m) if clocked else None


@rule("number with a part", "article hour part_adverb", {"الـ10 مساءً": ClockTime(10, 0, DayPart("EV", 18, 24))})
def number_with_a_part(m: Match) -> ClockTime | None:
    return _clock(m)


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
    "date comma? hour_noun (hour_word ({minutes})? | clock | clock_with_point | hour) (part_adverb | of? part&the)? ({zone})?",
    {"الأحد الساعة 10:30": ClockTime(10, 30, None, Weekday(7))},
)
def day_with_clock_time(m: Match) -> ClockTime | None:
    return _clock(m)


def _clock(m: Match) -> ClockTime | None:
    hour, minute = m["clock"] or m["clock_with_point"] or m["hhmm"] or (m["hour"] if "hour" in m else m["hour_word"], 0)
    if hour is None or (hour == 24 and minute):
        return None
    if "hour_word" in m or ("hour" in m and "part_adverb" not in m and "part" not in m):
        change = m["hour_fraction"] or _minutes(m["length"])
        if change is None:
            return None
        minutes = int(hour) * 60 + (-change if "less" in m else change)
        hour, minute = divmod(minutes % 1440, 60)
    elif "length" in m:  # «الساعة 6 مساءً و10 دقائق»
        minute += _minutes(m["length"]) or 0
        if minute >= 60:
            return None
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
