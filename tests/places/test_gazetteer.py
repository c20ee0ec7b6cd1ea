"""The gazetteer that ships: what it must know, and that a broken file of it says what is wrong."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.lexicon import LexiconProblem, lexicon
from timeline.places import Locator, gazetteer
from timeline.places.gazetteer import Place, key_of
from timeline.places.home import load_outlets
from timeline.places.loading import PLACES, load
from timeline.words import Line, Text, vocabulary

Change = Callable[[str, str], Path]

# name: kind, country, what it lies in (nearest first), latitude, longitude
KNOWN = {
    "مخيم جباليا": ("camp", "PS", ("شمال غزة", "قطاع غزة", "فلسطين"), 31.5, 34.5),
    "الشجاعية": ("neighbourhood", "PS", ("محافظة غزة", "قطاع غزة", "فلسطين"), 31.5, 34.5),
    "مخيم جنين": ("camp", "PS", ("محافظة جنين", "الضفة الغربية", "فلسطين"), 32.5, 35.3),
    "خانيونس": ("city", "PS", ("محافظة خان يونس", "قطاع غزة", "فلسطين"), 31.3, 34.3),
    "معبر كرم أبو سالم": ("crossing", "PS", ("محافظة رفح", "قطاع غزة", "فلسطين"), 31.2, 34.3),
    "مجمع الشفاء الطبي": ("hospital", "PS", ("محافظة غزة", "قطاع غزة", "فلسطين"), 31.5, 34.4),
    "الضفة": ("governorate", "PS", ("فلسطين",), 31.8, 35.2),
    "الخرطوم": ("city", "SD", ("الخرطوم", "السودان"), 15.6, 32.5),
    "دارفور": ("region", "SD", ("السودان",), 13.5, 24.5),
    "شمال دارفور": ("governorate", "SD", ("السودان",), 13.6, 25.3),
    "مخيم زمزم": ("camp", "SD", ("شمال دارفور", "السودان"), 13.5, 25.3),
    "عيتا الشعب": ("city", "LB", ("النبطية", "لبنان"), 33.1, 35.3),
    "البقاع": ("region", "LB", ("لبنان",), 33.9, 36.0),
    "الأنبار": ("governorate", "IQ", ("العراق",), 33.4, 43.3),
    "مأرب": ("city", "YE", ("مأرب", "اليمن"), 15.5, 45.3),
    "مصراتة": ("city", "LY", ("مصراتة", "ليبيا"), 32.4, 15.1),
    "كوباني": ("city", "SY", ("حلب", "سوريا"), 36.9, 38.4),
    "الحسيمة": ("city", "MA", ("طنجة تطوان الحسيمة", "المغرب"), 35.2, -3.9),
    "لامبيدوزا": ("city", "IT", ("صقلية", "إيطاليا"), 35.5, 12.6),
    "مالطا": ("country", "MT", (), 35.9, 14.5),
}
LEAGUE = "DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE".split()
AROUND = "IL TR IR ET TD ML NE SS ER IT GR MT CY ES".split()


@pytest.mark.parametrize(("name", "known"), KNOWN.items(), ids=KNOWN)
def test_a_place_is_known_with_what_it_lies_in(
    name: str, known: tuple[str, str, tuple[str, ...], float, float]
) -> None:
    places = [place for place in gazetteer().named(name) if (place.kind, place.country, place.within) == known[:3]]
    assert [(place.latitude, place.longitude) for place in places] == [pytest.approx(known[3:], abs=0.15)]


@pytest.mark.parametrize("country", LEAGUE + AROUND)
def test_every_country_of_the_wires_is_there(country: str) -> None:
    places = {place.id: place for name in gazetteer() for place in gazetteer().named(name) if place.country == country}
    assert {"country", "city"} <= {place.kind for place in places.values()}
    if country in LEAGUE:
        assert "governorate" in {place.kind for place in places.values()}


def test_every_place_of_the_lexicon_is_located() -> None:
    words = lexicon()
    forms = [*words.forms.items(), *((" ".join(phrase), values) for phrase, values in words.phrases.items())]
    names = [name for name, values in forms if "place" in values or "ambiguous_place" in values]
    locator = Locator(Line.of(Text("", vocabulary())))
    assert [name for name in names if locator.locate(name) is None] == []


def test_every_place_has_its_id_and_lies_on_the_globe() -> None:
    places: dict[str, Place] = {}
    for name in gazetteer():
        for place in gazetteer().named(name):
            assert places.setdefault(place.id, place) is place
            assert -90 <= place.latitude <= 90
            assert -180 <= place.longitude <= 180
    assert len(places) == len(gazetteer())


def test_names_are_found_in_any_spelling() -> None:
    assert gazetteer().named("اريحا") == gazetteer().named("أريحا") == gazetteer().named("أَريحـا")
    assert key_of("دير-البلح") == key_of("دير  البلح")
    assert "النصر" in gazetteer().common
    assert "قباطيه" not in gazetteer().common


def test_the_file_is_small() -> None:
    assert (PLACES / "gazetteer.tsv.gz").stat().st_size < 1_000_000


@pytest.fixture
def changed(tmp_path: Path) -> Change:
    """A copy of the files of which one has other text."""
    folder = tmp_path / "places"
    shutil.copytree(PLACES, folder)

    def change(name: str, text: str) -> Path:
        (folder / name).write_text(text, encoding="utf-8")
        return folder

    return change


BROKEN = {
    "not TOML": ("places.toml", "[city.ps\n", "places.toml: not readable as TOML"),
    "an unknown kind": ("places.toml", '[town.ps]\n"بيتا" = [32.1, 35.2]\n', "[town.ps] بيتا: town is no kind of place"),
    "an unknown country": ("places.toml", '[city.xx]\n"بيتا" = [32.1, 35.2]\n', "[city.xx] بيتا: xx is no country code"),
    "twice": (
        "places.toml", '[city.ps]\n"بيتا" = [32.1, 35.2]\n"بلدة/بيتا" = [32.1, 35.2]\n',
        "[city.ps] بلدة/بيتا: بيتا is there twice, before as places.toml: [city.ps] بيتا",
    ),
    "twice the same key": ("places.toml", '[city.ps]\n"بيتا" = [32, 35]\n"بيتا" = [32, 35]\n', "places.toml: not readable"),
    "latitude": ("places.toml", '[city.ps]\n"بيتا" = [95.0, 35.2]\n', "[city.ps] بيتا: 95.0, 35.2 is outside -90 to 90"),
    "longitude": ("places.toml", '[city.ps]\n"بيتا" = [32.0, -181]\n', "[city.ps] بيتا: 32.0, -181 is outside"),
    "not a number": ("places.toml", '[city.ps]\n"بيتا" = [nan, 35.2]\n', "[city.ps] بيتا: nan, 35.2 is outside"),
    "no point": ("places.toml", '[city.ps]\n"بيتا" = "هناك"\n', "[city.ps] بيتا: expected [latitude, longitude,"),
    "no table": ("places.toml", "city = 3\n", "places.toml: [city]: expected a table, got 3"),
    "no container": (
        "places.toml", '[city.ps]\n"بيتا" = [32.1, 35.2, "الشمال"]\n',
        "[city.ps] بيتا: الشمال is no governorate or region of ps",
    ),
    "an empty name": ("places.toml", '[city.ps]\n"بيتا/ " = [32.1, 35.2]\n', "expected a list of names"),
    "an empty division": ("divisions.toml", '[ps]\nXX = ["هناك"]\n', "divisions.toml: [ps] XX: no town"),
    "a division without name": ("divisions.toml", "[ps]\nGZ = []\n", "divisions.toml: [ps] GZ: expected a list of names"),
    "an unknown number": ("geonames.toml", '[names]\n12 = ["هناك"]\n', "geonames.toml: [names] 12: the gazetteer has no place"),
    "an unknown head": ("heads.toml", '[head]\ntown = ["مدينة"]\n', "heads.toml: [head] town: town is no kind of place"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "text", "said"), BROKEN.values(), ids=BROKEN)
def test_what_is_wrong_is_told_with_file_and_entry(changed: Change, file: str, text: str, said: str) -> None:
    with pytest.raises(LexiconProblem) as problem:
        load(changed(file, text))
    assert said in str(problem.value)
    assert "\n" not in str(problem.value)


DAMAGED = {
    "columns": (gzip.compress(b"1\tcity\n"), "gazetteer.tsv.gz: line 1: expected 9 columns, got 2"),
    "a kind": (gzip.compress(b"1\ttown\tx\t0\t0\tPS\t\t0\t\n"), "gazetteer.tsv.gz: line 1: town is no kind"),
    "a number": (gzip.compress(b"1\tcity\tx\there\t0\tPS\t\t0\t\n"), "gazetteer.tsv.gz: line 1: could not convert"),
    "no gzip": (b"\xff\xfe\x00", "gazetteer.tsv.gz: not readable"),
    "cut off": (gzip.compress(b"1\tcity\n" * 99)[:-9], "gazetteer.tsv.gz: "),
    "no UTF-8": (gzip.compress(b"\xff\xfe\n"), "gazetteer.tsv.gz: not readable"),
}


@pytest.mark.parametrize(("content", "said"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_gazetteer_is_named(changed: Change, content: bytes, said: str) -> None:
    folder = changed("gazetteer.tsv.gz", "")
    (folder / "gazetteer.tsv.gz").write_bytes(content)
    with pytest.raises(LexiconProblem) as problem:
        load(folder)
    assert said in str(problem.value)


def test_an_outlet_at_home_nowhere_is_named(tmp_path: Path) -> None:
    path = tmp_path / "outlets.toml"
    path.write_text('[name]\nxx = ["الجريدة"]\n', encoding="utf-8")
    with pytest.raises(LexiconProblem, match=r"outlets\.toml: \[name\] xx: xx is no country code"):
        load_outlets(path)
