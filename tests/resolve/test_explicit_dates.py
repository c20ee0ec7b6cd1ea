"""dateparser against the grammar on explicit dates: the table beside this file says who is right, and it is the grammar."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from timeline.pipeline import read_article
from timeline.values import Document

HERE = Path(__file__).parent
GOLD = HERE.parent / "gold" / "phrases.jsonl"
OURS = datetime.fromisoformat("2022-09-15T18:40:00+03:00")
EXPLICIT = ("explicit_date", "dual_month", "maghrebi_month", "hijri", "numeric_date")


def gold() -> dict[str, tuple[str, str, datetime, str]]:
    """id -> phrase, clause, publication and value of each day that the gold phrases name."""
    cases = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    days = (c for c in cases if c["family"] in EXPLICIT and c["type"] == "DATE" and len(c["value"]) == 10)
    return {c["id"]: (c["phrase"], c["clause"], datetime.fromisoformat(c["published"]), c["value"]) for c in days}


def rows() -> Iterator[list[str]]:
    for line in (HERE / "explicit_dates.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def parameters() -> Iterator[object]:
    known = gold()
    for name, date, other, right in rows():
        phrase, clause, published, _ = known.get(name, (name, f"وقع ذلك في {name}.", OURS, date))
        yield pytest.param(phrase, clause, published, date, other, right, id=f"{name}-{phrase}")


@pytest.mark.parametrize(("phrase", "clause", "published", "date", "other", "right"), list(parameters()))
def test_who_is_right(phrase: str, clause: str, published: datetime, date: str, other: str, right: str) -> None:
    extraction = read_article(Document("", clause, published))
    assert (phrase, date) in [(extraction.text_of(time), time.value) for time in extraction.times]
    assert read_by_dateparser(phrase, published) == other
    assert right == ("both" if other == date else "grammar")


def test_every_explicit_day_of_the_gold_phrases_is_listed() -> None:
    listed = {name: date for name, date, _, _ in rows()}
    assert {name: case[3] for name, case in gold().items()}.items() <= listed.items()
    assert len(listed.keys() - gold().keys()) >= 40


def read_by_dateparser(phrase: str, published: datetime) -> str:
    """What dateparser makes of the phrase alone, told that it is Arabic, day first, and where to count from."""
    import dateparser  # type: ignore[import-untyped]  # it has no types

    settings = {
        "DATE_ORDER": "DMY",
        "PREFER_DATES_FROM": "past",
        "RELATIVE_BASE": published.replace(tzinfo=None),
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # dateparser's own, on dates without a year
        found = dateparser.parse(phrase, languages=["ar"], settings=settings)
    return found.date().isoformat() if found else "-"
