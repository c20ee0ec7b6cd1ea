"""«46,913», «1.2», «10:30», «15.08.2022»: what a run of digits can be, by its shape alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９"
LARGEST = 10**12  # no toll, and no database integer, is larger
_GROUPED = re.compile(r"\d{1,3}(?:[.,٬]\d{3})+")
_DECIMAL = re.compile(r"(\d+)[.,٫،](\d{1,6})")
_CLOCK = re.compile(r"(\d{1,2})[:.,](\d{2})(?::\d{2})?")
_DOTTED_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def numeral_values(digits: str) -> dict[str, Any]:
    """Classes of a folded numeral: number, day_of_month, year, clock, decimal …; none for a shape nobody writes."""
    if digits.isdigit():
        return _whole(digits)
    values: dict[str, Any] = {"numeral": True}
    if _GROUPED.fullmatch(digits) and not digits.startswith("0"):
        number = int(re.sub(r"\D", "", digits))
        if number <= LARGEST:
            values["number"] = number
    if decimal := _DECIMAL.fullmatch(digits):
        values["decimal"] = float(f"{decimal[1]}.{decimal[2]}")
    clock = _CLOCK.fullmatch(digits)
    if clock and int(clock[1]) <= 24 and int(clock[2]) < 60:
        values["clock" if ":" in digits else "clock_with_point"] = (int(clock[1]), int(clock[2]))
    if date := _DOTTED_DATE.fullmatch(digits):
        values["dotted_date"] = (int(date[3]), int(date[2]), int(date[1]))
    return values


def _whole(digits: str) -> dict[str, Any]:
    values: dict[str, Any] = {"numeral": True}
    number = int(digits) if len(digits) <= 13 else LARGEST + 1
    if number > LARGEST:
        return values
    values["number"] = number
    if len(digits) <= 2 and 1 <= number <= 31:
        values["day_of_month"] = number
    if len(digits) <= 2 and number <= 24:
        values["hour"] = number
    if len(digits) <= 2 and 1 <= number <= 12:
        values["month_number"] = number
    if len(digits) == 4 and 1000 <= number <= 2199:
        values["year"] = number
    if len(digits) == 4 and number % 100 < 60 and number <= 2400:
        values["hhmm"] = divmod(number, 100)
    if len(digits) == 3:
        values["group"] = number
    if len(digits) <= 3:
        values["short"] = number
    return values


_SAMPLES = (
    "0 1 0942 1290 1930 2130 2190 2230 2260 12 13 24 25 31 32 99 100 999 1000 2199 2200 12345 "
    "99999999999999999999 0001 000 1.5 1,50 1:30 10.30 10,30 25.30 99.99 1.457 46,913 1,000,000 99:99 "
    "1.2.3 1.08.2022 15.08.2022 1:2:3 10:30:00 0.500 12.345 1.2345678 9,999,999,999,999,999,999 123,45 "
    "0,1 24.00 "
)


def sample_values() -> Iterator[dict[str, Any]]:
    """A numeral of every set of classes, for the alphabet."""
    for digits in _SAMPLES.split():
        yield numeral_values(digits)
