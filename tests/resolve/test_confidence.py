"""How sure a value is: a level for each kind of ground, and a sentence for each level."""

from __future__ import annotations

from datetime import datetime

import pytest

from timeline.pipeline import read_article
from timeline.resolve.confidence import because
from timeline.values import Document, TimeExpression

PUBLISHED = datetime.fromisoformat("2023-05-10T20:15:00+03:00")  # a Wednesday
LEVELS = {
    # what the words say alone
    "غادر الوفد في 3 أيار 2021.": 1.0,
    "غادر الوفد فجر 3 أيار 2021.": 1.0,
    "غادر الوفد صيف 2014.": 1.0,
    "غادر الوفد في تسعينيات القرن الماضي.": 1.0,
    "استمر البحث ثلاثة أيام.": 1.0,
    "استمر البحث ساعات.": 1.0,
    "يصدر التقرير كل أسبوع.": 1.0,
    "غادر الوفد مؤخراً.": 1.0,
    # counted from the publication
    "غادر الوفد أمس.": 0.9,
    "غادر الوفد أمس الثلاثاء.": 0.9,
    "غادر الوفد الثلاثاء الماضي.": 0.9,
    "غادر الوفد الأسبوع الماضي.": 0.9,
    "غادر الوفد في 20 نيسان الماضي.": 0.9,
    "غادر الوفد الأربعاء.": 0.9,
    "لم يهدأ الحريق منذ الثلاثاء.": 0.9,
    # the day comes from elsewhere
    "بدأت الجلسة عند الساعة 10:30.": 0.8,
    "دوى انفجار مساءً.": 0.8,
    # the clause decides
    "غادر الوفد الثلاثاء.": 0.7,
    "ستعقد اللجنة الثلاثاء اجتماعاً.": 0.7,
    "غادر الوفد فجر الثلاثاء.": 0.7,
    "غادر الوفد في 20 نيسان.": 0.7,
    "غادر الوفد في نيسان.": 0.7,
    # nothing decides
    "حريق كبير الثلاثاء في السوق.": 0.5,
    "حريق كبير في 20 نيسان في السوق.": 0.5,
    # the words do not agree
    "غادر الوفد أمس الاثنين.": 0.3,
    "غادر الوفد الأحد 10 مايو 2023.": 0.3,
    "غادر الوفد مساء الأحد 10 مايو 2023.": 0.3,
}
UNDATED = {
    "غادر الوفد أمس.": 0.0,
    "غادر الوفد مساء الأحد.": 0.0,
    "غادر الوفد في 3 أيار.": 0.0,
    "غادر الوفد في 3 أيار 2021.": 1.0,
}


def only_time(text: str, published: datetime | None = PUBLISHED) -> TimeExpression:
    (time,) = read_article(Document("", text, published)).times
    return time


@pytest.mark.parametrize(("text", "confidence"), LEVELS.items(), ids=LEVELS)
def test_a_level_for_each_ground(text: str, confidence: float) -> None:
    time = only_time(text)
    assert time.confidence == confidence
    assert because(time)


@pytest.mark.parametrize(("text", "confidence"), UNDATED.items(), ids=UNDATED)
def test_what_waits_for_a_date_is_not_sure(text: str, confidence: float) -> None:
    assert only_time(text, None).confidence == confidence


def test_a_level_has_its_reason() -> None:
    reasons = {only_time(text).confidence: because(only_time(text)) for text in LEVELS}
    assert len(set(reasons.values())) == len(set(LEVELS.values()))
    two_wars = only_time("قُتل كثيرون في السودان واليمن منذ اندلاع الحرب.", datetime(2024, 6, 1, 12))
    assert "2023-04-15 or 2015-03-26" in because(two_wars)
    assert "not known" in because(only_time("غادر الوفد أمس.", None))


def test_what_is_less_sure_has_an_alternative() -> None:
    for text, confidence in LEVELS.items():
        assert bool(only_time(text).alternatives) == (confidence in (0.7, 0.5)) or confidence == 0.3
