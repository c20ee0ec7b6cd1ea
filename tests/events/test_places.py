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
    "وقع الانفجار في المدينة.": [],
    "قال الوزير ذلك.": [],
}


@pytest.mark.parametrize(("text", "names"), PLACES.items(), ids=PLACES)
def test_find_places(text: str, names: list[str]) -> None:
    reading = reader().read(text)
    places = find_places(Sentences(reading.line, reading.sentence_ends)[0])
    assert [text[place.start : place.end] for place in places] == names
