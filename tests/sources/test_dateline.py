"""Which lines say when an article was written, and which only look like it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.sources.dateline import find_dateline
from timeline.sources.document import make_document
from timeline.sources.given import Given

DAY = "2023-05-10T23:59:00"
EVENING = "2023-05-10T20:15:00"
FIRST_LINES = {
    # place and date
    "غزة - 10 أيار/مايو 2023 - قُتل ثلاثة": DAY,
    "غزة - 10 أيار/مايو 2023": DAY,
    "غزة (10 مايو 2023) - قال الوزير": DAY,
    "رام الله/ 10 مايو 2023/ قُتل ثلاثة": DAY,
    "القدس المحتلة، الأربعاء 10 أيار (مايو) 2023 - قال الوزير": DAY,
    "الخرطوم 10 مايو 2023 | أعلنت الوزارة": DAY,
    "عمان ــ 10 أيار 2023 ــ افتتح": DAY,
    "غزة، 10 مايو 2023": DAY,
    "بيروت في": None,
    # agencies
    "القدس المحتلة، 10 أيار 2023 (رويترز) - قال": DAY,
    "بيروت – رويترز – 10 مايو 2023: قال": DAY,
    "القاهرة 10 مايو 2023 (أ ش أ) - قال": DAY,
    "غزة (أ ف ب) - 10-05-2023": DAY,
    "(أ ف ب) 2023-05-10": DAY,
    "أ.ف.ب - 10 مايو 2023": DAY,
    "رام الله 10-5-2023 وفا- قال": DAY,
    "خربة الديك 10-5-2023 وفا- قال": DAY,
    "بغداد /المسلة/ 10.05.2023/ قال": DAY,
    "صنعاء - سبأ: 10 مايو 2023": DAY,
    "الجزائر - 10 ماي 2023 (واج)- قال": DAY,
    "طوكيو 10 مايو 2023 (شينخوا) -- قال": DAY,
    "غزة - 10 مايو 2023 (الأناضول): قال": DAY,
    "٢٠٢٣/٥/١٠ غزة - صفا": DAY,
    "٢٠٢٣/٥/١٠ غزة - صفا - قُتل ثلاثة": DAY,
    "2023/5/10 غزة - صفا: قال شهود": DAY,
    "10 مايو 2023 20:15 رام الله (وفا) - قال": EVENING,
    "2023/5/10 غزة - قُتل ثلاثة": None,
    "10 مايو 2023 صفا قال شهود": None,
    # Hijri, alone and beside the Gregorian date
    "الرياض 20 شوال 1444 هـ الموافق 10 مايو 2023 م واس": DAY,
    "الرياض 20 شوال 1444هـ (واس) - استقبل": DAY,
    "الأربعاء 20 شوال 1444هـ - 10 مايو 2023م": DAY,
    "الأربعاء 10 مايو 2023 الموافق 20 شوال 1444 هـ": DAY,
    "مكة المكرمة 20 من شوال 1444 هـ": DAY,
    # a label, a time of day, a zone
    "نشر في: 10/05/2023": DAY,
    "نُشر بتاريخ 10 مايو 2023 الساعة 20:15": EVENING,
    "تاريخ النشر: 10 مايو 2023 08:15 م": EVENING,
    "آخر تحديث: 10 مايو 2023 - 20:15": EVENING,
    "الأربعاء 10 مايو 2023 - 20:15 بتوقيت غرينتش": f"{EVENING}+00:00",
    "الأربعاء 10 مايو 2023 - 20:15 (ت غ)": f"{EVENING}+00:00",
    "غزة - 10 مايو 2023 20:15 بتوقيت القدس - قال": f"{EVENING}+03:00",
    "10 مايو 2023 20:15 GMT": f"{EVENING}+00:00",
    "20:15 - 10/05/2023": EVENING,
    "08:15 مساءً | 10 مايو 2023": EVENING,
    "2023-05-10T20:15:00+03:00": f"{EVENING}+03:00",
    "10 مايو 2023 الساعة 25:70": DAY,
    # other orders, digits and languages
    "10 مايو 2023": DAY,
    "١٠ مايو ٢٠٢٣": DAY,
    "۱۰/۵/۲۰۲۳": DAY,
    "الأَربعاء ١٠ مَايو ٢٠٢٣": DAY,
    "10 / 5 / 2023": DAY,
    "2023/5/10": DAY,
    "مايو 10، 2023": DAY,
    "10 May 2023": DAY,
    "May 10, 2023": DAY,
    "10 mai 2023": DAY,
    "GAZA, May 10, 2023 (Reuters) - The": DAY,
    # no year, no day, no such day
    "القدس المحتلة، 10 أيار (رويترز) - قال": None,
    "غزة - مايو 2023 - قال": None,
    "غزة - 2023 - قال": None,
    "غزة - 40 مايو 2023 - قال": None,
    "غزة - 31 شباط 2023 - قال": None,
    "الرياض 31 شوال 1444 هـ (واس) - قال": None,
    # the date of an event
    "في 7 أكتوبر 2023 شنت الحركة هجوماً": None,
    "وفي 7 أكتوبر 2023، قالت الوزارة": None,
    "منذ 7 أكتوبر 2023 - قُتل كثيرون": None,
    "قُتل ثلاثة في غزة في 7 أكتوبر 2023.": None,
    "غزة في 7 أكتوبر 2023 - شنت": None,
    "غزة منذ 7 أكتوبر 2023": None,
    "غزة قبل 7 أكتوبر 2023 (أرشيف رويترز)": None,
    "غزة، 7 أكتوبر 2023. كانت المدينة هادئة": None,
    "غزة 7 أكتوبر 2023 كانت هادئة": None,
    "7 أكتوبر 2023 - شنت الحركة هجوماً": None,
    "7 أكتوبر 2023: اليوم الذي تغير فيه كل شيء": None,
    "يوم 7 أكتوبر 2023": None,
    "هجوم 7 أكتوبر 2023": None,
    "حرب - 7 أكتوبر 2023 - البداية": None,
    "ذكرى النكبة - 15 مايو 1948 - غزة": None,
    "من 7 أكتوبر 2023 إلى 8 أكتوبر 2023": None,
    "قرار 2334 - 23/12/2016 - مجلس الأمن": None,
    "الرقم 10-5-2023-7 في القائمة": None,
    "192.10.5.2023": None,
}
PLACES = [
    ("عنوان الخبر\nغزة - 10 مايو 2023 - قال الوزير.\nنص.", DAY),
    ("عنوان الخبر\n\nالأربعاء 10 مايو 2023\nنص الخبر.", DAY),
    ("عنوان\nنص أول.\nنص ثان.\nنص ثالث.\nغزة، 10 مايو 2023\n", DAY),
    ("عنوان\nنص أول.\nنص ثان.\nنص ثالث.\nنشر في 10 مايو 2023 الساعة 20:15", EVENING),
    ("عنوان\nنص أول.\nنص ثان.\nنص ثالث.\nوقع ذلك في 10 مايو 2023", None),
    ("عنوان\nنص أول.\nنص ثان.\nغزة - 10 مايو 2023 - قال.\nنص.", None),  # neither among the first nor the last
    ("7 أكتوبر 2023\nهجوم مباغت.\n8 أكتوبر 2023\nقصف.", None),  # the headings of a chronology
    ("\u200f\u202bغزة - 10 مايو 2023 - قال\u202c", DAY),
    ("غزة - 10 مايو 2023 - قال " + "كلمة " * 5000, DAY),
    ("كلمة " * 5000 + "10 مايو 2023", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "moment"), FIRST_LINES.items(), ids=FIRST_LINES)
def test_a_first_line(line: str, moment: str | None) -> None:
    found = find_dateline(f"{line}\nوأضاف الوزير أن الأمر قيد البحث.", None)
    assert (found and found.isoformat()) == moment


@pytest.mark.parametrize(("text", "moment"), PLACES, ids=[text[:50] for text, _ in PLACES])
def test_where_a_dateline_stands(text: str, moment: str | None) -> None:
    found = find_dateline(text, None)
    assert (found and found.isoformat()) == moment


def test_its_own_zone_wins() -> None:
    gaza = ZoneInfo("Asia/Gaza")
    assert find_dateline("غزة - 10 مايو 2023 20:15", gaza) == datetime.fromisoformat(f"{EVENING}+03:00")
    assert find_dateline("10 مايو 2023 20:15 GMT", gaza) == datetime.fromisoformat(f"{EVENING}+00:00")


def test_it_counts_only_where_nothing_better_is_known() -> None:
    text = "غزة - 10 مايو 2023 - قُتل ثلاثة أمس."
    alone = make_document({"id": "1", "text": text}, Given())
    assert (alone.published, alone.published_from) == (datetime.fromisoformat(DAY), "dateline")
    own = make_document({"id": "1", "text": text, "published": "2023-05-11"}, Given())
    assert own.published_from == "metadata"
    for said in ({}, {"published": "2023-05-11"}, {"published": None}, {"published": "أمس"}):
        given_one = make_document({"id": "1", "text": text} | said, Given(datetime(2023, 5, 12)))
        assert (given_one.published, given_one.published_from) == (datetime(2023, 5, 12), "given")
    unknown = make_document({"id": "1", "text": text, "published": None}, Given())
    assert (unknown.published, unknown.published_from) == (None, None)


# The same lines at every run.
fixed = settings(deadline=None, derandomize=True, database=None, max_examples=100)
DATES = st.dates(min_value=datetime(1990, 1, 1).date(), max_value=datetime(2099, 12, 31).date())
SHAPES = st.sampled_from(["{d}/{m}/{y}", "{d}-{m}-{y}", "{d}.{m}.{y}", "{y}-{m:02d}-{d:02d}", "{y}/{m}/{d}"])
PIECES = st.sampled_from(
    "غزة|رويترز|(أ ف ب)|-|/|،|:|10 مايو 2023|20 شوال 1444 هـ|20:15|في|قال|7|نشر|م|\n|الموافق|[|)|\x00|".split("|")
)


@fixed
@given(DATES, SHAPES)
def test_every_day_in_numbers_is_read(day: datetime, shape: str) -> None:
    found = find_dateline(f"غزة - {shape.format(d=day.day, m=day.month, y=day.year)} - قال", None)
    assert found is not None
    assert found.date() == day


@fixed
@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_any_line_is_a_full_date_or_nothing(line: str) -> None:
    found = find_dateline(line, None)
    assert found is None or (found.year, found.month, found.day) == (2023, 5, 10)


@fixed
@given(st.text(max_size=300))
def test_any_text_is_borne(text: str) -> None:
    found = find_dateline(text, None)
    assert found is None or 1800 <= found.year < 2200


@pytest.mark.parametrize(
    "raw", ["\x00" * 300, "(" * 5000, "غزة " * 3000, "-" * 100_000, "9" * 100_000, "القدس المحتلة " * 900 + "10"]
)
def test_hostile_lines_are_no_datelines(raw: str) -> None:
    assert find_dateline(raw, None) is None
    assert find_dateline(raw + " 10/5/2023", None) is None
