"""Sentences and the happenings in them: which word names each, of which type, when, where, and whether it happened.

All is read as published on Tuesday 14 May 2024 at 21:10, UTC+3.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pytest

from timeline.pipeline import read_article
from timeline.values import Document, Extraction

PUBLISHED = datetime.fromisoformat("2024-05-14T21:10:00+03:00")


@dataclass(frozen=True)
class E:
    """One event; `time` is the words of the expression."""

    text: str
    type: str
    time: str | None = None
    place: str | None = None
    status: str = "asserted"


TYPES = {
    "شنت الطائرات غارة على مدينة خان يونس فجر الثلاثاء.": [E("غارة", "air_strike", "فجر الثلاثاء", "خان يونس")],
    "قصفت طائرات التحالف صنعاء.": [E("قصفت", "air_strike", None, "صنعاء")],
    "استهدفت غارة من طائرة مسيّرة سيارة في صيدا.": [E("غارة", "air_strike", None, "صيدا")],
    "قصفت المدفعية بلدة الخيام.": [E("قصفت", "shelling", None, "الخيام")],
    "سقطت قذيفة على بلدة كفركلا.": [E("قذيفة", "shelling", None, "كفركلا")],
    "انفجرت عبوة ناسفة قرب السوق في بغداد.": [E("انفجرت", "explosion", None, "بغداد")],
    "فجّر انتحاري نفسه في مقديشو الأحد.": [E("انتحاري", "suicide_attack", "الأحد", "مقديشو")],
    "اندلعت اشتباكات مسلحة في الخرطوم.": [E("اشتباكات", "armed_clash", None, "الخرطوم")],
    "اندلعت اشتباكات فجر الثلاثاء في مدينة الفاشر.": [E("اشتباكات", "armed_clash", "فجر الثلاثاء", "الفاشر")],
    "أطلق الجنود النار على المتظاهرين في نابلس.": [E("أطلق", "shooting", None, "نابلس")],
    "هاجم مسلحون قرية في دارفور.": [E("هاجم", "attack", None, "دارفور")],
    "نُفذت عملية طعن في القدس.": [E("عملية طعن", "attack", None, "القدس")],
    "اغتيل قيادي في بيروت الثلاثاء.": [E("اغتيل", "attack", "الثلاثاء", "بيروت")],
    "اقتحم الجيش مخيم جنين ليل الاثنين الثلاثاء.": [E("اقتحم", "raid", "ليل الاثنين الثلاثاء", "مخيم جنين")],
    "داهمت قوة منزلاً في بلدة قباطية.": [E("داهمت", "raid", None, "قباطية")],
    "اعتقلت الشرطة ناشطين في تونس.": [E("اعتقلت", "arrest", None, "تونس")],
    "خطف مسلحون صحافياً في بغداد.": [E("خطف", "abduction", None, "بغداد")],
    "هدمت الجرافات منزلاً في الخليل.": [E("هدمت", "demolition", None, "الخليل")],
    "نزحت مئات العائلات من الفاشر.": [E("نزحت", "displacement", None, "الفاشر")],
    "إغلاق معبر رفح الأحد.": [E("إغلاق", "blockade", "الأحد", "معبر رفح")],
    "فرض الجيش حصاراً على المدينة.": [E("حصاراً", "blockade")],
    "تظاهر الآلاف في بيروت السبت.": [E("تظاهر", "protest", "السبت", "بيروت")],
    "أضرب المعلمون الأحد.": [E("أضرب", "protest", "الأحد")],
    "وقعت أعمال شغب في المدينة.": [E("أعمال شغب", "riot")],
    "اندلعت مواجهات مع المحتجين في بيروت.": [E("مواجهات", "riot", None, "بيروت")],
    "دخلت الهدنة حيز التنفيذ صباح الاثنين.": [E("الهدنة", "ceasefire", "صباح الاثنين")],
    "أعلن الوسطاء التوصل إلى وقف إطلاق النار في غزة.": [E("وقف إطلاق النار", "ceasefire", None, "غزة")],
    "التقى الوزير نظيره في عمان الأحد.": [E("التقى", "meeting", "الأحد", "عمان")],
    "أدانت المنظمة القرار.": [E("أدانت", "statement")],
    "حذر الوزير من كارثة.": [E("حذر", "statement")],
    "وصلت قافلة إلى مدينة غزة.": [E("قافلة", "aid", None, "غزة")],
    "وصلت مساعدات إلى الميناء.": [E("مساعدات", "aid")],
    "أُفرج عن عشرة أسرى الأحد.": [E("أُفرج", "release", "الأحد")],
    "مقتل ثلاثة أشخاص في حمص.": [E("مقتل", "killing", None, "حمص")],
    "غرق مركب قبالة طرطوس.": [E("غرق", "accident", None, "طرطوس")],
    "ضرب زلزال مدينة الحسيمة في 24 شباط 2004.": [E("زلزال", "disaster", "24 شباط 2004", "الحسيمة")],
    "اجتاحت السيول مدينة درنة.": [E("السيول", "disaster", None, "درنة")],
}

FOLLOWING = {
    # A second verb is where and when the first was; a call is for what is ahead.
    "دهم الجنود مخيم بلاطة واعتقلوا شابين.": [
        E("دهم", "raid", None, "مخيم بلاطة"),
        E("اعتقلوا", "arrest", None, "مخيم بلاطة"),
    ],
    "دعت النقابة إلى إضراب الخميس.": [E("دعت", "statement"), E("إضراب", "protest", "الخميس", status="planned")],
    "لقي سبعة عمال مصرعهم.": [E("لقي", "killing")],
    "لجأ ألف شخص إلى المدارس.": [E("لجأ", "displacement")],
    "أطلقت الفصائل صواريخ على صفد.": [E("صواريخ", "shelling", None, "صفد")],
}

ONE_WORD = {
    # One happening has one trigger, and the accused is not the place.
    "انفجرت عبوة ناسفة في بعقوبة.": [E("انفجرت", "explosion", None, "بعقوبة")],
    "استهدف التفجير الانتحاري مقراً في مقديشو.": [E("التفجير الانتحاري", "suicide_attack", None, "مقديشو")],
    "يصل الوزير غداً للقاء نظيره.": [E("لقاء", "meeting", "غداً", status="planned")],
}

STATUS = {
    "يعقد المجلس اجتماعاً الخميس.": [E("اجتماعاً", "meeting", "الخميس", status="planned")],
    "ستبدأ هدنة السبت المقبل.": [E("هدنة", "ceasefire", "السبت المقبل", status="planned")],
    "دعا الأمين العام إلى وقف إطلاق النار.": [
        E("دعا", "statement"),
        E("وقف إطلاق النار", "ceasefire", status="planned"),
    ],
    "طالب المتظاهرون بوقف إطلاق النار.": [
        E("طالب", "statement"),
        E("وقف إطلاق النار", "ceasefire", status="planned"),
    ],
    "دعت المنظمة أمس الاثنين إلى فتح الطرق أمام قوافل المساعدات.": [
        E("دعت", "statement", "أمس الاثنين"),
        E("قوافل", "aid", status="planned"),
    ],
    "نفى الجيش قصف المستشفى.": [E("قصف", "shelling", status="denied")],
    "تنفي الحركة شن هجوم.": [E("هجوم", "attack", status="denied")],
    "زعم الجيش أنه قصف مقراً في رفح.": [E("قصف", "shelling", None, "رفح", "alleged")],
    "اتهمت الوزارة الجيش بقصف المستشفى.": [E("اتهمت", "statement"), E("قصف", "shelling", status="alleged")],
}

ONCE = {
    # A happening that the text comes back to is told once; deaths of a named attack are the attack's.
    "وقع هجوم في حلب. وأسفر الهجوم عن قتلى.": [E("هجوم", "attack", None, "حلب")],
    "قُتل عشرة في غارة على رفح.": [E("غارة", "air_strike", None, "رفح")],
    "وقع زلزال في تركيا الأحد. وخلف الزلزال دماراً.": [E("زلزال", "disaster", "الأحد", "تركيا")],
}

TABLE = TYPES | FOLLOWING | ONE_WORD | STATUS | ONCE

NOTHING = {
    "saying verbs": ["قال الوزير إن الأوضاع صعبة.", "أفاد المصدر بأن الأمر خطير.", "أضافت الوكالة أن الأمر خطير."],
    "the war as a whole": ["تستمر الحرب منذ سنة.", "دخل العدوان شهره الثامن."],
    "policies and bodies": ["انتقدت المنظمة سياسة الاغتيالات.", "شكلت لجنة لمتابعة الملف."],
    "no happening": ["ارتفعت أسعار الخبز.", "الطقس غائم.", "", " ", "…"],
}


def shown(extraction: Extraction) -> list[E]:
    times = {time.id: extraction.text_of(time) for time in extraction.times}
    return [
        E(extraction.text_of(event), event.type, times[event.time] if event.time else None, event.place, event.status)
        for event in extraction.events
    ]


def read(text: str) -> Extraction:
    return read_article(Document("", text, PUBLISHED))


@pytest.mark.parametrize(("text", "events"), TABLE.items(), ids=TABLE)
def test_events_of_a_sentence(text: str, events: list[E]) -> None:
    assert shown(read(text)) == events


@pytest.mark.parametrize(
    "text", [pytest.param(text, id=f"{why}-{text}") for why, texts in NOTHING.items() for text in texts]
)
def test_what_is_no_event(text: str) -> None:
    assert shown(read(text)) == []


def test_the_sentence_of_an_event_holds_it() -> None:
    extraction = read("وصل الوفد. وقع انفجار في بغداد! عاد الوفد.")
    (event,) = extraction.events
    assert extraction.sentence_of(event) == "وقع انفجار في بغداد"
