"""Which place of its sentence is where a happening was.

All is read as published on Tuesday 14 May 2024 at 21:10, UTC+3.
"""

from __future__ import annotations

from datetime import datetime

import pytest

from timeline.pipeline import read_article
from timeline.values import Document

PUBLISHED = datetime.fromisoformat("2024-05-14T21:10:00+03:00")

EXTENTS = {
    # How far the name reaches.
    "أغارت طائرات على سوق مدينة حمص.": [("أغارت", "حمص")],
    "خطف مسلحون تاجراً من قرية مجاورة.": [("خطف", None)],
    "اندلعت اشتباكات في ريف درعا الغربي.": [("اشتباكات", "ريف درعا الغربي")],
    "أحرق مسلحون مطار طرابلس الدولي.": [("أحرق", "مطار طرابلس الدولي")],
    "اقتحم الجيش مجمع ناصر الطبي في خان يونس.": [("اقتحم", "مجمع ناصر الطبي")],
    "وقع انفجار في مرفأ بيروت.": [("انفجار", "مرفأ بيروت")],
    "وقع حادث على الطريق الوطنية رقم 5.": [("حادث", "الطريق الوطنية رقم 5")],
    "لقي ثلاثة مصرعهم في حادث على طريق الغردقة.": [("حادث", "طريق الغردقة")],
    "عن طريق الحوار وقع اتفاق.": [("اتفاق", None)],
    "وقعت اشتباكات في محور عين زارة.": [("اشتباكات", "عين زارة")],
    "هاجم مسلحون حاجزاً في ناحية الرشاد.": [("هاجم", "ناحية الرشاد")],
    "وقع انفجار أمام مستشفى ميداني في رفح.": [("انفجار", "رفح")],
}

CHOICE = {
    # Not where it is called for or talked of, nor who did it, nor the dateline.
    "يعقد المجلس جلسة حول ليبيا.": [("جلسة", None)],
    "تظاهر المئات في تونس للمطالبة باتفاق.": [("تظاهر", "تونس"), ("اتفاق", None)],
    "توصل الطرفان إلى هدنة توصلت إليها موسكو.": [("هدنة", None)],
    "جدة: لقي أربعة مصرعهم.": [("لقي", None)],
    "وفي كركوك، انفجرت عبوة في حي النصر.": [("انفجرت", "حي النصر")],
    "أوقف شابان خلال احتجاجات شهدتها الخرطوم.": [("أوقف", "الخرطوم"), ("احتجاجات", "الخرطوم")],
    "هز انفجار العاصمة الصومالية مقديشو.": [("انفجار", "مقديشو")],
    "اجتمع الوزراء في العاصمة السودانية.": [("اجتمع", "العاصمة السودانية")],
    "وقعت عملية طعن أصيب فيها شرطيان وسط بروكسل.": [("عملية طعن", "بروكسل")],
}

NAMED_BEFORE = {
    # «المدينة» is the one where the last happening was.
    "وقع انفجار في حمص. واعتقلت الشرطة رجلين في المدينة.": [("انفجار", "حمص"), ("اعتقلت", "حمص")],
    "قصف الجيش مخيم بلاطة. ثم اقتحم الجنود المخيم.": [("قصف", "مخيم بلاطة"), ("اقتحم", "مخيم بلاطة")],
    "وقع انفجار في حمص. واعتقلت الشرطة رجلين.": [("انفجار", "حمص"), ("اعتقلت", None)],
}

TABLE = {text: events for table in (EXTENTS, CHOICE, NAMED_BEFORE) for text, events in table.items()}


@pytest.mark.parametrize(("text", "events"), TABLE.items(), ids=TABLE)
def test_the_place_of_an_event(text: str, events: list[tuple[str, str | None]]) -> None:
    extraction = read_article(Document("", text, PUBLISHED))
    assert [(extraction.text_of(event), event.place) for event in extraction.events] == events
