"""`timeline explain --article`: the article with everything marked, and why."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from timeline.commands.marked import marked
from timeline.pipeline import read_article
from timeline.values import Document

WIRE = "published: 2023-05-10T20:15:00+03:00\n\nقصفت طائرات بلدة بيت حانون فجر الثلاثاء بـ14 غارة، ما أسفر عن استشهاد 21 فلسطينياً."


def test_everything_is_marked_and_explained(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "wire.txt"
    path.write_text(WIRE, encoding="utf-8")
    out = run("explain", "--article", str(path)).out
    for mark in ("[فجر الثلاثاء]", "[21 فلسطينياً]", "[14 ", "[قصفت]"):
        assert mark in out
    for reason in ("part of a day", "number and noun", "verb of shelling, here air_strike"):
        assert reason in re.sub(r"\s+", " ", out) or reason.split(",")[0] in re.sub(r"[\s│]+", " ", out)


@pytest.mark.parametrize("arguments", ["explain", "explain x --article y"])
def test_either_a_text_or_an_article(arguments: str, run: Run) -> None:
    assert run(*arguments.split()).status == 2


def test_a_file_that_is_not_there_is_one_line(run: Run, tmp_path: Path) -> None:
    outcome = run("explain", "--article", str(tmp_path / "none.txt"))
    assert outcome.status == 1
    assert len(outcome.err.splitlines()) == 1


@pytest.mark.parametrize(
    "text",
    [WIRE, "", "\x00", "[[[[ ]]]]", "قتل 5\x1b[31m\u202e أشخاص في غزة الثلاثاء", "أطلق 14 صاروخاً\n\n\nثم 3 قذائف"],
    ids=["wire", "empty", "nul", "brackets", "escapes", "lines"],
)
def test_without_its_marks_the_text_is_what_it_was(text: str) -> None:
    """Brackets are all that is added, and what a terminal would obey all that is taken away."""
    lines = [line.plain for line in marked(read_article(Document("", text)))]
    signs = str.maketrans("", "", "[] ")
    shown = re.sub(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+", "", text)
    assert "".join(lines).translate(signs) == shown.translate(signs)
