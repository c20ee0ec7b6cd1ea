"""Which time expression of its sentence dates a happening.

All is read as published on Tuesday 14 May 2024 at 21:10, UTC+3.
"""

from __future__ import annotations

from datetime import datetime

import pytest

from timeline.pipeline import read_article
from timeline.values import Document

PUBLISHED = datetime.fromisoformat("2024-05-14T21:10:00+03:00")

REPORTED = {
    # The day on which it was reported, condemned or called for is not its own.
    "أدانت المنظمة السبت هجوماً على مستشفى في كسلا وقع الأسبوع الماضي.": [
        ("أدانت", "السبت"),
        ("هجوماً", "الأسبوع الماضي"),
    ],
    "قُتل خمسة في غارة فجر الأحد، بحسب ما أفادت الوكالة مساء الاثنين.": [("غارة", "فجر الأحد")],
    "طالب المجلس الأحد بوقف إطلاق النار.": [("طالب", "الأحد"), ("وقف إطلاق النار", None)],
    "خرج المئات مساء الأحد للمطالبة باتفاق.": [("اتفاق", None)],
    "طالبت النقابة بالإفراج عن تسعة اعتقلوا السبت.": [
        ("طالبت", None),
        ("الإفراج", None),
        ("اعتقلوا", "السبت"),
    ],
    "حذرت المنظمة السبت من موجة نزوح.": [("حذرت", "السبت"), ("نزوح", None)],
    "رحب المجلس بالاتفاق الموقع في 3 نيسان، وأدان القصف.": [("الاتفاق", "3 نيسان"), ("أدان", None), ("القصف", None)],
}

BEGUN = {
    # What began then, or after a midnight, happened then.
    "اندلعت اشتباكات بعد منتصف ليل أمس في عدن.": [("اشتباكات", "منتصف ليل أمس")],
    "سقط قتلى في اشتباكات اندلعت عصر السبت في عدن.": [("اشتباكات", "عصر السبت")],
    "بدأت الأحد عملية تبادل أسرى.": [("تبادل", "الأحد")],
    "خطف مسلحون سائقاً قبل ساعات في بيدوا.": [("خطف", "قبل ساعات")],
    "يلتقي الوزيران في الدوحة خلال الأيام القليلة المقبلة.": [("يلتقي", "الأيام القليلة المقبلة")],
    "يصل الرئيس ظهر غد إلى بيروت في زيارة.": [("زيارة", "ظهر غد")],
}

RANGES = {
    # Of two ends the first.
    "أوقفت الشرطة تسعة أشخاص بين 3 و7 أيار.": [("أوقفت", "3")],
    "قتل 12 شخصاً من 3 إلى 7 أيار في اشتباكات.": [("اشتباكات", "3")],
    "منذ آذار 2023 حتى الاثنين قتل 900 شخص في دارفور.": [("قتل", "آذار 2023")],
}

OTHERS = {
    # The time of another happening of the sentence.
    "سجن في 2019 وأُفرج عنه مطلع العام الجاري.": [("أُفرج", "مطلع العام الجاري")],
    "سقطت قذيفة فجر الأحد على حي الزيتون، فيما نزحت عشرات العائلات.": [("قذيفة", "فجر الأحد"), ("نزحت", None)],
    "منذ آذار 2023 قتل 900 شخص، بينما نزح آلاف.": [("قتل", "آذار 2023"), ("نزح", "آذار 2023")],
    "جاء ذلك بعد ثلاث سنوات من تفجير السفارة في 12 تموز 2021.": [("تفجير", "12 تموز 2021")],
    "اعتُقل رجلان في إطار التحقيق في عملية طعن وقعت فجر الأحد.": [("اعتُقل", None), ("عملية طعن", "فجر الأحد")],
    "من المتوقع أن يصل الموفد الأربعاء لإجراء مباحثات حول هدنة.": [("مباحثات", "الأربعاء"), ("هدنة", None)],
}

TABLE = {text: events for table in (REPORTED, BEGUN, RANGES, OTHERS) for text, events in table.items()}


@pytest.mark.parametrize(("text", "events"), TABLE.items(), ids=TABLE)
def test_the_time_of_an_event(text: str, events: list[tuple[str, str | None]]) -> None:
    extraction = read_article(Document("", text, PUBLISHED))
    times = {time.id: extraction.text_of(time) for time in extraction.times}
    dated = [(extraction.text_of(event), times[event.time] if event.time else None) for event in extraction.events]
    assert dated == events
