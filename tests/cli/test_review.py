"""`timeline review`: what each command says and leaves behind."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import WIRE, Run

LINE = json.dumps({"id": "a", "text": WIRE, "published": "2023-05-10T20:15:00+03:00"}).encode()


@pytest.fixture(autouse=True)
def filled(run: Run) -> None:
    run("ingest", "-", stdin=LINE)


def test_a_review_from_list_to_undo(run: Run) -> None:
    listed = run("review", "list")
    assert "figure:1" in listed.out
    assert "kind=killed low=21 high=21" in listed.out
    corrected = run("review", "correct", "figure:1", "low=22", "high=22", "--who", "سلمى", "--why", "البيان")
    assert corrected.out == "figure:1: corrected (low: 21 → 22, high: 21 → 22)\n"
    query = "SELECT low, reviewed FROM reported_figures"
    assert json.loads(run("sql", query, "--json").out) == [{"low": 22, "reviewed": "corrected"}]
    assert run("review", "list").out == "there is nothing to review\n"
    log = run("review", "list", "--status", "log").out
    assert all(said in log for said in ("سلمى", "البيان", '"low": 21', '"low": 22', "corrected"))
    assert run("review", "reject", "event:1").out == "event:1: rejected\n"
    assert json.loads(run("sql", "SELECT id FROM timeline_events", "--json").out) == []
    assert run("review", "undo", "event:1").out == "event:1: undone\n"
    assert run("review", "accept", "event 1").out == "event:1: accepted\n"
    assert "accepted" in run("review", "list", "--item", "event", "--status", "all").out


def test_who_is_the_environment_or_the_user(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_REVIEWER", "ليلى")
    run("review", "accept", "figure:1")
    monkeypatch.delenv("TIMELINE_REVIEWER")
    monkeypatch.setattr("getpass.getuser", lambda: "user")
    run("review", "accept", "figure:1")
    log = run("review", "list", "--status", "log").out
    assert "ليلى" in log
    assert "user" in log


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("accept x", "'x' is not the name of a row: write figure:12, event:3 or time:7"),
        ("accept figure:9", "there is no figure:9; timeline review list names what there is"),
        ("undo figure:1", "figure:1 has no review to undo"),
        ("correct figure:1 low", "'low' is not a correction: write COLUMN=VALUE, such as low=22"),
        ("correct figure:1 low=30", "a figure cannot count from 30 to 21: give low and high"),
        (
            "accept figure:1 --database none.db",
            "there is no database none.db; timeline ingest PATH --database none.db makes it",
        ),
    ],
)
def test_one_clear_line(run: Run, arguments: str, says: str) -> None:
    outcome = run("review", *arguments.split())
    assert (outcome.status, outcome.out, outcome.err) == (1, "", f"timeline: {says}\n")
