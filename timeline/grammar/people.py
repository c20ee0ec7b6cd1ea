"""People without a number: «شهيدان», «شاب», «نساء», «أحد المقيمين», «آخرين»."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from .counts import COUNT_FRAGMENTS, Count, count_of, group_count, noun_of
from .rule import Match, RuleBook

BOOK = RuleBook(COUNT_FRAGMENTS)
rule = BOOK.rule


@rule(
    "one of the people",
    "one_of (human&the | group_noun the | human&pronoun)",
    {"إصابة أحد المقيمين": Count(1, 1, "exact", "single", "human", ""), "أحد الأيام": None},
)
def one_of_the_people(m: Match) -> Count:
    count = group_count(m, 1, 1, "exact")
    return replace(count, shape="single", category=count.category if count.category != "person" else "")


@rule("one of these", "one_of_these", {"لقي أحدهم مصرعه": Count(1, 1, "exact", "single", "human")})
def one_of_these(m: Match) -> Count:
    return Count(1, 1, "exact", "single", "human")


@rule(
    "others alone",
    "others",
    {"إصابة آخرين": Count(1, None, "unspecified", "plural", "others")},
    after="harm",
)
def others_alone(m: Match) -> Count | None:
    if m.first_word().form == "اخر":
        return None if _is_the_last(m) else Count(1, 1, "exact", "single", "others")
    return Count(1, None, "unspecified", "plural", "others")


def _is_the_last(m: Match) -> bool:
    """«توقف آخر مستشفيات المدينة»: the last of what follows."""
    after = m.after(1)
    return bool(after) and not after[0].isdisjoint(("structure", "thing", "plain", "unit", "unit_plural"))


@rule(
    "another of them",
    "another&!the",
    {"وفقدان رابع": Count(1, 1, "exact", "single", "others"), "للمرة الثالثة": None},
    after="harm",
)
def another_of_them(m: Match) -> Count:
    return Count(1, 1, "exact", "single", "others")


@rule(
    "a parent",
    "mother | father",
    {
        "مقتل أم وطفليها": Count(1, 1, "exact", "single", "human", "women"),
        "مقتل أب وابنه": Count(1, 1, "exact", "single", "human"),
        "مقتل أب وابنتيه": Count(1, 1, "exact", "single", "human"),
        "قصف أم القرى": None,
        "إصابة آب": None,
    },
    after="harm by_it and",
    before="and l",
)
def a_parent(m: Match) -> Count | None:
    after = m.after(2)
    theirs = "l" in after[0] or (len(after) > 1 and "human" in after[1] and not {"the", "plural"} & after[1])
    return Count(1, 1, "exact", "single", "human", m["mother"] or "") if theirs else None


@rule(
    "kin and their number",
    "kin&plural number&the",
    {"إصابة أطفاله الثلاثة": Count(3, 3, "exact", "number", "kin", "children"), "إصابة الأطفال الثلاثة": None},
)
def kin_and_their_number(m: Match) -> Count | None:
    return count_of(m, m["number"], m["number"], "exact", "number", "kin")


def _has_dual_adjective(m: Match) -> bool:
    after = m.past
    return after < len(m.line.letters) and m.line.word(after).form.endswith("ان")


@rule(
    "two of them", "countable&two&!the twice? | phrase_two", {"شهيدان": Count(2, 2, "exact", "dual", "killed_noun", "")}
)
def two_of_them(m: Match) -> Count | None:
    if m.first_word().form == "طالبان" and not _has_dual_adjective(m):
        return None  # the movement, unless «طالبان جامعيان»
    if "person" in m.first_word().values and any("two" in c and "countable" in c for c in m.before(1)):
        return None  # «طفلين شقيقين»
    return count_of(m, 2, 2, "exact", "dual")


@rule(
    "two cases of those",
    "case&two of harmed&the",
    {"حالتان من المصابين": Count(2, 2, "exact", "number", "injured_noun"), "حالتان من الحريق": None},
)
def two_cases_of_those(m: Match) -> Count:
    noun, _ = noun_of(m.last_word())
    return Count(2, 2, "exact", "number", noun)


@rule(
    "two, said twice",
    "countable&plural&!the nationality? twice",
    {
        "سوريين اثنين": Count(2, 2, "exact", "dual", "nationality", "sy"),
        "مهندسين كوريين اثنين": Count(2, 2, "exact", "dual", "human", "person"),
    },
)
def two_said_twice(m: Match) -> Count | None:
    if m.first_word().form.endswith("ون"):
        return None  # «قتل مسلحون اثنين من العمال»
    return count_of(m, 2, 2, "exact", "dual")


@rule(
    "one of them",
    "countable&one&!the whole? | phrase_one",
    {"شخص واحد": Count(1, 1, "exact", "single", "human", "person")},
)
def one_of_them(m: Match) -> Count | None:
    word = m.first_word()
    if "place" in word.values:
        return None  # «سوريا» alone is the country
    if "family" in word.values and _tells_its_number(m):
        return None
    return count_of(m, 1, 1, "exact", "single")


def _tells_its_number(m: Match) -> bool:
    """«عائلة من سبعة أفراد», «أسرة كاملة مكونة من خمسة»: those in the family are counted."""
    after = m.after(4)
    return any("of" in c and "number" in following for c, following in pairwise(after))


@rule(
    "some of them",
    "countable&plural | woman | phrase_many",
    {"نساء": Count(1, None, "unspecified", "plural", "human", "women")},
)
def some_of_them(m: Match) -> Count | None:
    word = m.first_word()
    noun, category = noun_of(word)
    return Count(1, None, "unspecified", "plural", noun, category, "the" in word.values)
