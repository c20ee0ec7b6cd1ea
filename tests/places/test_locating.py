"""Which place a name means in an article, where its outlet is at home, and how sure the point is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.properties.texts import anything
from timeline.pipeline import read_article
from timeline.places import home_of
from timeline.values import Document, Event, Location

# article: (usual name, kind, country, admin1, precision) of the place of its first event
MEANT = {
    "اندلعت اشتباكات في طرابلس.": ("طرابلس", "city", "LY", "طرابلس", "city"),
    "اندلعت اشتباكات في طرابلس شمال لبنان.": ("طرابلس", "city", "LB", "لبنان الشمالي", "city"),
    "اندلعت اشتباكات في طرابلس. وقال الجيش في بيروت إن جنديا أصيب.": ("طرابلس", "city", "LB", "لبنان الشمالي", "city"),
    "اندلعت اشتباكات في طرابلس. وقال الجيش اللبناني إن جنديا أصيب.": ("طرابلس", "city", "LB", "لبنان الشمالي", "city"),
    "وقع انفجار في البيضاء. وأعلن الحوثيون في صنعاء وتعز ذلك.": ("البيضاء", "city", "YE", "البيضاء", "city"),
    "وقع انفجار في البيضاء. وأعلنت الحكومة في بنغازي ذلك.": ("البيضاء", "city", "LY", "الجبل الأخضر", "city"),
    "وقع انفجار في رفح.": ("رفح", "city", "PS", "قطاع غزة", "city"),
    "وقع انفجار في رفح في شمال سيناء بمصر.": ("رفح", "city", "EG", "شمال سيناء", "city"),
    "وقع انفجار في مدينة القدس.": ("القدس الشرقية", "city", "PS", "الضفة الغربية", "city"),
    "وقع انفجار في القاهرة.": ("القاهرة", "city", "EG", "القاهرة", "city"),
    "وقع انفجار في محافظة حلب.": ("حلب", "governorate", "SY", "حلب", "division"),
    "وقع انفجار في حلب.": ("حلب", "city", "SY", "حلب", "city"),
    "وقع انفجار في عمان.": ("عمان", "city", "JO", "عمّان", "city"),
    "وقع انفجار في سلطنة عمان.": ("سلطنة عمان", "country", "OM", None, "country"),
    "وقع انفجار في العراق.": ("العراق", "country", "IQ", None, "country"),
    "وقع انفجار في دارفور.": ("دارفور", "region", "SD", None, "region"),
    "قصفت مدفعية مخيم جباليا.": ("مخيم جباليا", "camp", "PS", "قطاع غزة", "exact"),
    "قصفت المدفعية محيط مستشفى القدس.": ("مستشفى القدس", "hospital", "PS", "قطاع غزة", "exact"),
    # Not known by itself: where the words beside it say.
    "وقع انفجار في حي السلام بمدينة صنعاء.": ("صنعاء", "city", "YE", "أمانة العاصمة", "city"),
    "وقع انفجار في مطار المكلا.": ("المكلا", "city", "YE", "حضرموت", "city"),
}


def first(text: str, outlet: str | None = None, url: str | None = None) -> Event:
    return read_article(Document("a", text, outlet=outlet, url=url)).events[0]


@pytest.mark.parametrize(("text", "meant"), MEANT.items(), ids=MEANT)
def test_the_place_that_is_meant(text: str, meant: tuple[str | None, ...]) -> None:
    location = first(text).location
    assert location is not None
    assert (
        location.location, location.place_kind, location.country, location.admin1, location.geo_precision
    ) == meant  # fmt: skip


def test_the_other_places_of_that_name_are_kept() -> None:
    location = first("اندلعت اشتباكات في طرابلس.").location
    assert location is not None
    assert location.alternatives == ("طرابلس (LB)",)
    elsewhere = first("وقع انفجار في القاهرة.").location
    assert elsewhere is not None
    assert elsewhere.alternatives == ()


def test_what_nobody_knows_has_no_location() -> None:
    event = first("وقع انفجار في حي المتضررين.")
    assert (event.place, event.location) == ("حي المتضررين", None)


HOMES = {
    ("الوكالة الوطنية للإعلام", None): "LB",
    (None, "https://www.alwasat.ly/news/1"): "LY",
    (None, "https://news.example.org.lb/1"): "LB",
    (None, "https://WWW.SABQ.org/1"): "SA",
    (None, "https://al-hadath.tv/1"): None,
    (None, "https://example.com/1"): None,
    (None, "http://[/"): None,
    (None, "لا شيء"): None,
    ("الجزيرة", None): None,
    (None, None): None,
}


@pytest.mark.parametrize(("outlet", "home"), HOMES.items(), ids=map(str, HOMES))
def test_where_an_outlet_is_at_home(outlet: tuple[str | None, str | None], home: str | None) -> None:
    assert home_of(Document("a", "", outlet=outlet[0], url=outlet[1])) == home


def test_the_outlet_decides_where_the_text_does_not() -> None:
    text = "اندلعت اشتباكات في طرابلس."
    assert _country(first(text, url="https://nna-leb.gov.lb/1")) == "LB"
    assert _country(first(text, outlet="بوابة الوسط")) == "LY"
    assert _country(first("اندلعت اشتباكات في طرابلس في ليبيا.", url="https://nna-leb.gov.lb/1")) == "LY"


def _country(event: Event) -> str | None:
    return event.location.country if event.location else None


@given(anything, st.sampled_from([None, "LB"]))
def test_any_text_has_places_on_the_globe_or_none(text: str, home: str | None) -> None:
    url = f"https://example.{home.lower()}/" if home else None
    for event in read_article(Document("a", text, url=url)).events:
        assert event.location is None or _is_sound(event, event.location)


def _is_sound(event: Event, location: Location) -> bool:
    on_the_globe = -90 <= location.latitude <= 90 and -180 <= location.longitude <= 180
    return event.place is not None and on_the_globe and location.country.isupper() and len(location.alternatives) <= 3
