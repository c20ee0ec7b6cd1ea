"""The tables beside this module: phrases with their values, and texts in which there is no time."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from timeline.pipeline import read_article
from timeline.values import Document, Extraction, TimeExpression

HERE = Path(__file__).parent
PUBLISHED = datetime.fromisoformat("2022-09-15T18:40:00+03:00")
PHRASE = re.compile(r"\[(.*?)\]")


def table(name: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def clauses() -> Iterator[tuple[str, str, str]]:
    """(family, values, clause with its phrases in brackets)."""
    for family, rows in table("phrases.toml").items():
        for values, texts in rows.items():
            for text in texts:
                yield family, values, text


def read(text: str) -> Extraction:
    return read_article(Document("", text, PUBLISHED))


def said(time: TimeExpression) -> str:
    """As the table writes it: «since 2022-09-13TDA», «2022-09 START», «SET P1D»."""
    recurs = "SET" if time.type == "SET" else None
    return " ".join(filter(None, (recurs, time.signal, time.value, time.mod)))


@pytest.mark.parametrize(
    ("values", "clause"), [pytest.param(v, clause, id=f"{family}-{clause}") for family, v, clause in clauses()]
)
def test_a_phrase_has_its_value(values: str, clause: str) -> None:
    extraction = read(clause.replace("[", "").replace("]", ""))
    assert [extraction.text_of(time) for time in extraction.times] == PHRASE.findall(clause)
    assert ", ".join(map(said, extraction.times)) == values


@pytest.mark.parametrize(
    "text", [pytest.param(text, id=f"{why}-{text}") for why, texts in table("no_times.toml").items() for text in texts]
)
def test_no_time_is_found(text: str) -> None:
    extraction = read(text)
    assert [extraction.text_of(time) for time in extraction.times] == []


def test_no_clause_is_listed_twice() -> None:
    listed = [(family, clause) for family, _, clause in clauses()]
    assert len(set(listed)) == len(listed)
