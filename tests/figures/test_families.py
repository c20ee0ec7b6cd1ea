"""Every family of figures in the gold phrases has examples of its own beside it."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from timeline.pipeline import read_article
from timeline.values import Document, Figure

HERE = Path(__file__).parent
GOLD = HERE.parent / "gold" / "phrases.jsonl"
PUBLISHED = datetime.fromisoformat("2024-05-14T21:10:00+03:00")
FIGURE = re.compile(r"\[(.*?)\]")
FAMILIES: dict[str, dict[str, list[str]]] = tomllib.loads((HERE / "families.toml").read_text(encoding="utf-8"))
ENOUGH = 8


def cases() -> Iterator[tuple[str, str, str]]:
    for family, rows in FAMILIES.items():
        for figures, clauses in rows.items():
            for clause in clauses:
                yield family, figures, clause


def plain(clause: str) -> str:
    return clause.replace("[", "").replace("]", "")


def said(figure: Figure) -> str:
    """As the table writes it: «killed 20-30 range», «injured 1+ unspecified <1»."""
    count = f"{figure.low}+" if figure.high is None else str(figure.low)
    if figure.high not in (None, figure.low):
        count = f"{figure.low}-{figure.high}"
    unusual = (
        figure.qualifier if figure.qualifier != "exact" else "",
        figure.scope if figure.scope != "incident" else "",
    )
    return " ".join(filter(None, (figure.kind, count, *unusual, f"<{figure.part_of[1:]}" if figure.part_of else "")))


@pytest.mark.parametrize(("figures", "clause"), [pytest.param(f, c, id=f"{family}-{c}") for family, f, c in cases()])
def test_a_further_example(figures: str, clause: str) -> None:
    extraction = read_article(Document("", plain(clause), PUBLISHED))
    assert [extraction.text_of(figure) for figure in extraction.figures] == FIGURE.findall(clause)
    assert ", ".join(map(said, extraction.figures)) == figures


def test_every_family_has_enough_that_the_gold_file_lacks() -> None:
    gold = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    assert {case["family"] for case in gold if "figure" in case["family"]} == FAMILIES.keys()
    known = {case["clause"] for case in gold}
    assert [clause for _, _, clause in cases() if plain(clause) in known] == []
    assert {family for family, rows in FAMILIES.items() if sum(map(len, rows.values())) < ENOUGH} == set()
