"""What stands around a word that may name a happening."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import TypeVar

from ..sentences import Sentence

Item = TypeVar("Item")
CLAUSE = 14
_NEAR = 7
_REACH = 6  # times or places
_ROOT = 3  # letters of a verb that looks like its noun: «قصف», «خطف»


def ahead(sentence: Sentence, position: int, reach: int, *names: str) -> bool:
    return sentence.any(position + 1, position + 1 + reach, *names)


def behind(sentence: Sentence, position: int, reach: int, *names: str) -> bool:
    return sentence.any(position - reach, position, *names)


def around(sentence: Sentence, position: int, reach: int, *names: str) -> bool:
    """Whether a word of these classes stands near, in the same clause."""
    if not sentence.any(position - reach, position + reach + 1, *names):
        return False
    for step in (1, -1):
        for distance in range(1, reach + 1):
            place = position + step * distance
            if sentence.has(place, "comma", "that") or not sentence.classes(place):
                break
            if sentence.has(place, *names):
                return True
    return False


def by_air(sentence: Sentence, position: int) -> bool:
    """«قصف مدفعي» is none, whatever else is near."""
    return around(sentence, position, _NEAR, "by_air") and not ahead(sentence, position, 2, "by_gun")


def is_feared(sentence: Sentence, position: int) -> bool:
    """«حذر من فيضان»"""
    return behind(sentence, position, 8 if sentence.has(position - 1, "of") else 4, "fears")


def is_a_deed(sentence: Sentence, position: int) -> bool:
    """A past verb that tells what happened: «تسعة اعتقلوا», «صحافي خطف»; «وقف قصف» is a noun, «فجر الأحد» a time."""
    if not sentence.has(position, "past") or sentence.has(position, "part", "part_adverb", "the", "suicide"):
        return False
    long = len(sentence.line.word(position).form) > _ROOT
    return long or sentence.has(position - 1, "human", "relative", "number", "past_marker")


def clause_around(sentence: Sentence, position: int) -> tuple[int, int]:
    """The letters between the commas on both sides."""
    before = sentence.where(sentence.first, position, "comma", "while")
    after = sentence.where(position, sentence.past, "comma", "while")
    return (before[-1] + 1 if before else sentence.first), (after[0] if after else sentence.past)


def part_around(sentence: Sentence, position: int) -> tuple[int, int]:
    """The letters between «فيما», «بينما» on both sides."""
    before = sentence.where(sentence.first, position, "while")
    after = sentence.where(position, sentence.past, "while")
    return (before[-1] + 1 if before else sentence.first), (after[0] if after else sentence.past)


def closest(position: int, items: list[Item], first: Callable[[Item], int]) -> list[Item]:
    """The nearest on either side: a table without a full stop has hundreds, a sentence never as many as these."""
    if len(items) <= 2 * _REACH:
        return items
    middle = bisect_left(items, position, key=first)
    return items[max(middle - _REACH, 0) : middle + _REACH]
