"""Place names as they are written: which words belong to them."""

from __future__ import annotations

import pytest

from timeline.grammar.reading import reader
from timeline.places import find_places
from timeline.sentences import Sentences

PLACES = {
    "وقع الانفجار في بغداد.": ["بغداد"],
    "وقع الانفجار ببغداد.": ["بغداد"],
    "وقع الانفجار في مدينة حمص.": ["حمص"],
    "وقع الانفجار في بلدة القرارة.": ["القرارة"],
    "وقع الانفجار في قرية المغير.": ["المغير"],
    "وقع الانفجار في مخيم النصيرات.": ["مخيم النصيرات"],
    "وقع الانفجار في حي الزيتون.": ["حي الزيتون"],
    "وقع الانفجار عند حاجز قلنديا.": ["حاجز قلنديا"],
    "وقع الانفجار في مخيم نور شمس.": ["مخيم نور شمس"],
    "وقع الانفجار في حي الزيتون بمدينة غزة.": ["حي الزيتون", "غزة"],
    "وقع الانفجار في حي خالد بن الوليد.": ["حي خالد بن الوليد"],
    "وقع الانفجار في بلدة كفر نبل.": ["كفر نبل"],
    "وقع الانفجار في مستشفى القدس.": ["مستشفى القدس"],
    "عبرت السفينة قناة السويس.": ["قناة السويس"],
    "غرق القارب في قناة صقلية.": ["قناة صقلية"],
    # Names that only the gazetteer knows: after a word that leads up to a place, or with «بـ».
    "وقع الانفجار في قباطية.": ["قباطية"],
    "وقع الانفجار في طبلبة.": ["طبلبة"],
    "وقع الانفجار بطبلبة.": ["طبلبة"],
    "وقع الانفجار قرب خان شيخون.": ["خان شيخون"],
    "وقع الانفجار في حفر الباطن.": ["حفر الباطن"],
    # Names that are everyday words: only after a word that says that a place is meant.
    "وقع الانفجار في مدينة السلام.": ["السلام"],
    "وقع الانفجار في بلدة الزهراء.": ["الزهراء"],
    "وقع الانفجار في حي النصر.": ["حي النصر"],
    "عبر عن الأمل في السلام.": [],
    "ندد بسياسة الغرب في الشرق.": [],
    "يندرج اللقاء في إطار الزيارة.": [],
    "تحدث عن النصر في الطريق.": [],
    # Named after a place, and none.
    "قال أبو غزة ذلك.": [],
    "نشرت صحيفة القدس الخبر.": [],
    "سقط رئيس الاتحاد جوزيف بلاتر.": [],
    "أوقف أعوان منطقة الحرس الوطني شخصا.": [],
    "انتهى الاجتماع في مخيم": [],
    "وقع الانفجار في المدينة.": [],
    "قال الوزير ذلك.": [],
}


@pytest.mark.parametrize(("text", "names"), PLACES.items(), ids=PLACES)
def test_find_places(text: str, names: list[str]) -> None:
    reading = reader().read(text)
    places = find_places(Sentences(reading.line, reading.sentence_ends)[0])
    assert [text[place.start : place.end] for place in places] == names
