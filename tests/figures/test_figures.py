"""Sentences and the figures in them: what was counted, how surely, of whom, over which time, and who says so.

All is read as published on Tuesday 14 May 2024 at 21:10, UTC+3. What a row does not say is the default: an exact
count of one incident, with no time, whole, categories or source.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pytest

from timeline.pipeline import read_article
from timeline.values import Document, Extraction

PUBLISHED = datetime.fromisoformat("2024-05-14T21:10:00+03:00")


@dataclass(frozen=True)
class F:
    """One figure; `time` and `part_of` are the words of the expression and of the whole."""

    text: str
    kind: str
    low: int
    high: int | None = -1
    qualifier: str = "exact"
    scope: str = "incident"
    time: str | None = None
    part_of: str | None = None
    categories: str = ""
    source: str | None = None


def exactly(text: str, kind: str, number: int, **rest: str) -> F:
    return F(text, kind, number, number, **rest)


def at_least(text: str, kind: str, low: int, qualifier: str, **rest: str) -> F:
    return F(text, kind, low, None, qualifier, **rest)


def some(text: str, kind: str, **rest: str) -> F:
    return F(text, kind, 1, None, "unspecified", **rest)


KINDS = {
    "قُتل سبعة أشخاص في انفجار قرب السوق.": [exactly("سبعة أشخاص", "killed", 7)],
    "استشهاد 9 فلسطينيين في قصف على المخيم.": [exactly("9 فلسطينيين", "killed", 9, categories="ps")],
    "لقي 14 عاملاً مصرعهم في انهيار منجم.": [exactly("14 عاملاً", "killed", 14)],
    "أسفر الحادث عن مصرع ثلاث نساء.": [exactly("ثلاث نساء", "killed", 3, categories="women")],
    "أسفر القصف عن 12 قتيلاً و30 جريحاً.": [exactly("12 قتيلاً", "killed", 12), exactly("30 جريحاً", "injured", 30)],
    "قُتل جنديان وأصيب خمسة آخرون.": [
        exactly("جنديان", "killed", 2, categories="soldiers"),
        exactly("خمسة آخرون", "injured", 5),
    ],
    "أصيب 17 طالباً بجروح.": [exactly("17 طالباً", "injured", 17, categories="students")],
    "إصابة أربعة صحافيين بالرصاص.": [exactly("أربعة صحافيين", "injured", 4, categories="journalists")],
    "سقط 40 شخصاً بين قتيل وجريح.": [exactly("40 شخصاً", "casualties", 40)],
    "فُقد 8 صيادين بعد غرق مركبهم.": [exactly("8 صيادين", "missing", 8)],
    "اعتقلت الشرطة 22 متظاهراً.": [exactly("22 متظاهراً", "detained", 22)],
    "اختطف مسلحون ثلاثة عمال إغاثة.": [exactly("ثلاثة عمال إغاثة", "abducted", 3, categories="aid_workers")],
    "أُفرج عن 39 أسيرة.": [exactly("39 أسيرة", "released", 39, categories="prisoners")],
    "أنقذت فرق الإغاثة 55 مهاجراً.": [exactly("55 مهاجراً", "rescued", 55)],
    "نزحت 300 عائلة من القرى الحدودية.": [exactly("300 عائلة", "displaced", 300)],
    "انتشلت فرق الإنقاذ 6 جثث.": [exactly("6 جثث", "killed", 6)],
    "أطلقت الفصائل 25 صاروخاً.": [exactly("25 صاروخاً", "projectiles", 25)],
    "شنت الطائرات 15 غارة على الجبل.": [exactly("15 غارة", "strikes", 15)],
    "دمر القصف ثمانية منازل.": [exactly("ثمانية منازل", "structures", 8)],
    "مقتل شرطي في هجوم.": [exactly("شرطي", "killed", 1, categories="police")],
    "استشهدت طفلة برصاص الجنود.": [exactly("طفلة", "killed", 1, categories="children")],
    "غرق 12 مهاجراً سودانياً قبالة الساحل.": [exactly("12 مهاجراً", "killed", 12, categories="sd")],
    "مقتل وإصابة 12 جندياً.": [exactly("12 جندياً", "casualties", 12, categories="soldiers")],
    "تضرر 100 منزل ودُمر 30 منزلاً.": [exactly("100 منزل", "structures", 100), exactly("30 منزلاً", "structures", 30)],
    "أصيب مسعف.": [exactly("مسعف", "injured", 1, categories="medics")],
}

IDIOMS = {
    # What befalls people is said in many ways.
    "أردى القناصة أربعة متظاهرين.": [exactly("أربعة متظاهرين", "killed", 4)],
    "أجهز المهاجمون على خمسة فلاحين.": [exactly("خمسة فلاحين", "killed", 5)],
    "لفظ سبعة نازحين أنفاسهم في المستشفى.": [exactly("سبعة نازحين", "killed", 7)],
    "مقتل 13 نازحاً.": [exactly("13 نازحاً", "killed", 13)],
    "سجلت الوزارة 230 حالة وفاة.": [exactly("230 حالة وفاة", "killed", 230, source="الوزارة")],
    "تعرض ستة عمال لحروق.": [exactly("ستة عمال", "injured", 6)],
    "مقتل 37 شخصاً وإصابة أربعة بجروح.": [exactly("37 شخصاً", "killed", 37), exactly("أربعة", "injured", 4)],
    "دفعت المعارك 900 شخص إلى النزوح.": [exactly("900 شخص", "displaced", 900)],
    "مقتل خمسة جنود أتراك.": [exactly("خمسة جنود", "killed", 5, categories="soldiers tr")],
    "البحث جار عن ناجين.": [],
    "لجأت الشركة إلى تسريح 592 عاملاً.": [],
    "كان مسؤولاً عن قتل الرهائن.": [],
    "يواصل الغواصون البحث عن تسعة صيادين.": [exactly("تسعة صيادين", "missing", 9)],
    "لا يزال 30 شخصاً عالقين تحت الأنقاض.": [exactly("30 شخصاً", "missing", 30)],
    "اقتاد الجنود ثمانية شبان.": [exactly("ثمانية شبان", "detained", 8)],
    "أخلي سبيل 12 بحاراً.": [exactly("12 بحاراً", "released", 12)],
    "أُخرج أربعة عمال أحياء من المنجم.": [exactly("أربعة عمال", "rescued", 4)],
    "لجأ 900 شخص إلى مدرسة.": [exactly("900 شخص", "displaced", 900)],
    "طمرت السيول عشرين بيتاً.": [exactly("عشرين بيتاً", "structures", 20)],
    "حرر الجيش 12 قرية.": [],
    "البحث عن لاعب جديد.": [],
}

COUNTS = {
    "قُتل نحو 60 شخصاً.": [F("60 شخصاً", "killed", 60, 60, "approximate")],
    "قُتل قرابة 60 شخصاً.": [F("60 شخصاً", "killed", 60, 60, "approximate")],
    "قُتل 60 شخصاً تقريباً.": [F("60 شخصاً", "killed", 60, 60, "approximate")],
    "قُتل ما لا يقل عن 13 شخصاً.": [at_least("13 شخصاً", "killed", 13, "at_least")],
    "قُتل 13 شخصاً على الأقل.": [at_least("13 شخصاً", "killed", 13, "at_least")],
    "أصيب أكثر من 70 شخصاً.": [at_least("70 شخصاً", "injured", 71, "more_than")],
    "أصيب ما يزيد على 70 شخصاً.": [at_least("70 شخصاً", "injured", 71, "more_than")],
    "أصيب أقل من 10 أشخاص.": [F("10 أشخاص", "injured", 0, 9, "fewer_than")],
    "أصيب ما لا يزيد على 10 أشخاص.": [F("10 أشخاص", "injured", 0, 10, "at_most")],
    "قُتل ما بين 100 و150 مسلحاً.": [F("100 و150 مسلحاً", "killed", 100, 150, "range", categories="militants")],
    "قُتل عشرات الآلاف.": [at_least("عشرات الآلاف", "killed", 20_000, "thousands")],
    "قُتل نصف مليون شخص في الحرب.": [exactly("نصف مليون شخص", "killed", 500_000)],
    "قُتل 1.5 مليون شخص.": [exactly("1.5 مليون شخص", "killed", 1_500_000)],
    "أصيب بين عشرة وعشرين شخصاً.": [F("عشرة وعشرين شخصاً", "injured", 10, 20, "range")],
    "أصيب بين 20 و30 شخصاً.": [F("20 و30 شخصاً", "injured", 20, 30, "range")],
    "أصيب عشرات الجنود.": [at_least("عشرات الجنود", "injured", 20, "dozens", categories="soldiers")],
    "أصيب العشرات.": [at_least("العشرات", "injured", 20, "dozens")],
    "نزح مئات السكان.": [at_least("مئات السكان", "displaced", 200, "hundreds")],
    "نزح آلاف المدنيين.": [at_least("آلاف المدنيين", "displaced", 2000, "thousands", categories="civilians")],
    "نزح مئات الآلاف.": [at_least("مئات الآلاف", "displaced", 200_000, "thousands")],
    "أصيب عدد من الجنود.": [at_least("عدد من الجنود", "injured", 3, "several", categories="soldiers")],
    "أسفر القصف عن شهداء وجرحى.": [some("شهداء", "killed"), some("جرحى", "injured")],
    "قُتل ثلاثة وعشرون ألف شخص.": [exactly("ثلاثة وعشرون ألف شخص", "killed", 23_000)],
    "قُتل 35 ألفاً و240 شخصاً.": [exactly("35 ألفاً و240 شخصاً", "killed", 35_240)],
    "قُتل 1,457 شخصاً.": [exactly("1,457 شخصاً", "killed", 1457)],
    "قُتل ١٬٤٥٧ شخصاً.": [exactly("١٬٤٥٧ شخصاً", "killed", 1457)],
    "قُتل ۲۱ شخصاً.": [exactly("۲۱ شخصاً", "killed", 21)],
    "قُتل مليون ونصف المليون شخص.": [exactly("مليون ونصف المليون شخص", "killed", 1_500_000)],
    "قُتل مدنيان اثنان.": [exactly("مدنيان اثنان", "killed", 2, categories="civilians")],
}

WHO = {
    "أصيب 5 من أفراد الدفاع المدني.": [exactly("5 من أفراد الدفاع المدني", "injured", 5, categories="rescuers")],
    "قُتل 13 جندياً إسرائيلياً.": [exactly("13 جندياً", "killed", 13, categories="soldiers il")],
    "أصيب 9 جنود لبنانيين.": [exactly("9 جنود", "injured", 9, categories="soldiers lb")],
    "قُتل خمسة من رجال الشرطة.": [exactly("خمسة من رجال الشرطة", "killed", 5, categories="police")],
    "قُتل ثلاثة من قادة السرايا.": [exactly("ثلاثة من قادة السرايا", "killed", 3, categories="leaders")],
    "قُتل 4 مستوطنين.": [exactly("4 مستوطنين", "killed", 4, categories="settlers")],
    "قُتلت عجوز.": [exactly("عجوز", "killed", 1, categories="elderly")],
    "قُتل ضابطان.": [exactly("ضابطان", "killed", 2, categories="officers")],
    "قُتل ستة مسلحين.": [exactly("ستة مسلحين", "killed", 6, categories="militants")],
}

PARTS = {
    "قُتل تسعة أشخاص بينهم طفلان.": [
        exactly("تسعة أشخاص", "killed", 9),
        exactly("طفلان", "killed", 2, part_of="تسعة أشخاص", categories="children"),
    ],
    "استشهاد 21 مدنياً بينهم نساء وأطفال.": [
        exactly("21 مدنياً", "killed", 21, categories="civilians"),
        some("نساء", "killed", part_of="21 مدنياً", categories="women"),
        some("أطفال", "killed", part_of="21 مدنياً", categories="children"),
    ],
    "قُتل 18 شخصاً، من بينهم خمس نساء وثلاثة أطفال.": [
        exactly("18 شخصاً", "killed", 18),
        exactly("خمس نساء", "killed", 5, part_of="18 شخصاً", categories="women"),
        exactly("ثلاثة أطفال", "killed", 3, part_of="18 شخصاً", categories="children"),
    ],
    "أصيب 30 شخصاً، سبعة منهم في حالة حرجة.": [
        exactly("30 شخصاً", "injured", 30),
        exactly("سبعة", "injured", 7, part_of="30 شخصاً"),
    ],
    "أصيب 12 شخصاً، معظمهم من النساء والأطفال.": [
        exactly("12 شخصاً", "injured", 12),
        some("النساء", "injured", part_of="12 شخصاً", categories="women"),
        some("الأطفال", "injured", part_of="12 شخصاً", categories="children"),
    ],
    "أسفرت المواجهات عن مقتل 10 وإصابة 20 بينهم 3 أطفال.": [
        exactly("10", "killed", 10),
        exactly("20", "injured", 20),
        exactly("3 أطفال", "injured", 3, part_of="20", categories="children"),
    ],
    "أطلق الحزب أكثر من 100 صاروخ اعترض الجيش 80 منها.": [
        at_least("100 صاروخ", "projectiles", 101, "more_than"),
        exactly("80", "projectiles", 80, part_of="100 صاروخ"),
    ],
    "قُتل 12 من عناصر الجيش و7 من المسلحين.": [
        exactly("12 من عناصر الجيش", "killed", 12, categories="soldiers"),
        exactly("7 من المسلحين", "killed", 7, categories="militants"),
    ],
    "قُتل شهيدان وثلاثة جرحى.": [exactly("شهيدان", "killed", 2), exactly("ثلاثة جرحى", "injured", 3)],
}

WHEN = {
    "قُتل ستة أشخاص فجر الثلاثاء في انفجار لغم.": [exactly("ستة أشخاص", "killed", 6, time="فجر الثلاثاء")],
    "قُتل ستة أشخاص منذ فجر الأحد.": [exactly("ستة أشخاص", "killed", 6, scope="period", time="فجر الأحد")],
    "قُتل 80 شخصاً خلال الساعات الـ24 الماضية.": [
        exactly("80 شخصاً", "killed", 80, scope="period", time="الساعات الـ24 الماضية")
    ],
    "ارتفعت حصيلة القتلى إلى 600 شخص.": [exactly("600 شخص", "killed", 600, scope="cumulative")],
    "ارتفعت حصيلة القتلى إلى أكثر من 600 شخص.": [at_least("600 شخص", "killed", 601, "more_than", scope="cumulative")],
    "تجاوز عدد القتلى 35 ألفاً.": [at_least("35 ألفاً", "killed", 35_001, "more_than", scope="cumulative")],
    "ارتفع عدد الجرحى إلى 120.": [exactly("120", "injured", 120, scope="cumulative")],
    "قُتل 35 ألف شخص منذ 7 تشرين الأول/أكتوبر 2023.": [
        exactly("35 ألف شخص", "killed", 35_000, scope="cumulative", time="7 تشرين الأول/أكتوبر 2023")
    ],
    "قُتل ثمانية أشخاص بينهم طفل منذ الأحد.": [
        exactly("ثمانية أشخاص", "killed", 8, scope="period", time="الأحد"),
        exactly("طفل", "killed", 1, scope="period", time="الأحد", part_of="ثمانية أشخاص", categories="children"),
    ],
}

SOURCES = {
    "أعلنت وزارة الصحة مقتل 11 شخصاً.": [exactly("11 شخصاً", "killed", 11, source="وزارة الصحة")],
    "قال مصدر طبي إن 11 شخصاً قُتلوا.": [exactly("11 شخصاً", "killed", 11, source="مصدر طبي")],
    "قُتل 11 شخصاً بحسب الدفاع المدني.": [exactly("11 شخصاً", "killed", 11, source="الدفاع المدني")],
    "قُتل 11 شخصاً، وفق ما أفاد المرصد السوري لحقوق الإنسان.": [
        exactly("11 شخصاً", "killed", 11, source="المرصد السوري لحقوق الإنسان")
    ],
    "أعلنت وزارة الصحة مقتل 11 شخصاً. وأضافت أن 20 شخصاً أصيبوا.": [
        exactly("11 شخصاً", "killed", 11, source="وزارة الصحة"),
        exactly("20 شخصاً", "injured", 20, source="وزارة الصحة"),
    ],
}

TABLE = KINDS | IDIOMS | COUNTS | WHO | PARTS | WHEN | SOURCES

NOTHING = {
    "an age": ["قُتل الفتى البالغ 13 عاماً، واسمه سامر."],
    "money": ["دفعت الحكومة 500 دولار لكل متضرر.", "خسر المصنع 20 مليون دينار."],
    "a percentage": [
        "قُتل 62 في المئة من السكان.",
        "قُتل 62 بالمئة.",
        "ارتفعت الأسعار 12 في المئة.",
        "تضرر 40% من المحاصيل.",
    ],
    "a distance": ["وقع الانفجار على بعد 30 كيلومتراً من العاصمة.", "على عمق 10 أمتار."],
    "a score": ["فاز الفريق 3-1.", "انتهت المباراة 2-2."],
    "a rank": ["احتلت البلاد المرتبة 140.", "صدر القرار 2254.", "اللواء 35.", "قُتل الشهيد الثالث."],
    "a length of time": ["استمر القصف 12 ساعة.", "حكم عليه بالسجن 7 سنوات."],
    "a date": ["وقع الهجوم في 10 مارس.", "وقع الهجوم عام 2014.", "وقع الهجوم الساعة 10:30."],
    "a negated verb": ["لم يُقتل أحد.", "لم يصب أحد بأذى."],
    "a negated count": ["انفجرت العبوة دون وقوع إصابات.", "لم تسجل أي إصابات."],
    "those told of before": ["نُقل المصابون إلى المستشفى.", "شيعت الجثامين.", "دُفن الضحايا."],
    "people unharmed": ["شارك 300 شخص في المسيرة.", "كان على متن الطائرة 90 راكباً.", "حضر 50 وزيراً القمة."],
    "things not counted as harm": ["أوقف الجيش عشرات الشاحنات.", "دخلت 120 شاحنة إلى القطاع.", "نصبت الوكالة 40 خيمة."],
    "an occurrence": ["قُصف الجسر للمرة الثالثة."],
    "one who is only named": ["قُتل سامر الحلبي."],
}


def shown(extraction: Extraction) -> list[F]:
    """The figures of an extraction as the table writes them."""
    times = {time.id: extraction.text_of(time) for time in extraction.times}
    wholes = {figure.id: extraction.text_of(figure) for figure in extraction.figures}
    return [
        F(
            extraction.text_of(figure),
            figure.kind,
            figure.low,
            figure.high,
            figure.qualifier,
            figure.scope,
            times[figure.time] if figure.time else None,
            wholes[figure.part_of] if figure.part_of else None,
            " ".join(figure.categories),
            figure.source,
        )
        for figure in extraction.figures
    ]


def read(text: str) -> Extraction:
    return read_article(Document("", text, PUBLISHED))


@pytest.mark.parametrize(("text", "figures"), TABLE.items(), ids=TABLE)
def test_figures_of_a_sentence(text: str, figures: list[F]) -> None:
    assert shown(read(text)) == figures


@pytest.mark.parametrize(
    "text", [pytest.param(text, id=f"{why}-{text}") for why, texts in NOTHING.items() for text in texts]
)
def test_what_is_no_figure(text: str) -> None:
    assert shown(read(text)) == []


def test_the_sentence_of_a_figure_holds_it() -> None:
    first, second = "وصل الوفد الأحد.", "قُتل سبعة أشخاص في انفجار."
    extraction = read(f"{first} {second} وعاد الوفد.")
    (figure,) = extraction.figures
    assert extraction.sentence_of(figure) == second.removesuffix(".")
