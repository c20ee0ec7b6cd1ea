"""Arithmetic on dates: months, weeks, Umm al-Qura."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from timeline import calendars

HIJRI = {
    # The first days of months and feasts as the Umm al-Qura calendar announced them.
    (1400, 1, 1): date(1979, 11, 20),
    (1420, 9, 1): date(1999, 12, 9),
    (1440, 1, 1): date(2018, 9, 11),
    (1441, 9, 1): date(2020, 4, 24),
    (1442, 10, 1): date(2021, 5, 13),
    (1443, 9, 1): date(2022, 4, 2),
    (1443, 10, 1): date(2022, 5, 2),
    (1443, 12, 10): date(2022, 7, 9),
    (1444, 1, 1): date(2022, 7, 30),
    (1444, 9, 1): date(2023, 3, 23),
    (1444, 10, 20): date(2023, 5, 10),
    (1445, 1, 1): date(2023, 7, 19),
    (1445, 9, 1): date(2024, 3, 11),
    (1445, 11, 6): date(2024, 5, 14),
    (1446, 9, 1): date(2025, 3, 1),
}


@pytest.mark.parametrize(("hijri", "day"), HIJRI.items(), ids=str)
def test_umm_al_qura(hijri: tuple[int, int, int], day: date) -> None:
    assert calendars.from_hijri(*hijri) == day


@pytest.mark.parametrize(
    "hijri", [(1444, 9, 30), (1444, 9, 31), (1444, 13, 1), (1444, 0, 1), (9999, 1, 1), (1300, 1, 31)]
)
def test_days_that_no_hijri_month_has(hijri: tuple[int, int, int]) -> None:
    assert calendars.from_hijri(*hijri) is None


def test_before_the_tables_the_tabular_calendar_is_near() -> None:
    day = calendars.from_hijri(1342, 12, 1)
    assert day is not None
    assert abs((day - date(1924, 7, 4)).days) <= 2


@pytest.mark.parametrize(
    ("day", "year"), [(date(2022, 7, 29), 1443), (date(2022, 7, 30), 1444), (date(1800, 1, 1), 1214)]
)
def test_hijri_year(day: date, year: int) -> None:
    assert abs(calendars.hijri_year(day) - year) <= (0 if day.year > 1930 else 1)


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [((2023, 1), -1, (2022, 12)), ((2022, 12), 1, (2023, 1)), ((2022, 5), -29, (2019, 12)), ((2022, 5), 0, (2022, 5))],
)
def test_add_months(start: tuple[int, int], count: int, expected: tuple[int, int]) -> None:
    assert calendars.add_months(*start, count) == expected


@pytest.mark.parametrize(
    ("moment", "count", "expected"),
    [
        (datetime(2024, 3, 31, 10), 1, datetime(2024, 2, 29, 10)),
        (datetime(2023, 3, 31, 10), 1, datetime(2023, 2, 28, 10)),
        (datetime(2024, 2, 29, 10), 12, datetime(2023, 2, 28, 10)),
        (datetime(2024, 1, 31, 10), -1, datetime(2024, 2, 29, 10)),
    ],
)
def test_minus_months(moment: datetime, count: int, expected: datetime) -> None:
    assert calendars.minus_months(moment, count) == expected


@pytest.mark.parametrize(
    ("day", "is_one"),
    [
        ((2024, 2, 29), True), ((2023, 2, 29), False), ((1900, 2, 29), False), ((2000, 2, 29), True), ((2023, 4, 31), False),
        ((2023, 13, 1), False), ((2023, 0, 1), False), ((2023, 1, 0), False), ((0, 1, 1), False), ((9999, 1, 1), False),
    ],
)  # fmt: skip
def test_is_day(day: tuple[int, int, int], is_one: bool) -> None:
    assert calendars.is_day(*day) is is_one


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2021, 1, 3), "2020-W53"),
        (date(2021, 1, 4), "2021-W01"),
        (date(2023, 1, 1), "2022-W52"),
        (date(2024, 12, 30), "2025-W01"),
    ],
)
def test_iso_week(day: date, week: str) -> None:
    assert calendars.iso_week(day) == week


def test_a_week_runs_from_monday_to_monday() -> None:
    assert calendars.week_span(date(2023, 5, 10)) == (datetime(2023, 5, 8), datetime(2023, 5, 15))


def test_a_winter_runs_into_the_next_year() -> None:
    assert calendars.months_span(2019, 12, 3) == (datetime(2019, 12, 1), datetime(2020, 3, 1))
