"""The named beginnings: the shipped table is sound, a user's file adds to it, a broken one says what is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from timeline.lexicon import LexiconProblem
from timeline.lexicon.anchors import load_anchors, shipped_anchors
from timeline.lexicon.fold import fold

GOOD = '[anchor."war of the hills"]\ndate = "2030-02-03"\nplaces = ["التلال"]\n'
BROKEN = {
    # content -> what the one line says
    "date = ": "not readable as TOML",
    "\x00": "not readable as TOML",
    "[" * 5000: "not readable as TOML",
    GOOD + GOOD: "not readable as TOML",
    '[anchors."x"]\ndate = "2030-01-01"\n': "unknown table [anchors]",
    'anchor = "x"\n': "every entry is a table",
    "[anchor]\nx = 1\n": "every entry is a table",
    '[anchor."x"]\nplaces = ["غزة"]\n': '[anchor."x"] has no date',
    '[anchor."x"]\ndate = "2030-02-30"\nplaces = ["غزة"]\n': "no calendar has",
    '[anchor."x"]\ndate = "yesterday"\nplaces = ["غزة"]\n': "has the date 'yesterday'",
    '[anchor."x"]\ndate = 2030\nplaces = ["غزة"]\n': "has the date 2030",
    '[anchor."x"]\ndate = 2030-01-01T10:00:00\nplaces = ["غزة"]\n': "has the date",
    '[anchor."x"]\ndate = "2030-01-01"\n': "has no places",
    '[anchor."x"]\ndate = "2030-01-01"\nplaces = "غزة"\n': "write a list of words",
    '[anchor."x"]\ndate = "2030-01-01"\nplaces = [1]\n': "write a list of words",
    '[anchor."x"]\ndate = "2030-01-01"\nplaces = ["غزة"]\nplace = "غزة"\n': "unknown key 'place'",
    '[anchor."x"]\ndate = "2030-01-01"\nuntil = "2029-01-01"\nplaces = ["غزة"]\n': "lies before its date",
    '[anchor."x"]\ndate = "2030-01-01"\nalso = ["2030-13"]\nplaces = ["غزة"]\n': "no calendar has",
    GOOD + GOOD.replace("war of", "War  of"): "is there twice",
}


def test_the_shipped_table() -> None:
    anchors = shipped_anchors()
    assert {"2023-10-07", "2023-04-15", "2022-02-24"} <= anchors.values
    assert "2019-10-01" not in anchors.values  # an uprising: nothing is counted up from it
    assert all(anchor.begins.year > 1900 for anchor in anchors.entries)
    assert all(fold(place) == place for anchor in anchors.entries for place in anchor.places)


def test_a_file_adds_to_the_table(tmp_path: Path) -> None:
    extra = tmp_path / "mine.toml"
    extra.write_text(GOOD, encoding="utf-8")
    assert len(load_anchors(extra).entries) == len(shipped_anchors().entries) + 1
    assert "2030-02-03" in load_anchors(extra).values


def test_an_entry_of_the_same_name_takes_the_place(tmp_path: Path) -> None:
    extra = tmp_path / "mine.toml"
    extra.write_text('[anchor."war in Sudan"]\ndate = 2023-04-16\nplaces = ["السودان"]\n', encoding="utf-8")
    (sudan,) = (anchor for anchor in load_anchors(extra).entries if anchor.name == "war in Sudan")
    assert (sudan.value, sudan.also, sudan.kinds) == ("2023-04-16", (), frozenset({"war"}))


@pytest.mark.parametrize(("content", "says"), BROKEN.items(), ids=[*BROKEN.values()])
def test_a_broken_file_says_what_is_wrong(content: str, says: str, tmp_path: Path) -> None:
    extra = tmp_path / "mine.toml"
    extra.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconProblem) as problem:
        load_anchors(extra)
    assert str(problem.value).startswith("mine.toml: ")
    assert says in str(problem.value)
    assert "\n" not in str(problem.value)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x81\x8d" * 99, b""], ids=["utf-16", "no text", "empty"])
def test_hostile_bytes(content: bytes, tmp_path: Path) -> None:
    extra = tmp_path / "mine.toml"
    extra.write_bytes(content)
    if content:
        with pytest.raises(LexiconProblem, match=r"mine\.toml"):
            load_anchors(extra)
    else:
        assert load_anchors(extra).entries == shipped_anchors().entries


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LexiconProblem, match="No such file"):
        load_anchors(tmp_path / "none.toml")
    with pytest.raises(LexiconProblem, match="directory"):
        load_anchors(tmp_path)


FOUND = {
    # text -> what it names
    "في غزة": {"war in Gaza"},
    "بغزة": {"war in Gaza"},
    "ولغزة": {"war in Gaza"},
    "للسودان": {"war in Sudan"},
    "والسودان": {"war in Sudan"},
    "غزوة": set(),
    "جنوب السودان": {"war in Sudan"},
    "لبنانيون": set(),
}


@pytest.mark.parametrize(("text", "names"), FOUND.items(), ids=FOUND)
def test_places_in_a_text(text: str, names: set[str]) -> None:
    day = date(2025, 1, 1)
    found = shipped_anchors().in_text(fold(text))
    assert {a.name for a in found if a.is_current(day) and "war" in a.kinds} == names
