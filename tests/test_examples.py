"""The articles that the first command reads: well-formed, and read as a person reads them."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from timeline.pipeline import read_article
from timeline.values import Document, Figure

EXAMPLES = Path(__file__).parent.parent / "examples"
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
NEIGHBOURS = {"أمس": -1, "اليوم": 0, "غداً": 1, "غد": 1}

# article -> the toll its first sentence reports: kind, low, high, qualifier
HEADLINES = {
    "gaza": ("killed", 18, 18, "exact"),
    "lebanon": ("killed", 14, None, "at_least"),
    "sudan": ("killed", 23, 23, "exact"),
    "yemen": ("killed", 12, 12, "exact"),
    "earthquake": ("killed", 34, 34, "exact"),
    "shipwreck": ("killed", 19, 19, "exact"),
}


def article(name: str) -> tuple[dict[str, str], str]:
    """The header lines of an example, by field, and its text."""
    header, _, text = (EXAMPLES / f"{name}.txt").read_text("utf-8").partition("\n\n")
    return dict(line.split(": ", 1) for line in header.splitlines()), text


def published(name: str) -> datetime:
    return datetime.fromisoformat(article(name)[0]["published"])


def test_every_example_is_listed_here() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.txt")} == set(HEADLINES)


@pytest.mark.parametrize("name", HEADLINES)
def test_header_is_complete(name: str) -> None:
    header, text = article(name)
    assert list(header) == ["published", "title", "outlet"]
    assert published(name).utcoffset() is not None
    assert 120 <= len(text.split()) <= 220


@pytest.mark.parametrize("name", HEADLINES)
def test_weekdays_agree_with_the_publication_date(name: str) -> None:
    for neighbour, weekday in re.findall(rf"\b({'|'.join(NEIGHBOURS)}) ({'|'.join(WEEKDAYS)})\b", article(name)[1]):
        assert WEEKDAYS.index(weekday) == (published(name).weekday() + NEIGHBOURS[neighbour]) % 7


@pytest.mark.parametrize(("name", "headline"), HEADLINES.items())
def test_headline_toll(name: str, headline: tuple[str, int, int | None, str]) -> None:
    document = Document(id=name, text=article(name)[1], published=published(name))
    figures = read_article(document).figures
    assert figures, "no figure was read"
    assert _toll(figures[0]) == headline


def _toll(figure: Figure) -> tuple[str, int, int | None, str]:
    return figure.kind, figure.low, figure.high, figure.qualifier
