"""Happenings that take two words to tell: which are read, of which type, and what only looks like one.

All is read as published on Tuesday 14 May 2024 at 21:10, UTC+3.
"""

from __future__ import annotations

from datetime import datetime

import pytest

from timeline.pipeline import read_article
from timeline.values import Document

PUBLISHED = datetime.fromisoformat("2024-05-14T21:10:00+03:00")

VEHICLES = {
    # A vehicle that overturns, a wall that falls.
    "انقلبت حافلة تقل سياحاً على طريق الغردقة صباح الأحد.": [("انقلبت", "accident")],
    "قضى ستة عمال في انقلاب شاحنة في محافظة المفرق.": [("انقلاب", "accident")],
    "لقي تاجران حتفهما في جنوح سفينة قبالة عدن.": [("جنوح", "accident")],
    "أصيب عاملان في انهيار سقف في بنزرت.": [("انهيار", "accident")],
    "انقلاب في المواقف داخل الكتلة.": [],
    "انهيار الأسعار يقلق التجار.": [],
    "فاض نهر السنغال مساء السبت.": [("فاض", "disaster")],
    "فاضت مشاعر الحضور.": [],
}

FIRE = {
    # Fire that is set, opened, or a manner of speaking.
    "أضرم متظاهرون النار في مقر البلدية في قابس.": [("أضرم", "riot")],
    "أضرم مجهولون النار في مسجد في نابلس.": [("أضرم", "demolition")],
    "فتح مسلحون النار على حافلة في كركوك.": [("فتح", "shooting")],
    "فتح النقاش على مصراعيه.": [],
    "أحرق مسلحون مكاتب الحزب في سبها.": [("أحرق", "demolition")],
    "أحرق الفريق أوراقه في الدقائق الأخيرة.": [],
}

CHARGES = {
    # A charge explodes, or is made safe; one word names it, not two.
    "فجّروا عبوة ناسفة عند مدخل الثكنة في الرمادي.": [("فجّروا", "explosion")],
    "قتل جنديان بلغم أرضي في الضالع.": [("لغم", "explosion")],
    "قُتلت راعية بألغام أرضية في أبين.": [("ألغام", "explosion")],
    "فجّر مسلحون خط أنابيب في شبوة.": [("فجّر", "demolition")],
    "فجّر شاب نفسه عند حاجز في مقديشو.": [("فجّر", "suicide_attack")],
    "فككت الشرطة عبوة ناسفة.": [],
    "عبوات الدواء نفدت.": [],
    "فجّر النجم مفاجأة في المهرجان.": [],
    "انفجر ضاحكاً.": [],
}

TARGETS = {
    # What is targeted, destroyed or brought down.
    "استهدفت طائرة مسيرة سيارة في إدلب.": [("استهدفت", "air_strike")],
    "استهدف مجهولون دورية في الحسكة.": [("استهدف", "attack")],
    "نفى الجيش استهداف المدنيين في تعز.": [("استهداف", "attack")],
    "دمرت مقاتلاته ثلاث آليات في صعدة.": [("دمرت", "air_strike")],
    "أسقط الجيش طائرة مسيرة فوق مأرب.": [("أسقط", "attack")],
    "أسقط البرلمان الحكومة.": [],
    "استهدفت حملة التطعيم 50 ألف طفل.": [],
    "استهداف المدنيين جريمة.": [],
}

HOMES = {
    # Homes that are left, aid that is kept out, people moved.
    "غادرت 300 عائلة منازلها في حلب.": [("غادرت", "displacement")],
    "غادر الوفد القاعة.": [],
    "تم ترحيل 60 عائلة من داريا.": [("ترحيل", "displacement")],
    "أجلت فرق الإنقاذ 40 تلميذاً من القرية.": [("أجلت", "displacement")],
    "أجلت المحكمة النظر في القضية.": [],
    "إخلاء الطريق واجب.": [],
    "منعت القوات دخول شاحنات الأدوية إلى مضايا.": [("منعت", "blockade")],
    "منعت الرقابة الفيلم.": [],
    "نزوح الأموال إلى الخارج مستمر.": [],
}

