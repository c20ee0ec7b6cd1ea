"""Floors rise with the scores and fall only when told to."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.evaluate import GoldProblem, Score
from timeline.evaluate.floors import below_floors, fingerprint, raised, read_floors, write_floors

TWO_THIRDS, HALF = Score(2, 3, 3), Score(1, 2, 2)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("one\n", encoding="utf-8")
    return path


def test_a_score_below_its_floor_is_named(gold: Path) -> None:
    floors = raised({"times.strict": TWO_THIRDS, "times.value": HALF}, gold, {})
    assert floors["gold.jsonl"] == {"sha256": fingerprint(gold), "times.strict": 0.666, "times.value": 0.5}
    assert below_floors({"times.strict": TWO_THIRDS, "times.value": HALF}, gold, floors) == []
    assert below_floors({"times.strict": HALF}, gold, floors) == [
        "times.strict is 0.5000, below its floor 0.666",
        "times.value is no longer measured",
    ]


def test_floors_rise_and_fall_only_when_told_to(gold: Path) -> None:
    floors = raised({"a": HALF, "b": TWO_THIRDS, "gone": HALF}, gold, {})
    higher = raised({"a": TWO_THIRDS, "b": HALF, "new": HALF}, gold, floors)["gold.jsonl"]
    lower = raised({"a": TWO_THIRDS, "b": HALF}, gold, floors, lower=True)["gold.jsonl"]
    assert {name: higher[name] for name in ("a", "b", "gone", "new")} == {
        "a": 0.666,
        "b": 0.666,
        "gone": 0.5,
        "new": 0.5,
    }
    assert {name: lower[name] for name in ("a", "b")} == {"a": 0.666, "b": 0.5}
    assert "gone" not in lower


def test_what_was_not_measured_is_neither_perfect_nor_a_floor(gold: Path) -> None:
    nothing = Score(0, 0, 0)
    assert "a" not in raised({"a": nothing, "b": HALF}, gold, {})["gold.jsonl"]
    assert below_floors({"a": nothing}, gold, raised({"a": HALF}, gold, {})) == ["a is no longer measured"]


def test_a_changed_gold_file_needs_the_explicit_flag(gold: Path) -> None:
    floors = raised({"a": HALF}, gold, {})
    gold.write_text("two\n", encoding="utf-8")
    assert below_floors({"a": HALF}, gold, floors) == ["gold.jsonl has changed; see --lower-floors"]
    with pytest.raises(GoldProblem, match="has changed"):
        raised({"a": HALF}, gold, floors)
    assert below_floors({"a": HALF}, gold, raised({"a": HALF}, gold, floors, lower=True)) == []


def test_a_gold_file_without_floors_is_named(gold: Path) -> None:
    assert below_floors({"a": HALF}, gold, {}) == ["gold.jsonl has no floors; set them with --raise-floors"]


def test_floors_are_written_as_they_are_read(gold: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text("", encoding="utf-8")
    floors = raised({"times.strict": HALF}, other, raised({"phrases.all": TWO_THIRDS}, gold, {}))
    write_floors(tmp_path / "floors.toml", floors)
    assert read_floors(tmp_path / "floors.toml") == floors


@pytest.mark.parametrize("text", ["x", "a = 1", '["gold.jsonl"]\na = 1'])
def test_what_is_no_file_of_floors_is_named(text: str, tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GoldProblem, match="not a file of floors"):
        read_floors(path)
