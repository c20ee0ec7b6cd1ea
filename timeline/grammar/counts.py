"""«21 فلسطينياً», «بين 20 و30 شخصاً», «عشرات الجرحى», «شهيدان»: a number and what it counts.

A count says nothing yet of harm; `figures` decides what happened to those counted, or drops it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from ..values import Qualifier
from ..words import Merged, Word
from .rule import Match, RuleBook


@dataclass(frozen=True, slots=True)
class Count:
    """Bounds, what is counted, and how sure the words are. `noun` is the class of what is counted, "" for none.

    `shape` is number, dual, single, plural or vague; a single or bare plural is a figure only where harm governs it.
    """

    low: int
    high: int | None
    qualifier: Qualifier
    shape: str
    noun: str = ""
    category: str = ""
    definite: bool = False
    group: tuple[str, ...] = ()


COUNT_FRAGMENTS = {
    "counted": "countable | other_counted",
    "genitive": "group_noun+ (family&!the whole? | the (and force_noun)? | force_noun (and force_noun)? | quote any any? any? quote | (captor | unknown&!prefixed | place) (the | captor | unknown&!prefixed | place)?)",
}
BOOK = RuleBook(COUNT_FRAGMENTS)
rule = BOOK.rule
TOLD_BEFORE = ("killed_noun", "injured_noun", "missing_noun", "displaced_noun", "rescued_noun", "prisoner", "detainee")
_MANY = 100
_TOO_MANY_ALONE = 10**9  # a bare milliard is of money
_NOUNS = (
    "killed_noun", "injured_noun", "missing_noun", "displaced_noun", "rescued_noun", "projectile", "strike", "structure", "family", "hostage",
    "prisoner", "detainee", "other_counted", "kin", "nationality", "injury",
)  # fmt: skip


def noun_of(word: Word | Merged | None) -> tuple[str, str]:
    """(class, category) of a counted noun: «أطفال» is ("human", "children")."""
    if word is None:
        return "", ""
    category = str(word.values.get("human") or word.values.get("thing") or "")
    for name in _NOUNS:
        if name in word.values:
            return name, category
    return "human", category


def count_of(
    m: Match, low: int, high: int | None, qualifier: Qualifier, shape: str, label: str = "countable"
) -> Count | None:
    word = m.word(label) or m.word("other_counted") or m.last_word()
    noun, category = noun_of(word)
    if noun == "other_counted" or (noun == "nationality" and shape not in ("number", "vague") and _is_adjective(m)):
        return None
    noun = f"{word.values[noun]}_noun" if noun == "injury" and word else noun
    return Count(low, high, qualifier, shape, noun, category, "the" in word.values)


def _is_adjective(m: Match) -> bool:
    """The second word of «جنديان أوغنديان»."""
    before = m.before(1)
    return bool(before) and "countable" in before[0]


@rule(
    "number and noun",
    "number ({counted} | injury) twice? | open number close ({counted} | injury)",
    {
        "21 فلسطينياً": Count(21, 21, "exact", "number", "nationality", "ps"),
        "ستة أطفال": Count(6, 6, "exact", "number", "human", "children"),
        "(41) عاملاً": Count(41, 41, "exact", "number", "human", "person"),
        "120 شاحنة": None,
    },
)
def number_and_noun(m: Match) -> Count | None:
    return count_of(m, m["number"], m["number"], "exact", "number")


@rule(
    "number of a group",
    "number of ({genitive} | phrase_many (and force_noun)? | leader&the | human&the (and nationality&the)? | harmed&the | human&pronoun)",
    {
        "خمسة من رجال الشرطة": Count(5, 5, "exact", "number", "human", "police", group=("police",)),
        "ثلاثة من قادة السرايا": Count(3, 3, "exact", "number", "human", "leaders", group=("leaders",)),
        "150 من المصابين": Count(150, 150, "exact", "number", "injured_noun"),
        "ثمانية من المعتقلين": Count(8, 8, "exact", "number", "prisoner"),
    },
)
def number_of_a_group(m: Match) -> Count:
    count = group_count(m, m["number"], m["number"], "exact")
    noun, _ = noun_of(m.last_word())
    return replace(count, noun=noun, category="", group=()) if noun in TOLD_BEFORE and "group_noun" not in m else count


def group_count(m: Match, low: int, high: int | None, qualifier: Qualifier) -> Count:
    words = m.words()
    categories = [word.values["force_noun"] for word in words if "force_noun" in word.values]
    named = [word.values["human"] for word in words if "human" in word.values and word.values["human"] != "person"]
    lead = m["group_noun"]
    if lead and lead != "none":
        categories = [lead]
    found = tuple(dict.fromkeys((*(named if "phrase_many" in m else ()), *categories) if categories else named))
    return Count(low, high, qualifier, "number", "human", found[0] if found else "", group=found)


@rule(
    "number and an unknown noun",
    "number unknown&!the&!prefixed",
    {"مقتل ثلاثة طباخين": Count(3, 3, "exact", "number", "unknown"), "زار ثلاثة متاحف": None},
    after="harm qualifier approx",
)
def number_and_an_unknown_noun(m: Match) -> Count | None:
    governed = any("harm" in classes for classes in m.before(3))
    return Count(m["number"], m["number"], "exact", "number", "unknown") if governed else None


@rule(
    "number of others",
    "number others | open number close others",
    {
        "25 آخرون": Count(25, 25, "exact", "number", "human", ""),
        "(7) آخرين": Count(7, 7, "exact", "number", "human", ""),
    },
)
def number_of_others(m: Match) -> Count:
    return Count(m["number"], m["number"], "exact", "number", "human")


@rule(
    "number of cases",
    "number case",
    {"1404 حالات": Count(1404, 1404, "exact", "number", "case"), "1404 حلات": None},
)
def number_of_cases(m: Match) -> Count:
    return Count(m["number"], m["number"], "exact", "number", "case")


@rule(
    "range and noun",
    "low=number (and | to | dash) high=number ({counted})?",
    {
        "بين 20 و30 شخصاً": Count(20, 30, "range", "number", "human", "person"),
        "10 إلى 15 صياداً": Count(10, 15, "range", "number", "human", "person"),
        "بين ثلاثة وأربعة آلاف شخص": Count(3000, 4000, "range", "number", "human", "person"),
        "سقط 3 و5 جرحى": None,
    },
)
def range_and_noun(m: Match) -> Count | None:
    low, high = m["low"], m["high"]
    before = m.before(1)
    if "and" in m and not (before and "between" in before[0]):
        return None
    if low < 1000 <= high and high % 1000 == 0 and high // 1000 > low:
        low *= 1000
    if low >= high or ("dash" in m and "countable" not in m):
        return None
    if "countable" not in m and "other_counted" not in m:
        return Count(low, high, "range", "number")
    return count_of(m, low, high, "range", "number")


@rule(
    "vague number",
    "vague ({counted} | of? {genitive} | the | others | of harmed&the)? | vague phrase_many",
    {
        "عشرات الجرحى": Count(20, None, "dozens", "vague", "injured_noun", "", True),
        "مئات آلاف القتلى": Count(200000, None, "thousands", "vague", "killed_noun", "", True),
        "عشرات الآلاف من القتلى": Count(20000, None, "thousands", "vague", "killed_noun", "", True),
        "عشرات آخرون": Count(20, None, "dozens", "vague", "human", ""),
        "العشرات": Count(20, None, "dozens", "vague"),
    },
)
def vague_number(m: Match) -> Count | None:
    qualifier, low = m["vague"].split("-")
    if any("superlative" in c for c in m.before(1)):
        return None  # «حصد أكبر عدد من الأرواح»
    if "group_noun" in m or "phrase_many" in m:
        return group_count(m, int(low), None, qualifier)
    if "others" in m:
        return Count(int(low), None, qualifier, "vague", "human", "")
    if "harmed" in m:
        return count_of(m, int(low), None, qualifier, "vague", "harmed")
    if "the" in m:
        told = qualifier == "several" and not any("b" in c or "in" in c for c in m.before(1))
        return Count(int(low), None, qualifier, "vague", "human", "") if told else None
    if "countable" not in m and "other_counted" not in m:
        return None if qualifier == "several" else Count(int(low), None, qualifier, "vague")
    return count_of(m, int(low), None, qualifier, "vague")


@rule(
    "number alone",
    "number",
    {"أصيب ثمانية بجروح": Count(8, 8, "exact", "number"), "قُطعت 2014 شجرة": None, "62 في المئة": None},
    not_before="unknown&!the&!prefixed unit unit_plural unit_dual percent number decimal thing trigger_noun&!to_flight other_counted occasion case slash month hijri_month colon",
    not_after="slash colon",
)
def number_alone(m: Match) -> Count | None:
    word = m.first_word()
    if "the" in word.values and "hundreds" in word.values and any("in" in c or "b" in c for c in m.before(1)):
        return None  # «في المئة», «بالمائة»
    few = m["number"] < _MANY
    if few and "the" in word.values and any("the" in c and "countable" in c for c in m.before(1)):
        return None  # «النساء الثلاث»; «تجاوز عدد القتلى الألف» counts them
    if m["number"] >= _TOO_MANY_ALONE or any("not_a_length" in c or "ages" in c for c in m.before(5)):
        return None
    return Count(m["number"], m["number"], "exact", "number")


def is_count(value: Any) -> bool:
    return isinstance(value, Count)
