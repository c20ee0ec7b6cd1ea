"""Phrases: right as a whole or wrong, with a line that says why."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from timeline.evaluate import GoldProblem, evaluate
from timeline.evaluate.gold import read_gold
from timeline.values import Document, Extraction, Figure, Interval, TimeExpression

CLAUSE = "قتل 20 شخصاً الخميس، بينهم 3 نساء، وكان الخميس يوم عطلة."
DAY = Interval(datetime(2013, 1, 10), datetime(2013, 1, 11))
THURSDAY = TimeExpression("t1", 13, 19, "DATE", "2013-01-10", interval=DAY, rule="weekday")
DEAD = Figure("f1", 4, 12, "killed", 20, 20)
WOMEN = Figure("f2", 27, 33, "killed", 3, 3, part_of="f1", categories=("women", "civilians"))
CASES: dict[str, dict[str, Any]] = {
    "time": {
        "id": "p1",
        "family": "weekday",
        "phrase": "الخميس",
        "clause": CLAUSE,
        "published": "2013-01-16T13:35+01:00",
        "type": "DATE",
        "value": "2013-01-10",
        "mod": None,
        "signal": None,
        "begin": "2013-01-10T00:00",
        "end_time": "2013-01-11T00:00",
    },
    "figure": {
        "id": "p2",
        "family": "figure_breakdown",
        "phrase": "3 نساء",
        "clause": CLAUSE,
        "kind": "killed",
        "low": 3,
        "high": 3,
        "qualifier": "exact",
        "categories": ["civilians", "women"],
        "part_of": "20 شخصاً",
    },
    "no time": {
        "id": "p3",
        "family": "not_a_time",
        "phrase": "يوم عطلة",
        "clause": CLAUSE,
        "published": None,
        **dict.fromkeys(("type", "value", "mod", "signal", "begin", "end_time")),
    },
    "no figure": {
        "id": "p4",
        "family": "not_a_figure",
        "phrase": "يوم عطلة",
        "clause": CLAUSE,
        "categories": [],
        **dict.fromkeys(("kind", "low", "high", "qualifier", "part_of")),
    },
}
# case | times found | figures found | None if right, else what the failure says
READINGS = [
    ("time", [THURSDAY], [], None),
    ("time", [replace(THURSDAY, start=40, end=46)], [], None),
    (
        "time",
        [],
        [DEAD],
        "expected type=DATE value=2013-01-10 begin=2013-01-10T00:00 end_time=2013-01-11T00:00 | found nothing",
    ),
    (
        "time",
        [replace(THURSDAY, value="2013-01-17")],
        [],
        "expected value=2013-01-10 | found value=2013-01-17 [weekday]",
    ),
    (
        "time",
        [replace(THURSDAY, mod="END", signal="since")],
        [],
        "expected mod=None signal=None | found mod=END signal=since",
    ),
    ("time", [replace(THURSDAY, interval=Interval(None, None))], [], "found begin=None end_time=None"),
    ("time", [replace(THURSDAY, end=20)], [], "found «الخميس،» type=DATE"),
    ("time", [replace(THURSDAY, start=0, end=3)], [], "found nothing"),
    ("figure", [], [DEAD, WOMEN], None),
    ("figure", [], [DEAD, replace(WOMEN, low=2)], "expected low=3 | found low=2"),
    ("figure", [], [DEAD, replace(WOMEN, part_of=None)], "expected part_of=20 شخصاً | found part_of=None"),
    ("figure", [], [DEAD, replace(WOMEN, categories=("women",))], "found categories=['women']"),
    ("figure", [THURSDAY], [DEAD], "found nothing"),
    ("no time", [THURSDAY], [DEAD], None),
    ("no time", [replace(THURSDAY, start=46, end=50)], [], "expected nothing | found «"),
    ("no figure", [replace(THURSDAY, start=47, end=50)], [], None),
    ("no figure", [], [replace(DEAD, start=47, end=50)], "expected nothing | found «"),
]


def write(path: Path, *cases: object) -> Path:
    path.write_text("".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases), encoding="utf-8")
    return path


@pytest.mark.parametrize(("case", "times", "figures", "says"), READINGS, ids=[f"{r[0]} {r[3]}" for r in READINGS])
def test_a_phrase_is_right_as_a_whole(
    case: str, times: list[TimeExpression], figures: list[Figure], says: str | None, tmp_path: Path
) -> None:
    def read(document: Document) -> Extraction:
        return Extraction(document, tuple(times), tuple(figures))

    report = evaluate(write(tmp_path / "phrases.jsonl", CASES[case]), read)
    assert report.scores["phrases.all"].f1 == (says is None)
    assert report.scores[f"phrases.{CASES[case]['family']}"].f1 == (says is None)
    assert [(says or "") in line for line in report.failures] == ([True] if says else [])


def test_failures_begin_with_id_family_and_phrase(tmp_path: Path) -> None:
    report = evaluate(write(tmp_path / "phrases.jsonl", *CASES.values()), Extraction)
    assert [line.split(" | ")[:3] for line in report.failures] == [
        ["p1", "weekday", "الخميس"],
        ["p2", "figure_breakdown", "3 نساء"],
    ]
    assert report.scores["phrases.all"].right == 2


@pytest.mark.parametrize(
    "row",
    [
        CASES["time"] | {"phrase": "not there"},
        {"phrase": "x"},
        {"id": "d", "text": "x", "published": "yesterday", "times": [], "figures": [], "events": []},
        {"id": "d", "text": "x", "published": None, "times": [{}], "figures": [], "events": []},
        [1],
    ],
)
def test_what_is_no_gold_is_named_with_its_line(row: object, tmp_path: Path) -> None:
    with pytest.raises(GoldProblem, match="line 2"):
        read_gold(write(tmp_path / "gold.jsonl", CASES["time"], row))


def test_documents_and_phrases_are_not_mixed(tmp_path: Path) -> None:
    document: dict[str, Any] = {"id": "d", "text": "x", "published": None, "times": [], "figures": [], "events": []}
    with pytest.raises(GoldProblem, match="either documents or phrases"):
        read_gold(write(tmp_path / "gold.jsonl", CASES["time"], document))
