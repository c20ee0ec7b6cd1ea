"""Sentences as wires write them, each with all that is said of its figures."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from timeline.pipeline import read_article
from timeline.values import Document, Extraction, Figure

PUBLISHED = datetime.fromisoformat("2024-05-14T21:10:00+03:00")
FIGURE = re.compile(r"\[(.*?)\]")
SENTENCES: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8")
)


def cases() -> Iterator[tuple[str, str, str]]:
    for family, rows in SENTENCES.items():
        for clause, figures in rows.items():
            yield family, clause, figures


def said(figure: Figure, extraction: Extraction) -> str:
    """As the table writes it: «killed 3- at_least period <1 +women @ ليل السبت by الشرطة»."""
    count = str(figure.low) if figure.low == figure.high else f"{figure.low}-{figure.high or ''}"
    times = {time.id: extraction.text_of(time) for time in extraction.times}
    return " ".join(
        (
            figure.kind,
            count,
            *(word for word in (figure.qualifier, figure.scope) if word not in ("exact", "incident")),
            *([f"<{figure.part_of[1:]}"] if figure.part_of else []),
            *(f"+{category}" for category in figure.categories),
            *([f"@ {times[figure.time]}"] if figure.time else []),
            *([f"by {figure.source}"] if figure.source else []),
        )
    )


@pytest.mark.parametrize(("clause", "figures"), [pytest.param(c, f, id=f"{family}-{c}") for family, c, f in cases()])
def test_the_figures_of_a_sentence(clause: str, figures: str) -> None:
    extraction = read_article(Document("", clause.replace("[", "").replace("]", ""), PUBLISHED))
    assert [extraction.text_of(figure) for figure in extraction.figures] == FIGURE.findall(clause)
    assert "; ".join(said(figure, extraction) for figure in extraction.figures) == figures
