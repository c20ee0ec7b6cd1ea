"""Names that are looked up outside a text: bodies, theatres of war, countries."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from timeline.lexicon import LexiconProblem
from timeline.lexicon.claimants import load_roles, role_named
from timeline.lexicon.countries import country_named
from timeline.lexicon.theatres import theatre_at, theatre_since, theatres


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("وزارة الصحة في غزة", "health_ministry"),
        ("صحة غزة", "health_ministry"),
        ("مصدر في وزارة الصحة", "health_ministry"),  # a body before a witness
        ("منظمة الصحة العالمية", "un_agency"),  # the longest
        ("إذاعة الجيش الإسرائيلي", "media"),  # the first
        ("مصدر طبي في مستشفى ناصر", "hospital"),
        ("مصادر طبية", "unnamed"),
        ("وزارة الداخلية", "government"),
        ("المكتب الإعلامي الحكومي", "government"),
        ("المُتحدّث باسم الدفاع المدنيّ", "civil_defence"),
        ("شيخ العشيرة", None),
        ("", None),
        ("؟!", None),
    ],
)
def test_role(name: str, role: str | None) -> None:
    assert role_named(name) == role


def test_a_role_that_there_is_not(tmp_path: Path) -> None:
    (tmp_path / "claimants.toml").write_text('[role]\nwizard = ["ساحر"]\n', encoding="utf-8")
    with pytest.raises(LexiconProblem, match=r"claimants\.toml: wizard: not one of health_ministry"):
        load_roles(tmp_path / "claimants.toml")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("وزارة الصحة اللبنانية", "lb"),
        ("الصحة بغزة", "ps"),
        ("جيش الاحتلال الإسرائيلي", "il"),
        ("خان يونس", "ps"),
        ("الوزارة", None),
        ("", None),
    ],
)
def test_country(name: str, code: str | None) -> None:
    assert country_named(name) == code


def test_theatres() -> None:
    gaza = theatre_at("غَزّة")
    assert gaza is not None
    assert gaza == theatre_at("قطاع غزة") == theatre_since(date(2023, 10, 1)) == theatre_since(gaza.begin)
    assert gaza.begin == date(2023, 10, 7)
    assert theatre_at("رفح") is None
    assert theatre_since(date(2023, 10, 9)) is None


def test_no_two_theatres_share_a_name_or_a_day() -> None:
    names = [name for theatre in theatres() for name in theatre.names]
    days = [day for theatre in theatres() for day in theatre.days]
    assert len(names) == len(set(names))
    assert len(days) == len(set(days))
