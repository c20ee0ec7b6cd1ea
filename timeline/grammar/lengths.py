"""Lengths, windows and recurrences: «ثلاثة أيام», «الساعات الـ24 الماضية», «كل أسبوع»."""

from __future__ import annotations

from typing import Any

from ..meanings import Length, Recurring, Window
from ..notation import length_value
from .fragments import FRAGMENTS
from .rule import Match, RuleBook

BOOK = RuleBook(FRAGMENTS)
rule = BOOK.rule


@rule(
    "number of units",
    "({amount}) ({any_unit}) whole? (and part_of_unit half_unit=unit&!day?)?",
    {"15 شهراً": Length(15, "M"), "ثلاثة أيام": Length(3, "D"), "خمس سنوات ونصف السنة": Length(5.5, "Y")},
)
def number_of_units(m: Match) -> Length | None:
    if _is_no_length(m) or "the" in m.first_word().values:
        return None
    amount = float(m["number"] or m["decimal"] or 0)
    return _length(amount + _part(m), m["unit"] or m["unit_plural"])


@rule(
    "two units",
    "unit_dual&!the whole? (and part_of_unit half_unit=unit&!day?)?",
    {"يومين": Length(2, "D"), "ساعتين ونصف الساعة": Length(2.5, "H")},
)
def two_units(m: Match) -> Length | None:
    return None if _is_no_length(m) else _length(2 + _part(m), m["unit_dual"])


@rule(
    "one unit",
    "unit&!the (whole | and part_of_unit half_unit=unit&!day?)",
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
    {
        "منذ أسبوع": Length(1, "W"),
        "قبل شهر": Length(1, "M"),
        "مدة أسبوع": Length(1, "W"),
        "هدنة تمتد شهراً": Length(1, "M"),
        "ساعة يد": None,
    },
    after="since during before after length_noun approx more_or_less qualifier lasts",
    not_before="weekday month hijri_month year day clock numeral",
)
def a_unit(m: Match) -> Length:
    return _length(1, m["unit"])


@rule(
    "one unit, in the accusative",
    "unit&!the",
    {"أغلقت السوق أسبوعاً": Length(1, "W"), "مرة كل أسبوع": None, "مديراً عاماً": None},
    not_after="number unit_plural every of in",
)
def one_unit_in_the_accusative(m: Match) -> Length | None:
    if m["unit"] not in ("W", "M") or not m.first_word().form.endswith("ا") or _is_no_length(m):
        return None
    return _length(1, m["unit"])


@rule(
    "units alone",
    "unit_plural&!the",
    {"استغرقت العملية ساعات": Length(None, "H"), "عاش في العراء أسابيع": Length(None, "W")},
    not_before="unknown&!prefixed part&the thing human date the number month",
    not_after="part in of",
)
def units_alone(m: Match) -> Length | None:
    if "pronoun" in m.first_word().values or m["unit_plural"] in ("DE", "CE") or _is_no_length(m):
        return None  # «عقود» alone are contracts
    return _length(None, m["unit_plural"])


@rule(
    "past or coming window",
    "(unit_plural&the | unit_dual&the) (article? number | few)? (step | recent)"
    " | number&the unit_plural&the (step | recent) | article? number ({any_unit}) (step | recent) | last_n number ({any_unit}) | last_n (unit_dual | unit_plural)",
    {
        "الساعات الـ24 الماضية": Window(Length(24, "H"), -1),
        "الساعات الأربع والعشرين الأخيرة": Window(Length(24, "H"), -1),
        "اليومين القادمين": Window(Length(2, "D"), 1),
        "الأيام القليلة المقبلة": Window(Length(None, "D"), 1),
        "الـ48 ساعة الماضية": Window(Length(48, "H"), -1),
        "الأربعة الأشهر الماضية": Window(Length(4, "M"), -1),
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
    "every (number? ({any_unit}) | unit_dual | part_of_unit unit)",
    {"كل ثلاثة أشهر": Recurring("P3M"), "كل ساعتين": Recurring("PT2H")},
)
def recurring(m: Match) -> Recurring | None:
    if "part_of_unit" in m:
        return Recurring(length_value(_part_of(m["unit"], m["part_of_unit"])))
    amount = 2 if "unit_dual" in m else m["number"] or 1
    return Recurring(length_value(_length(float(amount), m["unit"] or m["unit_plural"] or m["unit_dual"])))


@rule("every weekday", "(every day_noun? | adverb_set) bare_weekday", {"كل يوم جمعة": Recurring("XXXX-WXX-5")})
def every_weekday(m: Match) -> Recurring:
    return Recurring(f"XXXX-WXX-{m['bare_weekday']}")


@rule("adverb of recurrence", "adverb_set", {"يومياً": Recurring("P1D"), "كل ليلة": Recurring("P1D")})
def adverb_of_recurrence(m: Match) -> Recurring:
    return Recurring(m["adverb_set"])


def _is_no_length(m: Match) -> bool:
    """«البالغ 13 عاماً», «(34 عاماً)», «بالسجن 5 سنوات»: ages and sentences, not lengths of time."""
    near = m.before(7)
    if any("ages" in classes or "prison" in classes for classes in near):
        return True
    if any("not_a_length" in classes for classes in near[:3]):
        return True
    if (m["unit"] or m["unit_plural"]) in ("H", "D") and (after := m.after(1)) and "of_work" in after[0]:
        return True  # «300 ألف يوم عمل»
    if any("reaches" in classes for classes in near[:3]) and any("human" in classes for classes in near[:3]):
        return True
    return _is_an_age(m, near)


def _is_an_age(m: Match, near: list[frozenset[str]]) -> bool:
    """«هاريس (18 عاماً)», «اللاعب، 27 عاماً،», «بنت 9 سنوات»: years apart from the sentence, or right after a person."""
    if not near or (m["unit"] or m["unit_plural"]) != "Y":
        return False
    after = m.after(1)
    bracketed = "open" in near[0] and bool(after) and ("close" in after[0] or "comma" in after[0])
    apart = "comma" in near[0] and bool(after) and "comma" in after[0]
    return bracketed or apart or ("human" in near[0] and "one" in near[0])


def _part_of(unit: Any, divisor: int) -> Length:
    """«نصف عام» is six months, «ربع ساعة» fifteen minutes."""
    months = {"Y": 12}.get(unit)
    return Length(months / divisor, "M") if months else _length(1 / divisor, unit)


def _part(m: Match) -> float:
    return 1 / m["part_of_unit"] if "part_of_unit" in m else 0.0


def _length(amount: float | None, unit: Any) -> Length:
    """Decades and centuries are counted in years."""
    years = {"DE": 10, "CE": 100}.get(unit)
    if years:
        return Length(None if amount is None else amount * years, "Y")
    return Length(amount, unit)
