"""Numbers that nobody can mean: no crash, and no figure."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from tests.store.articles import database, running_total, stored
from timeline.pipeline import read_article
from timeline.store.storable import LARGEST
from timeline.store.tolls import toll_claims
from timeline.tolls import reconcile
from timeline.values import Document

PUBLISHED = datetime.fromisoformat("2023-12-07T12:00:00+02:00")
NONE = [
    "سقط خمسة مليار مليار شهيد",
    "مليون مليون مليون مليون مليون قتيل",
    f"مقتل {'9' * 400} شخصاً",
    f"مقتل {'٩' * 5000} شخصاً",
    "مقتل 99999999999999999999 شخصاً",
    "استشهد -5 فلسطينيين",
    "استشهد −5 فلسطينيين",
    "مقتل -٥ أشخاص",
    "مقتل 3.5 أشخاص",
    "مقتل ٣٫٥ أشخاص",
    "مقتل 2,5 شخص",
    "مقتل 1/2 شخص",
    "مقتل ½ شخص",
    "مقتل 12.0 شخصاً",
    "مقتل 0 أشخاص",
    "مقتل ٠ أشخاص",
    "مقتل صفر أشخاص",
    "مقتل 1e5 شخص",
    "مقتل 0x10 أشخاص",
]
NUMBERS = {
    "مقتل 45.5 ألف شخص": [45_500],
    "مقتل 1.234.567 شخصاً": [1_234_567],
    "مقتل 12.500 شخص": [12_500],
    "مقتل 00012 شخصاً": [12],
    "- 5 شهداء في رفح": [5],  # the dash of a list
    "-5 شهداء في رفح": [5],
    "مقتل 3 أشخاص - 2 من الجنود": [3, 2],
    "مقتل خمسة مليارات شخص": [5_000_000_000],
    "إطلاق 12 صاروخ F16 ومقتل 5 أشخاص": [12, 5],
}


@pytest.mark.parametrize("text", NONE, ids=[text[:30] for text in NONE])
def test_no_figure(text: str) -> None:
    assert read_article(Document("a", text, PUBLISHED)).figures == ()


@pytest.mark.parametrize(("text", "counts"), NUMBERS.items(), ids=NUMBERS)
def test_figures(text: str, counts: list[int]) -> None:
    assert [figure.low for figure in read_article(Document("a", text, PUBLISHED)).figures] == counts


def test_all_of_them_can_be_stored_and_reconciled(tmp_path: Path) -> None:
    """Also numbers beyond what a column holds, of which a difference is taken."""
    articles = [
        read_article(Document(str(number), text, PUBLISHED.replace(minute=number)))
        for number, text in enumerate([*NONE, *NUMBERS])
    ]
    totals = [
        running_total(count, day) for day, count in ((10, LARGEST - 1), (11, 5), (12, LARGEST + 1), (13, LARGEST))
    ]
    engine = database(tmp_path, *articles, *totals)
    assert stored(engine, *articles, *totals).new == 0
    (series,) = reconcile(toll_claims(engine)).series
    assert [(step.claim.low, step.delta) for step in series.steps] == [
        (LARGEST - 1, None),
        (5, 6 - LARGEST),
        (LARGEST, None),  # at least so many
        (LARGEST, LARGEST - 5),
    ]
    with engine.connect() as connection:
        assert connection.execute(sql("SELECT count FROM daily_figures")).all()
    engine.dispose()
