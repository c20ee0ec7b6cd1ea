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

DECLARED = {
    # A headline tells in the present what was; of what is to come the time tells.
    "الأردن يعلن توقيف ستة متهمين.": [("توقيف", "asserted")],
    "الجيش السوداني يعلن تحرير 40 أسيراً في بحري.": [("تحرير", "asserted")],
    "المنظمة تعلن وصول مساعدات إلى غزة.": [("مساعدات", "asserted")],
    "يعلن المجلس اجتماعاً الخميس.": [("اجتماعاً", "planned")],
    "مصر تعلن استضافة قمة غداً.": [("قمة", "planned")],
    "تصل قوافل أسبوعياً إلى درنة.": [("قوافل", "asserted")],
    "ستصل قوافل أسبوعياً إلى درنة.": [("قوافل", "planned")],
}

CALLED_FOR = {
    # What is called for is planned, also after an aside; what was done to those whom it is about was done.
    "طالبت النقابة بالإفراج عن 12 صحافياً خطفوا منذ نيسان.": [
        ("طالبت", "asserted"),
        ("الإفراج", "planned"),
        ("خطفوا", "asserted"),
    ],
    "ناشدت المنظمة الإفراج عن 50 طبيباً اعتقلوا السبت.": [
        ("ناشدت", "asserted"),
        ("الإفراج", "planned"),
        ("اعتقلوا", "asserted"),
    ],
    "طالب رئيس الوكالة، أمس، بهدنة فورية وبالإفراج عن الأسرى.": [
        ("طالب", "asserted"),
        ("هدنة", "planned"),
        ("الإفراج", "planned"),
    ],
    "دعا المبعوث، في بيان، إلى هدنة.": [("دعا", "asserted"), ("هدنة", "planned")],
    "طالب الاتحاد بوقف الغارات على صنعاء.": [("طالب", "asserted"), ("الغارات", "asserted")],
    "دعا الوزير إلى وقف قتل المدنيين.": [("دعا", "asserted"), ("قتل", "planned")],
}

DECIDED = {
    # What was decided is to come, unless it was done by then.
    "قررت الحكومة إخلاء القرى القريبة من السد.": [("إخلاء", "planned")],
    "قرر الجيش ترحيل 40 عائلة غداً.": [("ترحيل", "planned")],
    "قررت السلطات إغلاق معبر رفح أمس.": [("إغلاق", "asserted")],
    "هاجم مسلحون فندقاً، قبل أن تقضي القوات عليهم إثر اشتباكات.": [("هاجم", "asserted"), ("اشتباكات", "asserted")],
    "الاتفاق ينص على الإفراج عن الأسرى.": [("الاتفاق", "asserted"), ("الإفراج", "planned")],
    "إذا اتفق الطرفان على هدنة عاد النازحون.": [("اتفق", "planned"), ("هدنة", "planned")],
}

UNDATED = {
    # «المقبل» is ahead also in an article of no known date.
    "أعلنت النقابة إضراباً عاماً الأحد المقبل.": [("إضراباً", "planned")],
    "أعلن ناشطون اعتصاماً يبدأ مساء السبت القادم.": [("اعتصاماً", "planned")],
    "تظاهر الآلاف الأحد الماضي.": [("تظاهر", "asserted")],
    "تظاهر الآلاف الأحد.": [("تظاهر", "asserted")],
    "اتفق الطرفان على مواعيد تسلم الأسبوع المقبل.": [("اتفق", "asserted")],
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

TABLE = {
    text: events
    for table in (STATUS, DECLARED, CALLED_FOR, DECIDED, NO_EVENT, NO_STATEMENT)
    for text, events in table.items()
}


@pytest.mark.parametrize(("text", "events"), TABLE.items(), ids=TABLE)
def test_the_status_of_an_event(text: str, events: list[tuple[str, str]]) -> None:
    extraction = read_article(Document("", text, PUBLISHED))
    assert [(extraction.text_of(event), event.status) for event in extraction.events] == events


@pytest.mark.parametrize(("text", "events"), UNDATED.items(), ids=UNDATED)
def test_the_status_in_an_article_of_no_known_date(text: str, events: list[tuple[str, str]]) -> None:
    extraction = read_article(Document("", text, None))
    assert [(extraction.text_of(event), event.status) for event in extraction.events] == events
