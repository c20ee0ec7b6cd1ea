"""Every family of time phrases in the gold file has examples of its own beside it, in other spellings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rules.test_phrases import PHRASE, PUBLISHED, said, table
from timeline.pipeline import read_article
from timeline.values import Document

GOLD = Path(__file__).parents[1] / "gold" / "phrases.jsonl"
FAMILIES = table("families.toml")
ENOUGH = 8


def gold_clauses() -> Iterator[tuple[str, str]]:
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        yield case["family"], case["clause"]


def cases() -> Iterator[tuple[str, str, str]]:
    """(family, values, clause with its phrases in brackets)."""
    for family, rows in FAMILIES.items():
        for values, clauses in rows.items():
            for clause in clauses:
                yield family, values, clause


@pytest.mark.parametrize(
    ("family", "values", "clause"), [pytest.param(*case, id=f"{case[0]}-{case[2]}") for case in cases()]
)
def test_a_further_example(family: str, values: str, clause: str) -> None:
    published = None if family == "no_dct" else PUBLISHED
    extraction = read_article(Document("", clause.replace("[", "").replace("]", ""), published))
    assert [extraction.text_of(time) for time in extraction.times] == PHRASE.findall(clause)
    assert ", ".join(map(said, extraction.times)) == values


def test_every_family_of_times_has_enough() -> None:
    of_times = {family for family, _ in gold_clauses() if "figure" not in family}
    assert of_times == FAMILIES.keys()
    few = {family: count for family, rows in FAMILIES.items() if (count := sum(map(len, rows.values()))) < ENOUGH}
    assert few == {}


def test_none_is_a_clause_of_the_gold_file() -> None:
    known = {clause for _, clause in gold_clauses()}
    assert [clause for _, _, clause in cases() if clause.replace("[", "").replace("]", "") in known] == []
