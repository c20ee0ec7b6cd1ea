"""What a run of digits can be, and how much a phrase of number words is."""

from __future__ import annotations

from typing import Any

import pytest

from timeline.grammar.levels import levels
from timeline.numerals import LARGEST, numeral_values
from timeline.words import Text, vocabulary

DIGITS: dict[str, dict[str, Any]] = {
    "0": {"number": 0, "hour": 0, "short": 0},
    "5": {"number": 5, "hour": 5, "short": 5, "day_of_month": 5, "month_number": 5},
    "12": {"number": 12, "hour": 12, "short": 12, "day_of_month": 12, "month_number": 12},
    "24": {"number": 24, "hour": 24, "short": 24, "day_of_month": 24},
    "31": {"number": 31, "short": 31, "day_of_month": 31},
    "32": {"number": 32, "short": 32},
    "007": {"number": 7, "short": 7, "group": 7},
    "240": {"number": 240, "short": 240, "group": 240},
    "999": {"number": 999, "short": 999, "group": 999},
    "1000": {"number": 1000, "year": 1000, "hhmm": (10, 0)},
    "2022": {"number": 2022, "year": 2022, "hhmm": (20, 22)},
    "1875": {"number": 1875, "year": 1875},
    "2199": {"number": 2199, "year": 2199},
    "2200": {"number": 2200, "hhmm": (22, 0)},
    "2500": {"number": 2500},
    "0123": {"number": 123, "hhmm": (1, 23)},
    "12345": {"number": 12345},
    "1.2": {"decimal": 1.2},
    "3٫5": {"decimal": 3.5},
    "0,500": {"decimal": 0.5},
    "1.457": {"number": 1457, "decimal": 1.457},
    "46,913": {"number": 46913, "decimal": 46.913},
    "46.913": {"number": 46913, "decimal": 46.913},
    "1٬000": {"number": 1000},
    "1,000,000": {"number": 1_000_000},
    "12,34": {"decimal": 12.34, "clock_with_point": (12, 34)},
    "10.30": {"decimal": 10.3, "clock_with_point": (10, 30)},
    "10:30": {"clock": (10, 30)},
    "10:30:15": {"clock": (10, 30)},
    "24:00": {"clock": (24, 0)},
    "25:70": {},
    "99:99": {},
    "15.08.2022": {"dotted_date": (2022, 8, 15)},
    "1.2.3": {},
    str(LARGEST): {"number": LARGEST},
    str(LARGEST + 1): {},
    "9,999,999,999,999,999,999": {},
    "9" * 400: {},
    "0" * 400: {},
}

NUMBERS = {
    "ثلاثة": 3,
    "عشر": 10,
    "أحد عشر": 11,
    "إحدى عشرة": 11,
    "اثنا عشر": 12,
    "اثنتي عشرة": 12,
    "تسع عشرة": 19,
    "عشرون": 20,
    "واحد وعشرون": 21,
    "ثلاثة وأربعين": 43,
    "تسعة وتسعون": 99,
    "مئة": 100,
    "مائة": 100,
    "مئة وواحد": 101,
    "مئة وخمسة وعشرين": 125,
    "مئتان وعشرة": 210,
    "ثلاث مئة": 300,
    "ثلاثمائة وستة عشر": 316,
    "ثمانمئة وثمانية وثمانون": 888,
    "تسعمائة وتسعة وتسعون": 999,
    "ألف ومئة": 1100,
    "ألف وخمسمائة وستة عشر": 1516,
    "ألف وتسعمئة وخمسة وأربعون": 1945,
    "ألفان": 2000,
    "ألفين وثلاثة": 2003,
    "ألفين ومئتين واثنين": 2202,
    "ثلاثة آلاف وأربعمئة": 3400,
    "أحد عشر ألفاً": 11_000,
    "سبعة عشر ألفاً وثلاثمئة وأربعة": 17_304,
    "ثلاثة وعشرون ألفاً وأربعمئة": 23_400,
    "مئة ألف وثلاثمئة": 100_300,
    "مئة وعشرون ألفاً": 120_000,
    "مئتي ألف": 200_000,
    "ربع مليون": 250_000,
    "نصف مليون": 500_000,
    "مليون ومئة ألف": 1_100_000,
    "مليون ونصف المليون": 1_500_000,
    "مليونين وثلاثمئة ألف": 2_300_000,
    "خمسة ملايين ومئتا ألف": 5_200_000,
    "مليارين": 2_000_000_000,
    "35 ألفاً": 35_000,
    "35 ألفاً و240": 35_240,
    "٣٥ ألفاً و٢٤٠": 35_240,
    "5 آلاف و300": 5300,
    "1.4 مليون": 1_400_000,
    "1,9 مليون": 1_900_000,
    "35 240": 35_240,
    "1 000 000": 1_000_000,
}

APART = {
    "20 ألفاً و30 ألفاً": [20_000, 30_000],
    "خمسة وستة": [5, 6],
    "عشرة وعشرين": [10, 20],
    "ثلاثة وأربعة آلاف": [3, 4000],
    "٣ و٤": [3, 4],
    "مئة، خمسة": [100, 5],
    "مئة. خمسة": [100, 5],
}


def numbers_in(text: str) -> list[Any]:
    line = levels().line(Text(text, vocabulary()))
    names = ("number", "hundreds", "tens", "three_ten", "thousand_dual", "million_dual")
    words = [line.word(position).values for position in range(len(line.letters))]
    return [
        next(values[name] for name in names if name in values)
        for values in words
        if not values.keys().isdisjoint(names)
    ]


@pytest.mark.parametrize(("digits", "values"), DIGITS.items(), ids=[digits[:30] for digits in DIGITS])
def test_what_digits_can_be(digits: str, values: dict[str, Any]) -> None:
    assert numeral_values(digits) == {"numeral": True, **values}


@pytest.mark.parametrize(("text", "number"), NUMBERS.items(), ids=NUMBERS)
def test_how_much_a_phrase_is(text: str, number: int) -> None:
    assert numbers_in(text) == [number]


@pytest.mark.parametrize(("text", "numbers"), APART.items(), ids=APART)
def test_numbers_that_stay_apart(text: str, numbers: list[int]) -> None:
    assert numbers_in(text) == numbers


def test_a_number_phrase_spans_all_its_words() -> None:
    text = "قُتل ثلاثة وعشرون ألفاً وأربعمئة شخص"
    line = levels().line(Text(text, vocabulary()))
    positions = range(len(line.letters))
    (phrase,) = [position for position in positions if "number_phrase" in line.word(position).values]
    assert line.written(phrase, phrase + 1) == "ثلاثة وعشرون ألفاً وأربعمئة"
