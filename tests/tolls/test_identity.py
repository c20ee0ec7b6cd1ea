"""Which figures are about one toll, read from sentences: the pairs that are, and those that only look so."""

from __future__ import annotations

from datetime import datetime

import pytest

from timeline.pipeline import read_article
from timeline.store.writing.about import About
from timeline.tolls.claimants import claimant_of
from timeline.tolls.identity import read_toll
from timeline.values import Document, Role

MONDAY, TUESDAY = "2023-11-06T12:00:00+02:00", "2023-11-07T13:30:00+02:00"
TOTAL = "ارتفعت حصيلة الشهداء في قطاع غزة إلى 9770 منذ بدء الحرب"


def toll(sentence: str, published: str = TUESDAY, number: int = 0) -> str | None:
    """The toll of the first figure of a sentence, or of another."""
    extraction = read_article(Document("a", sentence, datetime.fromisoformat(published), outlet="وكالة"))
    found = About(extraction).toll(extraction.figures[number])
    return str(found) if found else None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (TOTAL, "بلغ عدد القتلى في غزة 10022 منذ السابع من أكتوبر 2023"),
        (TOTAL, "ارتفع عدد الشهداء في القطاع إلى 10022 فلسطينياً منذ بدء العدوان"),
        (TOTAL, "ارتفعت الحصيلة إلى 10022 شهيداً منذ السابع من أكتوبر الماضي"),  # the day says which war
        ("استشهد 252 فلسطينياً في قطاع غزة خلال الساعات الـ24 الماضية", "وصل إلى مستشفيات غزة 260 شهيداً خلال 24 ساعة الماضية"),
        ("قتل 7 أشخاص في غارة على بعلبك الثلاثاء", "ارتفع عدد قتلى الغارة على بعلبك الثلاثاء إلى 12 شخصاً"),
        ("قتل 20 شخصاً في صيدا منذ فجر الثلاثاء", "قتل 25 شخصاً في صيدا منذ فجر الثلاثاء"),
    ],
)  # fmt: skip
def test_one_toll(first: str, second: str) -> None:
    assert toll(first) is not None
    assert toll(first) == toll(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (TOTAL, "ارتفع عدد المصابين في قطاع غزة إلى 9770 منذ بدء الحرب"),  # another kind
        (TOTAL, "ارتفع عدد القتلى في الضفة الغربية إلى 150 منذ السابع من أكتوبر"),  # another place
        (TOTAL, "ارتفع عدد القتلى في قطاع غزة إلى 9770 منذ مطلع العام 2023"),  # another beginning
        (TOTAL, "ارتفع عدد الأطفال القتلى في قطاع غزة إلى 3900 طفل منذ بدء الحرب"),  # other people
        (TOTAL, "ارتفع عدد القتلى في قطاع غزة إلى 30 جندياً إسرائيلياً منذ بدء الحرب"),
        (TOTAL, "استشهد 252 فلسطينياً في قطاع غزة خلال الساعات الـ24 الماضية"),  # a day of it
        ("استشهد 90 في غزة خلال الـ24 ساعة الماضية", "استشهد 150 في غزة خلال الـ48 ساعة الماضية"),
        ("قتل 7 أشخاص في غارة على بعلبك الثلاثاء", "قتل 9 أشخاص في غارة على صور الثلاثاء"),
        ("قتل 7 أشخاص في غارة على بعلبك الثلاثاء", "قتل 9 أشخاص في غارة على بعلبك الاثنين"),
        ("قتل 7 أشخاص في غارة على بعلبك الثلاثاء", "قتل 9 أشخاص في انفجار عبوة في بعلبك الثلاثاء"),
    ],
)  # fmt: skip
def test_two_tolls(first: str, second: str) -> None:
    assert toll(first) != toll(second)


def test_the_same_words_of_another_day_are_another_period() -> None:
    sentence = "استشهد 90 في غزة خلال الـ24 ساعة الماضية"
    assert toll(sentence, MONDAY) != toll(sentence, TUESDAY)


@pytest.mark.parametrize(
    "sentence",
    [
        "ارتفعت حصيلة القتلى في غزة إلى 30 شخصاً",  # of a strike, or of the war?
        "ارتفعت حصيلة القتلى إلى 30 منذ مطلع العام",  # where?
        "قتل سبعة أشخاص في غارة على غزة الثلاثاء",  # which of the many of that day?
        "قتل سبعة أشخاص في غارة",
        "سقط قتلى وجرحى في غارة على بعلبك الثلاثاء",  # nobody is counted
    ],
)
def test_no_known_toll(sentence: str) -> None:
    assert toll(sentence) is None


def test_a_part_that_names_no_group_is_of_nobody() -> None:
    sentence = "قتل 12 شخصاً في غارة على بعلبك الثلاثاء، بينهم 5 من عائلة واحدة"
    assert toll(sentence) is not None
    assert toll(sentence, number=1) is None


@pytest.mark.parametrize(
    "sentence", [TOTAL, "قتل 4 أطفال في غارة على بعلبك الثلاثاء", "قتل 20 في صيدا منذ فجر الثلاثاء"]
)
def test_the_name_of_a_toll_says_all_of_it(sentence: str) -> None:
    name = toll(sentence)
    assert name is not None
    assert str(read_toll(name)) == name


GAZAN = "health_ministry ps"


@pytest.mark.parametrize(
    ("role", "source", "place", "claimant"),
    [
        ("health_ministry", "وزارة الصحة في غزة", "غزة", GAZAN),
        ("health_ministry", "وزارة الصحة الفلسطينية", None, GAZAN),
        ("health_ministry", "صحة غزة", "القطاع", GAZAN),
        ("health_ministry", "الوزارة", "غزة", GAZAN),
        ("health_ministry", "وزارة الصحة اللبنانية", "صور", "health_ministry lb"),
        ("army", "المتحدث باسم الجيش الإسرائيلي", "غزة", "army il"),
        ("army", "الجيش", "غزة", "army جيش"),  # whose?
        ("ngo", "المرصد السوري", None, "ngo مرصد سوري"),
        ("ngo", "مرصد سوري", None, "ngo مرصد سوري"),
        (None, "أحد الوجهاء", None, "other احد وجهاء"),
        ("outlet", None, None, "outlet وكاله"),
    ],
)
def test_claimant(role: Role | None, source: str | None, place: str | None, claimant: str) -> None:
    assert claimant_of(role, source, "وكالة", place) == claimant
