"""Articles in other languages are named and left out; Arabic with something else in it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.sources import Unreadable, read_documents
from timeline.sources.language import check_arabic
from timeline.values import Document

WIRE = "قتل 21 شخصا وأصيب العشرات في غارة على مخيم جباليا فجر الثلاثاء، وفق وزارة الصحة في القطاع."
ENGLISH = "Three people were killed in a raid on Tuesday, officials said, and nobody else was hurt."
PERSIAN = (
    "در حمله هوایی بامداد سه‌شنبه به این شهر دست‌کم سه نفر کشته و ده‌ها تن دیگر زخمی شدند. وزارت بهداشت گفت که شمار "
    "کشته‌شدگان بیشتر می‌شود و گروهی از مردم زیر آوار مانده‌اند و پزشکان در بیمارستان‌ها به کمک نیاز دارند. گزارش‌های "
    "دیگر از گسترش درگیری‌ها در مرز و پایان گفتگوها سخن می‌گویند."
)
OTHERS = {
    "English": ENGLISH,
    "French": "Trois personnes ont été tuées mardi dans un raid, a déclaré le ministère de la santé.",
    "Hebrew": "שלושה בני אדם נהרגו בתקיפה ביום שלישי, כך מסר משרד הבריאות בהודעה לעיתונות.",
    "Russian": "Три человека погибли во вторник в результате удара, сообщило министерство здравоохранения.",
    "Persian": PERSIAN,
    "Persian on an Arabic keyboard": PERSIAN.replace("ی", "ي").replace("ک", "ك"),
    "Urdu": "غزہ میں اسرائیلی حملوں میں تین افراد ہلاک ہو گئے، وزارت صحت نے بتایا ہے کہ زخمیوں کی تعداد زیادہ ہے۔",
    "Kurdish": "سێ کەس لە هێرشێکی ئاسمانی بۆ سەر شارەکە کوژران و دەیان کەسی دیکە بریندار بوون، وەزارەتی تەندروستی وتی.",
    "an Arabic name in it": f"{ENGLISH} (غزة)",
}
ARABIC = {
    "a wire": WIRE,
    "a word": "غزة",
    "a short word of another": "BREAKING",
    "with a quotation": f"{WIRE} قال المتحدث: «{ENGLISH}»",
    "with a longer quotation": f"{WIRE}\n{ENGLISH}\n{ENGLISH}"[:250],
    "with an address": f"غارة على غزة https://example.org/{'a-very-long-address/' * 9}",
    "on a Persian keyboard": WIRE.replace("ي", "ی").replace("ك", "ک"),
    "names of Persian and Iraqi spelling": f"{WIRE} وقع الانفجار في پيشاور وگلگت، قرب چمن، وفق الشرطة الپاكستانية.",
    "presentation forms": "ﻗﺘﻞ ﺛﻼﺛﺔ ﺃﺷﺨﺎﺹ ﻓﻲ ﻏﺎﺭﺓ ﻋﻠﻰ ﻣﺨﻴﻢ ﺟﺒﺎﻟﻴﺎ",
    "vowelled": "قُتِلَ ثَلَاثَةُ أَشْخَاصٍ فِي غَارَةٍ عَلَى الْمُخَيَّمِ",
    "numbers": "12 34 56 2024/10/26",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_languages(text: str) -> None:
    with pytest.raises(ValueError, match="this article is not in Arabic"):
        check_arabic(text)


@pytest.mark.parametrize("text", ARABIC.values(), ids=ARABIC)
def test_arabic(text: str) -> None:
    check_arabic(text)


def test_the_next_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "b.csv").write_text(f'text\n"{PERSIAN}"\n"{WIRE}"\n', encoding="utf-8")
    first, second, third = read_documents([str(tmp_path)])
    assert isinstance(first, Unreadable)
    assert isinstance(second, Unreadable)
    assert isinstance(third, Document)
    assert (first.why, second.why, third.text) == (*["this article is not in Arabic"] * 2, WIRE)
