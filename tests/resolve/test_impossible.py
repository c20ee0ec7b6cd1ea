"""What no calendar and no clock has: no expression or a partial one, never an exception and never a wrong date.

Read as published on Wednesday 10 May 2023 at 20:15, UTC+3, and without a publication.
"""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.lexicon import lexicon
from timeline.pipeline import read_article
from timeline.values import Document

PUBLISHED = datetime.fromisoformat("2023-05-10T20:15:00+03:00")
IMPOSSIBLE = {
    # days that their month does not have: the month may stay where it has a year
    "في 31 شباط.": [],
    "في 30 شباط 2020.": ["2020-02"],
    "في 29 فبراير 2023.": ["2023-02"],
    "في 29 شباط/فبراير 2100.": ["2100-02"],
    "في الحادي والثلاثين من نيسان 2021.": ["2021-04"],
    "في الثلاثين من شباط.": ["2023-02"],
    "في 45 مايو.": [],
    "في 45 مايو 2021.": ["2021-05"],
    "في 0 مايو 2021.": ["2021-05"],
    "في 99 كانون الثاني.": [],
    "في شباط 30، 2022.": ["2023-02"],
    "في 5 مايو/حزيران 2021.": ["2021-05"],
    "الحادي والثلاثين من الشهر الماضي.": [],
    "منذ 31 حزيران 2020.": ["2020-06"],
    "بين 40 و45 مايو.": [],
    "بين 30 و31 شباط 2020.": ["2020-02"],
    "من 31 شباط إلى 3 آذار.": ["2023-03-03"],
    # what leads an impossible date is not today, nor the last such weekday
    "السبت 31 حزيران.": [],
    "السبت 31 حزيران 2022.": ["2022-06"],
    "يوم السبت، 31 حزيران 2022.": ["2022-06"],
    "اليوم 31 نيسان.": [],
    "مساء 31 حزيران.": [],
    "مساء السبت 31 حزيران 2022.": ["2022-06"],
    "منتصف ليل 31 حزيران 2020.": ["2020-06"],
    "السبت 30 شباط 2020.": ["2020-02"],
    # in numbers
    "في 12/13/2021.": [],
    "في 2021/13/12.": [],
    "في 00/00/0000.": [],
    "في 31/11/2021.": [],
    "في 29-2-2100.": [],
    "في 2023-02-30.": [],
    "في 30.02.2023.": [],
    "في 1/1/0.": [],
    # Hijri
    "في 31 رمضان.": [],
    "في 45 رمضان 1444 هـ.": ["2023-03"],
    "في 30 رمضان 1444 هـ.": [],
    "في 1 رمضان 9999 هـ.": [],
    "في 1 رمضان 99999 هـ.": [],
    "في 20 شوال 0 هـ.": [],
    "في 31/2/1444 هـ.": [],
    # years and lengths out of range
    "عام 0.": [],
    "عام 9999.": [],
    "عام 99999.": [],
    "الربع الخامس من 2021.": [],
    "في القرن المئة.": [],
    "تسعينيات القرن التسعين.": [],
    "قبل 2023 سنة.": [],
    "قبل 9999 سنة.": [],
    "بعد 10000000000 سنة.": [],
    "قبل 99999999999999999999 ساعة.": [],
    # clocks
    "الساعة 25:70.": [],
    "الساعة 12:60.": [],
    "الساعة 24:30.": [],
    "عند 25:70.": [],
    "25:70 بتوقيت غرينتش.": [],
    "12:99 بتوقيت غرينتش.": [],
    "الساعة 99:99 مساءً.": ["2023-05-10TEV"],
    "الساعة 25 مساءً.": ["2023-05-10TEV"],
}


@pytest.mark.parametrize(("text", "values"), IMPOSSIBLE.items(), ids=IMPOSSIBLE)
def test_nothing_or_the_possible_part(text: str, values: list[str]) -> None:
    assert [time.value for time in read_article(Document("", text, PUBLISHED)).times] == values
    read_article(Document("", text))


fixed = settings(deadline=None, derandomize=True, database=None, max_examples=400)
MONTHS = sorted(form for form, values in lexicon().forms.items() if "month" in values)
HIJRI = sorted(form for form, values in lexicon().forms.items() if "hijri_month" in values)


@fixed
@given(st.integers(32, 10**6), st.sampled_from(MONTHS), st.sampled_from(["", " 2021", " 1066", " 0", " 99999"]))
def test_no_day_beyond_the_month(day: int, month: str, year: str) -> None:
    """«45 مايو 2021» may be its month, and is never a day."""
    times = read_article(Document("", f"غادر الوفد السبت {day} {month}{year}.", PUBLISHED)).times
    assert all(len(time.value) < 10 for time in times)


@fixed
@given(st.integers(31, 10**6), st.sampled_from(HIJRI), st.integers(0, 99_999))
def test_no_day_beyond_the_hijri_month(day: int, month: str, year: int) -> None:
    times = read_article(Document("", f"في {day} {month} {year} هـ.", PUBLISHED)).times
    assert all(len(time.value) < 10 for time in times)


@fixed
@given(st.integers(0, 10**4), st.integers(0, 10**4), st.integers(0, 10**5), st.sampled_from("/-."))
def test_a_date_in_numbers_is_on_the_calendar(day: int, month: int, year: int, sign: str) -> None:
    for time in read_article(Document("", f"في {day}{sign}{month}{sign}{year}.", PUBLISHED)).times:
        assert time.interval.begin is None or time.interval.end is None or time.interval.begin < time.interval.end
        if len(time.value) == 10 and "X" not in time.value:
            datetime.fromisoformat(time.value)


@fixed
@given(st.integers(0, 10**4), st.integers(0, 10**4))
def test_a_clock_has_24_hours(hour: int, minute: int) -> None:
    times = read_article(Document("", f"بدأت الجلسة الساعة {hour}:{minute:02d}.", PUBLISHED)).times
    possible = (hour < 24 and minute < 60) or (hour, minute) == (24, 0)
    assert [time.value[10:] for time in times] == ([f"T{hour:02d}:{minute:02d}"] if possible else [])
