"""`timeline tolls` as its users call it, on bulletins that the program itself has read."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

MINISTRY = "أعلنت وزارة الصحة في غزة ارتفاع حصيلة الشهداء في قطاع غزة إلى {} شهيداً و{} جريحاً منذ بدء العدوان."
ARMY = "قال الجيش الإسرائيلي إن عدد القتلى في قطاع غزة بلغ {} منذ بدء الحرب."
DAY = "وصل إلى مستشفيات قطاع غزة {} شهيداً خلال الـ24 ساعة الماضية، وفق وزارة الصحة."
ARTICLES = [
    ("2023-11-01T12:00:00+02:00", MINISTRY.format(8805, 22240)),
    ("2023-11-02T12:00:00+02:00", MINISTRY.format(9061, 22911)),
    ("2023-11-02T12:00:00+02:00", DAY.format(300)),
    ("2023-11-02T18:00:00+02:00", ARMY.format(5000)),
    ("2023-11-04T12:00:00+02:00", MINISTRY.format(9485, 24158)),
]


@pytest.fixture
def database(run: Run, tmp_path: Path) -> str:
    lines = [
        json.dumps({"id": str(number), "text": text, "published": published})
        for number, (published, text) in enumerate(ARTICLES)
    ]
    (tmp_path / "wires.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert run("ingest", "wires.jsonl", "--database", "tolls.db").status == 0
    return "tolls.db"


def printed(run: Run, database: str, *options: str) -> list[dict[str, Any]]:
    """What is printed as JSON."""
    outcome = run("tolls", "--format", "json", "--database", database, *options)
    assert (outcome.status, outcome.err) == (0, "")
    rows: list[dict[str, Any]] = json.loads(outcome.out)
    return rows


def test_the_table_says_what_is_wrong(run: Run, database: str) -> None:
    outcome = run("tolls", "--kind", "killed", "--database", database)
    assert (outcome.status, outcome.err) == (0, "")
    assert "killed · قطاع غزة · since 2023-10-07" in outcome.out
    assert "9485 شهيداً" in outcome.out
    assert "+424" in outcome.out
    assert "disagrees with 9061 (#3)" in outcome.out
    assert "but 300 (#5) in the period since #1" in outcome.out
    assert "not shown: 1 toll with one claim, 0 figures of no known toll" in outcome.out


def test_every_claim_as_json(run: Run, database: str) -> None:
    rows = [row for row in printed(run, database, "--kind", "killed") if row["basis"] == "running"]
    assert [(row["low"], row["delta"], row["supersedes"], row["flags"]) for row in rows] == [
        (8805, None, None, []),
        (9061, 256, 1, ["increments_differ"]),
        (5000, None, None, ["claimants_disagree"]),
        (9485, 424, 3, []),
    ]
    assert [row["against"] for row in rows] == [[], [1, 5], [3], []]
    assert rows[0]["place"] == "قطاع غزة"
    assert rows[0]["published"] == "2023-11-01T12:00:00+02:00"


def test_csv_has_the_same_rows(run: Run, database: str) -> None:
    outcome = run("tolls", "--format", "csv", "--database", database)
    rows = list(csv.DictReader(io.StringIO(outcome.out)))
    assert [row["id"] for row in rows] == [str(row["id"]) for row in printed(run, database)]
    assert {row["against"] for row in rows} == {"", "1 5", "3"}


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        ("--kind injured", [22240, 22911, 24158]),
        ("--kind killed --kind injured --claimant army", [5000]),
        ("--claimant الجيش", [5000]),
        ("--place غزه --kind killed --since 2023-11-03", [9485]),
        ("--kind injured --until 2023-11-01", [22240]),
        ("--place لبنان", []),
        ("--claimant نادي", []),
    ],
)
def test_what_is_wanted(run: Run, database: str, options: str, numbers: list[int]) -> None:
    assert [row["low"] for row in printed(run, database, *options.split())] == numbers


@pytest.mark.parametrize(
    ("rule", "number"),
    [
        ("latest", (9485, 9485, 9485, [7])),
        ("conservative", (9485, 9485, 9485, [7])),
        ("two-sources", (5000, 5000, 5000, [6, 7])),
        ("claimant:army", (5000, 5000, 5000, [6])),
    ],
)
def test_one_number(run: Run, database: str, rule: str, number: tuple[int, int, int, list[int]]) -> None:
    rows = printed(run, database, "--rule", rule, "--kind", "killed")
    (row,) = (row for row in rows if row["basis"] == "running")
    assert (row["low"], row["best"], row["high"], row["claims"]) == number


def test_days(run: Run, database: str) -> None:
    options = ("--daily", "--kind", "killed", "--claimant", "health-ministry")
    rows = printed(run, database, *options)
    assert [(row["begin"], row["end_day"], row["count"], row["claims"]) for row in rows] == [
        ("2023-10-07", "2023-11-01", 8805, [1]),
        ("2023-11-02", "2023-11-02", 256, [1, 3]),
        ("2023-11-03", "2023-11-04", 424, [3, 7]),
    ]
    assert [row["count"] for row in printed(run, database, *options, "--basis", "period")] == [300]
    assert [row["count"] for row in printed(run, database, *options, "--since", "2023-11-02")] == [256, 424]


def test_who_confirms_once_confirms_no_days(run: Run, database: str) -> None:
    """The army counts once, and never again while the ministry goes on: that is no day without killed."""
    options = ("--daily", "--kind", "killed", "--rule", "two-sources", "--basis", "difference")
    assert [row["count"] for row in printed(run, database, *options)] == [5000]


@pytest.mark.parametrize("options", ["--daily", "--rule range", "", "--daily --rule latest"])
def test_tables_are_cut_where_they_say_so(run: Run, database: str, options: str) -> None:
    outcome = run("tolls", "--limit", "1", "--database", database, *options.split())
    assert outcome.status == 0
    assert "shown; --limit 0 shows all" in outcome.out


def test_nothing_known_yet(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text("قُتل سبعة أشخاص.", encoding="utf-8")
    run("ingest", "wire.txt", "--database", "x.db")
    outcome = run("tolls", "--database", "x.db")
    assert outcome.status == 0
    assert "holds no figures of a known toll yet" in outcome.out
