"""Who reports a figure, where the counted were, and from which day a running total counts."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from timeline.pipeline import read_article
from timeline.values import Document, Figure

PUBLISHED = datetime.fromisoformat("2024-05-14T21:10:00+03:00")  # a Tuesday


def figures(text: str, published: datetime | None = PUBLISHED) -> list[Figure]:
    return list(read_article(Document("a", text, published)).figures)


ROLES = {
    "قُتل سبعة أشخاص في غزة، بحسب وزارة الصحة.": ["health_ministry"],
    "قُتل سبعة أشخاص في صيدا، وفق الدفاع المدني.": ["civil_defence"],
    "قال مصدر في مستشفى ناصر إن سبعة أشخاص قُتلوا.": ["hospital"],
    "أعلن الجيش الإسرائيلي مقتل ثلاثة جنود.": ["army"],
    "أعلنت كتائب القسام مقتل ثلاثة جنود.": ["armed_group"],
    "قالت الأمم المتحدة إن 300 شخص قُتلوا.": ["un_agency"],
    "وثق المرصد السوري لحقوق الإنسان مقتل 12 مدنياً.": ["ngo"],
    "أعلنت الشرطة مقتل ثلاثة أشخاص.": ["police"],
    "أعلنت وزارة الداخلية مقتل ثلاثة أشخاص.": ["government"],
    "ذكرت وكالة الأنباء الرسمية أن ثلاثة أشخاص قُتلوا.": ["media"],
    "قال شهود عيان إن ثلاثة أشخاص قُتلوا.": ["witness"],
    "قال مصدر أمني إن ثلاثة أشخاص قُتلوا.": ["unnamed"],
    "قُتل ثلاثة أشخاص في صيدا.": ["outlet"],
    "قال شيخ العشيرة إن ثلاثة أشخاص قُتلوا.": [None],
    # a short name is that of the body named before
    "قالت وزارة الصحة اللبنانية إن 14 شخصاً قُتلوا. وأعلنت الوزارة إصابة 20 آخرين.": ["health_ministry", "health_ministry"],
    "أعلنت وزارة الداخلية مقتل 3 أشخاص. وأعلنت الوزارة إصابة 20 آخرين.": ["government", "government"],
    "أعلنت وزارة الصحة في غزة وصول 40 شهيداً إلى المستشفيات.": ["health_ministry"],
}  # fmt: skip

SOURCES = {
    # the name ends where a time begins
    "أعلن مدير المشفى عند الرابعة عصراً مقتل ستة أشخاص.": ["مدير المشفى"],
    "وأحصت البلدية خلال الأسبوع الماضي ستة قتلى.": ["البلدية"],
    # a toll is nobody
    "وكانت حصيلة أولية نشرت صباح الاثنين قد أشارت إلى ستة قتلى.": [None],
    "وسجلت أعلى حصيلة في حلب، حيث قُتل ستة أشخاص.": [None],
    "أعلنت السلطات حصيلة جديدة بلغت ستة قتلى.": ["السلطات"],
    # who issued it is somebody
    "لقي ستة أشخاص حتفهم، حسب حصيلة نشرتها أمس الاثنين مصالح الأمن.": ["مصالح الأمن"],
    "أفادت الغرفة، في تعميم حصل عليه «راديو المدينة»، بأن ستة أشخاص قُتلوا.": ["الغرفة"],
    # a body that opens the sentence, before its verb
    "من جهتها الشرطة أكدت أن ستة أشخاص قُتلوا.": ["الشرطة"],
    "الجيش يعلن مقتل ستة جنود في اشتباكات.": ["الجيش"],
    "وزارة الصحة: مقتل ستة أشخاص.": ["وزارة الصحة"],
    # each of two sources has its own side of «بينما»
    "وفق الهلال الأحمر، قُتل ستة أشخاص، بينما جُرح تسعة بحسب الشرطة.": ["الهلال الأحمر", "الشرطة"],
    # one name behind «واتهم» is the accused
    "نفى متحدث باسم القوات وقوع هجوم، واتهم الجيش بتنفيذ غارة أوقعت ستة قتلى.": ["متحدث باسم القوات"],
    "واتهم المحافظ الجيش بتنفيذ غارة أوقعت ستة قتلى.": ["المحافظ"],
}  # fmt: skip

PLACES = {
    "وصل إلى مستشفيات قطاع غزة 40 شهيداً.": ["قطاع غزة"],
    "قُتل 12 شخصاً في غارات على بيروت، وفق وزارة الصحة اللبنانية، بينهم 5 في صيدا.": ["بيروت", "صيدا"],
    "قُتل 12 شخصاً في غارات على بيروت بينهم 5 أطفال.": ["بيروت", "بيروت"],
    "أعلنت وزارة الصحة في غزة استشهاد 40 شخصاً.": ["غزة"],  # it speaks for the place in its name
    "أعلنت وزارة الصحة في غزة استشهاد 40 شخصاً. وأضافت أن الحصيلة ارتفعت إلى 900 شهيد.": ["غزة", "غزة"],
    "أعلنت وزارة الصحة في غزة استشهاد 18 شخصاً في دير البلح. وأعلنت الوزارة أن المستشفيات استقبلت 57 شهيداً.": ["دير البلح", "غزة"],
    "وقال الجيش في القاهرة إن ثلاثة جنود قُتلوا.": [None],  # an army speaks of wherever it fights
    "ارتفع عدد القتلى إلى 2200 شخص، فيما نزح أكثر من 800 ألف شخص من بيروت.": [None, "بيروت"],
    "بيروت - قُتل سبعة أشخاص.": [None],  # where it was written
    "قُتل سبعة أشخاص.": [None],
}  # fmt: skip

SINCE = {
    "ارتفعت حصيلة القتلى في غزة إلى 35000 منذ 7 تشرين الأول/أكتوبر 2023.": [date(2023, 10, 7)],
    "ارتفعت حصيلة القتلى في غزة إلى 35000 منذ بدء الحرب.": [date(2023, 10, 7)],
    "ارتفعت حصيلة القتلى في السودان إلى 15000 منذ اندلاع الحرب.": [date(2023, 4, 15)],
    "ارتفعت حصيلة القتلى في غزة إلى 35000، بينهم 14000 طفل، و79 ألف جريح منذ بدء العدوان.": [date(2023, 10, 7)] * 3,
    "ارتفعت حصيلة القتلى في تونس إلى 30 منذ بدء الحرب.": [None],  # which?
    "ارتفعت حصيلة القتلى في غزة إلى 30.": [None],
    "استشهد 30 شخصاً في غزة خلال الساعات الـ24 الماضية.": [None],
}  # fmt: skip


@pytest.mark.parametrize(("text", "sources"), SOURCES.items(), ids=SOURCES)
def test_who_says_it(text: str, sources: list[str | None]) -> None:
    assert [figure.source for figure in figures(text)] == sources


@pytest.mark.parametrize(("text", "roles"), ROLES.items(), ids=ROLES)
def test_role_of_the_source(text: str, roles: list[str | None]) -> None:
    assert [figure.source_role for figure in figures(text)] == roles


@pytest.mark.parametrize(("text", "places"), PLACES.items(), ids=PLACES)
def test_where_the_counted_were(text: str, places: list[str | None]) -> None:
    assert [figure.place for figure in figures(text)] == places


@pytest.mark.parametrize(("text", "days"), SINCE.items(), ids=SINCE)
def test_since_when_a_total_counts(text: str, days: list[date | None]) -> None:
    assert [figure.since for figure in figures(text)] == days


def test_without_a_publication_no_war_is_guessed() -> None:
    (figure,) = figures("ارتفعت حصيلة القتلى في غزة إلى 35000 منذ بدء الحرب.", None)
    assert figure.since is None


def test_a_war_that_had_not_begun_is_not_meant() -> None:
    (figure,) = figures("ارتفعت حصيلة القتلى في غزة إلى 2000 منذ بدء الحرب.", PUBLISHED.replace(year=2014))
    assert figure.since is None


def test_a_total_of_one_attack_belongs_to_it() -> None:
    extraction = read_article(Document("a", "ارتفع عدد قتلى الغارة على بعلبك الثلاثاء إلى 12 شخصاً.", PUBLISHED))
    (figure,), (event,) = extraction.figures, extraction.events
    assert (figure.scope, figure.event, figure.place) == ("cumulative", event.id, event.place)


# What excludes the whole ends the list of its parts.
BESIDE = {
    "ارتفعت الحصيلة في غزة إلى 3785 شهيداً، بينهم 1524 طفلاً و1000 امرأة، و12493 جريحاً منذ بدء العدوان.": [
        ("killed", 3785, False), ("killed", 1524, True), ("killed", 1000, True), ("injured", 12493, False),
    ],
    "ارتفعت الحصيلة في غزة إلى 3478 شهيداً، إضافة إلى 12065 جريحاً منذ بدء العدوان.": [("killed", 3478, False), ("injured", 12065, False)],
    "قُتل 12 شخصاً بينهم 5 أطفال و3 نازحين.": [("killed", 12, False), ("killed", 5, True), ("killed", 3, True)],
}  # fmt: skip


@pytest.mark.parametrize(("text", "counts"), BESIDE.items(), ids=BESIDE)
def test_where_the_parts_end(text: str, counts: list[tuple[str, int, bool]]) -> None:
    found = figures(text)
    assert [(figure.kind, figure.low, figure.part_of is not None) for figure in found] == counts
    assert len({(figure.scope, figure.time, figure.since) for figure in found}) == 1
