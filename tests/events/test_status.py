"""Whether something happened at all: what is only planned or feared, and words that tell of nothing.

All is read as published on Tuesday 14 May 2024 at 21:10, UTC+3.
"""

from __future__ import annotations

from datetime import datetime

import pytest

from timeline.pipeline import read_article
from timeline.values import Document

PUBLISHED = datetime.fromisoformat("2024-05-14T21:10:00+03:00")

STATUS = {
    # What is planned, feared, foiled or promised did not happen; what is in force did.
    "خططوا لتفجير محطة في باريس.": [("تفجير", "planned")],
    "أحبطت الشرطة هجوماً في عمان.": [("هجوماً", "planned")],
    "حذرت المنظمة من موجة نزوح.": [("حذرت", "asserted"), ("نزوح", "planned")],
    "حذر الوزير من تداعيات الهجوم.": [("حذر", "asserted"), ("الهجوم", "asserted")],
    "دعا المبعوث إلى التزام الهدنة التي أعلنت في نيسان.": [("دعا", "asserted"), ("الهدنة", "asserted")],
    "دعا المجلس إلى التزام وقف إطلاق النار الساري منذ شباط.": [("دعا", "asserted"), ("وقف إطلاق النار", "asserted")],
    "في حال التوصل إلى اتفاق ترفع القيود.": [("اتفاق", "planned")],
    "تعهدت اليابان بتقديم مساعدات.": [("مساعدات", "planned")],
    "تستضيف جنيف منذ أمس مفاوضات.": [("مفاوضات", "asserted")],
    "تعود آخر مظاهرات إلى 14 حزيران 2011.": [("مظاهرات", "asserted")],
    "بدأ التحقيق في عملية طعن وقعت أمس.": [("عملية طعن", "asserted")],
}

NO_EVENT: dict[str, list[tuple[str, str]]] = {
    # Games, markets, courts, books and figures of speech.
    "خاض الحزب معركة انتخابية.": [],
    "شن النائب هجوماً لاذعاً على الوزير.": [],
    "ارتفع المؤشر في ختام جلسة التداول.": [],
    "قال الوزير في مؤتمر صحفي إن الأمر انتهى.": [],
    "زيارة الموقع الإلكتروني مجانية.": [],
    "سجل الفريق هدفاً في المباراة بعد لقاء مثير على ملعب المنتخب.": [],
    "خطف اللاعب الأضواء.": [],
    "وقفة صادقة مع النفس.": [],
    "مسيرة الوزير حافلة بالعطاء.": [],
    "عاصفة من الانتقادات.": [],
    "بثت قناة المسيرة صوراً.": [],
    "حزب المؤتمر عريق.": [],
    "تظاهرة ثقافية في المدينة.": [],
}

NO_STATEMENT = {
    # A student, a name, a prayer, caution, «بحثوا», a speaker's own words.
    "علي بن طالب من الأعلام.": [],
    "أجاب بحذر عن السؤال.": [],
    "بحثوا عن حل.": [],
    "لم يتهم أحداً.": [],
    "نحذر من ذلك.": [],
    "دعا الله أن يشفيه.": [],
    "دانت المحكمة المتهم.": [],
    "خطر يهدد السلامة.": [],
    "دعا المجلس إلى الحوار.": [("دعا", "asserted")],
    "هدد الوزير بالاستقالة.": [("هدد", "asserted")],
}

TABLE = {text: events for table in (STATUS, NO_EVENT, NO_STATEMENT) for text, events in table.items()}


@pytest.mark.parametrize(("text", "events"), TABLE.items(), ids=TABLE)
def test_the_status_of_an_event(text: str, events: list[tuple[str, str]]) -> None:
    extraction = read_article(Document("", text, PUBLISHED))
    assert [(extraction.text_of(event), event.status) for event in extraction.events] == events
