"""What random texts have found, in the smallest form that still showed it."""

from __future__ import annotations

from datetime import datetime

import pytest

from fuzz.promises import meaning
from timeline.meanings import Length
from timeline.notation import brief
from timeline.pipeline import read_article
from timeline.values import Document

WEDNESDAY = datetime.fromisoformat("2023-05-10T20:15:00+03:00")

# Two spellings of one text, of which the second was read as something else.
SAME = [
    ("25 كانون الأول", "25\u2067 كانون الأول"),
    ("25 كانون الأول", "\u200f25\u200f كانون الأول"),
    ("أيار 2014", "أيار \u202b2014\u202c"),
    ("قُتل 9 أطفال", "قُتل \u200f9\u200f أطفال"),
    ("استشهاد 21 شخصاً", "استشهاد 2\u200e1 شخصاً"),
    ("منذ ثلاثة أيام", "منذ \u200f ثلاثة \u200f أيام"),
    ("مقتل أم وطفليها", "مقتل \u200f أم وطفليها"),
    ("في 10/05/2023", "في 10\u200e/05\u200e/2023"),
    ("الساعة 10:30", "الساعة 10\u200f:\u200f30"),
    ("20 / 10 / 1436 هـ", "２０ / １０ / １４３６ هـ"),
    ("أصيب 1,250 شخصاً", "أصيب １,２５０ شخصاً"),
    ("قُتل مؤخراً", "قُتل م\u0648\u0654خراً"),
    ("مئات القتلى", "م\u064a\u0654ات القتلى"),
    ("في آب 2022", "في \ufe81\ufe8f 2022"),
    ("في آب الماضي", "في \u0627\u0653ب الماضي"),
    ("في آب", "في \u0627\u0653ب"),
    ("قتل041363-9لليوم مقتل أب", "قَتَل041363-9لَلَيَوَم مَقَتَل أَب"),
]


@pytest.mark.parametrize(("text", "other"), SAME)
def test_two_spellings_of_one_text(text: str, other: str) -> None:
    plain, also = (read_article(Document("", each, WEDNESDAY)) for each in (text, other))
    assert meaning(also) == meaning(plain) != []


def test_a_number_ends_before_its_marks() -> None:
    text = "قُتل في غزة \u200f21\u200f"
    (figure,) = read_article(Document("", text, WEDNESDAY)).figures
    assert text[figure.start : figure.end] == "21"


def test_one_is_not_true() -> None:
    """«شهراً» was a length of `True` months where something else that is `True` had been explained before."""
    assert [brief(True), brief(1), brief(Length(1, "M"))] == ["True", "1", "Length(amount=1, unit=M)"]