DEALS = {
    # Prisoners exchanged, papers signed, minds that agree.
    "تبادل الطرفان 20 أسيراً في صنعاء.": [("تبادل", "release")],
    "جرت عملية تبادل كبرى في نيسان.": [("تبادل", "release")],
    "تبادل الوزيران التهاني.": [],
    "اتفق الجانبان في جنيف على وقف القتال.": [("اتفق", "agreement"), ("وقف القتال", "ceasefire")],
    "اتفق الخبراء على أن الوضع صعب.": [],
    "اتفق الحضور على ضرورة العمل.": [],
    "وقعت الأطراف إعلاناً في الدوحة.": [("وقعت", "agreement")],
    "رحبوا بالإعلان الذي وقعه الجانبان.": [("وقعه", "agreement")],
    "وقع انفجار في حمص.": [("انفجار", "explosion")],
    "طالب المجلس بوقف فوري لإطلاق النار.": [("طالب", "statement"), ("وقف فوري لإطلاق النار", "ceasefire")],
}

THEIR_OBJECT = {
    # A past verb with the pronoun of what it did something to; «إدانته», «وزارته», «لفتة» are nouns.
    "عثروا على جثة رجل في مصنع قصفته مقاتلة تركية أمس.": [("قصفته", "air_strike")],
    "احترق مخزن استهدفته طائرات في الحديدة.": [("استهدفته", "air_strike")],
    "المحامي الذي اعتقلته الشرطة السبت ما زال في السجن.": [("اعتقلته", "arrest")],
    "فر شاب من الحاجز ثم أوقفته دورية.": [("أوقفته", "arrest")],
    "القيادي الذي اغتالته إسرائيل في دمشق دفن أمس.": [("اغتالته", "attack")],
    "هذا الحي هدمته الجرافات السبت.": [("هدمته", "demolition")],
    "قالت النائبة إنها اتهمته بالكذب.": [("اتهمته", "statement")],
    "ثبتت إدانته بالسرقة.": [],
    "أكدت الوزيرة أن وزارتها مستعدة.": [],
    "لفتة كريمة من الجار.": [],
    "زار القرية بصفته طبيباً.": [("زار", "meeting")],
}

DEATHS = {
    # Deaths with no attack named, and what only looks like them.
    "أودى النزاع بأكثر من ألفي مدني.": [("أودى", "killing")],
    "أودت السيول بحياة تسعة أشخاص في جدة.": [("السيول", "disaster")],
    "خطف التنظيم شيخاً وأعدمه.": [("خطف", "abduction"), ("أعدمه", "killing")],
    "القضاء على الفقر هدف بعيد.": [],
    "استشهد بالصحيفة في مقاله.": [],
    "قضوا ليلتهم في الفندق.": [],
    "صدرت أحكام بالإعدام.": [],
    "جرفت السيول مركبتين.": [("السيول", "disaster")],
}

ACCUSED = {
    # An accusing participle is a statement, the accused are none.
    "نفت الحركة ذلك، متهمة الحكومة بقصف السوق.": [("متهمة", "statement"), ("قصف", "shelling")],
    "تبادلا الاتهامات بقصف المدينة.": [("قصف", "shelling")],
    "مثلت المتهمة أمام القاضي.": [],
    "كان متهماً بالسرقة.": [],
}

TABLE = {
    text: events
    for table in (VEHICLES, FIRE, CHARGES, TARGETS, HOMES, DEALS, THEIR_OBJECT, DEATHS, ACCUSED)
    for text, events in table.items()
}


@pytest.mark.parametrize(("text", "events"), TABLE.items(), ids=TABLE)
def test_the_type_of_what_two_words_name(text: str, events: list[tuple[str, str]]) -> None:
    extraction = read_article(Document("", text, PUBLISHED))
    assert [(extraction.text_of(event), event.type) for event in extraction.events] == events
